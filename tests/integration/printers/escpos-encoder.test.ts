import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { expect, it } from 'vitest';
import { encodeLabel } from '../../../src-main/adapters/printers/languages/encode.ts';
import type { Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { testPage } from '../../../src-main/core/label/test-page.ts';
import { readEscpos } from '../../../src-main/demo/printer/read-escpos.ts';
import { dotPapers } from '../../../src-main/demo/printer/reading.ts';
import { isBlack } from '../../support/bitmaps.ts';

/** The dots of all GS v 0 of a job, one band after the other. */
function rasters(job: Uint8Array): Uint8Array {
  const [paper] = dotPapers(readEscpos(job));
  return paper?.dots ?? new Uint8Array();
}

/** The bitmap as the other encoder takes it: pixels of four bytes. */
function imageData(bitmap: Bitmap): { data: Uint8ClampedArray; width: number; height: number } {
  const { widthDots: width, heightDots: height } = bitmap;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (isBlack(bitmap, x, y)) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { data, width, height };
}

/** @point-of-sale/receipt-printer-encoder, written by other people for the same printers. */
it('sends a receipt printer the same dots as another encoder does', () => {
  const profile = {
    ...DEFAULT_PROFILE,
    language: 'escpos' as const,
    mediaWidthMm: 72,
    mediaHeightMm: 100,
    headDots: 576,
  };
  const bitmap = testPage(profile);
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', imageMode: 'raster' });
  const theirs = encoder
    .initialize()
    .image(imageData(bitmap) as ImageData, bitmap.widthDots, bitmap.heightDots, 'threshold', 128)
    .encode() as Uint8Array;
  const start = Buffer.from(theirs).indexOf('\x1dv0', 0, 'latin1');
  expect(start).toBeGreaterThan(0);
  expect(rasters(encodeLabel(bitmap, profile, 1))).toEqual(bitmap.data);
  expect(rasters(theirs.subarray(start))).toEqual(bitmap.data);
});
