import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLabel } from '../../../src-main/adapters/printers/languages/encode.ts';
import { createRasteriser } from '../../../src-main/adapters/printers/raster/rasteriser.ts';
import { createTcpTransport } from '../../../src-main/adapters/printers/transports/tcp.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../../src-main/core/label/printer-profile.ts';
import { createVirtualPrinter } from '../../../src-main/demo/printer/virtual-printer.ts';
import { decodePng } from '../../support/decode-png.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/fixtures/labels/', import.meta.url));
const WORKER = new URL('../../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url);
const OUT = fileURLToPath(new URL('../../../artifacts/labels/', import.meta.url));

/** What the fixtures' own list says must be read from each after printing. */
const EXPECTED: Readonly<
  Record<string, { readonly codes: readonly string[]; readonly stockMm: readonly [number, number] }>
> = {
  'landmark-4x6.pdf': { codes: ['LTN21103556N1'], stockMm: [101.6, 152.4] },
  'usps-4x6.pdf': { codes: ['420731089234690361980900000142'], stockMm: [101.6, 152.4] },
  'fedex-4x6-a.pdf': { codes: ['00000000000000', '[>'], stockMm: [101.6, 152.4] },
  'fedex-4x6-b.pdf': { codes: ['00000000000000', '[>'], stockMm: [101.6, 152.4] },
  'ups-1400x800-rotated.png': { codes: ['1Z0FH3446831744085', '42127680804'], stockMm: [101.6, 152.4] },
  'dhl-parcel-de-105x203.pdf': { codes: ['60701001756402'], stockMm: [105, 203] },
  'dhl-parcel-de-a4-landscape.pdf': {
    codes: ['0034043333301020022796580', '40327680807+99000943042250'],
    stockMm: [105, 203],
  },
};

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name in EXPECTED) : [];
if (files.length === 0) console.warn(`NOT RUN: no label fixtures in ${FOLDER}; the real labels were not printed`);
const hasZbar = spawnSync('zbarimg', ['--version']).status === 0;
if (!hasZbar) console.warn('zbarimg is missing: the one-dimensional barcodes are read by zxing alone');

const rasteriser = createRasteriser({ workerFile: WORKER });
const printer = createVirtualPrinter({ language: 'auto', clock: { nowMs: () => 0 } });
const transport = createTcpTransport();
let port = 0;

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  port = (await printer.start()).port;
});
afterAll(async () => {
  await rasteriser.close();
  await printer.stop();
});

function profileFor(
  language: PrinterProfile['language'],
  dpi: 203 | 300,
  [mediaWidthMm, mediaHeightMm]: readonly [number, number],
): PrinterProfile {
  return { ...DEFAULT_PROFILE, language, dpi, mediaWidthMm, mediaHeightMm, headDots: dpi === 203 ? 864 : 1280 };
}

describe.skipIf(files.length === 0)('real carrier labels on paper', () => {
  for (const file of files) {
    for (const dpi of [203, 300] as const) {
      for (const language of ['tspl', 'zpl'] as const) {
        it(`${file} at ${dpi} dpi in ${language}`, async () => {
          const { codes, stockMm } = EXPECTED[file] ?? { codes: [], stockMm: [100, 150] };
          const profile = profileFor(language, dpi, stockMm);
          const kind = file.endsWith('.png') ? 'png' : 'pdf';
          const pages = await rasteriser.rasterise({ kind, bytes: readFileSync(path.join(FOLDER, file)) }, profile);
          expect(pages.length).toBe(1);
          const [page] = pages;
          if (page === undefined) return;
          const bytes = encodeLabel(page.bitmap, profile, 1);
          expect((await transport.send({ kind: 'tcp', host: '127.0.0.1', port }, bytes)).kind).toBe('sent');
          const paper = printer.papers().at(-1);
          if (paper === undefined) throw new Error('no paper came out');
          expect(printer.complaints()).toEqual([]);
          const picture = path.join(OUT, `${file}-${dpi}-${language}.png`);
          writeFileSync(picture, paper.png);
          const read = await readAll(picture, paper.png);
          for (const code of codes)
            expect(
              read.some((text) => text.includes(code)),
              `${code} in ${JSON.stringify(read)}`,
            ).toBe(true);
          expect(page.warnings.filter((warning) => warning.startsWith('barcode-unreadable'))).toEqual([]);
        });
      }
    }
  }
});

/** Both readers' words, brackets of GS1 application identifiers taken off. */
async function readAll(picture: string, png: Uint8Array): Promise<string[]> {
  const zbar = hasZbar ? zbarTexts(picture) : [];
  const zxing = (await decodePng(png)).map((code) => code.text);
  return [...zbar, ...zxing].map((text) => text.replace(/[()]/g, ''));
}

function zbarTexts(picture: string): string[] {
  try {
    return execFileSync('zbarimg', ['--raw', '-q', '-S', 'i25.enable', picture], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}
