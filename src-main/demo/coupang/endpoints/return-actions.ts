import * as z from 'zod';
import type { Receipt } from '../claims.ts';
import { badRequest } from '../refusal.ts';
import { vendorPath, writeRoute, type Call } from '../route.ts';
import { departBox } from '../rules/box-life.ts';
import { isInvoiceNumberOf } from '../rules/carriers.ts';
import { storeNumber } from '../rules/invoice-entry.ts';
import { completeReceipt, countOf } from '../rules/receipts.ts';
import { countField, idField, vendorIdField } from '../schema/fields.ts';

const receiptPart = { vendorId: vendorIdField, receiptId: idField };
const receiptBody = z.strictObject(receiptPart);
const countBody = z.strictObject({ ...receiptPart, cancelCount: countField });
const shippedBody = z.strictObject({
  ...receiptPart,
  deliveryCompanyCode: z.string(),
  invoiceNumber: z.string().min(1),
});

export const returnActionRoutes = [
  action('stoppedShipment', countBody, stopShipment),
  action('completedShipment', shippedBody, completeShipment),
  action('receiveConfirmation', receiptBody, confirmReceipt),
  action('approval', countBody, approve),
];

function action<Body extends z.ZodType<{ vendorId: string; receiptId: string }>>(
  operation: string,
  body: Body,
  act: (receipt: Receipt, body: z.output<Body>, call: Call) => Record<string, unknown>,
): ReturnType<typeof writeRoute> {
  return writeRoute({
    operation,
    method: 'PATCH',
    path: vendorPath('v4', `returnRequests/{receiptId}/${operation}`),
    body,
    handle: (asked, call, { receiptId }) => {
      if (asked.vendorId !== call.store.world.vendor.vendorId) throw badRequest('Invalid vendor ID');
      const receipt = call.store.receipt(asked.receiptId);
      if (asked.receiptId !== receiptId || receipt === undefined || receipt.withdrawnAtMs !== null) {
        throw badRequest(`receiptId (${receiptId}) is not found.`);
      }
      return act(receipt, asked, call);
    },
  });
}

/** HTTP 200 whatever came of it: the verdict is inside. */
function result(isDone: boolean, message: string): Record<string, unknown> {
  return {
    code: '200',
    message: 'OK',
    data: { resultCode: isDone ? 'SUCCESS' : 'FAIL', resultMessage: message },
  };
}

function checkCount(receipt: Receipt, cancelCount: number): void {
  if (cancelCount === countOf(receipt)) return;
  throw badRequest(`[INTERNAL_SERVER_ERROR] cancelCount mismatch: ${cancelCount} != ${countOf(receipt)}`);
}

/** The parcel stays: the buyer gets the money, the seller the goods. */
function stopShipment(
  receipt: Receipt,
  { cancelCount }: z.output<typeof countBody>,
  { store, nowMs }: Call,
): Record<string, unknown> {
  checkCount(receipt, cancelCount);
  if (receipt.status !== 'RELEASE_STOP_UNCHECKED') return result(false, '출고중지요청 상태가 아닙니다.');
  receipt.releaseStop = '처리(출고중지)';
  receipt.effects.stopped += 1;
  completeReceipt(store, receipt, 'VENDOR_CONFIRM', nowMs);
  return result(true, '출고중지완료요청이 성공하였습니다');
}

/** The parcel had left already: the request becomes a return, and the box departs with that number. */
function completeShipment(
  receipt: Receipt,
  body: z.output<typeof shippedBody>,
  { store, nowMs, timings }: Call,
): Record<string, unknown> {
  if (receipt.status !== 'RELEASE_STOP_UNCHECKED') return result(false, '출고중지요청 상태가 아닙니다.');
  const { deliveryCompanyCode: carrierCode, invoiceNumber } = body;
  if (!isInvoiceNumberOf(carrierCode, invoiceNumber)) return result(false, '운송장번호가 유효하지 않습니다.');
  receipt.status = 'RETURNS_UNCHECKED';
  receipt.releaseStop = '처리(이미출고)';
  receipt.deliveryType = '연동택배';
  receipt.fault = 'VENDOR';
  receipt.modifiedAtMs = nowMs;
  receipt.autoShippedAtMs = null;
  receipt.effects.shipped += 1;
  for (const id of new Set(receipt.lines.map((line) => line.shipmentBoxId))) {
    const box = store.box(id);
    if (box?.status !== 'INSTRUCT') continue;
    departBox(box, { carrierCode, invoiceNumber }, nowMs, timings);
    storeNumber(store, box, nowMs);
    box.effects.invoices.push(`${carrierCode} ${invoiceNumber}`);
  }
  return result(true, '이미출고 상태변경이 성공하였습니다.');
}

/** The goods are back. A quick refund is over with that; any other waits for the approval. */
function confirmReceipt(receipt: Receipt, _body: unknown, { store, nowMs }: Call): Record<string, unknown> {
  if (receipt.status !== 'RETURNS_UNCHECKED') throw badRequest('반품접수 상태가 아닙니다.');
  receipt.effects.received += 1;
  if (receipt.isQuickRefund) completeReceipt(store, receipt, 'VENDOR_CONFIRM', nowMs);
  else {
    receipt.status = 'VENDOR_WAREHOUSE_CONFIRM';
    receipt.modifiedAtMs = nowMs;
  }
  return { code: '200', message: 'OK' };
}

function approve(
  receipt: Receipt,
  { cancelCount }: z.output<typeof countBody>,
  { store, nowMs }: Call,
): Record<string, unknown> {
  checkCount(receipt, cancelCount);
  if (receipt.status !== 'VENDOR_WAREHOUSE_CONFIRM') throw badRequest('입고완료 상태가 아닙니다.');
  receipt.effects.approved += 1;
  completeReceipt(store, receipt, 'VENDOR_CONFIRM', nowMs);
  return { code: '200', message: 'OK' };
}
