import fc from 'fast-check';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentMaker } from '../../../src-main/adapters/documents/document-maker.ts';
import { createRasteriser } from '../../../src-main/adapters/printers/raster/rasteriser.ts';
import { BarcodeImpossible } from '../../../src-main/app/ports/documents.ts';
import type { LabelRasteriser } from '../../../src-main/app/ports/printing.ts';
import type { Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { OWN_LABEL_SIZES, type OwnLabel } from '../../../src-main/core/label/own-label.ts';
import { layoutOwnLabel } from '../../../src-main/core/label/own-label-layout.ts';
import {
  DEFAULT_PROFILE,
  dotsPerMm,
  stockDots,
  type PrinterProfile,
} from '../../../src-main/core/label/printer-profile.ts';
import { CODE_SYMBOLS } from '../../../src-main/core/paper/paper.ts';
import { bitmapPng } from '../../support/bitmap-png.ts';
import { isBlack } from '../../support/bitmaps.ts';
import { decodePng } from '../../support/decode-png.ts';
import { hasProgram, POPPLER_DPI, popplerPages, zbarCodes } from '../../support/render-pdf.ts';
import { KOREAN, SAMPLE_LABEL } from '../../support/sample-labels.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const WORKER = path.join(ROOT, 'src-main/adapters/printers/raster/raster-worker.ts');
const documents = createDocumentMaker({ fontsFolder: path.join(ROOT, 'assets/fonts') });
const hasPoppler = hasProgram('pdftoppm');
const hasZbar = hasProgram('zbarimg');

let rasteriser: LabelRasteriser;
beforeAll(() => {
  rasteriser = createRasteriser({ workerFile: WORKER });
});
afterAll(() => rasteriser.close());

const profileFor = (label: OwnLabel, dpi: PrinterProfile['dpi']): PrinterProfile => ({
  ...DEFAULT_PROFILE,
  dpi,
  headDots: dpi === 203 ? 832 : dpi === 300 ? 1248 : 2496,
  mediaHeightMm: label.size === '100x150' ? 150 : 100,
});

async function printed(
  label: OwnLabel,
  dpi: PrinterProfile['dpi'],
): Promise<{ bitmap: Bitmap; warnings: readonly string[] }> {
  const { bytes } = await documents.ownLabel(label, dpi);
  const pages = await rasteriser.rasterise({ kind: 'pdf', bytes }, profileFor(label, dpi));
  expect(pages).toHaveLength(1);
  return pages[0]!;
}

const reasonOf = (label: OwnLabel): Promise<unknown> =>
  documents.ownLabel(label, 203).then(
    () => 'made',
    (error: unknown) => (error instanceof BarcodeImpossible ? error.reason : error),
  );

describe('barcodes of own labels', () => {
  for (const dpi of [203, 300, 600] as const) {
    for (const size of dpi === 600 ? (['100x100'] as const) : OWN_LABEL_SIZES) {
      it(`are read back at ${dpi} dpi on ${size}, each symbol, through the whole path`, async () => {
        for (const symbol of CODE_SYMBOLS) {
          const { bitmap, warnings } = await printed({ ...SAMPLE_LABEL, size, symbol }, dpi);
          const { width, height } = stockDots(profileFor({ ...SAMPLE_LABEL, size }, dpi));
          expect([bitmap.widthDots, bitmap.heightDots]).toEqual([width, height]);
          expect(warnings).toEqual([]);
          const codes = await decodePng(bitmapPng(bitmap));
          expect(codes.map((code) => code.text)).toContain(SAMPLE_LABEL.trackingNumber);
        }
      });
    }
  }

  it.skipIf(!hasPoppler || !hasZbar)('are read by zbar from what poppler draws', async () => {
    for (const dpi of [203, 300] as const) {
      for (const symbol of ['code128', 'qr'] as const) {
        const { bytes } = await documents.ownLabel({ ...SAMPLE_LABEL, symbol }, dpi);
        const [page] = popplerPages(bytes, POPPLER_DPI[dpi]);
        expect(zbarCodes(bitmapPng(page!))).toContain(SAMPLE_LABEL.trackingNumber);
      }
    }
  });

  it('stand on whole dots: every bar as wide as its modules', async () => {
    for (const dpi of [203, 300] as const) {
      const { bitmap } = await printed(SAMPLE_LABEL, dpi);
      const widths = barWidths(bitmap, rowOfBars(SAMPLE_LABEL, dpi));
      const module = Math.min(...widths);
      expect(module).toBe(dpi === 203 ? 4 : 6);
      expect(widths.filter((width) => width % module !== 0 || width > 4 * module)).toEqual([]);
    }
  });

  it('carry GS1 identifiers with their function characters', async () => {
    const { bitmap } = await printed({ ...SAMPLE_LABEL, trackingNumber: '(00)123456789012345675' }, 203);
    const [code] = await decodePng(bitmapPng(bitmap));
    expect(code).toMatchObject({ symbologyIdentifier: ']C1', bytes: new TextEncoder().encode('00123456789012345675') });
  });

  it('that cannot be are refused with the reason', async () => {
    expect(await reasonOf({ ...SAMPLE_LABEL, trackingNumber: '' })).toBe('empty');
    expect(await reasonOf({ ...SAMPLE_LABEL, trackingNumber: 'НОМЕР-1' })).toBe('letters');
    expect(await reasonOf({ ...SAMPLE_LABEL, trackingNumber: 'A1'.repeat(40) })).toBe('too-long');
    expect(await reasonOf({ ...SAMPLE_LABEL, trackingNumber: 'x'.repeat(5_000), symbol: 'qr' })).toBe('too-long');
    expect(await reasonOf({ ...SAMPLE_LABEL, trackingNumber: '(00)123456789012345670' })).toBe('check-digit');
    expect(await reasonOf({ ...SAMPLE_LABEL, trackingNumber: '(9999)12' })).toBe('not-gs1');
    expect(await reasonOf({ ...SAMPLE_LABEL, trackingNumber: 'НОМЕР-1', symbol: 'qr' })).toBe('made');
  });
});

describe('hostile texts', () => {
  const nasty = fc.string({ unit: 'binary', maxLength: 300 });

  it('never reach into the barcode, nor break the label', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, fc.constantFrom(...OWN_LABEL_SIZES), async (name, street, size) => {
        const receiver = { ...KOREAN, name, lines: [street, `${street}${name}`], city: street, phone: name };
        const { bitmap } = await printed({ ...SAMPLE_LABEL, size, receiver, note: name, service: street }, 203);
        const texts = (await decodePng(bitmapPng(bitmap))).map((code) => code.text);
        expect(texts).toContain(SAMPLE_LABEL.trackingNumber);
      }),
      { numRuns: 12 },
    );
  });

  it('of ten thousand characters are cut and told', async () => {
    const text = 'Ж字한ä'.repeat(2_500);
    const receiver = { ...KOREAN, name: text, lines: [text], city: text, region: text, postcode: text, phone: text };
    const label = { ...SAMPLE_LABEL, receiver, note: text, carrier: text, service: text, orderNumber: text };
    const { bytes, warnings } = await documents.ownLabel(label, 203);
    expect(warnings).toContain('text-cut');
    const pages = await rasteriser.rasterise({ kind: 'pdf', bytes }, profileFor(label, 203));
    expect((await decodePng(bitmapPng(pages[0]!.bitmap))).map((code) => code.text)).toContain('LN156947362CN');
  });

  it('letters that no font has become boxes and are named', async () => {
    const { warnings } = await documents.ownLabel({ ...SAMPLE_LABEL, note: 'Fragile 😀 ☃ مرحبا' }, 203);
    expect(warnings.find((warning) => warning.startsWith('letter-missing:'))).toMatch(/😀.*م/u);
  });
});

it('one label takes little time once the fonts are read', async () => {
  await documents.ownLabel(SAMPLE_LABEL, 203);
  const startedMs = performance.now();
  for (let count = 0; count < 10; count += 1) await documents.ownLabel(SAMPLE_LABEL, 203);
  expect((performance.now() - startedMs) / 10).toBeLessThan(150);
});

/** A row through the middle of the bars. */
function rowOfBars(label: OwnLabel, dpi: PrinterProfile['dpi']): number {
  const code = layoutOwnLabel(label).items.find((item) => item.kind === 'code')!;
  return Math.round((code.topMm + code.heightMm / 2) * dotsPerMm(dpi));
}

/** Widths of the black runs between the frame's sides. */
function barWidths(bitmap: Bitmap, y: number): number[] {
  const widths: number[] = [];
  let run = 0;
  for (let x = 0; x <= bitmap.widthDots; x += 1) {
    if (x < bitmap.widthDots && isBlack(bitmap, x, y)) run += 1;
    else {
      if (run > 0) widths.push(run);
      run = 0;
    }
  }
  // The frame is the first and the last.
  return widths.slice(1, -1);
}
