/** A row by its header's names, lower case and without anything but letters and digits. */
export type FlatRow = ReadonlyMap<string, string>;

/** The text of a report in the charset that its Content-Type names; Amazon calls Windows-1252 `Cp1252`. */
export function decodeFlatFile(bytes: Uint8Array, contentType: string): string {
  const named = (/charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8').toLowerCase();
  const charset = named.replace(/^cp(125\d)$/, 'windows-$1');
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Names of a header that mean the same. */
export const headerKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The rows of a tab separated file. Short rows have empty cells; empty lines are no rows. */
export function readFlatFile(text: string): FlatRow[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const keys = head.split('\t').map(headerKey);
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('\t');
      return new Map(keys.map((key, index) => [key, (cells[index] ?? '').trim().replace(/^"(.*)"$/, '$1')]));
    });
}

/** The first cell that is there under one of these names; null when all are empty. */
export function cellOf(row: FlatRow, ...names: readonly string[]): string | null {
  for (const name of names) {
    const cell = row.get(headerKey(name)) ?? '';
    if (cell !== '') return cell;
  }
  return null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as Amazon's reports write it, which varies by marketplace: 24-Sep-2026, 2026-09-24, 2026/09/24, 24.09.2026,
 * 9/24/2026 (US) and 24/9/2026 (where the first number cannot be a month). UTC ms of the day's beginning; null otherwise.
 */
export function readReportDate(text: string | null): number | null {
  const date = (text ?? '').trim();
  const named = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4}|\d{2})\b/.exec(date);
  if (named !== null) return dayMs(yearOf(named[3]), MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1, named[1]);
  const ordered = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(date);
  if (ordered !== null) return dayMs(Number(ordered[1]), Number(ordered[2]), ordered[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\b/.exec(date);
  if (dotted !== null) return dayMs(yearOf(dotted[3]), Number(dotted[2]), dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/.exec(date);
  if (slashed === null) return null;
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  return first > 12 ? dayMs(yearOf(slashed[3]), second, slashed[1]) : dayMs(yearOf(slashed[3]), first, slashed[2]);
}

const yearOf = (text = ''): number => Number(text) + (text.length === 2 ? 2_000 : 0);

function dayMs(year: number, month: number, dayText = ''): number | null {
  const day = Number(dayText);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}
