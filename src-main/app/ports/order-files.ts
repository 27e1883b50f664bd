/** Encodings that an export may come in; 'xlsx' is a workbook. */
export type FileEncoding =
  | 'xlsx'
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'euc-kr'
  | 'windows-1251'
  | 'windows-1252'
  | 'shift-jis';

/** A file as rows of texts. Numbers and dates of a workbook come as a person reads them there, ids with all digits. */
export interface FileTable {
  readonly encoding: FileEncoding;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** `line` as the file's own program counts it, from 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Why a file is no table; `line` where it can be told. */
export class FileUnreadable extends Error {
  readonly code: string;
  readonly line: number | null;
  constructor(code: string, line: number | null) {
    super(`file ${code}${line === null ? '' : ` line ${line}`}`);
    this.name = 'FileUnreadable';
    this.code = code;
    this.line = line;
  }
}

/** What a file is written from. A cell is text, so that no program takes an order number for a float. */
export interface TableToWrite {
  readonly format: 'csv' | 'tsv' | 'xlsx';
  /** Of text formats; a byte order mark where the seller centre's program needs one. */
  readonly encoding: FileEncoding;
  readonly hasByteOrderMark: boolean;
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

/** Reads and writes tables of the seller centres. */
export interface OrderFileReader {
  /** Without an encoding it is found out from the bytes. Throws FileUnreadable. */
  read(bytes: Uint8Array, encoding: FileEncoding | null, sheet: string | null): Promise<FileTable>;
  write(table: TableToWrite): Promise<Uint8Array>;
}
