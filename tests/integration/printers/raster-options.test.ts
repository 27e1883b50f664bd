import { PNG } from 'pngjs';
import { degrees, rgb } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bitmap } from '../../../src-main/core/label/bitmap.ts';
import type { FitChoice } from '../../../src-main/core/label/fit-choice.ts';
import { inkBoxOf } from '../../../src-main/core/label/move-ink.ts';
import { DEFAULT_PROFILE, stockDots, type PrinterProfile } from '../../../src-main/core/label/printer-profile.ts';
import { createRasteriser } from '../../../src-main/adapters/printers/raster/rasteriser.ts';
import type { RasterOptions, RasterPage } from '../../../src-main/app/ports/printing.ts';
import { bitmapPng } from '../../support/bitmap-png.ts';
import { isBlack } from '../../support/bitmaps.ts';
import { decodePng } from '../../support/decode-png.ts';
import { DOT_PT, drawCode128, drawLabel, drawWords, pdfOf, squarePdf } from '../../support/pdfs.ts';

const WORKER = new URL('../../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url);
const STOCK: PrinterProfile = DEFAULT_PROFILE;
const FOUR_BY_SIX: PrinterProfile = { ...DEFAULT_PROFILE, mediaWidthMm: 101.6, mediaHeightMm: 152.4 };
const A4 = [595.28, 841.89] as const;
const A4_ACROSS = [841.89, 595.28] as const;
const DOT_MM_PT = 72 / 25.4 / 8;

const rasteriser = createRasteriser({ workerFile: WORKER });
afterAll(() => rasteriser.close());

const rasterise = (bytes: Uint8Array, profile = STOCK, options: RasterOptions = {}): Promise<RasterPage[]> =>
  rasteriser.rasterise({ kind: 'pdf', bytes }, profile, options);
const onePage = async (bytes: Uint8Array, profile = STOCK, options: RasterOptions = {}): Promise<RasterPage> => {
  const pages = await rasterise(bytes, profile, options);
  expect(pages).toHaveLength(1);
  return pages[0]!;
};
const textsOn = async (bitmap: Bitmap): Promise<string[]> =>
  (await decodePng(bitmapPng(bitmap))).map((code) => code.text).toSorted();
const cut = (left: number, top: number, width: number, height: number, more: Partial<FitChoice> = {}): FitChoice => ({
  box: { left, top, width, height },
  quarterTurns: 0,
  scale: 'own-size',
  ...more,
});

describe('a cut that the seller chose', () => {
  const sheet = pdfOf([A4], (page) => {
    for (let at = 0; at < 4; at += 1) drawLabel(page, `QUARTER${at}`, 8 + (at % 2) * 298, at < 2 ? 430 : 10, 278, 400);
  });

  it.each([0, 1, 2, 3])('takes quarter %i of a sheet and nothing else', async (at) => {
    const fit = cut((at % 2) / 2, at < 2 ? 0 : 0.5, 0.5, 0.5);
    const { bitmap, warnings } = await onePage(await sheet, STOCK, { fit });
    expect(await textsOn(bitmap)).toEqual([`QUARTER${at}`]);
    expect(warnings).toEqual([]);
  });

  it('is turned as she turned it', async () => {
    const upright = (await onePage(await sheet, STOCK, { fit: cut(0, 0, 0.5, 0.5) })).bitmap;
    const over = (await onePage(await sheet, STOCK, { fit: cut(0, 0, 0.5, 0.5, { quarterTurns: 2 }) })).bitmap;
    expect(await textsOn(over)).toEqual(['QUARTER0']);
    const [one, other] = [inkBoxOf(upright)!, inkBoxOf(over)!];
    expect(Math.abs(one.left - (over.widthDots - other.left - other.width))).toBeLessThanOrEqual(1);
    const across = (await onePage(await sheet, STOCK, { fit: cut(0, 0, 0.5, 0.5, { quarterTurns: 1, scale: 'fill' }) }))
      .bitmap;
    expect(await textsOn(across)).toEqual(['QUARTER0']);
  });

  it('fills the stock with bars of whole dots', async () => {
    const small = await pdfOf([A4], (page) => {
      page.drawRectangle({ x: 30, y: 600, width: 150, height: 200, borderColor: rgb(0, 0, 0), borderWidth: 1 });
      drawCode128(page, 'FILLED1', { x: 40, y: 700, height: 50, modulePt: 1.9 * DOT_MM_PT * 0.7 });
    });
    const { bitmap } = await onePage(small, STOCK, { fit: cut(0.04, 0.04, 0.28, 0.26, { scale: 'fill' }) });
    expect(await textsOn(bitmap)).toEqual(['FILLED1']);
    expect(inkBoxOf(bitmap)!.width).toBeGreaterThan(500);
    const widths = runsIn(bitmap, barRow(bitmap));
    const module = Math.min(...widths);
    expect(widths.filter((width) => width % module === 0).length / widths.length).toBeGreaterThan(0.9);
  });

  it('is told when it cuts ink, has none, or cuts through a barcode', async () => {
    const whole = await onePage(await sheet, STOCK, { fit: cut(0, 0, 1, 1) });
    expect(whole.warnings).toContain('label-cropped');
    const blank = await onePage(await pdfOf([A4], (page) => drawLabel(page, 'TOP', 10, 430, 270, 390)), STOCK, {
      fit: cut(0.5, 0.5, 0.5, 0.5),
    });
    expect(blank.warnings).toContain('label-empty');
  });

  it('is for pages of the first page’s size', async () => {
    const mixed = await pdfOf([A4, [283.46, 425.2], A4], (page, index) => {
      drawLabel(page, `PAGE${index}`, 10, index === 1 ? 10 : 430, 260, 390);
    });
    const pages = await rasterise(mixed, STOCK, { fit: cut(0, 0, 0.5, 0.5) });
    expect(await Promise.all(pages.map(({ bitmap }) => textsOn(bitmap)))).toEqual([['PAGE0'], ['PAGE1'], ['PAGE2']]);
  });
});

describe('pages in every shape', () => {
  const SIZES = [
    ['100×150', 100, 150],
    ['100×100', 100, 100],
    ['4×6', 101.6, 152.4],
    ['75×120', 75, 120],
    ['A6', 105, 148],
    ['105×203', 105, 203],
  ] as const;

  for (const dpi of [203, 300, 600] as const) {
    it.each(SIZES)(`a 4×6 label on %s at ${dpi} dpi is whole and reads`, async (name, mediaWidthMm, mediaHeightMm) => {
      const profile = { ...STOCK, dpi, mediaWidthMm, mediaHeightMm, headDots: Math.ceil((108 * dpi) / 25.4) };
      const bytes = await pdfOf([[288, 432]], (page) => drawLabel(page, 'WHOLE4X6', 4, 4, 280, 424));
      const { bitmap, warnings } = await onePage(bytes, profile);
      expect([bitmap.widthDots, bitmap.heightDots]).toEqual(Object.values(stockDots(profile)));
      expect(await textsOn(bitmap)).toEqual(['WHOLE4X6']);
      // All four sides of the frame are there.
      const ink = inkBoxOf(bitmap)!;
      expect(rowInk(bitmap, ink.top, ink.left, ink.width)).toBeGreaterThan(0.95 * ink.width);
      expect(rowInk(bitmap, ink.top + ink.height - 1, ink.left, ink.width)).toBeGreaterThan(0.95 * ink.width);
      const untold = ['label-scaled', 'label-rotated', ...(name === 'A6' ? ['label-cropped'] : [])];
      expect(warnings.filter((warning) => !untold.includes(warning))).toEqual([]);
      expect(warnings.includes('label-scaled')).toBe(mediaWidthMm < 100 || mediaHeightMm < 148);
    });
  }

  it('on stock far too small says so: smaller, and which barcode is lost', async () => {
    const bytes = await pdfOf([[288, 432]], (page) => drawLabel(page, 'TOO-LONG-FOR-THIS', 4, 4, 280, 424));
    const { warnings, bitmap } = await onePage(bytes, { ...STOCK, mediaWidthMm: 58, mediaHeightMm: 40 });
    expect(warnings).toContain('label-scaled');
    const isReadable = (await textsOn(bitmap)).length > 0;
    expect(isReadable || warnings.includes('barcode-unreadable:Code128')).toBe(true);
  });

  it.each([0, 1, 2, 3])('A4 across with a label in quarter %i', async (at) => {
    const bytes = await pdfOf([A4_ACROSS], (page) => {
      drawLabel(page, `ACROSS${at}`, 20 + (at % 2) * 420, at < 2 ? 305 : 10, 380, 270);
    });
    const { bitmap, warnings } = await onePage(bytes);
    expect(await textsOn(bitmap)).toEqual([`ACROSS${at}`]);
    expect(warnings).toEqual(['label-rotated']);
  });

  it('A4 with an A6 label in its corner, as Amazon has it', async () => {
    const bytes = await pdfOf([A4], (page) => drawLabel(page, 'AMAZON1', 6, 426, 283, 408));
    const { bitmap } = await onePage(bytes, { ...STOCK, mediaWidthMm: 105, mediaHeightMm: 148 });
    expect(await textsOn(bitmap)).toEqual(['AMAZON1']);
    expect(inkBoxOf(bitmap)!.width).toBeCloseTo((281 / 72) * 203.2, -1);
  });

  it('A4 with two labels and instructions under them', async () => {
    const bytes = await pdfOf([A4], (page) => {
      drawLabel(page, 'FIRST', 8, 430, 278, 400);
      drawLabel(page, 'SECOND', 306, 430, 278, 400);
      drawWords(page, 20, 20, 550, 340);
    });
    const pages = await rasterise(bytes);
    expect(await Promise.all(pages.map(({ bitmap }) => textsOn(bitmap)))).toEqual([['FIRST'], ['SECOND']]);
  });

  it.each([90, 180, 270])('turned by /Rotate %i, with white all around', async (turn) => {
    const bytes = await pdfOf([A4], (page) => {
      page.setRotation(degrees(turn));
      drawLabel(page, 'ROTATED', 150, 200, 270, 400);
    });
    const { bitmap } = await onePage(bytes);
    expect(await textsOn(bitmap)).toEqual(['ROTATED']);
  });

  it('measured in a unit of its own', async () => {
    const plain = await onePage(squarePdf('0 0 144 216'), FOUR_BY_SIX);
    const double = await onePage(squarePdf('0 0 144 216', '/UserUnit 2'), FOUR_BY_SIX);
    expect(inkBoxOf(plain.bitmap)!.width).toBe(282);
    expect(inkBoxOf(double.bitmap)!.width).toBe(564);
    const size = await rasteriser.firstPageSize({ kind: 'pdf', bytes: squarePdf('0 0 144 216', '/UserUnit 2') });
    expect(size.heightMm).toBeCloseTo(152.4, 6);
  });

  it('blank ones among others are left away and told', async () => {
    const bytes = await pdfOf(
      [
        [288, 432],
        [288, 432],
        [288, 432],
      ],
      (page, index) => {
        if (index !== 1) drawLabel(page, `INKED${index}`, 4, 4, 280, 424);
      },
    );
    const pages = await rasterise(bytes);
    expect(await Promise.all(pages.map(({ bitmap }) => textsOn(bitmap)))).toEqual([['INKED0'], ['INKED2']]);
    expect(pages.map(({ warnings }) => warnings)).toEqual([['blank-pages-dropped'], []]);
    const blank = await rasterise(
      await pdfOf(
        [
          [288, 432],
          [288, 432],
        ],
        () => undefined,
      ),
    );
    expect(blank.map(({ warnings }) => warnings)).toEqual([['label-empty']]);
  });
});

describe('the printer’s own corrections', () => {
  const ladder = pdfOf([[283.46, 425.2]], (page) => {
    page.drawRectangle({ x: 20, y: 20, width: 240, height: 380, borderColor: rgb(0, 0, 0), borderWidth: 2 });
    drawCode128(page, 'PICKET', { x: 40, y: 300, height: 60, modulePt: 2 * DOT_MM_PT });
  });

  it.each([0.97, 0.985, 1.02])('a feed of %s is made up for, its codes still read', async (feedScale) => {
    for (const rotation of [0, 90] as const) {
      const plain = await onePage(await ladder, { ...STOCK, rotation });
      const { bitmap, warnings } = await onePage(await ladder, { ...STOCK, rotation, feedScale });
      expect(bitmap.heightDots).toBe(Math.round(1_200 / feedScale));
      expect(inkBoxOf(bitmap)!.height / inkBoxOf(plain.bitmap)!.height).toBeCloseTo(1 / feedScale, 1.5);
      expect(await textsOn(bitmap)).toEqual(['PICKET']);
      expect(warnings).toEqual(plain.warnings);
    }
  });

  it('thin grey text comes out darker with a higher threshold', async () => {
    const bytes = await pdfOf([[288, 432]], (page) =>
      page.drawRectangle({ x: 50, y: 50, width: 100, height: 100, color: rgb(0.7, 0.7, 0.7) }),
    );
    expect(inkBoxOf((await onePage(bytes, { ...STOCK, inkThreshold: 200 })).bitmap)).not.toBeNull();
    expect((await onePage(bytes, { ...STOCK, inkThreshold: 120 })).warnings).toEqual(['label-empty']);
  });
});

describe('the mark of a copy', () => {
  it('adds ink, keeps every code, and is told when there is no room', async () => {
    const bytes = await pdfOf([[288, 432]], (page) => drawLabel(page, 'MARKED', 0, 0, 288, 432));
    const plain = (await onePage(bytes, FOUR_BY_SIX)).bitmap;
    const { bitmap, warnings } = await onePage(bytes, FOUR_BY_SIX, { mark: 'Reprint 3' });
    expect(await textsOn(bitmap)).toEqual(['MARKED']);
    expect(warnings).toEqual([]);
    const added = bitmap.data.reduce((sum, byte, at) => sum + (byte === plain.data[at] ? 0 : 1), 0);
    expect(added).toBeGreaterThan(50);
    const tiny = await pdfOf([[60, 40]], (page) => page.drawRectangle({ x: 2, y: 2, width: 56, height: 36 }));
    const small = await onePage(tiny, { ...STOCK, mediaWidthMm: 15, mediaHeightMm: 10 }, { mark: 'REPRINT 3' });
    expect(small.warnings).toContain('mark-missing');
  });
});

describe('a page seen before', () => {
  const thin = (modulePt: number, serial: string): Promise<Uint8Array> =>
    pdfOf([[288, 432]], (page) => {
      drawCode128(page, 'THINBARS0123456789', { x: 20.1, y: 200, height: 60, modulePt });
      page.drawText(serial, { x: 20, y: 20, size: 8 });
    });

  it('is warned about as if it were new, whatever size came first', async () => {
    for (let module = 1.3; module < 2.6; module += 0.26) {
      const bytes = await thin(module * DOT_PT, `a${module}`);
      await onePage(bytes, { ...FOUR_BY_SIX, dpi: 600, headDots: 2_500 });
      const later = await onePage(bytes, FOUR_BY_SIX);
      const again = await onePage(bytes, FOUR_BY_SIX);
      const fresh = await onePage(await thin(module * DOT_PT, `b${module}`), FOUR_BY_SIX);
      const isReadable = (await textsOn(later.bitmap)).includes('THINBARS0123456789');
      expect(isReadable || later.warnings.includes('barcode-unreadable:Code128'), `${module} dots`).toBe(true);
      expect(later.warnings).toEqual(fresh.warnings);
      expect(again.warnings).toEqual(fresh.warnings);
    }
  });
});

describe('the page as it came', () => {
  it('is a picture of at most 1000 pixels, with its size in millimetres', async () => {
    const bytes = await pdfOf([A4, [72, 72]], (page) => drawLabel(page, 'SOURCE', 10, 10, 50, 50));
    const pages = await rasteriser.sourcePages({ kind: 'pdf', bytes });
    expect(pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual([
      [210, 297],
      [25, 25],
    ]);
    const sizes = pages.map(({ png }) => PNG.sync.read(Buffer.from(png)));
    expect(sizes.map(({ height }) => height)).toEqual([1_000, 203]);
    expect(await rasteriser.firstPageSize({ kind: 'pdf', bytes })).toEqual({
      widthMm: pages[0]!.widthMm,
      heightMm: pages[0]!.heightMm,
    });
  });
});

function rowInk(bitmap: Bitmap, y: number, left: number, width: number): number {
  let count = 0;
  for (let x = left; x < left + width; x += 1) if (isBlack(bitmap, x, y)) count += 1;
  return count;
}

/** The row with the most changes: through the bars. */
function barRow(bitmap: Bitmap): number {
  let [best, most] = [0, -1];
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    const count = runsIn(bitmap, y).length;
    if (count > most) [best, most] = [y, count];
  }
  return best;
}

/** Lengths of black and white between the first and the last bar of a row, without the frame. */
function runsIn(bitmap: Bitmap, y: number): number[] {
  const runs: number[] = [];
  let [start, last] = [0, false];
  for (let x = 0; x <= bitmap.widthDots; x += 1) {
    const black = isBlack(bitmap, x, y);
    if (black === last) continue;
    runs.push(x - start);
    [start, last] = [x, black];
  }
  // Margin, frame and the white after it; the same at the other end.
  return runs.slice(3, -2);
}
