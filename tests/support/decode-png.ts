import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer },
});

/** Every barcode that zxing reads on a picture. */
export function decodePng(png: Uint8Array): Promise<ReadResult[]> {
  return readBarcodes(new Uint8Array(png), { tryHarder: true, tryRotate: true, maxNumberOfSymbols: 20 });
}
