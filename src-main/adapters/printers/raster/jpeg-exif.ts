export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;
const MOST_ENTRIES = 200;

/** The orientation that a camera or scanner noted, from an EXIF block's TIFF part (EXIF 2.3 §4.6.4); 1 when none is told. */
export function exifOrientation(tiff: Uint8Array): ExifOrientation {
  const isLittle = tiff[0] === 0x49 && tiff[1] === 0x49;
  if (tiff.length < 14 || !(isLittle || (tiff[0] === 0x4d && tiff[1] === 0x4d))) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const start = view.getUint32(4, isLittle);
  if (start + 2 > tiff.length) return 1;
  const count = Math.min(MOST_ENTRIES, view.getUint16(start, isLittle));
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, isLittle) === ORIENTATION_TAG) return orientation(view.getUint16(at + 8, isLittle));
  }
  return 1;
}

function orientation(value: number): ExifOrientation {
  return value >= 1 && value <= 8 ? (value as ExifOrientation) : 1;
}
