import type { FileField } from './fields.ts';
import type { ColumnFields } from './match-columns.ts';

/** A row of a table, as a reader of files gives it. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One row, asked by field. */
export class FileRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly #indexes: ReadonlyMap<FileField, number>;

  constructor(row: TableRow, indexes: ReadonlyMap<FileField, number>) {
    this.line = row.line;
    this.cells = row.cells;
    this.#indexes = indexes;
  }

  /** The cell without spaces around it; empty where there is none. */
  text(field: FileField): string {
    const index = this.#indexes.get(field);
    return index === undefined ? '' : (this.cells[index] ?? '').trim();
  }

  /** The cell, or null where it says nothing. '-' and 'null' are how some exports write an empty cell. */
  value(field: FileField): string | null {
    const text = this.text(field);
    return EMPTY.has(text.toLowerCase()) ? null : text;
  }

  has(field: FileField): boolean {
    return this.#indexes.has(field);
  }

  /** The first field whose letters the encoding could not tell (U+FFFD); null when all are whole. */
  damagedField(): FileField | null {
    for (const [field, index] of this.#indexes) if ((this.cells[index] ?? '').includes('\ufffd')) return field;
    return null;
  }

  /** True when the row ends before the column of this field. */
  isCutBefore(field: FileField): boolean {
    const index = this.#indexes.get(field);
    return index !== undefined && index >= this.cells.length;
  }
}

const EMPTY: ReadonlySet<string> = new Set(['', '-', '--', 'null', 'none', 'n/a', '#n/a', '无', '없음']);

/** Where each field's column stands. */
export function fieldIndexes(columns: ColumnFields): ReadonlyMap<FileField, number> {
  const indexes = new Map<FileField, number>();
  columns.forEach((field, index) => {
    if (field !== null) indexes.set(field, index);
  });
  return indexes;
}

/** The first thing that any of these rows says in this field. */
export function firstValue(rows: readonly FileRow[], field: FileField): string | null {
  for (const row of rows) {
    const value = row.value(field);
    if (value !== null) return value;
  }
  return null;
}
