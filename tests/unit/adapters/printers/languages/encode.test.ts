import { describe, expect, it } from 'vitest';
import { crc16 } from '../../../../../src-main/adapters/printers/languages/crc16.ts';
import { encodeLabel } from '../../../../../src-main/adapters/printers/languages/encode.ts';
import { blankBitmap } from '../../../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE, type PrinterLanguage } from '../../../../../src-main/core/label/printer-profile.ts';
import { readZpl } from '../../../../../src-main/demo/printer/read-zpl.ts';
import { dotPapers } from '../../../../../src-main/demo/printer/reading.ts';

const LANGUAGES: readonly PrinterLanguage[] = ['tspl', 'zpl', 'epl', 'cpcl', 'escpos'];
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('any language', () => {
  it.each([0, -1, 1.5, 1_000, Number.NaN])('refuses %s copies', (copies) => {
    for (const language of LANGUAGES)
      expect(() => encodeLabel(blankBitmap(8, 8), { ...DEFAULT_PROFILE, language }, copies)).toThrow(RangeError);
  });

  it('is none for a printer that takes pages', () => {
    expect(() => encodeLabel(blankBitmap(8, 8), { ...DEFAULT_PROFILE, language: 'page' }, 1)).toThrow(/pages/);
  });

  it('leaves the bitmap as it was', () => {
    const bitmap = blankBitmap(20, 5);
    bitmap.data.fill(0xff);
    for (const language of LANGUAGES) encodeLabel(bitmap, { ...DEFAULT_PROFILE, language, headDots: 10 }, 1);
    expect(bitmap.data.every((byte) => byte === 0xff)).toBe(true);
  });

  it('takes a bitmap that is a part of a larger buffer', () => {
    const whole = new Uint8Array(31).map((_, at) => at * 7);
    const bitmap = { widthDots: 24, heightDots: 5, bytesPerRow: 3, data: whole.subarray(3, 18) };
    const copy = { ...bitmap, data: bitmap.data.slice() };
    for (const language of LANGUAGES) {
      const profile = { ...DEFAULT_PROFILE, language };
      expect(encodeLabel(bitmap, profile, 1)).toEqual(encodeLabel(copy, profile, 1));
    }
  });
});

describe('darkness and speed', () => {
  it.each([
    ['tspl', /DENSITY 15\r\n/, /SPEED 12\r\n/],
    ['zpl', /~SD30/, /\^PR14/],
    ['epl', /\nD15\n/, /\nS6\n/],
    ['cpcl', /CONTRAST 3\r\n/, /SPEED 5\r\n/],
  ] as const)('%s never says more than the language has', (language, density, speed) => {
    const job = text(encodeLabel(blankBitmap(8, 8), { ...DEFAULT_PROFILE, language, density: 99, speedIps: 99 }, 1));
    expect(job).toMatch(density);
    expect(job).toMatch(speed);
  });

  it.each(['tspl', 'zpl', 'epl', 'cpcl'] as const)('%s leaves them to the printer unless told', (language) => {
    const job = text(encodeLabel(blankBitmap(8, 8), { ...DEFAULT_PROFILE, language }, 1));
    expect(job).not.toMatch(/DENSITY|SPEED|~SD|\^PR|\nD\d|\nS\d|CONTRAST/);
  });
});

describe('ZPL', () => {
  it('writes long runs of one digit as few letters', () => {
    const bitmap = blankBitmap(8 * 230, 1);
    bitmap.data.fill(0x55);
    const job = encodeLabel(bitmap, { ...DEFAULT_PROFILE, language: 'zpl', headDots: 2_000 }, 1);
    // 460 fives: z is 400, i is 60.
    expect(text(job)).toContain('^GFA,230,230,230,zi5^FS');
    expect(dotPapers(readZpl(job))[0]?.dots).toEqual(bitmap.data);
  });

  it('has the checksum of XMODEM under its zlib data', () => {
    // The check value of CRC-16/XMODEM in the catalogue of parametrised CRC algorithms.
    expect(crc16('123456789')).toBe(0x31c3);
    expect(crc16('')).toBe(0);
  });
});

describe('ESC/POS', () => {
  it('sends no raster of more rows than a small printer holds', () => {
    const rowsOf = (quirks: readonly 'short-bands'[]): number[] => {
      const job = encodeLabel(blankBitmap(384, 300), { ...DEFAULT_PROFILE, language: 'escpos', quirks }, 1);
      return [...text(job).matchAll(/\x1dv0\0(..)(..)/gs)].map(
        ([, , rows = '']) => rows.charCodeAt(0) + 256 * rows.charCodeAt(1),
      );
    };
    expect(rowsOf([])).toEqual([128, 128, 44]);
    expect(rowsOf(['short-bands'])).toEqual([...Array.from({ length: 12 }, () => 24), 12]);
  });
});
