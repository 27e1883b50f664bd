/** Shortest passphrase that main takes. */
export const PASSPHRASE_MIN_LENGTH = 8;

export type PassphraseFault = 'short' | 'differ';

/** Letters as main counts them, by code points: a rare Chinese character is one, not two. */
export function passphraseLength(text: string): number {
  return Array.from(text).length;
}

/** What is wrong with a new passphrase typed twice; null when it may be used. */
export function passphraseFault(first: string, again: string): PassphraseFault | null {
  if (passphraseLength(first) < PASSPHRASE_MIN_LENGTH) return 'short';
  return first === again ? null : 'differ';
}

/** Faults of the store and of its key with steps of their own; any other code gets those of 'failed'. */
export const STORE_FAULTS = [
  'wrong-key',
  'not-ours',
  'newer-version',
  'damaged',
  'migration-failed',
  'in-use',
  'unavailable',
  'disk-full',
  'key-file-damaged',
  'keychain-lost',
  'key-missing',
  'unexpected',
  'failed',
] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

export function storeFaultOf(code: string | null): StoreFault {
  return STORE_FAULTS.find((known) => known === code) ?? 'failed';
}
