import { blankBitmap, type Bitmap } from './bitmap.ts';

/** Rows that must stay as they are, e.g. a code whose bars lie across the feed. */
export interface RowBand {
  readonly top: number;
  readonly height: number;
}

/**
 * Makes up for a printer whose feed is not true: so many more or fewer rows that what it makes of them is as long as
 * drawn. Rows are repeated or left out evenly, outside the bands as long as there are enough of them. `feedScale` is
 * what the printer makes of a millimetre.
 */
export function stretchRows(bitmap: Bitmap, feedScale: number, bands: readonly RowBand[]): Bitmap {
  const { widthDots, heightDots, bytesPerRow, data } = bitmap;
  const wanted = Math.max(1, Math.round(heightDots / feedScale));
  if (wanted === heightDots) return bitmap;
  const counts = rowCounts(heightDots, wanted, freeRows(heightDots, bands));
  const stretched = blankBitmap(widthDots, wanted);
  let to = 0;
  for (let y = 0; y < heightDots; y += 1) {
    const row = data.subarray(y * bytesPerRow, (y + 1) * bytesPerRow);
    for (let time = counts[y] ?? 0; time > 0; time -= 1, to += 1) stretched.data.set(row, to * bytesPerRow);
  }
  return stretched;
}

function freeRows(height: number, bands: readonly RowBand[]): number[] {
  const isFree = (y: number): boolean => !bands.some((band) => y >= band.top && y < band.top + band.height);
  return Array.from({ length: height }, (_, y) => y).filter(isFree);
}

/** How often each row is printed: all once, and the difference spread over the free rows, or over all if they are too few. */
function rowCounts(height: number, wanted: number, free: readonly number[]): Uint16Array {
  const counts = new Uint16Array(height).fill(1);
  const more = wanted - height;
  const rows = Math.abs(more) <= free.length / 2 ? free : Array.from({ length: height }, (_, y) => y);
  for (let index = 0; index < Math.abs(more); index += 1) {
    const y = rows[Math.floor(((index + 0.5) * rows.length) / Math.abs(more))] ?? 0;
    counts[y] = Math.max(0, (counts[y] ?? 1) + Math.sign(more));
  }
  return counts;
}
