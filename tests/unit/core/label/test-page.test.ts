import { describe, expect, it } from 'vitest';
import type { Bitmap } from '../../../../src-main/core/label/bitmap.ts';
import { inkBoxOf, turnBitmap } from '../../../../src-main/core/label/move-ink.ts';
import {
  DEFAULT_PROFILE,
  dotsPerMm,
  offsetDots,
  ROTATIONS,
  stockDots,
  type PrinterProfile,
} from '../../../../src-main/core/label/printer-profile.ts';
import { testPage } from '../../../../src-main/core/label/test-page.ts';
import { readCodes } from '../../../integration/demo/support/read-codes.ts';
import { isBlack } from '../../../support/bitmaps.ts';

const STOCKS: readonly Partial<PrinterProfile>[] = [
  {},
  { dpi: 300, headDots: 1248 },
  { dpi: 600, headDots: 2496 },
  { mediaWidthMm: 100, mediaHeightMm: 100 },
  { mediaWidthMm: 58, mediaHeightMm: 40 },
  { mediaWidthMm: 75, mediaHeightMm: 120 },
  { mediaWidthMm: 105, mediaHeightMm: 148, headDots: 840 },
];

function codesOf(page: Bitmap): Promise<string[]> {
  const gray = new Uint8Array(page.widthDots * page.heightDots).map((_, index) =>
    isBlack(page, index % page.widthDots, Math.floor(index / page.widthDots)) ? 0 : 255,
  );
  return readCodes({ width: page.widthDots, height: page.heightDots, gray });
}

describe('testPage', () => {
  it('frames the stock two millimetres inside, at every resolution', () => {
    for (const dpi of [203, 300, 600] as const) {
      const page = testPage({ ...DEFAULT_PROFILE, dpi, headDots: 5_000 });
      const margin = Math.round(2 * dotsPerMm(dpi));
      expect(inkBoxOf(page)).toEqual({
        left: margin,
        top: margin,
        width: page.widthDots - 2 * margin,
        height: page.heightDots - 2 * margin,
      });
      expect({ width: page.widthDots, height: page.heightDots }).toEqual(
        stockDots({ ...DEFAULT_PROFILE, dpi, headDots: 5_000 }),
      );
    }
  });

  it('has a tick every millimetre, longer ones at five and ten', () => {
    const page = testPage(DEFAULT_PROFILE);
    const inside = 16 + 3;
    for (const mm of [11, 15, 20, 35, 60]) {
      expect(isBlack(page, mm * 8, inside + 4)).toBe(true);
      expect(isBlack(page, mm * 8, inside + 9)).toBe(mm % 5 === 0);
      expect(isBlack(page, mm * 8, inside + 16)).toBe(mm % 10 === 0);
      expect(isBlack(page, inside + 16, mm * 8)).toBe(mm % 10 === 0);
    }
    expect(isBlack(page, 12 * 8 + 4, inside + 4)).toBe(false);
  });

  it.each(STOCKS)(
    'carries barcodes of two and three dots that a reader reads, however it is turned: %o',
    async (stock) => {
      for (const rotation of ROTATIONS) {
        const codes = await codesOf(testPage({ ...DEFAULT_PROFILE, ...stock, rotation }));
        // 40 mm across leave no room for the wider one.
        const isNarrow = stock.mediaHeightMm === 40 && rotation % 180 === 90;
        expect(codes, String(rotation)).toEqual(isNarrow ? ['Code128 2DOT'] : ['Code128 2DOT', 'Code128 3DOT']);
      }
    },
  );

  it('says of its own profile what it was made with: other figures, other dots', () => {
    const pages = [{}, { density: 9 }, { inkThreshold: 176 }, { language: 'zpl' as const }].map((change) =>
      Buffer.from(testPage({ ...DEFAULT_PROFILE, ...change }).data).toString('base64'),
    );
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('has a ruler of 50 mm along the feed, as long as the printer’s millimetres make it', () => {
    for (const [feedScale, rows] of [
      [1, 400],
      [0.98, 408],
      [1.02, 392],
    ] as const) {
      const page = testPage({ ...DEFAULT_PROFILE, feedScale });
      const x = page.widthDots - Math.round(3.5 * 8) - 2;
      const inked = Array.from({ length: page.heightDots }, (_, y) => y).filter((y) => isBlack(page, x, y));
      const middle = inked.filter((y) => y > 16 + 80 && y < page.heightDots - 96);
      expect(Math.abs(middle.length - rows)).toBeLessThanOrEqual(1);
    }
  });

  it('is as many rows longer as the printer makes a millimetre shorter', () => {
    expect(testPage({ ...DEFAULT_PROFILE, feedScale: 0.98 }).heightDots).toBe(1224);
    expect(testPage({ ...DEFAULT_PROFILE, feedScale: 1.02 }).heightDots).toBe(1176);
  });

  it('is never wider than the head', () => {
    expect(testPage({ ...DEFAULT_PROFILE, headDots: 640 }).widthDots).toBe(640);
  });

  it('shows the offset, on the paper as it leaves the printer', () => {
    for (const rotation of ROTATIONS) {
      const plain = inkBoxOf(testPage({ ...DEFAULT_PROFILE, rotation }));
      const moved = inkBoxOf(testPage({ ...DEFAULT_PROFILE, rotation, offsetXMm: 1.5, offsetYMm: -1 }));
      expect(moved).toEqual({ ...plain, left: (plain?.left ?? 0) + 12, top: (plain?.top ?? 0) - 8 });
    }
    expect(offsetDots({ ...DEFAULT_PROFILE, dpi: 300, offsetXMm: 1 }).x).toBe(12);
  });

  it('is turned as a whole: turned back, its arrow points up', () => {
    const square = { ...DEFAULT_PROFILE, mediaWidthMm: 100, mediaHeightMm: 100, inkThreshold: 160 };
    const widths = ROTATIONS.map((rotation) => {
      const back = turnBitmap(testPage({ ...square, rotation }), ROTATIONS[((360 - rotation) % 360) / 90] ?? 0);
      const rows = Array.from({ length: back.heightDots }, (_, y) => inkRun(back, y));
      const start = rows.findIndex((run) => run === 1);
      return { isArrow: start > 0 && (rows[start + 20] ?? 0) > (rows[start + 5] ?? 0), rotation };
    });
    expect(widths.every(({ isArrow }) => isArrow)).toBe(true);
  });

  it('does not break on stock smaller than its drawing', () => {
    for (const rotation of ROTATIONS) {
      for (const [mediaWidthMm, mediaHeightMm] of [
        [10, 10],
        [30, 20],
        [100, 10],
        [10, 100],
      ] as const)
        expect(inkBoxOf(testPage({ ...DEFAULT_PROFILE, rotation, mediaWidthMm, mediaHeightMm }))).not.toBeNull();
    }
  });
});

/** How many dots are black near the middle of the content, in one row. */
function inkRun(bitmap: Bitmap, y: number): number {
  let count = 0;
  for (let x = 12 * 8; x < bitmap.widthDots - 14 * 8; x += 1) if (isBlack(bitmap, x, y)) count += 1;
  return y < 11 * 8 ? 0 : count;
}
