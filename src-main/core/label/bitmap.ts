/**
 * One page as a printer sees it: rows top to bottom, bytes left to right, most significant bit = leftmost dot,
 * 1 = black, each row padded with white (0) to whole bytes. Encoders invert where their language wants it.
 */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  readonly data: Uint8Array;
}

/** Makes an all-white bitmap. Throws RangeError on sizes that are not positive integers. */
export function blankBitmap(widthDots: number, heightDots: number): Bitmap {
  if (!Number.isInteger(widthDots) || !Number.isInteger(heightDots) || widthDots < 1 || heightDots < 1) {
    throw new RangeError(`bitmap size must be positive integers, got ${widthDots}x${heightDots}`);
  }
  const bytesPerRow = Math.ceil(widthDots / 8);
  return { widthDots, heightDots, bytesPerRow, data: new Uint8Array(bytesPerRow * heightDots) };
}
