import * as z from 'zod';
import { verdictsAnswer, type BoxVerdict, type ResultCode } from '../answers/verdicts.ts';
import type { Box } from '../box.ts';
import { groupBy } from '../group-by.ts';
import { badRequest } from '../refusal.ts';
import { vendorPath, writeRoute, type Call } from '../route.ts';
import { departBox } from '../rules/box-life.ts';
import { storeNumber, type InvoiceEntry } from '../rules/invoice-entry.ts';
import { findBox, judgeCancels } from '../rules/judge-box.ts';
import { judgeSplit, splitBox } from '../rules/split-shipping.ts';
import { isChangeable, judgeWhole } from '../rules/whole-shipping.ts';
import { dayOrEmptyField, flagField, idField, invoiceNumberField, vendorIdField } from '../schema/fields.ts';

const invoicesBody = z.strictObject({
  vendorId: vendorIdField,
  orderSheetInvoiceApplyDtos: z
    .array(
      z.strictObject({
        shipmentBoxId: idField,
        orderId: idField,
        vendorItemId: idField,
        deliveryCompanyCode: z.string(),
        invoiceNumber: invoiceNumberField,
        splitShipping: flagField,
        preSplitShipped: flagField,
        estimatedShippingDate: dayOrEmptyField,
      }),
    )
    .min(1),
});

export const invoiceRoutes = [
  writeRoute({
    operation: 'uploadInvoices',
    method: 'POST',
    path: vendorPath('v4', 'orders/invoices'),
    body: invoicesBody,
    handle: (body, call) => eachBox(body, call, uploadInvoice),
  }),
  writeRoute({
    operation: 'updateInvoices',
    method: 'POST',
    path: vendorPath('v4', 'orders/updateInvoices'),
    body: invoicesBody,
    handle: (body, call) => eachBox(body, call, updateInvoice),
  }),
];

type Apply = (box: Box, entries: readonly InvoiceEntry[], call: Call) => ResultCode;

function eachBox(body: z.output<typeof invoicesBody>, call: Call, apply: Apply): Record<string, unknown> {
  if (body.vendorId !== call.store.world.vendor.vendorId) throw badRequest('Invalid vendor ID');
  const groups = [...groupBy(body.orderSheetInvoiceApplyDtos, (entry) => entry.shipmentBoxId)];
  const verdicts = groups.map(([shipmentBoxId, entries], index): BoxVerdict => {
    const isSpoiled = index === 0 && call.faults.has('partial-failure');
    const code = isSpoiled ? 'UNDEFINED_ERROR_OCCUR' : verdictOn(shipmentBoxId, entries, call, apply);
    return { shipmentBoxId, code, message: code === 'OK' ? null : `${code} (${shipmentBoxId})` };
  });
  return verdictsAnswer(verdicts, call.faults);
}

function verdictOn(shipmentBoxId: string, entries: readonly InvoiceEntry[], call: Call, apply: Apply): ResultCode {
  const found = findBox(call.store, shipmentBoxId, call.nowMs);
  if ('refused' in found) return found.refused;
  const { box } = found;
  if (entries.some((entry) => entry.orderId !== box.orderId)) return 'NOT_FOUND_SHIPMENT_BOX';
  const known = new Set(box.items.map((item) => item.vendorItemId));
  if (entries.some((entry) => !known.has(entry.vendorItemId))) return 'NOT_FOUND_VENDOR_ITEM';
  // One entry an item: which of two numbers would be the right one?
  if (new Set(entries.map((entry) => entry.vendorItemId)).size < entries.length) return 'UNDEFINED_ERROR_OCCUR';
  return apply(box, entries, call);
}

function uploadInvoice(box: Box, entries: readonly InvoiceEntry[], call: Call): ResultCode {
  const { store, nowMs, timings } = call;
  const isSplit = entries.some((entry) => entry.splitShipping);
  if (isSplit && isChangeable(box) && !box.isSplit) return 'NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY';
  if (box.status !== 'INSTRUCT') return judgeGone(call, box) ?? 'INVALID_STATUS';
  const refused =
    judgeCancels(store, box) ??
    (isSplit ? judgeSplit(store, box, entries, nowMs) : judgeWhole(store, box, entries, nowMs));
  if (refused !== null) return refused;
  if (isSplit) {
    splitBox(store, box, entries, nowMs, timings);
    return 'OK';
  }
  box.effects.invoices.push(send(box, entries, call));
  return 'OK';
}

function updateInvoice(box: Box, entries: readonly InvoiceEntry[], call: Call): ResultCode {
  if (!isChangeable(box)) return judgeGone(call, box) ?? 'INVALID_STATUS';
  const refused = judgeGone(call, box) ?? judgeWhole(call.store, box, entries, call.nowMs);
  if (refused !== null) return refused;
  box.effects.invoiceUpdates.push(send(box, entries, call));
  return 'OK';
}

function judgeGone(call: Call, box: Box): ResultCode | null {
  return judgeCancels(call.store, box) === 'ORDER_DELIVERY_CANCELED' ? 'ORDER_DELIVERY_CANCELED' : null;
}

/** Stores the number; what was stored, for the books. */
function send(box: Box, entries: readonly InvoiceEntry[], { store, nowMs, timings }: Call): string {
  const first = entries[0];
  if (first === undefined) throw new Error('a judged box has an entry');
  const { deliveryCompanyCode: carrierCode, invoiceNumber } = first;
  departBox(box, { carrierCode, invoiceNumber }, nowMs, timings);
  storeNumber(store, box, nowMs);
  return `${carrierCode} ${invoiceNumber}`;
}
