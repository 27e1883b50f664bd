import { parseZoned } from '../../../core/calendar/zoned-time.ts';

export const DAY_MS = 24 * 3_600_000;
/** Korea is nine hours ahead of UTC, without summer time. */
const SEOUL_MS = 9 * 3_600_000;

/** Days since 1970 by Seoul's calendar. */
export const seoulDay = (atMs: number): number => Math.floor((atMs + SEOUL_MS) / DAY_MS);

export const dayStartMs = (day: number): number => day * DAY_MS - SEOUL_MS;

/** `2026-11-03`. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** `2026-11-03T10:20:16` as a clock in Seoul shows it. */
export const seoulSeconds = (atMs: number): string => new Date(atMs + SEOUL_MS).toISOString().slice(0, 19);

/**
 * Every shape in which the platform writes times: `yyyy-MM-dd`, with a T or a blank before the time, with fractions,
 * with or without an offset; without one it is Seoul's time. Null for '' and whatever else is none.
 */
export const readSeoulTime = (text: string | null): number | null =>
  text === null ? null : parseZoned(text, 'Asia/Seoul');

/** The last millisecond of a day `yyyy-MM-dd` in Seoul. */
export function endOfSeoulDay(text: string | null): number | null {
  const atMs = readSeoulTime(text);
  return atMs === null ? null : dayStartMs(seoulDay(atMs)) + DAY_MS - 1;
}
