/*
 * Check digits of carriers' numbers. Each function takes the whole number, check digit last, of the right length and
 * alphabet (the caller's pattern sees to that), and says whether the digit is right.
 */

/** Modulo 10 with weights 3 1 from the right (GS1 General Specifications, 7.9): SSCC, USPS IMpb (Publication 199), FedEx Ground. */
export function hasGs1CheckDigit(digits: string): boolean {
  return digitOf(weighted(digits, (fromRight) => (fromRight % 2 === 1 ? 3 : 1))) === lastDigit(digits);
}

/** DHL Identcode and Leitcode: modulo 10 with weights 4 9 from the right. */
export function hasDhlCheckDigit(digits: string): boolean {
  return digitOf(weighted(digits, (fromRight) => (fromRight % 2 === 1 ? 4 : 9))) === lastDigit(digits);
}

/** FedEx Express, twelve digits: weights 1 3 7 from the right, modulo 11; ten is written 0. */
export function hasFedexCheckDigit(digits: string): boolean {
  const weights = [7, 1, 3] as const;
  const sum = weighted(digits, (fromRight) => weights[fromRight % 3] ?? 0);
  return (sum % 11) % 10 === lastDigit(digits);
}

/** UPS "1Z" and sixteen characters: modulo 10, every second of them doubled; a letter counts as (its ASCII code − 63) mod 10. */
export function hasUpsCheckDigit(text: string): boolean {
  const values = Array.from(text.slice(2), (char) => (/\d/.test(char) ? Number(char) : (char.charCodeAt(0) - 63) % 10));
  const check = values.pop();
  const sum = values.reduce((total, value, index) => total + (index % 2 === 1 ? 2 * value : value), 0);
  return digitOf(sum) === check;
}

/** Sum of all digits but the last, each times the weight of its place; the place left of the check digit is 1. */
function weighted(digits: string, weightOf: (fromRight: number) => number): number {
  const places = digits.length - 1;
  let sum = 0;
  for (let index = 0; index < places; index += 1) sum += weightOf(places - index) * Number(digits.charAt(index));
  return sum;
}

const digitOf = (sum: number): number => (10 - (sum % 10)) % 10;
const lastDigit = (digits: string): number => Number(digits.slice(-1));
