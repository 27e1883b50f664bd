import type { PrintBatchRow, PrintJobRow } from '../../src-main/app/ports/store-printing.ts';
import type {
  CommandId,
  LabelId,
  OrderId,
  ParcelId,
  PrintBatchId,
  PrinterId,
  PrintJobId,
} from '../../src-main/core/shared/ids.ts';

/** A job whose label is at hand, as a test wishes it. */
export function printJob(change: Partial<PrintJobRow> = {}): PrintJobRow {
  return {
    id: 'j' as PrintJobId,
    batchId: 'b' as PrintBatchId,
    position: 1,
    key: 'o:1:1',
    orderId: 'o' as OrderId,
    commandId: 'c' as CommandId,
    parcelId: 'o:1' as ParcelId,
    printerId: 'p' as PrinterId,
    labelId: 'l' as LabelId,
    state: 'queued',
    copy: 1,
    reprintReason: null,
    step: 'printer',
    ticket: null,
    attempts: 0,
    dueAtMs: 0,
    createdAtMs: 0,
    settledAtMs: null,
    byteCount: 0,
    previewPng: null,
    warnings: [],
    ...change,
  };
}

export function printBatch(change: Partial<PrintBatchRow> = {}): PrintBatchRow {
  return {
    id: 'b' as PrintBatchId,
    printerId: 'p' as PrinterId,
    sort: 'given',
    isReversed: false,
    state: 'running',
    stopReason: null,
    stoppedAt: null,
    createdAtMs: 0,
    ...change,
  };
}
