import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLabel } from '../../../src-main/adapters/printers/languages/encode.ts';
import { createRasteriser } from '../../../src-main/adapters/printers/raster/rasteriser.ts';
import type { RasterPage } from '../../../src-main/app/ports/printing.ts';
import type { Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../../src-main/core/label/printer-profile.ts';
import { paperPng } from '../../../src-main/demo/printer/paper-png.ts';
import type { DecodedPaper, PaperLanguage } from '../../../src-main/demo/printer/paper.ts';
import { readCpcl } from '../../../src-main/demo/printer/read-cpcl.ts';
import { readEpl } from '../../../src-main/demo/printer/read-epl.ts';
import { readEscpos } from '../../../src-main/demo/printer/read-escpos.ts';
import { readTspl } from '../../../src-main/demo/printer/read-tspl.ts';
import { readZpl } from '../../../src-main/demo/printer/read-zpl.ts';
import { dotPapers, type ReadResult } from '../../../src-main/demo/printer/reading.ts';
import { decodePng } from '../../support/decode-png.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/fixtures/labels/', import.meta.url));
const WORKER = new URL('../../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url);
const OUT = fileURLToPath(new URL('../../../artifacts/labels/', import.meta.url));

type Millimetres = readonly [width: number, height: number];
/** Stock that the label was made for, and the stock that most sellers have. */
const FOUR_BY_SIX: Millimetres = [101.6, 152.4];
const USUAL: Millimetres = [100, 150];
const TALL: Millimetres = [105, 203];

/** What the fixtures' own list says must be read from each after printing. */
const LABELS: Readonly<Record<string, { readonly codes: readonly string[]; readonly stocks: readonly Millimetres[] }>> =
  {
    'landmark-4x6.pdf': { codes: ['LTN21103556N1'], stocks: [FOUR_BY_SIX, USUAL] },
    'usps-4x6.pdf': { codes: ['420731089234690361980900000142'], stocks: [FOUR_BY_SIX, USUAL] },
    'fedex-4x6-a.pdf': { codes: ['1236874822990008910900000000000000', '[>'], stocks: [FOUR_BY_SIX, USUAL] },
    'fedex-4x6-b.pdf': { codes: ['1236874822990008910900000000000000', '[>'], stocks: [FOUR_BY_SIX, USUAL] },
    'ups-1400x800-rotated.png': { codes: ['1Z0FH3446831744085', '42127680804'], stocks: [FOUR_BY_SIX, USUAL] },
    'dhl-parcel-de-105x203.pdf': { codes: ['60701001756402'], stocks: [TALL, USUAL] },
    'dhl-parcel-de-a4-landscape.pdf': {
      codes: ['0034043333301020022796580', '40327680807+99000943042250'],
      stocks: [TALL],
    },
  };

const READERS: Readonly<Record<PaperLanguage, (bytes: Uint8Array, dotsPerMm: number) => ReadResult>> = {
  tspl: readTspl,
  zpl: readZpl,
  epl: readEpl,
  cpcl: readCpcl,
  escpos: readEscpos,
};

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name in LABELS) : [];
if (files.length === 0) console.warn(`NOT RUN: no label fixtures in ${FOLDER}; the real labels were not printed`);
const hasZbar = spawnSync('zbarimg', ['--version']).status === 0;
if (!hasZbar) console.warn('zbarimg is missing: the one-dimensional barcodes are read by zxing alone');

const rasteriser = createRasteriser({ workerFile: WORKER });
beforeAll(() => void mkdirSync(OUT, { recursive: true }));
afterAll(() => rasteriser.close());

const cases = files.flatMap((file) =>
  ([203, 300, 600] as const).flatMap((dpi) => (LABELS[file]?.stocks ?? []).map((stock) => ({ file, dpi, stock }))),
);

describe.skipIf(files.length === 0)('real carrier labels on paper', () => {
  it.each(cases)('$file at $dpi dpi on $stock mm, in every language', async ({ file, dpi, stock }) => {
    const profile = profileFor(dpi, stock);
    const page = await onePage(file, profile);
    expect(page.warnings.filter((warning) => warning.startsWith('barcode-unreadable'))).toEqual([]);
    for (const language of Object.keys(READERS) as PaperLanguage[]) {
      const paper = printed(page.bitmap, { ...profile, language });
      expect(differingRows(paper, page.bitmap), language).toBe(0);
      if (language === 'tspl') await expectCodes(file, `${dpi}-${stock[0]}`, paper);
    }
  });

  it.each(files)('%s with the mark of a copy: more ink, and every barcode still there', async (file) => {
    for (const dpi of [203, 300] as const) {
      const profile = profileFor(dpi, LABELS[file]?.stocks[0] ?? USUAL);
      const page = await onePage(file, profile, 'REPRINT 2');
      const plain = await onePage(file, profile);
      expect(page.warnings).toEqual(plain.warnings);
      expect(Buffer.compare(page.bitmap.data, plain.bitmap.data)).not.toBe(0);
      await expectCodes(file, `${dpi}-mark`, printed(page.bitmap, profile));
    }
  });
});

function profileFor(dpi: 203 | 300 | 600, [mediaWidthMm, mediaHeightMm]: Millimetres): PrinterProfile {
  return { ...DEFAULT_PROFILE, dpi, mediaWidthMm, mediaHeightMm, headDots: Math.ceil((108 * dpi) / 25.4) };
}

async function onePage(file: string, profile: PrinterProfile, mark: string | null = null): Promise<RasterPage> {
  const kind = file.endsWith('.png') ? 'png' : 'pdf';
  const bytes = readFileSync(path.join(FOLDER, file));
  const pages = await rasteriser.rasterise({ kind, bytes }, profile, { mark });
  expect(pages).toHaveLength(1);
  return pages[0]!;
}

/** What an independent reader of the language makes of the bytes. */
function printed(bitmap: Bitmap, profile: PrinterProfile): DecodedPaper {
  const bytes = encodeLabel(bitmap, profile, 1);
  const read = READERS[profile.language as PaperLanguage](bytes, profile.dpi === 203 ? 8 : profile.dpi / 25.4);
  expect(read.complaints).toEqual([]);
  const papers = dotPapers(read);
  expect(papers).toHaveLength(1);
  return papers[0]!;
}

function differingRows(paper: DecodedPaper, { widthDots, heightDots, bytesPerRow, data }: Bitmap): number {
  expect(paper.widthDots).toBeGreaterThanOrEqual(widthDots);
  // TSPL tells the label's size in whole millimetres.
  expect(paper.heightDots / heightDots).toBeGreaterThan(0.995);
  let different = 0;
  for (let y = 0; y < Math.min(heightDots, paper.heightDots); y += 1) {
    const drawn = paper.dots.subarray(y * paper.bytesPerRow, y * paper.bytesPerRow + bytesPerRow);
    if (Buffer.compare(drawn, data.subarray(y * bytesPerRow, (y + 1) * bytesPerRow)) !== 0) different += 1;
  }
  return different;
}

async function expectCodes(file: string, name: string, paper: DecodedPaper): Promise<void> {
  const png = paperPng(paper);
  const picture = path.join(OUT, `${file}-${name}.png`);
  writeFileSync(picture, png);
  const zbar = hasZbar ? zbarTexts(picture) : [];
  const zxing = (await decodePng(png)).map((code) => code.text);
  // Brackets of GS1 application identifiers are the reader's own.
  const read = [...zbar, ...zxing].map((text) => text.replace(/[()]/g, ''));
  for (const code of LABELS[file]?.codes ?? [])
    expect(
      read.some((text) => text.includes(code)),
      `${code} in ${JSON.stringify(read)}`,
    ).toBe(true);
}

function zbarTexts(picture: string): string[] {
  try {
    const words = ['--raw', '-q', '-S', 'i25.enable', picture];
    return execFileSync('zbarimg', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}
