import { parseZoned } from '../calendar/zoned-time.ts';

/** A time as a file says it. A day without a clock begins at `atMs`; a deadline of that day lasts until `lastMs`. */
export interface FileTime {
  readonly atMs: number;
  readonly lastMs: number;
}

const DAY_MS = 24 * 3_600_000;
const LONGEST_TIME = 60;

/** yyyy/M/d or yyyy.M.d or yyyy年M月d日, d.M.yyyy; then a clock, with 上午/下午/AM/PM and an offset where there are any. */
const YEAR_FIRST = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(.*)$/u;
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2}(?!\d))(.*)$/u;
const CLOCK = /^(\d{1,2})[:时](\d{1,2})分?(?:[:.]?(\d{1,2})秒?(?:[.,](\d{1,9}))?)?$/u;
/** Days since 1899-12-30, as spreadsheets count them: 1990 to 2200. */
const SERIAL = /^(\d{5,6})(?:\.(\d+))?$/;
const SERIAL_RANGE = [32_874, 109_575] as const;
/** The spreadsheets' day 0 lies so many days before 1970-01-01. */
const SERIAL_EPOCH_DAYS = 25_569;

/** Reads a date or a time of a file as a wall clock of the zone. Null for what no calendar has. */
export function readFileTime(cell: string, zone: string): FileTime | null {
  if (cell.length > LONGEST_TIME) return null;
  const text = cell.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const serial = SERIAL.exec(text);
  if (serial !== null) return fromSerial(Number(text), zone);
  const parts = YEAR_FIRST.exec(text);
  if (parts !== null) return fromParts([parts[1], parts[2], parts[3]], parts[4] ?? '', zone);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst === null) return null;
  const year = dayFirst[3] ?? '';
  return fromParts([year.length === 2 ? `20${year}` : year, dayFirst[2], dayFirst[1]], dayFirst[4] ?? '', zone);
}

function fromParts(date: readonly (string | undefined)[], rest: string, zone: string): FileTime | null {
  const [year = '', month = '', day = ''] = date;
  const dayText = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const clock = clockText(rest);
  return clock === null ? null : timeOf(dayText, clock, zone);
}

function timeOf(dayText: string, clock: string, zone: string): FileTime | null {
  if (clock === '') {
    const day = dayIn(zone, dayText);
    return day === null ? null : { atMs: day.startMs, lastMs: day.endMs - 1 };
  }
  const atMs = clockIn(zone, dayText, clock);
  return atMs === null ? null : { atMs, lastMs: atMs };
}

/** A day of a zone's calendar, to the beginning of the next. */
interface ZonedDay {
  readonly startMs: number;
  readonly endMs: number;
}

/** A file names the same few days over and over, and asking a calendar for each is slow. */
const DAYS = new Map<string, ZonedDay | null>();
const MOST_DAYS = 2_000;

function dayIn(zone: string, dayText: string): ZonedDay | null {
  const key = `${zone} ${dayText}`;
  const known = DAYS.get(key);
  if (known !== undefined) return known;
  const startMs = parseZoned(dayText, zone);
  const utcMs = parseZoned(`${dayText} 00:00Z`, 'UTC');
  const nextText = utcMs === null ? '' : new Date(utcMs + DAY_MS).toISOString().slice(0, 10);
  const day = startMs === null ? null : { startMs, endMs: parseZoned(nextText, zone) ?? startMs + DAY_MS };
  if (DAYS.size >= MOST_DAYS) DAYS.clear();
  DAYS.set(key, day);
  return day;
}

function clockIn(zone: string, dayText: string, clock: string): number | null {
  const hasOffset = /[Z+-]/.test(clock);
  const day = hasOffset ? null : dayIn(zone, dayText);
  // Where the clock is turned a calendar must be asked.
  if (day === null || day.endMs - day.startMs !== DAY_MS) return parseZoned(`${dayText} ${clock}`, zone);
  const sinceMidnightMs = parseZoned(`1970-01-01 ${clock}Z`, 'UTC');
  return sinceMidnightMs === null ? null : day.startMs + sinceMidnightMs;
}

/** 'HH:mm:ss[.fff][offset]', '' where the cell names no time of day, null where it cannot be read. */
function clockText(rest: string): string | null {
  const text = rest
    .replace(/^[T,\s]+/, '')
    .replace(/\((?:[^)]*)\)$|\s?(?:MSK|МСК|KST|PST|PDT|CST|GMT\+8|UTC\+8)$/u, '')
    .trim();
  if (text === '') return '';
  const split =
    /^(?<before>上午|下午|오전|오후)?\s?(?<clock>[\d:.,时分秒]+)\s?(?<after>AM|PM)?\s?(?<offset>Z|UTC|[+-]\d{2}:?\d{2})?$/iu.exec(
      text,
    );
  const match = split === null ? null : CLOCK.exec(split.groups?.['clock'] ?? '');
  if (split === null || match === null) return null;
  const [, hour = '', minute = '', second = '0', fraction = ''] = match;
  const half = `${split.groups?.['before'] ?? ''}${split.groups?.['after'] ?? ''}`.toUpperCase();
  const offset = (split.groups?.['offset'] ?? '').toUpperCase().replace('UTC', 'Z');
  const two = (value: string | number) => String(value).padStart(2, '0');
  const clock = `${two(hourOfDay(Number(hour), half))}:${two(minute)}:${two(second)}`;
  return `${clock}${fraction === '' ? '' : `.${fraction}`}${offset}`;
}

function hourOfDay(hour: number, half: string): number {
  const isAfternoon = half === 'PM' || half === '下午' || half === '오후';
  const isMorning = half === 'AM' || half === '上午' || half === '오전';
  if (isAfternoon && hour < 12) return hour + 12;
  return isMorning && hour === 12 ? 0 : hour;
}

/** A spreadsheet's number of days, read as a clock on the wall; to the second, because its fractions are no finer. */
function fromSerial(days: number, zone: string): FileTime | null {
  if (days < SERIAL_RANGE[0] || days > SERIAL_RANGE[1]) return null;
  const reading = new Date(Math.round(((days - SERIAL_EPOCH_DAYS) * DAY_MS) / 1_000) * 1_000).toISOString();
  return timeOf(reading.slice(0, 10), Number.isInteger(days) ? '' : reading.slice(11, 19), zone);
}
