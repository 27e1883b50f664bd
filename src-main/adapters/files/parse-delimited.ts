import { CsvError, parse } from 'csv-parse/sync';
import { FileUnreadable } from '../../app/ports/order-files.ts';
import { cleanCell } from './clean-cell.ts';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './limits.ts';

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', '\t', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/**
 * A delimited text as rows. A row counts as one line however many line ends its cells hold, and empty lines count, so
 * that `line` is what a spreadsheet shows at its edge. Throws FileUnreadable: 'quote-not-closed' with the line,
 * 'too-large', 'empty'.
 */
export function parseDelimited(text: string): Row[] {
  const { delimiter, body, skipped } = delimiterOf(text);
  const records = recordsOf(body, delimiter);
  const rows = records
    .map((cells, index) => ({ line: index + 1 + skipped, cells: cells.map(cleanCell) }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) throw new FileUnreadable('empty', null);
  return rows;
}

/** What csv-parse makes nothing of (a record of megabytes) is no table. */
function recordsOf(body: string, delimiter: Delimiter): string[][] {
  try {
    return delimiter === '\t' ? parseTabbed(body) : parseQuoted(body, delimiter);
  } catch (error) {
    if (error instanceof CsvError) throw new FileUnreadable('not-a-table', null);
    throw error;
  }
}

/** Spreadsheets name the delimiter in a first line 'sep=;'. Otherwise the one that most rows hold most of. */
function delimiterOf(text: string): { delimiter: Delimiter; body: string; skipped: number } {
  const named = /^sep=([,;\t])\r?\n/i.exec(text);
  if (named !== null) return { delimiter: named[1] as Delimiter, body: text.slice(named[0].length), skipped: 1 };
  const head = text.slice(0, 64 * 1024).replace(/"(?:[^"]|"")*"/g, '""');
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: usualCount(lines.slice(0, 50), delimiter) }));
  const best = counted.reduce((left, right) => (right.count > left.count ? right : left));
  return { delimiter: best.delimiter, body: text, skipped: 0 };
}

/** The median: a row with a long note must not speak for the file. */
function usualCount(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1).sort((left, right) => left - right);
  return counts[Math.floor((counts.length - 1) / 2)] ?? 0;
}

/**
 * Amazon's tab-separated reports quote nothing, so a title may begin with a quote of its own; spreadsheets that write
 * tabs do quote. Without quotes every row has as many cells as the first, or some cell holds a line end.
 */
function parseTabbed(text: string): string[][] {
  const plain = records(text, '\t', false);
  const width = plain[0]?.length ?? 0;
  const isEven = plain.every((cells) => cells.length === width || cells.every((cell) => cell.trim() === ''));
  if (isEven && !plain.some((cells) => cells.some((cell) => /^"[\s\S]*"$/.test(cell)))) return plain;
  try {
    const quoted = records(text, '\t', true);
    return isEven && quoted.length !== plain.length ? plain : quoted;
  } catch (error) {
    if (error instanceof CsvError) return plain;
    throw error;
  }
}

function parseQuoted(text: string, delimiter: Delimiter): string[][] {
  try {
    const parsed = records(text, delimiter, true);
    const swallowing = parsed.findIndex((cells) =>
      cells.some((cell) => holdsRows(cell, delimiter, parsed[0]?.length ?? 0)),
    );
    if (swallowing >= 0) throw new FileUnreadable('quote-not-closed', swallowing + 1);
    return parsed;
  } catch (error) {
    if (error instanceof CsvError) throw new FileUnreadable('quote-not-closed', openQuoteLine(text, delimiter));
    throw error;
  }
}

/** Tables narrower than this are no exports, and a note may look like one of their rows. */
const TELLING_WIDTH = 8;

/** A quote that another row's stray quote closes has swallowed the rows between: lines as wide as the table itself. */
function holdsRows(cell: string, delimiter: Delimiter, width: number): boolean {
  if (width < TELLING_WIDTH || !cell.includes('\n')) return false;
  return cell.split('\n').some((line) => line.split(delimiter).length >= width - 1);
}

/** The row whose quote is never closed: as many rows as can be read in front of it, and one. */
function openQuoteLine(text: string, delimiter: Delimiter): number | null {
  let read = 0;
  try {
    records(text, delimiter, true, () => (read += 1));
  } catch {
    return read + 1;
  }
  return null;
}

function records(text: string, delimiter: Delimiter, hasQuotes: boolean, onRow?: () => void): string[][] {
  let cellCount = 0;
  let rowCount = 0;
  return parse(text, {
    delimiter,
    quote: hasQuotes ? '"' : null,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: 4 * 1024 * 1024,
    on_record: (cells: string[]) => {
      rowCount += 1;
      cellCount += cells.length;
      onRow?.();
      if (rowCount > MOST_ROWS || cells.length > MOST_COLUMNS || cellCount > MOST_CELLS)
        throw new FileUnreadable('too-large', rowCount);
      return cells;
    },
  });
}
