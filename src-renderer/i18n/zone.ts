import { currentLocale } from './use-words.ts';

/** A moment as the clocks of another zone (an IANA name) show it: "周一 23:59". Null for a zone that nobody knows. */
export function formatInZone(atMs: number, zone: string): string | null {
  return formatted(zone, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, atMs);
}

/** What people call the time of a zone: "莫斯科时间", "Korean Time"; the IANA name where there is no word for it. */
export function zoneName(zone: string, atMs: number): string {
  try {
    const format = new Intl.DateTimeFormat(currentLocale(), { timeZone: zone, timeZoneName: 'longGeneric' });
    return format.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  } catch {
    return zone;
  }
}

/** True where the clocks of the zone show another time than those of this machine at that moment. */
export function isElsewhere(zone: string | null, atMs: number): zone is string {
  if (zone === null) return false;
  const shape: Intl.DateTimeFormatOptions = { day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const there = formatted(zone, shape, atMs);
  return there !== null && there !== formatted(undefined, shape, atMs);
}

function formatted(zone: string | undefined, shape: Intl.DateTimeFormatOptions, atMs: number): string | null {
  try {
    return new Intl.DateTimeFormat(currentLocale(), {
      ...shape,
      ...(zone === undefined ? {} : { timeZone: zone }),
    }).format(atMs);
  } catch {
    return null;
  }
}
