import readXlsxFile, { type CellValue } from 'read-excel-file/universal';
import { type FileTable, FileUnreadable } from '../../app/ports/order-files.ts';
import { checkSheet } from './check-sheet.ts';
import { cleanCell } from './clean-cell.ts';
import { packStored, unpackWorkbook } from './unpack-workbook.ts';

/**
 * A workbook's sheet as texts: the one asked for, or the first that holds anything. Formulas are never worked out; what
 * the program that saved the file last found stands in the cell. Throws FileUnreadable.
 */
export async function readWorkbook(bytes: Uint8Array, wanted: string | null): Promise<FileTable> {
  const parts = unpackWorkbook(bytes);
  // A sheet may lie under any name: the workbook's own list says which part is one.
  for (const part of parts) checkSheet(part.bytes.toString('utf8'));
  const sheets = await readSheets(packStored(parts));
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  const chosen = sheets.find((sheet) => sheet.name === wanted) ?? filled[0];
  if (chosen === undefined) throw new FileUnreadable('empty', null);
  return { encoding: 'xlsx', sheets: sheets.map((sheet) => sheet.name), sheet: chosen.name, rows: chosen.rows };
}

interface Sheet {
  readonly name: string;
  readonly rows: FileTable['rows'];
}

async function readSheets(zip: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  try {
    const sheets = await readXlsxFile<string>(zip.buffer, { trim: false, parseNumber: (digits) => numberText(digits) });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data
        .map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
        .filter((row) => row.cells.some((cell) => cell !== '')),
    }));
  } catch (error) {
    if (error instanceof FileUnreadable) throw error;
    throw new FileUnreadable('workbook-broken', lineOf(error));
  }
}

/** The library names the row of a cell that it cannot read: '<c/> at row 5, col 3: …'. */
function lineOf(error: unknown): number | null {
  const match = /\brow (\d{1,7})/.exec(error instanceof Error ? error.message : '');
  return match === null ? null : Number(match[1]);
}

function cellText(cell: CellValue<string> | null): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cleanCell(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return dateText(cell as unknown as Date);
}

/** A date cell as the wall shows it; the library reads it as if it were UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', clock = ''] = new Date(Math.round(date.getTime() / 1_000) * 1_000).toISOString().split('T');
  return clock.startsWith('00:00:00') ? day : `${day} ${clock.slice(0, 8)}`;
}

/** A spreadsheet keeps fifteen digits of a number and no more. */
const KEPT = 15;

/**
 * A number's own digits. One with more digits than the cell can keep is written as the spreadsheet shows it, 6.42E+17,
 * so that nobody takes it for a number that is still whole.
 */
function numberText(digits: string): string {
  const value = Number(digits);
  if (Number.isNaN(value)) return digits;
  if (Math.abs(value) >= 10 ** KEPT)
    return value
      .toExponential(KEPT - 1)
      .replace(/\.?0+e/, 'E')
      .replace('e', 'E');
  const text = String(Number(value.toPrecision(KEPT)));
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text;
}
