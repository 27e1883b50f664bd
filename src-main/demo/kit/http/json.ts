import { parse, stringify } from 'lossless-json';

/** Reads JSON without losing digits: integers beyond 2^53 come as bigint. Throws SyntaxError on anything else. */
export function readJson(text: string): unknown {
  return parse(text, null, readNumber);
}

function readNumber(digits: string): number | bigint {
  const value = Number(digits);
  return /^-?\d+$/u.test(digits) && !Number.isSafeInteger(value) ? BigInt(digits) : value;
}

/** Writes JSON; a bigint becomes a bare number with all its digits. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? 'null';
}
