const hourMs = 3_600_000;
const pattern = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u;
const formatter = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', timeZoneName: 'longOffset' });
// Daylight saving begins and ends on full hours, so one look an hour is enough.
const offsetByHour = new Map<number, number>();

/** How far Los Angeles is from UTC at that moment: -8 h or -7 h. */
function offsetMs(atMs: number): number {
  const hour = Math.floor(atMs / hourMs);
  const known = offsetByHour.get(hour);
  if (known !== undefined) return known;
  const name = formatter.formatToParts(hour * hourMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const hours = Number(/^GMT(-\d{2}):00$/u.exec(name)?.[1]);
  if (Number.isNaN(hours)) throw new Error(`this machine does not know the time in Los Angeles: ${name}`);
  offsetByHour.set(hour, hours * hourMs);
  return hours * hourMs;
}

/** What a clock on a wall in Los Angeles shows, counted as if it were UTC: comparable, yet the same twice in the hour that repeats. */
export function pacificWallMs(atMs: number): number {
  return atMs + offsetMs(atMs);
}

/** `yyyy-MM-dd HH:mm:ss` in US Pacific time with daylight saving, as all order and dispute times come and go. */
export function pacificText(atMs: number): string {
  return wallText(pacificWallMs(atMs));
}

/** The wall clock's reading behind a text, see `pacificWallMs`; null unless it is a real time with seconds. */
export function readWallText(text: string): number | null {
  if (!pattern.test(text)) return null;
  const wallMs = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(wallMs) || wallText(wallMs) !== text ? null : wallMs;
}

/** The gateway's own clock is another one: epoch milliseconds, or `yyyy-MM-dd HH:mm:ss` in GMT+8. Null when it is neither. */
export function readGatewayTimestamp(text: string): number | null {
  if (/^\d{13}$/u.test(text)) return Number(text);
  const wallMs = readWallText(text);
  return wallMs === null ? null : wallMs - 8 * hourMs;
}

function wallText(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 19).replace('T', ' ');
}
