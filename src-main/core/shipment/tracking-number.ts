/** What a typed, scanned or read tracking number turned out to be. */
export type TrackingNumber =
  | { readonly ok: true; readonly text: string; readonly scheme: 's10' | 'other' }
  | { readonly ok: false; readonly fault: 'empty' | 'too-short' | 'too-long' | 'bad-characters' | 's10-check-digit' };

const S10 = /^[A-Z]{2}\d{9}[A-Z]{2}$/;
const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/**
 * Cleans and checks a tracking number: spaces and invisible characters go, full-width letters and digits become plain
 * ones, letters rise. A number of the shape of UPU standard S10 must have the right check digit, since a wrong one is
 * a typing error; other numbers only need 5 to 40 letters, digits or hyphens.
 */
export function parseTrackingNumber(input: string): TrackingNumber {
  const plain = input.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  if (plain === '') return { ok: false, fault: 'empty' };
  if (!/^[A-Za-z0-9-]+$/.test(plain)) return { ok: false, fault: 'bad-characters' };
  const text = plain.toUpperCase();
  if (text.length < 5) return { ok: false, fault: 'too-short' };
  if (text.length > 40) return { ok: false, fault: 'too-long' };
  if (!S10.test(text)) return { ok: true, text, scheme: 'other' };
  return s10CheckDigit(text.slice(2, 10)) === Number(text.charAt(10))
    ? { ok: true, text, scheme: 's10' }
    : { ok: false, fault: 's10-check-digit' };
}

/**
 * Check digit of the eight serial digits of an S10 item identifier (UPU standard S10: weights 8 6 4 2 3 5 9 7,
 * 11 less the remainder by 11; 10 becomes 0 and 11 becomes 5). Throws RangeError unless given eight digits.
 */
export function s10CheckDigit(serial: string): number {
  if (!/^\d{8}$/.test(serial)) throw new RangeError('an S10 serial number has eight digits');
  const sum = S10_WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial.charAt(index)), 0);
  const digit = 11 - (sum % 11);
  if (digit === 10) return 0;
  return digit === 11 ? 5 : digit;
}
