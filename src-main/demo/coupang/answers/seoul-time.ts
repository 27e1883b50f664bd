const seoulOffsetMs = 9 * 3_600_000;
const day = 86_400_000;

/** The same moment's clock face in Seoul, `2026-11-03T10:20:16.000`; Korea has no summer time. */
function face(atMs: number): string {
  return new Date(atMs + seoulOffsetMs).toISOString().slice(0, 23);
}

/** `2026-11-03`. */
export function seoulDate(atMs: number): string {
  return face(atMs).slice(0, 10);
}

/** `2026-11-03T10:20:16`, without an offset: the v4 shape. */
export function seoulPlain(atMs: number): string {
  return face(atMs).slice(0, 19);
}

export function seoulPlainOrNull(atMs: number | null): string | null {
  return atMs === null ? null : seoulPlain(atMs);
}

/** `2026-11-03T10:20:16+09:00`, the v5 shape; with fractions on demand. */
export function seoulOffset(atMs: number, hasFractions = false): string {
  return `${hasFractions ? face(atMs) : seoulPlain(atMs)}+09:00`;
}

/** `2026-11-03 10:20:16`: what the tail of a sheet and the inquiries have; '' for never. */
export function seoulSpaced(atMs: number | null): string {
  return atMs === null ? '' : seoulPlain(atMs).replace('T', ' ');
}

/** Reads `2026-11-03`, `2026-11-03T10:20` or `2026-11-03T10:20:16` as Seoul time; null when there is no such moment. */
export function fromSeoul(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?$/u.exec(text);
  if (match === null) return null;
  const [, date = '', minutes = '00:00', seconds = '00'] = match;
  const atMs = Date.parse(`${date}T${minutes}:${seconds}Z`);
  // Date.parse takes 31 February for 3 March.
  if (Number.isNaN(atMs) || !new Date(atMs).toISOString().startsWith(date)) return null;
  return atMs - seoulOffsetMs;
}

/** The last millisecond of a day that begins at `dayStartMs`. */
export function endOfDay(dayStartMs: number): number {
  return dayStartMs + day - 1;
}
