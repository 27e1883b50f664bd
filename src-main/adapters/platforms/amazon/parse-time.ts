/** ISO 8601 with Z or an offset → UTC ms; null for anything else, and for dates that no calendar has. */
export function parseTime(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(text)) return null;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : atMs;
}

/** UTC with Z, in whole seconds, as every operation takes it; offsets are refused (their `+` is lost on the way). */
export const timeText = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19)}Z`;
