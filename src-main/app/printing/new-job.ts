import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, LabelId, OrderId, PrintBatchId, PrinterId, PrintJobId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { PrintBatchRow, PrintJobRow } from '../ports/store-printing.ts';
import type { BatchOrdering } from './sort-batch.ts';

/** What all jobs of one press share. */
export interface BatchPlan {
  readonly batchId: PrintBatchId;
  readonly printerId: PrinterId;
  readonly commandId: CommandId;
}

/** What differs between the jobs of a batch, and between a first print and a reprint. */
export interface JobPlan extends BatchPlan {
  readonly position: number;
  readonly key: string;
  readonly copy: number;
  readonly labelId: LabelId | null;
  readonly reprintReason: string | null;
}

export function newBatch(
  deps: Pick<AppDeps, 'clock'>,
  { batchId, printerId }: BatchPlan,
  { sort, isReversed }: BatchOrdering,
): PrintBatchRow {
  return {
    id: batchId,
    printerId,
    sort,
    isReversed,
    state: 'running',
    stopReason: null,
    stoppedAt: null,
    createdAtMs: deps.clock.nowMs(),
  };
}

/** A job at its beginning: waiting for the platform unless its label is at hand. */
export function newJob(
  deps: Pick<AppDeps, 'clock' | 'ids'>,
  order: { readonly id: OrderId },
  { batchId, printerId, commandId, position, key, copy, labelId, reprintReason }: JobPlan,
): PrintJobRow {
  const nowMs = deps.clock.nowMs();
  const hasLabel = labelId !== null;
  return {
    batchId,
    printerId,
    commandId,
    position,
    key,
    copy,
    labelId,
    reprintReason,
    id: deps.ids.next() as PrintJobId,
    orderId: order.id,
    parcelId: parcelId(order.id, 1),
    state: hasLabel ? 'queued' : 'waiting',
    step: hasLabel ? 'printer' : 'confirm',
    ticket: null,
    attempts: 0,
    dueAtMs: nowMs,
    createdAtMs: nowMs,
    settledAtMs: null,
    byteCount: 0,
    previewPng: null,
    warnings: [],
  };
}

/** Adds a job, in the place of one of the same copy that failed or was taken back. */
export async function putJob(tx: Writes, job: PrintJobRow): Promise<void> {
  const { row, isNew } = await tx.addPrintJob(job);
  if (!isNew) await tx.savePrintJob({ ...job, id: row.id });
}
