import { BATCH_SORTS, BATCH_STATES, type PrintBatchRow } from '../../app/ports/store-printing.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection } from './connection.ts';
import { flag, id, integer, nullable, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

const toBatch = rowMapper<PrintBatchRow>('print_batch', 'id', {
  id: id(),
  printerId: id(),
  sort: oneOf(BATCH_SORTS),
  isReversed: flag,
  state: oneOf(BATCH_STATES),
  stopReason: nullable(text),
  stoppedAt: nullable(integer),
  createdAtMs: integer,
});

const BATCH = 'SELECT * FROM print_batch WHERE id = ?';
export const BATCHES_IN_STATES = `SELECT * FROM print_batch WHERE state IN (SELECT value FROM json_each(?))
  ORDER BY created_at_ms, row_id`;
export const BATCHES_SINCE = `SELECT * FROM print_batch WHERE created_at_ms >= ?
  ORDER BY created_at_ms DESC, row_id DESC`;
const SAVE = upsertInto('print_batch', 'id', [
  'id',
  'printer_id',
  'sort',
  'is_reversed',
  'state',
  'stop_reason',
  'stopped_at',
  'created_at_ms',
]);

type BatchReads = Pick<Reads, 'printBatch' | 'printBatchesInStates' | 'printBatchesSince'>;

/** Reading of print batches; their jobs are read by print-jobs.ts. */
export function printBatchReads(connection: Connection): BatchReads {
  return {
    printBatch: async (batchId) => connection.one(toBatch, BATCH, [batchId]),
    printBatchesInStates: async (states) => connection.list(toBatch, BATCHES_IN_STATES, [JSON.stringify(states)]),
    printBatchesSince: async (sinceMs) => connection.list(toBatch, BATCHES_SINCE, [sinceMs]),
  };
}

/** Writing of print batches. */
export function printBatchWrites(connection: Connection): Pick<Writes, 'savePrintBatch'> {
  return {
    savePrintBatch: async (row) => {
      connection.run(SAVE, {
        id: row.id,
        printer_id: row.printerId,
        sort: row.sort,
        is_reversed: Number(row.isReversed),
        state: row.state,
        stop_reason: row.stopReason,
        stopped_at: row.stoppedAt,
        created_at_ms: row.createdAtMs,
      });
    },
  };
}
