import type { FileFault, FileFaultCode } from './file-fault.ts';
import type { FileField } from './fields.ts';
import { FileRow, fieldIndexes, type TableRow } from './file-row.ts';
import type { ColumnFields } from './match-columns.ts';
import type { FileProfile } from './profile.ts';

/** The rows of one order. */
export interface RowGroup {
  readonly unit: string;
  readonly rows: readonly FileRow[];
}

export interface Grouped {
  readonly groups: readonly RowGroup[];
  readonly faults: readonly FileFault[];
}

/** How a spreadsheet shows a long number that it took for a float: its last digits are gone. */
const EXPONENT = /^[+-]?\d(?:[.,]\d+)?e\+?\d+$/i;
/** A spreadsheet keeps so many digits of a number. */
const KEPT_DIGITS = 15;
/** So many zeros in the places that it does not keep are no accident. */
const TELLING_ZEROS = 3;

/**
 * Rows by the order that they belong to, in the order of the file. A row without a number under one with a number
 * belongs to the same order (merged cells); a row that cannot be used takes its whole order with it.
 */
export function groupRows(rows: readonly TableRow[], columns: ColumnFields, profile: FileProfile): Grouped {
  const indexes = fieldIndexes(columns);
  const fileRows = rows.filter((row) => !isBlank(row)).map((row) => new FileRow(row, indexes));
  const roundedUnits = areRounded(fileRows, profile.unitField);
  const roundedLines = areRounded(fileRows, 'line-id');
  const byUnit = new Map<string, FileRow[]>();
  const left = new Set<string>();
  const faults: FileFault[] = [];
  let above: string | null = null;
  for (const row of fileRows) {
    if (isShippedByPlatform(row)) continue;
    const isContinued = above !== null && isContinuation(row, profile.unitField);
    const unit: string = isContinued && above !== null ? above : row.text(profile.unitField);
    above = unit === '' ? null : unit;
    const fault =
      (isContinued ? null : unitFault(row, unit, profile, roundedUnits)) ??
      (isLost(row.text('line-id'), roundedLines) ? faultAt(row, 'line-id', 'digits-lost') : null) ??
      lettersFault(row);
    if (fault !== null) {
      faults.push(fault);
      left.add(unit);
      continue;
    }
    const known = byUnit.get(unit);
    if (known === undefined) byUnit.set(unit, [row]);
    else known.push(row);
  }
  const groups = [...byUnit].filter(([unit]) => !left.has(unit)).map(([unit, group]) => ({ unit, rows: group }));
  return { groups, faults };
}

const faultAt = (row: FileRow, field: FileField | null, code: FileFaultCode): FileFault => ({
  line: row.line,
  field,
  code,
});

const isBlank = (row: TableRow): boolean => row.cells.every((cell) => cell.trim() === '');

function unitFault(row: FileRow, unit: string, profile: FileProfile, isRounded: boolean): FileFault | null {
  const field = profile.unitField;
  if (row.isCutBefore(field) || row.isCutBefore('quantity')) return faultAt(row, null, 'row-too-short');
  if (unit === '') return faultAt(row, field, 'order-number-missing');
  if (isLost(unit, isRounded)) return faultAt(row, field, 'digits-lost');
  return profile.unitPattern.test(unit) ? null : faultAt(row, field, 'order-number-unreadable');
}

/** A name or a street with letters missing would go onto a label. */
function lettersFault(row: FileRow): FileFault | null {
  const field = row.damagedField();
  return field === null ? null : faultAt(row, field, 'letters-lost');
}

const isLost = (id: string, isRounded: boolean): boolean => EXPONENT.test(id) || (isRounded && isLong(id));

const isLong = (id: string): boolean => /^\d+$/.test(id) && id.length > KEPT_DIGITS;

/** True when the long numbers of a column all end in the zeros that a spreadsheet puts where it kept no digits. */
function areRounded(rows: readonly FileRow[], field: FileField): boolean {
  const tails = new Set(
    rows
      .map((row) => row.text(field))
      .filter(isLong)
      .map((id) => id.slice(KEPT_DIGITS)),
  );
  const zeros = [...tails].reduce((sum, tail) => sum + tail.length, 0);
  return zeros >= TELLING_ZEROS && [...tails].every((tail) => /^0+$/.test(tail));
}

/** No number and nothing of the order itself, but something of a line. */
function isContinuation(row: FileRow, unitField: FileField): boolean {
  const isOrderSilent = [unitField, 'placed-at' as const, 'recipient' as const].every(
    (field) => row.value(field) === null,
  );
  return isOrderSilent && (['sku', 'title', 'line-id'] as const).some((field) => row.value(field) !== null);
}

/** Rows of Amazon's own warehouse: the seller has nothing to ship. */
function isShippedByPlatform(row: FileRow): boolean {
  return ['amazon', 'afn'].includes(row.text('fulfilled-by').toLowerCase());
}
