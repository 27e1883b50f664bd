const eightHours = 8 * 3_600_000;
const shape = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u;

/** `yyyy-MM-dd HH:mm:ss` in GMT+8, as every date of the platform is written. */
export function gmt8Text(atMs: number): string {
  return new Date(atMs + eightHours).toISOString().slice(0, 19).replace('T', ' ');
}

/** Epoch milliseconds; null for anything that is not a real date in that one form. */
export function parseGmt8(text: string): number | null {
  if (!shape.test(text)) return null;
  const atMs = Date.parse(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(atMs) || gmt8Text(atMs) !== text ? null : atMs;
}

/** Cuts the milliseconds off: the platform compares what it shows. */
export function wholeSecond(atMs: number): number {
  return Math.floor(atMs / 1_000) * 1_000;
}
