import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gifAsPicture } from '../../../../src-main/adapters/printers/raster/gif-as-picture.ts';
import { gifPixelCount } from '../../../../src-main/adapters/printers/raster/gif-pixel-count.ts';
import { exifOrientation } from '../../../../src-main/adapters/printers/raster/jpeg-exif.ts';
import { readJpegFile } from '../../../../src-main/adapters/printers/raster/jpeg-file.ts';
import { userUnit } from '../../../../src-main/adapters/printers/raster/user-unit.ts';
import { LabelUnreadable } from '../../../../src-main/app/ports/printing.ts';
import { gifOf } from '../../../support/gifs.ts';

const STOCK = { width: 4, height: 6 };
const reasonOf = (work: () => unknown): unknown => {
  try {
    work();
    return 'read';
  } catch (error) {
    return error instanceof LabelUnreadable ? error.reason : error;
  }
};
const noise = (x: number, y: number): boolean => ((x * 7 + y * 13) * 2_654_435_761) % 97 < 40;

describe('GIF', () => {
  it('comes out as grey, see-through parts white', () => {
    const { image, widthPt } = gifAsPicture(gifOf(40, 30, noise), STOCK);
    expect([image.width, image.height]).toEqual([40, 30]);
    expect([...image.data]).toEqual(
      Array.from({ length: 1_200 }, (_, at) => (noise(at % 40, Math.floor(at / 40)) ? 0 : 255)),
    );
    expect(widthPt).toBeCloseTo((40 / 203) * 72, 3);
    const clear = gifAsPicture(
      gifOf(4, 4, () => true, { transparent: 0 }),
      STOCK,
    );
    expect([...clear.image.data]).toEqual(Array.from({ length: 16 }, () => 255));
  });

  it('counts its pixels without unpacking them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer(),
        (width, height, seed) => {
          const gif = gifOf(width, height, (x, y) => noise(x + seed, y));
          // Header 13, palette 6, image descriptor 10 bytes and whatever extension stands before it.
          const start = gif.indexOf(0x2c, 19) + 10;
          expect(gifPixelCount(gif, start)).toBe(width * height);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is refused when it is cut short, empty, or larger than any label', () => {
    const whole = gifOf(60, 60, noise);
    expect(reasonOf(() => gifAsPicture(whole.subarray(0, 60), STOCK))).toBe('damaged');
    const short = whole.slice();
    const start = short.indexOf(0x2c, 19);
    short.set([200, 0], start + 5);
    short.set([200, 0, 200, 0], 6);
    expect(reasonOf(() => gifAsPicture(short, STOCK))).toBe('damaged');
    const huge = whole.slice();
    huge.set([0xff, 0xff, 0xff, 0xff], 6);
    expect(reasonOf(() => gifAsPicture(huge, STOCK))).toBe('too-large');
    huge.set([0xff, 0xff, 0xff, 0xff], start + 5);
    expect(reasonOf(() => gifAsPicture(huge, STOCK))).toBe('too-large');
    expect(reasonOf(() => gifAsPicture(whole.subarray(0, 13), STOCK))).not.toBe('read');
  });

  it('never fails in another way, however it is damaged', () => {
    const whole = gifOf(30, 30, noise);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const bad = whole.slice();
        for (const [at, byte] of changes) bad[at] = byte;
        expect(['read', 'damaged', 'too-large', 'no-pages']).toContain(reasonOf(() => gifAsPicture(bad, STOCK)));
      }),
    );
  });
});

/** SOI, these segments, start of scan, EOI. */
function jpeg(...segments: readonly (readonly [number, readonly number[]])[]): Uint8Array {
  const parts = segments.flatMap(([marker, data]) => [
    0xff,
    marker,
    (data.length + 2) >> 8,
    (data.length + 2) & 0xff,
    ...data,
  ]);
  return Uint8Array.from([0xff, 0xd8, ...parts, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
}
const frame = (
  marker: number,
  width: number,
  height: number,
  channels = 3,
  precision = 8,
): readonly [number, number[]] => [
  marker,
  [
    precision,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    channels,
    ...Array.from({ length: channels * 3 }, () => 1),
  ],
];
const text = (words: string): number[] => Array.from(words, (letter) => letter.charCodeAt(0));

describe('JPEG', () => {
  it('tells its size, colours, resolution and orientation', () => {
    const jfif = [...text('JFIF\0'), 1, 2, 1, 0, 203, 0, 203, 0, 0];
    expect(readJpegFile(jpeg([0xe0, jfif], frame(0xc2, 812, 1218, 1)))).toEqual({
      width: 812,
      height: 1218,
      channels: 1,
      isAdobe: false,
      orientation: 1,
      dpi: 203,
    });
    const metric = [...text('JFIF\0'), 1, 2, 2, 0, 80, 0, 80, 0, 0];
    expect(readJpegFile(jpeg([0xe0, metric], frame(0xc0, 8, 8))).dpi).toBeCloseTo(203.2, 5);
    const adobe = [...text('Adobe'), 0, 100, 0, 0, 0, 0, 2];
    expect(readJpegFile(jpeg([0xee, adobe], frame(0xc0, 8, 8, 4)))).toMatchObject({
      channels: 4,
      isAdobe: true,
      dpi: null,
    });
  });

  it('is refused when it is cut short, of a rare kind, or too large', () => {
    const good = jpeg(frame(0xc0, 8, 8));
    expect(reasonOf(() => readJpegFile(good.subarray(0, good.length - 2)))).toBe('damaged');
    expect(reasonOf(() => readJpegFile(jpeg()))).toBe('damaged');
    expect(reasonOf(() => readJpegFile(jpeg(frame(0xc9, 8, 8))))).toBe('damaged');
    expect(reasonOf(() => readJpegFile(jpeg(frame(0xc0, 8, 8, 3, 12))))).toBe('damaged');
    expect(reasonOf(() => readJpegFile(jpeg(frame(0xc0, 0, 8))))).toBe('damaged');
    expect(reasonOf(() => readJpegFile(jpeg(frame(0xc0, 60_000, 60_000))))).toBe('too-large');
  });

  it('never fails in another way, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        const bytes = Uint8Array.from([0xff, 0xd8, ...tail, 0xff, 0xd9]);
        expect(['read', 'damaged', 'too-large']).toContain(reasonOf(() => readJpegFile(bytes)));
      }),
    );
  });

  it('has an orientation of its EXIF block, or none', () => {
    expect(exifOrientation(new Uint8Array())).toBe(1);
    expect(exifOrientation(Uint8Array.from([...text('II'), 42, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0]))).toBe(1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (tail) => {
        expect(exifOrientation(Uint8Array.from([...text('MM'), 0, 42, 0, 0, 0, 8, ...tail]))).toBeGreaterThan(0);
      }),
    );
  });
});

describe('userUnit', () => {
  it('is what the pages agree on', () => {
    const unitOf = (words: string): number => userUnit(Uint8Array.from(text(words)));
    expect(unitOf('<< /Type /Page >>')).toBe(1);
    expect(unitOf('<< /UserUnit 2.5 >>')).toBe(2.5);
    expect(unitOf('<< /UserUnit 2 >> << /UserUnit 3 >>')).toBe(1);
    expect(unitOf('<< /UserUnit 0 >>')).toBe(1);
    expect(unitOf('<< /UserUnit 5000 >>')).toBe(1);
  });
});
