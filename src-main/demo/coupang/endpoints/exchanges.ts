import * as z from 'zod';
import { exchangeAnswer } from '../answers/exchange-request.ts';
import type { Exchange } from '../claims.ts';
import { pageOf } from '../page-of.ts';
import { badRequest } from '../refusal.ts';
import { readRoute, vendorPath, writeRoute, type Call } from '../route.ts';
import { isInvoiceNumberOf } from '../rules/carriers.ts';
import { compareIds } from '../store.ts';
import { looseIdField, queryCount, queryId, vendorIdField } from '../schema/fields.ts';
import { isWithin, secondsWindow } from '../schema/window.ts';

const listQuery = z.strictObject({
  createdAtFrom: z.string(),
  createdAtTo: z.string(),
  status: z.enum(['RECEIPT', 'PROGRESS', 'SUCCESS', 'REJECT', 'CANCEL']).optional(),
  orderId: queryId.optional(),
  nextToken: z.string().optional(),
  maxPerPage: queryCount(1, 50).default(10),
});

const invoiceBody = z
  .array(
    z.strictObject({
      exchangeId: looseIdField,
      vendorId: vendorIdField,
      shipmentBoxId: looseIdField,
      goodsDeliveryCode: z.string(),
      invoiceNumber: z.string().min(1),
    }),
  )
  .min(1);

export const exchangeRoutes = [
  readRoute({
    operation: 'listExchanges',
    path: vendorPath('v4', 'exchangeRequests'),
    query: listQuery,
    handle: listExchanges,
  }),
  writeRoute({
    operation: 'confirmExchangeReceipt',
    method: 'PATCH',
    path: vendorPath('v4', 'exchangeRequests/{exchangeId}/receiveConfirmation'),
    body: z.strictObject({ exchangeId: looseIdField, vendorId: vendorIdField }),
    handle: (body, call, { exchangeId = '' }) => confirmReceipt(exchangeOf(exchangeId, body, call), call),
  }),
  writeRoute({
    operation: 'rejectExchange',
    method: 'PATCH',
    path: vendorPath('v4', 'exchangeRequests/{exchangeId}/rejection'),
    body: z.strictObject({
      exchangeId: looseIdField,
      exchangeRejectCode: z.enum(['SOLDOUT', 'WITHDRAW']),
      // The table asks for the vendor, the sample has the user.
      vendorId: vendorIdField.optional(),
      userId: z.string().optional(),
    }),
    handle: (body, call, { exchangeId = '' }) => reject(exchangeOf(exchangeId, body, call), call),
  }),
  writeRoute({
    operation: 'uploadExchangeInvoices',
    method: 'POST',
    path: vendorPath('v4', 'exchangeRequests/{exchangeId}/invoices'),
    body: invoiceBody,
    handle: uploadInvoices,
  }),
];

function listExchanges(query: z.output<typeof listQuery>, call: Call): Record<string, unknown> {
  const window = secondsWindow(query);
  const fitting = call.store.world.exchanges
    .filter(
      (exchange) =>
        (query.status === undefined || exchange.status === query.status) &&
        (query.orderId === undefined || exchange.orderId === query.orderId) &&
        isWithin(exchange.createdAtMs, window),
    )
    .toSorted(
      (first, second) => first.createdAtMs - second.createdAtMs || compareIds(first.exchangeId, second.exchangeId),
    );
  const page = pageOf(fitting, (exchange) => ({ atMs: exchange.createdAtMs, id: exchange.exchangeId }), {
    nextToken: query.nextToken ?? '',
    size: query.maxPerPage,
    question: [query.status ?? '', query.orderId ?? '', query.createdAtFrom, query.createdAtTo],
  });
  const data = page.rows.map((exchange) => exchangeAnswer(call.store, exchange));
  return { code: 200, message: 'OK', data, nextToken: page.nextToken };
}

function exchangeOf(
  exchangeId: string,
  body: { exchangeId: string; vendorId?: string | undefined },
  { store }: Call,
): Exchange {
  if (body.vendorId !== undefined && body.vendorId !== store.world.vendor.vendorId) {
    throw badRequest('Invalid vendor ID');
  }
  const exchange = store.exchange(exchangeId);
  if (exchange === undefined || body.exchangeId !== exchangeId) {
    throw badRequest(`exchangeId (${exchangeId}) is not found.`);
  }
  return exchange;
}

/** The old goods are back: a new box is made, some minutes later. */
function confirmReceipt(exchange: Exchange, { nowMs, timings }: Call): Record<string, unknown> {
  if (exchange.status !== 'RECEIPT') throw badRequest('교환접수 상태가 아닙니다.');
  exchange.status = 'PROGRESS';
  exchange.collectStatus = 'CompleteCollect';
  exchange.collectedAtMs ??= nowMs;
  exchange.modifiedAtMs = nowMs;
  exchange.newBoxAtMs = nowMs + timings.exchangeBoxDelayMs;
  exchange.effects.received += 1;
  return { code: '200', message: 'SUCCESS' };
}

function reject(exchange: Exchange, { nowMs }: Call): Record<string, unknown> {
  if (exchange.status !== 'RECEIPT') return result(false, '교환접수 상태가 아닙니다.');
  exchange.status = 'REJECT';
  exchange.modifiedAtMs = nowMs;
  exchange.effects.rejected += 1;
  return result(true, '요청 처리완료');
}

function result(isDone: boolean, message: string): Record<string, unknown> {
  return {
    code: '200',
    message: 'SUCCESS',
    data: { resultCode: isDone ? 'SUCCESS' : 'FAIL', resultMessage: message },
  };
}

function uploadInvoices(
  body: z.output<typeof invoiceBody>,
  call: Call,
  { exchangeId = '' }: Readonly<Record<string, string>>,
): Record<string, unknown> {
  for (const entry of body) {
    const box = exchangeOf(exchangeId, entry, call).newBox;
    if (box?.shipmentBoxId !== entry.shipmentBoxId || box.status !== 'INSTRUCT') {
      return result(false, 'Only INSTRUCT status shipment can be called with applyInvoice');
    }
    if (!isInvoiceNumberOf(entry.goodsDeliveryCode, entry.invoiceNumber)) {
      return result(false, 'INVALID_INVOICE_NUMBER');
    }
  }
  for (const entry of body) send(exchangeOf(exchangeId, entry, call), entry, call);
  return result(true, 'Invoice number save successfully');
}

function send(exchange: Exchange, entry: z.output<typeof invoiceBody>[number], { nowMs, timings }: Call): void {
  const box = exchange.newBox;
  if (box === null) return;
  box.status = 'DEPARTURE';
  box.carrierCode = entry.goodsDeliveryCode;
  box.invoiceNumber = entry.invoiceNumber;
  box.uploadedAtMs = nowMs;
  const scanAtMs = nowMs + timings.firstScanDelayMs;
  box.script = [
    { atMs: scanAtMs, status: 'DELIVERING' },
    { atMs: scanAtMs + timings.deliveryDelayMs, status: 'FINAL_DELIVERY' },
  ];
  exchange.modifiedAtMs = nowMs;
  exchange.effects.invoices.push(`${entry.goodsDeliveryCode} ${entry.invoiceNumber}`);
}
