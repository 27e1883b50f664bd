import type { ResultCode } from '../answers/verdicts.ts';
import { livePieces, noEffects, type Box } from '../box.ts';
import { groupBy } from '../group-by.ts';
import type { WorldStore } from '../store.ts';
import type { CoupangTimings } from '../timings.ts';
import { departBox } from './box-life.ts';
import { judgeNumber, storeNumber, type InvoiceEntry } from './invoice-entry.ts';

/** Null when these entries may split the box (coupang.md section 7, split delivery), else why not. */
export function judgeSplit(
  store: WorldStore,
  box: Box,
  entries: readonly InvoiceEntry[],
  nowMs: number,
): ResultCode | null {
  const shape = judgeShape(box, entries);
  if (shape !== null) return shape;
  for (const entry of entries) {
    const hasNumber = entry.invoiceNumber !== '';
    const hasDate = entry.estimatedShippingDate !== '';
    if (hasNumber && hasDate) return 'UNDEFINED_ERROR_OCCUR';
    if (!hasNumber && !hasDate) return 'NOT_FOUND_INVOICE_NUMBER';
    const item = box.items.find((one) => one.vendorItemId === entry.vendorItemId);
    if (item === undefined || livePieces(item) <= 0) return 'ORDER_DELIVERY_CANCELED';
    const planned = item.plannedShippingDate;
    if (hasDate && planned !== '' && planned !== entry.estimatedShippingDate) return 'PSD_NOT_ALLOW_TO_CHANGE';
    const number = hasNumber ? judgeNumber(store, box, entry, nowMs) : null;
    if (number !== null) return number;
  }
  return entries.some((entry) => entry.invoiceNumber !== '') ? null : 'NOT_FOUND_INVOICE_NUMBER';
}

function judgeShape(box: Box, entries: readonly InvoiceEntry[]): ResultCode | null {
  if (entries.some((entry) => !entry.splitShipping)) return 'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY';
  if (entries.some((entry) => entry.deliveryCompanyCode === 'DIRECT')) return 'NOT_ALLOW_VENDOR_DIRECT';
  if (box.isSplit) {
    const isLater = entries.every((entry) => entry.preSplitShipped);
    return isLater ? null : 'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY';
  }
  if (entries.some((entry) => entry.preSplitShipped)) return 'NOT_FOUND_INVOICE_NUMBER';
  const alive = box.items.filter((item) => livePieces(item) > 0);
  if (alive.length < 2 || !box.canSplit) return 'NOT_ALLOW_SEPARATE_WHEN_ONE_VENDOR_ITEM';
  const named = new Set(entries.map((entry) => entry.vendorItemId));
  return alive.every((item) => named.has(item.vendorItemId)) ? null : 'NOT_FOUND_VENDOR_ITEM';
}

/** What leaves now becomes a box of its own, one a number; what stays keeps the old id and its planned day. */
export function splitBox(
  store: WorldStore,
  box: Box,
  entries: readonly InvoiceEntry[],
  nowMs: number,
  timings: CoupangTimings,
): void {
  box.isSplit = true;
  for (const entry of entries) {
    const item = box.items.find((one) => one.vendorItemId === entry.vendorItemId);
    if (item !== undefined && entry.invoiceNumber === '') item.plannedShippingDate = entry.estimatedShippingDate;
  }
  for (const [, parcel] of groupBy(entries.filter(hasNumber), parcelKey)) {
    const ids = new Set(parcel.map((entry) => entry.vendorItemId));
    const first = parcel[0];
    if (first !== undefined) send(store, takeOut(store, box, ids), first, nowMs, timings);
  }
}

function hasNumber(entry: InvoiceEntry): boolean {
  return entry.invoiceNumber !== '';
}

function parcelKey(entry: InvoiceEntry): string {
  return `${entry.deliveryCompanyCode} ${entry.invoiceNumber}`;
}

/** The box to send: a new one, or the old one itself when nothing would stay in it. */
function takeOut(store: WorldStore, box: Box, ids: ReadonlySet<string>): Box {
  const staying = box.items.filter((item) => !ids.has(item.vendorItemId));
  if (staying.every((item) => livePieces(item) <= 0)) return box;
  const child: Box = {
    ...structuredClone(box),
    shipmentBoxId: store.newBoxId(),
    items: structuredClone(box.items.filter((item) => ids.has(item.vendorItemId))),
    shippingPriceKrw: 0,
    script: [],
    effects: noEffects(),
  };
  box.items = staying;
  store.addBox(child);
  return child;
}

function send(store: WorldStore, box: Box, entry: InvoiceEntry, nowMs: number, timings: CoupangTimings): void {
  const { deliveryCompanyCode: carrierCode, invoiceNumber } = entry;
  departBox(box, { carrierCode, invoiceNumber }, nowMs, timings);
  storeNumber(store, box, nowMs);
  box.effects.invoices.push(`${carrierCode} ${invoiceNumber}`);
}
