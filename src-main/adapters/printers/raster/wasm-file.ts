import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A package's .wasm file as a buffer of its own, read from disk and never from a network. */
export async function readWasm(specifier: string): Promise<ArrayBuffer> {
  const bytes = await readFile(unpacked(createRequire(import.meta.url).resolve(specifier)));
  return new Uint8Array(bytes).buffer;
}

/** In a packaged app such files lie beside the archive, where plain file access reaches them. */
export function unpacked(file: string): string {
  return file.replace(/app\.asar([\\/])/, 'app.asar.unpacked$1');
}
