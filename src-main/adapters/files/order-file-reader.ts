import {
  type FileEncoding,
  type FileTable,
  FileUnreadable,
  type OrderFileReader,
} from '../../app/ports/order-files.ts';
import { decodeText, detectEncoding } from './detect-encoding.ts';
import { MOST_BYTES, MOST_ROWS } from './limits.ts';
import { parseDelimited } from './parse-delimited.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeTable } from './write-table.ts';

/** Reads the seller centres' exports (CSV, tab-separated text, XLSX) and writes the files that they take back. */
export function createOrderFileReader(): OrderFileReader {
  return { read: readFile, write: writeTable };
}

async function readFile(bytes: Uint8Array, encoding: FileEncoding | null, sheet: string | null): Promise<FileTable> {
  if (bytes.length > MOST_BYTES) throw new FileUnreadable('too-large', null);
  if (bytes.length === 0) throw new FileUnreadable('empty', null);
  refuseOthers(bytes);
  const table = isZip(bytes) ? await readWorkbook(bytes, sheet) : readText(bytes, encoding);
  if (table.rows.length > MOST_ROWS) throw new FileUnreadable('too-large', MOST_ROWS);
  return table;
}

function readText(bytes: Uint8Array, wanted: FileEncoding | null): FileTable {
  const encoding = wanted === null || wanted === 'xlsx' ? detectEncoding(bytes) : wanted;
  const text = decodeText(bytes, encoding);
  return { encoding, sheets: [], sheet: null, rows: parseDelimited(text) };
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** The compound file of Excel up to 2003, and of workbooks with a password (MS-CFB 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Files that look like an export and are none, each with the way out in its code. */
function refuseOthers(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 4_096))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (startsWith(bytes, COMPOUND))
    throw new FileUnreadable(isEncrypted(bytes) ? 'workbook-encrypted' : 'old-excel', null);
  if (/^<\?xml[^>]*>[\s\S]*<(?:\w+:)?Workbook\b/i.test(head)) throw new FileUnreadable('old-excel', null);
  if (/^<(?:!doctype html|html|head|table|meta)\b/i.test(head)) throw new FileUnreadable('web-page', null);
  if (/^%PDF-|^\u0089PNG|^\u00ff\u00d8\u00ff|^GIF8|^Rar!|^7z/.test(head)) throw new FileUnreadable('not-a-table', null);
}

/** A workbook with a password keeps itself in a stream of this name, written in UTF-16 (MS-OFFCRYPTO 2.3). */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
