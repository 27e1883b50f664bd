import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankBitmap } from '../../../../src-main/core/label/bitmap.ts';
import { code128, code128Modules, drawCode128 } from '../../../../src-main/core/label/code128.ts';
import { readCodes } from '../../../integration/demo/support/read-codes.ts';
import { isBlack } from '../../../support/bitmaps.ts';

describe('code128', () => {
  it('is eleven modules a symbol and thirteen for the stop', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{1,20}$/), (text) => {
        expect(code128Modules(text)).toBe(11 * (text.length + 2) + 13);
      }),
    );
  });

  it('begins and ends with a bar', () => {
    expect(code128('A').length % 2).toBe(1);
  });

  it('is read back by another reader, each letter of the set', async () => {
    const letters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    for (let at = 0; at < letters.length; at += 19) {
      // A reader drops white at the ends.
      const text = `<${letters.slice(at, at + 19)}>`;
      const bitmap = blankBitmap(2 * code128Modules(text) + 60, 80);
      drawCode128(bitmap, text, { left: 30, top: 10, height: 60, moduleDots: 2 });
      const gray = new Uint8Array(bitmap.widthDots * 80).map((_, index) =>
        isBlack(bitmap, index % bitmap.widthDots, Math.floor(index / bitmap.widthDots)) ? 0 : 255,
      );
      expect(await readCodes({ width: bitmap.widthDots, height: 80, gray })).toEqual([`Code128 ${text}`]);
    }
  });

  it('refuses letters it has no bars for', () => {
    expect(() => code128('出单')).toThrow(RangeError);
  });
});
