import { parseZoned, zonedText } from '../../../core/calendar/zoned-time.ts';

/** Order and dispute times are US Pacific with daylight saving (Open Platform, order query API, field notes). */
const PACIFIC = 'America/Los_Angeles';

/** 'yyyy-MM-dd HH:mm:ss' as the platform writes it; without the seconds some queries ignore the filter. */
export const pacificText = (utcMs: number): string => zonedText(utcMs, PACIFIC);

/** UTC milliseconds; null for no time. In the hour that autumn repeats the first one is taken. */
export const fromPacific = (text: string): number | null => parseZoned(text, PACIFIC);
