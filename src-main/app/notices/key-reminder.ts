import type { ShopRow } from '../ports/store-rows.ts';

const DAY_MS = 24 * 3_600_000;
/** Days before its end at which a key is reminded of. */
const REMINDERS = [3, 14, 30] as const;

/** The reminder that is due for a shop's key and was not shown yet, else null. `id` is to be kept once it was shown. */
export function dueReminder(
  { keyExpiresAtMs, keyReminder }: Pick<ShopRow, 'keyExpiresAtMs' | 'keyReminder'>,
  nowMs: number,
): { readonly days: number; readonly id: string } | null {
  if (keyExpiresAtMs === null) return null;
  const leftMs = keyExpiresAtMs - nowMs;
  const step = REMINDERS.find((days) => leftMs <= days * DAY_MS);
  if (step === undefined) return null;
  // By the day: a platform that words the same end differently in each answer is no reason to remind again.
  const id = `${Math.floor(keyExpiresAtMs / DAY_MS)}:${step}`;
  return id === keyReminder ? null : { days: Math.max(0, Math.ceil(leftMs / DAY_MS)), id };
}
