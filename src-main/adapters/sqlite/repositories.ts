import type { Reads, Writes } from '../../app/ports/store.ts';
import { afterSaleReads, afterSaleWrites } from './after-sales.ts';
import { cardReads } from './cards.ts';
import type { Connection } from './connection.ts';
import { journalReads, journalWrites } from './journal.ts';
import { labelFitReads, labelFitWrites } from './label-fits.ts';
import { labelReads, labelWrites } from './labels.ts';
import { orderReads } from './order-reader.ts';
import { orderWrites } from './order-writer.ts';
import { outboxReads, outboxWrites } from './outbox.ts';
import { payloadReads, payloadWrites } from './payloads.ts';
import { printBatchReads, printBatchWrites } from './print-batches.ts';
import { printJobReads, printJobWrites } from './print-jobs.ts';
import { printerReads, printerWrites } from './printers.ts';
import { productReads, productWrites } from './products.ts';
import { searchReads } from './search.ts';
import { settingReads, settingWrites } from './settings.ts';
import { shopReads, shopWrites } from './shops.ts';
import { slipPrintReads, slipPrintWrites } from './slip-prints.ts';

/** All that can be asked through one connection. */
export function readsOf(connection: Connection): Reads {
  return {
    revision: async () => Number(connection.get('SELECT revision FROM change_counter')?.['revision']),
    ...orderReads(connection),
    ...journalReads(connection),
    ...payloadReads(connection),
    ...cardReads(connection),
    ...afterSaleReads(connection),
    ...searchReads(connection),
    ...outboxReads(connection),
    ...labelReads(connection),
    ...labelFitReads(connection),
    ...printBatchReads(connection),
    ...printJobReads(connection),
    ...printerReads(connection),
    ...shopReads(connection),
    ...productReads(connection),
    ...slipPrintReads(connection),
    ...settingReads(connection),
  };
}

/** All that can be changed through one connection, within its transaction. */
export function writesOf(connection: Connection): Writes {
  return {
    ...readsOf(connection),
    ...orderWrites(connection),
    ...journalWrites(connection),
    ...payloadWrites(connection),
    ...outboxWrites(connection),
    ...afterSaleWrites(connection),
    ...labelWrites(connection),
    ...labelFitWrites(connection),
    ...printBatchWrites(connection),
    ...printJobWrites(connection),
    ...printerWrites(connection),
    ...shopWrites(connection),
    ...productWrites(connection),
    ...slipPrintWrites(connection),
    ...settingWrites(connection),
  };
}
