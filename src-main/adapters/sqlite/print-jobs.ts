import { PRINT_JOB_STATES, type PrintJobRow, type PrintJobStep } from '../../app/ports/store-printing.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection } from './connection.ts';
import { bytes, id, integer, json, list, nullable, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { insertInto, updateOf, type Columns } from './sql-text.ts';

const toJob = rowMapper<PrintJobRow>('print_job', 'id', {
  id: id(),
  batchId: id(),
  position: integer,
  key: text,
  orderId: id(),
  commandId: id(),
  parcelId: id(),
  printerId: id(),
  labelId: nullable(id()),
  state: oneOf(PRINT_JOB_STATES),
  copy: integer,
  reprintReason: nullable(text),
  step: text,
  ticket: nullable(text),
  attempts: integer,
  dueAtMs: integer,
  createdAtMs: integer,
  settledAtMs: nullable(integer),
  byteCount: integer,
  previewPng: nullable(bytes),
  warnings: json(list(text)),
});

const toStep = rowMapper<PrintJobStep>('print_job', 'id', {
  orderId: id(),
  batchId: id(),
  state: oneOf(PRINT_JOB_STATES),
  step: text,
});

const JOB = 'SELECT * FROM print_job WHERE id = ?';
const JOB_BY_KEY = 'SELECT * FROM print_job WHERE key = ?';
const JOBS_OF_ORDER = 'SELECT * FROM print_job WHERE order_id = ? ORDER BY created_at_ms, row_id';
export const JOBS_OF_BATCH = 'SELECT * FROM print_job WHERE batch_id = ? ORDER BY position, created_at_ms, row_id';
export const JOBS_IN_STATES = `SELECT * FROM print_job WHERE state IN (SELECT value FROM json_each(?))
  ORDER BY created_at_ms, row_id`;
export const STEPS_IN_STATES = `SELECT id, order_id, batch_id, state, step FROM print_job WHERE state IN (SELECT value FROM json_each(?))
  ORDER BY created_at_ms, row_id`;
export const RECENT_JOBS = 'SELECT * FROM print_job ORDER BY created_at_ms DESC, row_id DESC LIMIT ?';

type JobReads = Pick<
  Reads,
  | 'printJob'
  | 'printJobByKey'
  | 'printJobsOfOrder'
  | 'printJobsOfBatch'
  | 'printJobsInStates'
  | 'printJobSteps'
  | 'recentPrintJobs'
>;

/** Reading of the print ledger. */
export function printJobReads(connection: Connection): JobReads {
  return {
    printJob: async (jobId) => connection.one(toJob, JOB, [jobId]),
    printJobByKey: async (key) => connection.one(toJob, JOB_BY_KEY, [key]),
    printJobsOfOrder: async (orderId) => connection.list(toJob, JOBS_OF_ORDER, [orderId]),
    printJobsOfBatch: async (batchId) => connection.list(toJob, JOBS_OF_BATCH, [batchId]),
    printJobsInStates: async (states) => connection.list(toJob, JOBS_IN_STATES, [JSON.stringify(states)]),
    printJobSteps: async (states) => connection.list(toStep, STEPS_IN_STATES, [JSON.stringify(states)]),
    recentPrintJobs: async (limit) => connection.list(toJob, RECENT_JOBS, [limit]),
  };
}

const COLUMNS = [
  'id',
  'batch_id',
  'position',
  'key',
  'order_id',
  'command_id',
  'parcel_id',
  'printer_id',
  'label_id',
  'state',
  'copy',
  'reprint_reason',
  'step',
  'ticket',
  'attempts',
  'due_at_ms',
  'created_at_ms',
  'settled_at_ms',
  'byte_count',
  'warnings',
  'preview_png',
] as const;
const INSERT = insertInto('print_job', COLUMNS);
const UPDATE = updateOf('print_job', 'id', COLUMNS);

/** Writing of the print ledger. */
export function printJobWrites(connection: Connection): Pick<Writes, 'addPrintJob' | 'savePrintJob'> {
  return {
    addPrintJob: async (row) => {
      const standing = connection.one(toJob, JOB_BY_KEY, [row.key]);
      if (standing !== null) return { row: standing, isNew: false };
      connection.run(INSERT, jobColumns(row));
      return { row, isNew: true };
    },
    savePrintJob: async (row) => connection.change('print_job', row.id, UPDATE, jobColumns(row)),
  };
}

function jobColumns(row: PrintJobRow): Columns<(typeof COLUMNS)[number]> {
  return {
    id: row.id,
    batch_id: row.batchId,
    position: row.position,
    key: row.key,
    order_id: row.orderId,
    command_id: row.commandId,
    parcel_id: row.parcelId,
    printer_id: row.printerId,
    label_id: row.labelId,
    state: row.state,
    copy: row.copy,
    reprint_reason: row.reprintReason,
    step: row.step,
    ticket: row.ticket,
    attempts: row.attempts,
    due_at_ms: row.dueAtMs,
    created_at_ms: row.createdAtMs,
    settled_at_ms: row.settledAtMs,
    byte_count: row.byteCount,
    warnings: JSON.stringify(row.warnings),
    preview_png: row.previewPng,
  };
}
