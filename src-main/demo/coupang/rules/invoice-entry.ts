import type { Box } from '../box.ts';
import type { ResultCode } from '../answers/verdicts.ts';
import type { WorldStore } from '../store.ts';
import { isInvoiceNumberOf } from './carriers.ts';

/** One line of `orderSheetInvoiceApplyDtos`, for one item of a box. */
export interface InvoiceEntry {
  shipmentBoxId: string;
  orderId: string;
  vendorItemId: string;
  deliveryCompanyCode: string;
  invoiceNumber: string;
  splitShipping: boolean;
  preSplitShipped: boolean;
  estimatedShippingDate: string;
}

const halfYearMs = 183 * 86_400_000;

/** Null when this number may be stored for this box, else why not. */
export function judgeNumber(store: WorldStore, box: Box, entry: InvoiceEntry, nowMs: number): ResultCode | null {
  const { deliveryCompanyCode: carrierCode, invoiceNumber } = entry;
  if (!isInvoiceNumberOf(carrierCode, invoiceNumber)) return 'INVALID_INVOICE_NUMBER';
  if (box.carrierCode === carrierCode && box.invoiceNumber === invoiceNumber) return 'DUPLICATE_INVOICE_NUMBER';
  const isTaken = store.world.invoices.some(
    (stored) =>
      stored.invoiceNumber === invoiceNumber &&
      stored.carrierCode === carrierCode &&
      stored.atMs > nowMs - halfYearMs &&
      stored.receiver !== receiverOf(box),
  );
  return isTaken ? 'NOT_ALLOW_INVOICE_NUMBER_RE_UPLOAD' : null;
}

export function storeNumber(store: WorldStore, box: Box, atMs: number): void {
  const { carrierCode, invoiceNumber, shipmentBoxId } = box;
  store.world.invoices.push({ carrierCode, invoiceNumber, shipmentBoxId, receiver: receiverOf(box), atMs });
}

/** Parcels for one name at one address may share a number. */
function receiverOf({ receiver }: Box): string {
  return JSON.stringify([receiver.name, receiver.addr1, receiver.addr2, receiver.postCode]);
}
