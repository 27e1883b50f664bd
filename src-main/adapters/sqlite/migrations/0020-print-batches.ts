import type { Migration } from '../migration.ts';
import { BATCH_TABLES, JOBS_IN_BATCHES, PRINTER_ROLES_TABLE } from './0020-batch-tables.ts';

/** Every desk printer: labels in batches, several printers with their tasks, and paper beside the label. */
export const printBatches: Migration = {
  version: 20,
  name: 'print-batches',
  up(connection) {
    for (const sql of [BATCH_TABLES, JOBS_IN_BATCHES, PRINTER_ROLES_TABLE]) connection.exec(sql);
  },
};
