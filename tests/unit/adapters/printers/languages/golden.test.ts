import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { encodeLabel } from '../../../../../src-main/adapters/printers/languages/encode.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../../../../src-main/core/label/printer-profile.ts';
import { bitmapOf } from '../../../../support/bitmaps.ts';

/** A thing of each kind: runs, a frame, white rows, a black row that ends in padding. */
const PICTURE = bitmapOf(
  '############........',
  '#..................#',
  '....................',
  '....................',
  '####################',
);
const STOCK = { ...DEFAULT_PROFILE, mediaWidthMm: 101.6, mediaHeightMm: 152.4, gapMm: 3 };
const ALL = { density: 2, speedIps: 4, cut: 'each' } as const;

const CASES: Readonly<Record<string, readonly (readonly [string, Partial<PrinterProfile>, number])[]>> = {
  tspl: [
    ['plain', {}, 1],
    ['everything set, two copies', ALL, 2],
    ['black mark', { mediaTracking: 'mark' }, 1],
    ['continuous', { mediaTracking: 'continuous' }, 1],
    ['gap in dots, leading NULs, 300 dpi', { quirks: ['gap-in-dots', 'leading-nuls'], dpi: 300 }, 1],
  ],
  zpl: [
    ['plain', {}, 1],
    ['everything set, two copies', ALL, 2],
    ['black mark', { mediaTracking: 'mark' }, 1],
    ['continuous', { mediaTracking: 'continuous' }, 1],
    ['zlib', { quirks: ['z64'] }, 1],
  ],
  epl: [
    ['plain', {}, 1],
    ['everything set, two copies', ALL, 2],
    ['black mark', { mediaTracking: 'mark' }, 1],
    ['continuous', { mediaTracking: 'continuous' }, 1],
  ],
  cpcl: [
    ['plain', {}, 1],
    ['everything set, two copies', ALL, 2],
    ['black mark, 300 dpi', { mediaTracking: 'mark', dpi: 300 }, 1],
    ['continuous', { mediaTracking: 'continuous' }, 1],
  ],
  escpos: [
    ['plain', {}, 1],
    ['everything set, two copies', ALL, 2],
    ['black mark', { mediaTracking: 'mark' }, 1],
    ['continuous', { mediaTracking: 'continuous' }, 1],
    ['continuous with a cutter', { mediaTracking: 'continuous', cut: 'each' }, 1],
  ],
};

/** Bytes so that a person can check them against a manual: printing ASCII as it is, line ends as line ends too. */
function readable(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => {
    if (byte === 0x0a) return '<LF>\n';
    if (byte === 0x0d) return '<CR>';
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3c;
    return isPlain ? String.fromCharCode(byte) : `<${byte.toString(16).toUpperCase().padStart(2, '0')}>`;
  }).join('');
}

/** The files were read against the languages' manuals when they were made; removing one makes it anew. */
describe('the bytes of a job are those of the golden file', () => {
  it.each(Object.entries(CASES))('%s', (language, cases) => {
    const text = cases
      .map(([title, change, copies]) => {
        const profile = { ...STOCK, ...change, language } as PrinterProfile;
        return `=== ${title}\n${readable(encodeLabel(PICTURE, profile, copies))}\n`;
      })
      .join('\n');
    const file = fileURLToPath(new URL(`../../../../fixtures/printers/${language}.txt`, import.meta.url));
    if (!existsSync(file)) {
      writeFileSync(file, text);
      expect.fail(`${file} was missing; it is made anew: read it, then run again`);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});
