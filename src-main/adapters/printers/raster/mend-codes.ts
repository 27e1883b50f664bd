import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { Box } from '../../../core/label/box.ts';
import { cutOut, layInk } from '../../../core/label/move-ink.ts';
import { packDots } from './pack-dots.ts';
import type { GrayImage } from './pdfium.ts';
import type { SpottedBarcode } from './read-codes.ts';

const FINER = 8;
/** Means are cut here (measured best 110–128 of 255). */
const THRESHOLD = 120;
const QUIET_DOTS = 6;

/**
 * Draws barcodes again, each dot as the mean of eight finer ones along the code: bars that are no whole number of dots
 * keep their width better than when drawn at once (measured). Nothing but these barcodes is touched. `finer` is how much
 * finer the picture was in which they were found; `draw` draws a box of the dots so many times as fine along each axis.
 */
export function mendCodes(
  dots: Bitmap,
  codes: readonly SpottedBarcode[],
  finer: number,
  draw: (times: { readonly x: number; readonly y: number }, box: Box) => GrayImage,
): Bitmap {
  const mended = cutOut(dots, { left: 0, top: 0, width: dots.widthDots, height: dots.heightDots });
  for (const code of codes) {
    const box = boxInDots(code.box, finer, dots);
    const image = draw(code.isUpended ? { x: 1, y: FINER } : { x: FINER, y: 1 }, box);
    replace(mended, packDots(meansOf(image, box.width, box.height), THRESHOLD), box);
  }
  return mended;
}

function boxInDots({ left, top, width, height }: Box, finer: number, { widthDots, heightDots }: Bitmap): Box {
  const [fromX, fromY] = [
    Math.max(0, Math.floor(left / finer) - QUIET_DOTS),
    Math.max(0, Math.floor(top / finer) - QUIET_DOTS),
  ];
  const toX = Math.min(widthDots, Math.ceil((left + width) / finer) + QUIET_DOTS);
  const toY = Math.min(heightDots, Math.ceil((top + height) / finer) + QUIET_DOTS);
  return { left: fromX, top: fromY, width: Math.max(1, toX - fromX), height: Math.max(1, toY - fromY) };
}

function meansOf(fine: GrayImage, width: number, height: number): GrayImage {
  const [byX, byY] = [fine.width / width, fine.height / height];
  const sums = new Uint16Array(width * height);
  for (let y = 0, at = 0; y < fine.height; y += 1) {
    const row = Math.floor(y / byY) * width;
    for (let x = 0; x < fine.width; x += 1, at += 1) {
      const to = row + Math.floor(x / byX);
      sums[to] = (sums[to] ?? 0) + (fine.pixels[at] ?? 255);
    }
  }
  return { width, height, pixels: Uint8Array.from(sums, (sum) => Math.round(sum / (byX * byY))) };
}

function replace(bitmap: Bitmap, part: Bitmap, box: Box): void {
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let x = box.left; x < box.left + box.width; x += 1) {
      const at = y * bitmap.bytesPerRow + (x >> 3);
      bitmap.data[at] = (bitmap.data[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  layInk(bitmap, part, box.left, box.top);
}
