import type { Reads, Writes } from '../../app/ports/store.ts';
import { afterSaleReads, afterSaleWrites } from './after-sales.ts';
import { attachmentReads, attachmentWrites } from './attachments.ts';
import { cardReads } from './cards.ts';
import type { Connection } from './connection.ts';
import { journalReads, journalWrites } from './journal.ts';
import { labelFitReads, labelFitWrites } from './label-fits.ts';
import { labelReads, labelWrites } from './labels.ts';
import { orderCaseReads } from './order-cases.ts';
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
import { stockReads } from './stock-reads.ts';
import { stockWrites } from './stock-writes.ts';
import { tagReads, tagWrites } from './tags.ts';
import { todayReads } from './today-reads.ts';
import { viewReads, viewWrites } from './views.ts';

/** All that can be asked through one connection. */
export function readsOf(connection: Connection): Reads {
  return {
    revision: async () => Number(connection.get('SELECT revision FROM change_counter')?.['revision']),
    ...orderReads(connection),
    ...journalReads(connection),
    ...payloadReads(connection),
    ...cardReads(connection),
    ...todayReads(connection),
    ...tagReads(connection),
    ...viewReads(connection),
    ...orderCaseReads(connection),
    ...attachmentReads(connection),
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
    ...stockReads(connection),
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
    ...tagWrites(connection),
    ...viewWrites(connection),
    ...attachmentWrites(connection),
    ...outboxWrites(connection),
    ...afterSaleWrites(connection),
    ...labelWrites(connection),
    ...labelFitWrites(connection),
    ...printBatchWrites(connection),
    ...printJobWrites(connection),
    ...printerWrites(connection),
    ...shopWrites(connection),
    ...productWrites(connection),
    ...stockWrites(connection),
    ...slipPrintWrites(connection),
    ...settingWrites(connection),
  };
}
