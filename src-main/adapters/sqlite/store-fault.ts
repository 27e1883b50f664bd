import { StoreError } from '../../app/ports/store.ts';

/**
 * Why the store refused. When opening: wrong-key · not-ours (another program's file, or a plain one) · newer-version
 * (written by a newer Chudan) · damaged · migration-failed (nothing was changed) · in-use (another Chudan has it) ·
 * unavailable (cannot be read or written at all). In use: bad-row (one row cannot be understood) · duplicate ·
 * broken-reference (names a shop, order … that is not there) · disk-full · closed · unit-over (a unit of work was used
 * after its end) · nested-write (a unit of work was started inside another and would wait for itself) · failed.
 */
export const STORE_FAULT_CODES = [
  'wrong-key',
  'not-ours',
  'newer-version',
  'damaged',
  'migration-failed',
  'in-use',
  'unavailable',
  'bad-row',
  'duplicate',
  'broken-reference',
  'disk-full',
  'closed',
  'unit-over',
  'nested-write',
  'failed',
] as const;
export type StoreFaultCode = (typeof STORE_FAULT_CODES)[number];

/** Where it happened; never a buyer's data. */
export interface StoreFaultDetail {
  readonly table?: string;
  readonly id?: string;
  /** The copy that was made before the failed migration. */
  readonly backupFile?: string;
  readonly reason?: string;
  readonly cause?: unknown;
}

/** The one error that a store throws by itself; what a unit of work throws comes back unchanged. */
export class StoreFault extends StoreError {
  declare readonly code: StoreFaultCode;
  readonly table: string | null;
  readonly id: string | null;
  readonly backupFile: string | null;
  constructor(code: StoreFaultCode, detail: StoreFaultDetail = {}) {
    const place = detail.table === undefined ? '' : ` in ${detail.table} ${detail.id ?? ''}`;
    const reason = detail.reason === undefined ? '' : `: ${detail.reason}`;
    super(code, `store ${code}${place}${reason}`, { cause: detail.cause });
    this.name = 'StoreFault';
    this.table = detail.table ?? null;
    this.id = detail.id ?? null;
    this.backupFile = detail.backupFile ?? null;
  }
}
