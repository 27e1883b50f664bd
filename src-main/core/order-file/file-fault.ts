import type { FileField } from './fields.ts';

/** Faults that leave the row out, and with it the whole order: half an order must not be shipped. */
const ROW_FAULTS = [
  'row-too-short',
  'order-number-missing',
  'order-number-unreadable',
  'digits-lost',
  'letters-lost',
  'quantity-unreadable',
  'goods-unreadable',
] as const;
/** Faults that leave only the cell out. */
const CELL_FAULTS = ['date-unreadable', 'amount-unreadable', 'country-unknown', 'status-unknown'] as const;
export type FileFaultCode = (typeof ROW_FAULTS)[number] | (typeof CELL_FAULTS)[number];

/** What could not be used of a file. `line` as the file's own program counts it. */
export interface FileFault {
  readonly line: number;
  readonly field: FileField | null;
  readonly code: FileFaultCode;
}

/** True when the row, and its order, are left out. */
export function isRowFault(code: FileFaultCode): boolean {
  return (ROW_FAULTS as readonly string[]).includes(code);
}
