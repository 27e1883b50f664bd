import type { PreferenceValues } from '../ports/preferences.ts';

/** True in the hours in which the seller wants to hear of nothing but alarms. From after to: over midnight. */
export function isQuiet(wishes: PreferenceValues, minuteOfDay: number): boolean {
  const { hasQuietHours, quietFromMinute: from, quietToMinute: to } = wishes;
  if (!hasQuietHours || from === to) return false;
  return from < to ? minuteOfDay >= from && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to;
}
