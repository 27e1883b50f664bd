import type { Bitmap } from '../../../core/label/bitmap.ts';

const HEADER_BYTES = 40;
/** Two palette entries of four bytes: 0 is white, 1 is black, as in our bitmaps. */
const PALETTE = [0xff, 0xff, 0xff, 0, 0, 0, 0, 0];

export interface DeviceBitmap {
  /** BITMAPINFO: header and palette. */
  readonly info: Uint8Array;
  /** Rows from the bottom up, each padded to four bytes. */
  readonly rows: Uint8Array;
}

/** A bitmap as GDI wants it (Microsoft: BITMAPINFOHEADER). From the bottom up, because every driver takes that. */
export function deviceBitmap({ widthDots, heightDots, bytesPerRow, data }: Bitmap): DeviceBitmap {
  const stride = Math.ceil(widthDots / 32) * 4;
  const rows = new Uint8Array(stride * heightDots);
  for (let y = 0; y < heightDots; y += 1)
    rows.set(data.subarray(y * bytesPerRow, (y + 1) * bytesPerRow), (heightDots - 1 - y) * stride);
  const info = new Uint8Array(HEADER_BYTES + PALETTE.length);
  const view = new DataView(info.buffer);
  view.setUint32(0, HEADER_BYTES, true);
  view.setInt32(4, widthDots, true);
  view.setInt32(8, heightDots, true);
  view.setUint16(12, 1, true);
  view.setUint16(14, 1, true);
  view.setUint32(20, rows.length, true);
  view.setUint32(32, 2, true);
  info.set(PALETTE, HEADER_BYTES);
  return { info, rows };
}
