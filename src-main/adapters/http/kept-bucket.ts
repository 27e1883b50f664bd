import type { KeptBucket } from './token-bucket.ts';

/** The notebook's text of a bucket. */
export function writeKept(kept: KeptBucket): string {
  return JSON.stringify(kept);
}

/** Null for anything that is no bucket: it then starts full, as on the first day. */
export function readKept(text: string | null): KeptBucket | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptBucket {
  if (typeof value !== 'object' || value === null) return false;
  const fields = ['tokens', 'atMs', 'pausedUntilMs', 'perSecond'];
  const numbers = fields.map((field) => Reflect.get(value, field));
  return numbers.every((number) => Number.isFinite(number)) && Number(Reflect.get(value, 'perSecond')) > 0;
}
