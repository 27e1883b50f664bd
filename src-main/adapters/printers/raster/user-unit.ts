/** Larger units would make a label larger than any printer. */
const MOST = 100;

/**
 * What a point of this PDF is, in points of 1/72 inch (ISO 32000-1 §14.11.2, UserUnit), which PDFium does not look at.
 * 1 where pages differ or their objects are packed away.
 */
export function userUnit(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!text.includes('/UserUnit')) return 1;
  const units = [...text.toString('latin1').matchAll(/\/UserUnit\s+(\d+(?:\.\d+)?)/gu)].map((found) =>
    Number(found[1]),
  );
  const [unit = 1] = units;
  return units.every((other) => other === unit) && unit > 0 && unit <= MOST ? unit : 1;
}
