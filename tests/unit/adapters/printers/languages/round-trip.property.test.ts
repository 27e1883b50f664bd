import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLabel } from '../../../../../src-main/adapters/printers/languages/encode.ts';
import { blankBitmap, type Bitmap } from '../../../../../src-main/core/label/bitmap.ts';
import { LANGUAGE_LIMITS } from '../../../../../src-main/core/label/language-limits.ts';
import {
  CUTS,
  DEFAULT_PROFILE,
  MEDIA_TRACKINGS,
  dotsPerMm,
  type PrinterLanguage,
  type PrinterProfile,
} from '../../../../../src-main/core/label/printer-profile.ts';
import type { DecodedPaper } from '../../../../../src-main/demo/printer/paper.ts';
import { readCpcl } from '../../../../../src-main/demo/printer/read-cpcl.ts';
import { readEpl } from '../../../../../src-main/demo/printer/read-epl.ts';
import { readEscpos } from '../../../../../src-main/demo/printer/read-escpos.ts';
import { readTspl } from '../../../../../src-main/demo/printer/read-tspl.ts';
import { readZpl } from '../../../../../src-main/demo/printer/read-zpl.ts';
import { dotPapers, type ReadResult } from '../../../../../src-main/demo/printer/reading.ts';
import { anyBitmap } from '../../../../support/bitmaps.ts';

const READERS: readonly (readonly [PrinterLanguage, (bytes: Uint8Array, dotsPerMm: number) => ReadResult])[] = [
  ['tspl', readTspl],
  ['zpl', readZpl],
  ['epl', readEpl],
  ['cpcl', readCpcl],
  ['escpos', readEscpos],
];

/** All settings that a language may be given, sensible or not. */
function profiles(language: PrinterLanguage): fc.Arbitrary<PrinterProfile> {
  return fc
    .record({
      dpi: fc.constantFrom(203 as const, 300 as const, 600 as const),
      mediaTracking: fc.constantFrom(...MEDIA_TRACKINGS),
      cut: fc.constantFrom(...CUTS),
      gapMm: fc.integer({ min: 0, max: 30 }),
      density: fc.option(fc.integer({ min: 0, max: 30 })),
      speedIps: fc.option(fc.double({ min: 1, max: 14, noNaN: true })),
      quirks: fc.subarray([...LANGUAGE_LIMITS[language].quirks]),
    })
    .map((change) => ({ ...DEFAULT_PROFILE, mediaWidthMm: 40, mediaHeightMm: 40, ...change, language }));
}

/** The part of the paper that the bitmap covers, in the bitmap's own rows; the paper may be as large as the stock. */
function topLeft(paper: DecodedPaper, { bytesPerRow, heightDots }: Bitmap): Uint8Array {
  const part = new Uint8Array(bytesPerRow * heightDots);
  for (let y = 0; y < heightDots; y += 1)
    part.set(paper.dots.subarray(y * paper.bytesPerRow, y * paper.bytesPerRow + bytesPerRow), y * bytesPerRow);
  return part;
}

/** No ink outside of the bitmap either. */
const ink = (dots: Uint8Array): number =>
  dots.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);

/** Labels as they come, and what coders get wrong: one dot, one row, all black, all white, white rows between. */
const bitmaps = fc.oneof(
  { weight: 6, arbitrary: anyBitmap(150, 40) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), fc.boolean())
      .map(([width, height, isBlack]) => plain(width, height, isBlack)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(plain(1, 1, true), plain(8, 1, true), plain(9, 256, true), plain(7, 129, false)),
  },
);

function plain(width: number, height: number, isBlack: boolean): Bitmap {
  const bitmap = blankBitmap(width, height);
  if (!isBlack) return bitmap;
  bitmap.data.fill(0xff);
  const mask = 0xff << ((8 - (width % 8)) % 8);
  for (let at = bitmap.bytesPerRow - 1; at < bitmap.data.length; at += bitmap.bytesPerRow)
    bitmap.data[at] = mask & 0xff;
  return bitmap;
}

describe.each(READERS)('%s', (language, read) => {
  it('carries any bitmap with any settings to paper, dot for dot, and nothing else', () => {
    fc.assert(
      fc.property(bitmaps, profiles(language), (bitmap, profile) => {
        const { complaints, ...result } = read(encodeLabel(bitmap, profile, 1), dotsPerMm(profile.dpi));
        expect(complaints).toEqual([]);
        const papers = dotPapers({ complaints, ...result });
        expect(papers.map((paper) => topLeft(paper, bitmap))).toEqual([bitmap.data]);
        expect(ink(papers[0]?.dots ?? new Uint8Array())).toBe(ink(bitmap.data));
      }),
    );
  });

  it('prints as many copies as were asked for', () => {
    fc.assert(
      fc.property(anyBitmap(30, 4), profiles(language), fc.integer({ min: 1, max: 999 }), (bitmap, profile, copies) => {
        const papers = dotPapers(read(encodeLabel(bitmap, profile, copies), dotsPerMm(profile.dpi)));
        // ESC/POS has no copies, its labels come one after the other.
        expect(papers.reduce((sum, paper) => sum + paper.copies, 0)).toBe(copies);
      }),
      { numRuns: 20 },
    );
  });

  it('cuts what is wider than the head, and sends no ink in the padding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 100 }), (width, headDots) => {
        const dirty = blankBitmap(width, 3);
        dirty.data.fill(0xff);
        const profile = { ...DEFAULT_PROFILE, language, headDots, mediaWidthMm: 20, mediaHeightMm: 10 };
        const papers = dotPapers(read(encodeLabel(dirty, profile, 1), dotsPerMm(profile.dpi)));
        expect(papers.map(({ dots }) => ink(dots))).toEqual([Math.min(width, headDots) * 3]);
      }),
    );
  });
});
