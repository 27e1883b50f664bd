import type { TableRow } from './file-row.ts';

/** The rows of an order as their file wrote them: kept for the audit, and because Coupang wants its own sheet back. */
export interface RawRows {
  readonly titles: readonly string[];
  readonly rows: readonly TableRow[];
}

const SOURCE = 'order-file';

/** Rows as the text that is kept beside the order. */
export function writeRawRows({ titles, rows }: RawRows): string {
  return JSON.stringify({ source: SOURCE, titles, rows });
}

/** Rows out of a kept text; null for what an API sent. */
export function readRawRows(text: string): RawRows | null {
  if (!text.startsWith(`{"source":"${SOURCE}"`)) return null;
  try {
    const raw = JSON.parse(text) as RawRows;
    const isWhole =
      Array.isArray(raw.titles) && Array.isArray(raw.rows) && raw.rows.every((row) => Array.isArray(row.cells));
    return isWhole ? { titles: raw.titles, rows: raw.rows } : null;
  } catch {
    return null;
  }
}
