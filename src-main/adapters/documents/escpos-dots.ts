import type { Bitmap } from '../../core/label/bitmap.ts';

const BAND_ROWS = 128;
/** Heads with little memory take no more at once. */
const SHORT_BAND_ROWS = 24;

/** A picture as GS v 0 commands, in bands: cheap printers lose their place in a longer one. */
export function dotBands(bitmap: Bitmap, hasShortBands: boolean): Uint8Array {
  const { bytesPerRow, heightDots, data } = bitmap;
  const most = hasShortBands ? SHORT_BAND_ROWS : BAND_ROWS;
  const parts: Uint8Array[] = [];
  for (let top = 0; top < heightDots; top += most) {
    const rows = Math.min(most, heightDots - top);
    const head = [0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8];
    parts.push(Uint8Array.from(head), data.subarray(top * bytesPerRow, (top + rows) * bytesPerRow));
  }
  return Buffer.concat(parts);
}
