/** A wall clock's reading, as platforms write it; month 1 to 12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const FORMS = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows in an IANA zone at an instant. Throws RangeError for a zone that nobody knows. */
export function wallTimeAt(utcMs: number, zone: string): WallTime {
  const parts = new Map(
    formOf(zone)
      .formatToParts(utcMs)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
    millisecond: ((utcMs % 1_000) + 1_000) % 1_000,
  };
}

/**
 * The instant of a wall clock's reading in an IANA zone, UTC milliseconds. The hour that autumn repeats is taken for the
 * first one, the hour that spring leaves out for the one after it.
 */
export function utcMsOf(wall: WallTime, zone: string): number {
  const asUtcMs = utcReading(wall);
  const before = asUtcMs - offsetMs(asUtcMs - 24 * 3_600_000, zone);
  const after = asUtcMs - offsetMs(asUtcMs + 24 * 3_600_000, zone);
  const [first, second] = before <= after ? [before, after] : [after, before];
  return asUtcMs - offsetMs(first, zone) === first ? first : second;
}

/** Zone's clock minus UTC at an instant. */
export function offsetMs(utcMs: number, zone: string): number {
  const wholeMs = Math.floor(utcMs / 1_000) * 1_000;
  return utcReading({ ...wallTimeAt(wholeMs, zone), millisecond: 0 }) - wholeMs;
}

/**
 * Reads 'yyyy-MM-dd', 'yyyy-MM-dd HH:mm[:ss[.fff]]' or the same with a T, as a wall clock of the zone; a text with its own
 * offset or Z is taken at its word. Null for anything else, and for dates that no calendar has.
 */
export function parseZoned(text: string, zone: string): number | null {
  const match = TIME_TEXT.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = match;
  const wall: WallTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')),
  };
  if (!isOnCalendar(wall)) return null;
  if (offset === undefined) return utcMsOf(wall, zone);
  return utcReading(wall) - offsetOf(offset);
}

const TIME_TEXT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** 'yyyy-MM-dd HH:mm:ss' as a wall clock of the zone shows it. */
export function zonedText(utcMs: number, zone: string): string {
  const { year, month, day, hour, minute, second } = wallTimeAt(utcMs, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}`;
}

function utcReading({ year, month, day, hour, minute, second, millisecond }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

function isOnCalendar(wall: WallTime): boolean {
  const back = new Date(utcReading(wall));
  const isDay = back.getUTCMonth() === wall.month - 1 && back.getUTCDate() === wall.day;
  return isDay && wall.hour < 24 && wall.minute < 60 && wall.second < 60;
}

function formOf(zone: string): Intl.DateTimeFormat {
  const known = FORMS.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  FORMS.set(zone, made);
  return made;
}
