import { blankBitmap, type Bitmap } from './bitmap.ts';
import type { Box } from './box.ts';
import type { Rotation } from './printer-profile.ts';

/** Adds the ink of `source` to `target` with its top left corner at (left, top); what lies outside is left away. */
export function layInk(target: Bitmap, source: Bitmap, left: number, top: number): void {
  const shift = ((left % 8) + 8) % 8;
  const firstByte = (left - shift) / 8;
  const lastMask = 0xff << ((8 - (target.widthDots % 8)) % 8);
  const put = (row: number, column: number, bits: number): void => {
    if (column < 0 || column >= target.bytesPerRow) return;
    const kept = column === target.bytesPerRow - 1 ? bits & lastMask : bits;
    target.data[row + column] = (target.data[row + column] ?? 0) | kept;
  };
  for (let y = Math.max(0, -top); y < source.heightDots && y + top < target.heightDots; y += 1) {
    const row = (y + top) * target.bytesPerRow;
    for (let column = 0; column < source.bytesPerRow; column += 1) {
      const bits = source.data[y * source.bytesPerRow + column] ?? 0;
      if (bits === 0) continue;
      put(row, firstByte + column, bits >> shift);
      if (shift > 0) put(row, firstByte + column + 1, (bits << (8 - shift)) & 0xff);
    }
  }
}

/** A part of a bitmap as a bitmap of its own. */
export function cutOut(bitmap: Bitmap, box: Box): Bitmap {
  const part = blankBitmap(box.width, box.height);
  layInk(part, bitmap, -box.left, -box.top);
  return part;
}

/** The bitmap turned clockwise by so many degrees. */
export function turnBitmap(bitmap: Bitmap, degrees: Rotation): Bitmap {
  if (degrees === 0) return bitmap;
  const { widthDots, heightDots, bytesPerRow, data } = bitmap;
  const turned = degrees === 180 ? blankBitmap(widthDots, heightDots) : blankBitmap(heightDots, widthDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let column = 0; column < bytesPerRow; column += 1) {
      const bits = data[y * bytesPerRow + column] ?? 0;
      if (bits === 0) continue;
      for (let x = column * 8, bit = 0x80; bit > 0; x += 1, bit >>= 1) {
        if ((bits & bit) === 0) continue;
        const toX = degrees === 90 ? heightDots - 1 - y : degrees === 180 ? widthDots - 1 - x : y;
        const toY = degrees === 90 ? x : degrees === 180 ? heightDots - 1 - y : widthDots - 1 - x;
        const at = toY * turned.bytesPerRow + (toX >> 3);
        turned.data[at] = (turned.data[at] ?? 0) | (0x80 >> (toX & 7));
      }
    }
  }
  return turned;
}

/** The smallest box around all ink; null on a white bitmap. */
export function inkBoxOf({ widthDots, heightDots, bytesPerRow, data }: Bitmap): Box | null {
  const columns = new Uint8Array(bytesPerRow);
  let [top, bottom] = [heightDots, -1];
  for (let y = 0, at = 0; y < heightDots; y += 1) {
    let any = 0;
    for (let column = 0; column < bytesPerRow; column += 1, at += 1) {
      const bits = data[at] ?? 0;
      if (bits === 0) continue;
      any |= bits;
      columns[column] = (columns[column] ?? 0) | bits;
    }
    if (any === 0) continue;
    top = Math.min(top, y);
    bottom = y;
  }
  if (bottom < 0) return null;
  const isInked = (x: number): boolean => ((columns[x >> 3] ?? 0) & (0x80 >> (x & 7))) !== 0;
  let [left, right] = [0, widthDots - 1];
  while (!isInked(left)) left += 1;
  while (!isInked(right)) right -= 1;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
