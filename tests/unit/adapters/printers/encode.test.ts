import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLabel } from '../../../../src-main/adapters/printers/languages/encode.ts';
import { blankBitmap, type Bitmap } from '../../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../../../src-main/core/label/printer-profile.ts';
import { readTspl } from '../../../../src-main/demo/printer/read-tspl.ts';
import { readZpl } from '../../../../src-main/demo/printer/read-zpl.ts';
import { bitmaps } from '../../../support/random-bitmap.ts';

const TSPL: PrinterProfile = {
  ...DEFAULT_PROFILE,
  mediaWidthMm: 101.6,
  mediaHeightMm: 152.4,
  gapMm: 3,
  density: 8,
  speedIps: 4,
};
const ZPL: PrinterProfile = { ...TSPL, language: 'zpl' };

/** Ten dots wide: a black corner dot, a row of ink, a white row. */
function smallBitmap(): Bitmap {
  const bitmap = blankBitmap(10, 3);
  bitmap.data.set([0x80, 0x00, 0xff, 0xc0, 0x00, 0x00]);
  return bitmap;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('TSPL', () => {
  it('is the proven command subset, whole millimetres, and the bitmap inverted with its padding', () => {
    const job = encodeLabel(smallBitmap(), TSPL, 2);
    const head =
      'SIZE 102 mm,152 mm\r\nGAP 3 mm,0 mm\r\nREFERENCE 0,0\r\nDIRECTION 0,0\r\nSPEED 4\r\nDENSITY 8\r\nCLS\r\nBITMAP 0,0,2,3,1,';
    expect(text(job.subarray(0, head.length))).toBe(head);
    expect([...job.subarray(head.length, head.length + 6)]).toEqual([0x7f, 0xff, 0x00, 0x3f, 0xff, 0xff]);
    expect(text(job.subarray(head.length + 6))).toBe('\r\nPRINT 1,2\r\n');
  });

  it('leaves speed and darkness to the printer unless told, and says how the label is found', () => {
    const profile = { ...TSPL, density: null, speedIps: null };
    expect(text(encodeLabel(smallBitmap(), profile, 1))).not.toMatch(/SPEED|DENSITY/);
    expect(text(encodeLabel(smallBitmap(), { ...profile, mediaTracking: 'mark' }, 1))).toContain('BLINE 3 mm,0 mm');
    expect(text(encodeLabel(smallBitmap(), { ...profile, mediaTracking: 'continuous' }, 1))).toContain('GAP 0 mm,0 mm');
  });

  it('never says more darkness than the language has', () => {
    expect(text(encodeLabel(smallBitmap(), { ...TSPL, density: 30 }, 1))).toContain('DENSITY 15\r\n');
  });

  it('carries any bitmap to paper unchanged', () => {
    fc.assert(
      fc.property(bitmaps, (bitmap) => {
        const { papers, complaints } = readTspl(encodeLabel(bitmap, TSPL, 1));
        expect(complaints).toEqual([]);
        expect(papers.map((paper) => topLeft(paper, bitmap))).toEqual([bitmap.data]);
      }),
    );
  });
});

describe('ZPL', () => {
  it('is one compressed graphic between its settings', () => {
    const job = text(encodeLabel(smallBitmap(), ZPL, 3));
    expect(job).toBe('~SD08^XA^MNY^PR4^PW16^LL3^LH0,0^LS0^LT0^PON^FO0,0^GFA,6,6,2,80,HFC0,^FS^PQ3^XZ\n');
  });

  it('carries any bitmap to paper unchanged', () => {
    fc.assert(
      fc.property(bitmaps, (bitmap) => {
        const { papers, complaints } = readZpl(encodeLabel(bitmap, ZPL, 1));
        expect(complaints).toEqual([]);
        expect(papers.map((paper) => topLeft(paper, bitmap))).toEqual([bitmap.data]);
      }),
    );
  });

  it('writes long runs of one digit as few letters', () => {
    const bitmap = blankBitmap(8 * 230, 1);
    bitmap.data.fill(0x55);
    // 460 fives: z is 400, i is 60.
    expect(text(encodeLabel(bitmap, { ...ZPL, headDots: 2_000 }, 1))).toContain('^GFA,230,230,230,zi5^FS');
    expect(readZpl(encodeLabel(bitmap, { ...ZPL, headDots: 2_000 }, 1)).papers[0]?.dots).toEqual(bitmap.data);
  });
});

describe('any language', () => {
  it('cuts what is wider than the head, and leaves no ink in the padding', () => {
    const bitmap = blankBitmap(40, 2);
    bitmap.data.fill(0xff);
    for (const profile of [TSPL, ZPL]) {
      const job = encodeLabel(bitmap, { ...profile, headDots: 20 }, 1);
      const [paper] = (profile.language === 'zpl' ? readZpl : readTspl)(job).papers;
      expect([...(paper?.dots.subarray(0, 3) ?? [])]).toEqual([0xff, 0xff, 0xf0]);
    }
  });

  it.each([0, -1, 1.5, 1_000, Number.NaN])('refuses %s copies', (copies) => {
    expect(() => encodeLabel(smallBitmap(), TSPL, copies)).toThrow(RangeError);
  });
});

/** The part of the paper that the bitmap covers, in the bitmap's own rows; the paper is as large as the stock. */
function topLeft(paper: { dots: Uint8Array; bytesPerRow: number }, { bytesPerRow, heightDots }: Bitmap): Uint8Array {
  const part = new Uint8Array(bytesPerRow * heightDots);
  for (let y = 0; y < heightDots; y += 1)
    part.set(paper.dots.subarray(y * paper.bytesPerRow, y * paper.bytesPerRow + bytesPerRow), y * bytesPerRow);
  return part;
}
