import type { Bitmap } from './bitmap.ts';
import type { Box } from './box.ts';
import { inkIslands, type InkMap } from './islands.ts';

/** Edge of a cell: two bytes of a row. */
const CELL_DOTS = 16;
/** Changes from black to white in a cell, each way, that bars and lines do not have and matrix codes do. */
const LEAST_CHANGES = 8;
/** Cells around textured ones that belong to them: a code's corner may be plain. */
const REACH = 1;

/**
 * Where dots change both along rows and along columns, in boxes of at least this many dots each way: matrix codes,
 * pictures, blocks of small print; neither white, nor bars, nor lines, nor single lines of text.
 */
export function texturedBoxes(bitmap: Bitmap, leastDots: number): Box[] {
  return inkIslands(textureOf(bitmap), REACH)
    .filter((cells) => Math.min(cells.width, cells.height) * CELL_DOTS >= leastDots)
    .map(inDots);
}

/** With a cell more on each side, for the white that readers want; it may reach beyond the edge. */
function inDots({ left, top, width, height }: Box): Box {
  return {
    left: (left - 1) * CELL_DOTS,
    top: (top - 1) * CELL_DOTS,
    width: (width + 2) * CELL_DOTS,
    height: (height + 2) * CELL_DOTS,
  };
}

/** How often neighbouring bits of a byte differ. */
const CHANGES = Uint8Array.from({ length: 256 }, (_, byte) => ones((byte ^ (byte >> 1)) & 0x7f));
const ONES = Uint8Array.from({ length: 256 }, (_, byte) => ones(byte));

function ones(byte: number): number {
  let count = 0;
  for (let bits = byte; bits > 0; bits &= bits - 1) count += 1;
  return count;
}

function textureOf({ bytesPerRow, heightDots, data }: Bitmap): InkMap {
  const [width, height] = [Math.ceil(bytesPerRow / 2), Math.ceil(heightDots / CELL_DOTS)];
  const across = new Uint16Array(width * height);
  const down = new Uint16Array(width * height);
  for (let y = 0, at = 0; y < heightDots; y += 1) {
    const row = (y >> 4) * width;
    const rowBelow = y + 1 < heightDots ? bytesPerRow : 0;
    for (let column = 0; column < bytesPerRow; column += 1, at += 1) {
      const bits = data[at] ?? 0;
      const changed = bits ^ (data[at + rowBelow] ?? 0);
      if (bits === 0 && changed === 0) continue;
      const cell = row + (column >> 1);
      across[cell] = (across[cell] ?? 0) + (CHANGES[bits] ?? 0);
      down[cell] = (down[cell] ?? 0) + (ONES[changed] ?? 0);
    }
  }
  const isTextured = (count: number, cell: number): number =>
    count >= LEAST_CHANGES && (down[cell] ?? 0) >= LEAST_CHANGES ? 1 : 0;
  return { width, height, cells: Uint8Array.from(across, isTextured) };
}
