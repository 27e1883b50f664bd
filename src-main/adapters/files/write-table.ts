import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import { FileUnreadable, type TableToWrite } from '../../app/ports/order-files.ts';
import { CODECS } from './encodings.ts';
import { guardedCell } from './guarded-cell.ts';

/** The table as a file. Cells are text, and never a formula. Throws FileUnreadable 'letter-not-in-encoding' with the line. */
export function writeTable(table: TableToWrite): Promise<Uint8Array> {
  return table.format === 'xlsx' ? writeWorkbook(table) : Promise.resolve(writeText(table));
}

/** Control characters that no XML may hold. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** What a sheet's name may not hold, and how long it may be. */
const NOT_IN_NAME = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;

async function writeWorkbook({ rows, sheet }: TableToWrite): Promise<Uint8Array> {
  const data = rows.map((cells) =>
    cells.map((cell) => (cell === '' ? null : { value: cell.replace(NOT_XML, ''), type: String, format: '@' })),
  );
  const name = sheet.replace(NOT_IN_NAME, ' ').slice(0, LONGEST_NAME);
  return new Uint8Array(await writeXlsxFile(data, { sheet: name === '' ? 'Sheet1' : name }).toBuffer());
}

/** Windows line ends: the seller centres' own programs are spreadsheets on Windows. */
function writeText({ rows, format, encoding, hasByteOrderMark }: TableToWrite): Uint8Array {
  const codec = encoding === 'xlsx' ? CODECS['utf-8'] : CODECS[encoding];
  const text = stringify(
    rows.map((cells) => cells.map((cell) => guardedCell(cell))),
    { delimiter: format === 'tsv' ? '\t' : ',', record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
  const bytes = iconv.encode(text, codec, { addBOM: hasByteOrderMark });
  if (encoding !== 'xlsx' && !encoding.startsWith('utf') && iconv.decode(bytes, codec) !== text)
    throw new FileUnreadable('letter-not-in-encoding', firstLost(rows, codec));
  return new Uint8Array(bytes);
}

function firstLost(rows: TableToWrite['rows'], codec: Parameters<typeof iconv.encode>[1]): number {
  const isLost = (cell: string) => iconv.decode(iconv.encode(cell, codec), codec) !== cell;
  return rows.findIndex((cells) => cells.some(isLost)) + 1;
}
