import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { ZplApi } from 'zpl-renderer-js';
import { encodeLabel } from '../../../src-main/adapters/printers/languages/encode.ts';
import { blankBitmap, type Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE, dotsPerMm, type PrinterProfile } from '../../../src-main/core/label/printer-profile.ts';
import { testPage } from '../../../src-main/core/label/test-page.ts';

/** An independent ZPL renderer, written in Go by other people. */
const { ready } = createRequire(import.meta.url)('zpl-renderer-js') as {
  readonly ready: Promise<{ readonly api: ZplApi }>;
};

function zplProfile(dpi: 203 | 300): PrinterProfile {
  return { ...DEFAULT_PROFILE, language: 'zpl', dpi, headDots: dpi === 203 ? 832 : 1_280 };
}

/** Ink everywhere: single dots, long runs, repeated rows and rows that end in black. */
function noisyBitmap(widthDots: number, heightDots: number): Bitmap {
  const bitmap = blankBitmap(widthDots, heightDots);
  let state = 7;
  for (let at = 0; at < bitmap.data.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const row = Math.floor(at / bitmap.bytesPerRow) % 8;
    bitmap.data[at] =
      row === 3 ? 0xff : row === 4 ? 0 : row === 5 ? (bitmap.data[at - bitmap.bytesPerRow * 5] ?? 0) : state >>> 24;
  }
  return bitmap;
}

/** Dots in which the rendered picture and the bitmap differ. */
async function differing(bitmap: Bitmap, profile: PrinterProfile): Promise<number> {
  // It knows whole dots a millimetre only; the label is made as many millimetres as give the same dots.
  const perMm = Math.round(dotsPerMm(profile.dpi));
  const zpl = Buffer.from(encodeLabel(bitmap, profile, 1)).toString('latin1');
  const { api } = await ready;
  const base64 = await api.zplToBase64Async(zpl, bitmap.widthDots / perMm, bitmap.heightDots / perMm, perMm);
  const picture = PNG.sync.read(Buffer.from(base64, 'base64'));
  let count = 0;
  for (let y = 0; y < Math.min(bitmap.heightDots, picture.height); y += 1) {
    for (let x = 0; x < Math.min(bitmap.widthDots, picture.width); x += 1) {
      const isInk = (picture.data[(y * picture.width + x) * 4] ?? 255) < 128;
      const isBlack = ((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
      if (isInk !== isBlack) count += 1;
    }
  }
  expect(picture.width).toBeGreaterThanOrEqual(bitmap.widthDots - 8);
  expect(picture.height).toBeGreaterThanOrEqual(bitmap.heightDots - 8);
  return count;
}

describe('ZPL as another program draws it', () => {
  it.each([203, 300] as const)('the test page at %i dpi, dot for dot', async (dpi) => {
    const profile = zplProfile(dpi);
    expect(await differing(testPage(profile), profile)).toBe(0);
  });

  it.each([[[]], [['z64']]] as const)('a page full of ink, dot for dot, %j', async (quirks) => {
    const profile: PrinterProfile = { ...zplProfile(203), quirks };
    expect(await differing(noisyBitmap(800, 1_200), profile)).toBe(0);
  });
});
