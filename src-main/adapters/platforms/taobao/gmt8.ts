const EIGHT_HOURS_MS = 8 * 3_600_000;
const TIME = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/;

/** 'yyyy-MM-dd HH:mm:ss' of an instant in GMT+8, the only zone of this platform. */
export function gmt8Text(utcMs: number): string {
  return new Date(utcMs + EIGHT_HOURS_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads 'yyyy-MM-dd[ HH:mm[:ss]]' in GMT+8 as UTC milliseconds; null for anything else. */
export function parseGmt8(text: string): number | null {
  const match = TIME.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const back = new Date(wall);
  const isOnCalendar = back.getUTCMonth() === Number(month) - 1 && back.getUTCDate() === Number(day);
  return isOnCalendar && Number(hour) < 24 && Number(minute) < 60 ? wall - EIGHT_HOURS_MS : null;
}
