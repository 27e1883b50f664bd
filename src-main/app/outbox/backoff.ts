const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/** Wait before the next try: doubles from two seconds to five minutes, spread by ±25 % so that shops do not march in step. */
export function backoffMs(attempts: number, random: number): number {
  const plain = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(plain * (0.75 + random / 2));
}
