/** Points across a pixel at which the edge is looked at. */
const FINENESS = 4;

/** A round dot that fills a square, rows from the top, four bytes a pixel: blue, green, red and opacity, multiplied in. */
export function dotBitmap(sidePx: number, [red, green, blue]: readonly [number, number, number]): Uint8Array {
  const bytes = new Uint8Array(sidePx * sidePx * 4);
  for (let y = 0; y < sidePx; y += 1) {
    for (let x = 0; x < sidePx; x += 1) {
      const share = coveredShare(x, y, sidePx / 2);
      bytes.set(
        [blue, green, red, 255].map((level) => Math.round(level * share)),
        (y * sidePx + x) * 4,
      );
    }
  }
  return bytes;
}

/** How much of a pixel lies in the circle. */
function coveredShare(x: number, y: number, radius: number): number {
  let inside = 0;
  for (let point = 0; point < FINENESS * FINENESS; point += 1) {
    const across = x + ((point % FINENESS) + 0.5) / FINENESS - radius;
    const down = y + (Math.floor(point / FINENESS) + 0.5) / FINENESS - radius;
    if (across * across + down * down <= radius * radius) inside += 1;
  }
  return inside / (FINENESS * FINENESS);
}
