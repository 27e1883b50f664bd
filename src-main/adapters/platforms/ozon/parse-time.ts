/**
 * RFC 3339 → UTC ms; without a zone it is UTC, as everywhere in this API. Null for an absent or unreadable time, and for
 * Go's zero time.
 */
export function parseTime(text: string | null): number | null {
  if (text === null || text.startsWith('0001-')) return null;
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?$/i.exec(text);
  const atMs = match === null ? Number.NaN : Date.parse(`${match[1]}${match[2] ?? 'Z'}`);
  return Number.isNaN(atMs) ? null : atMs;
}
