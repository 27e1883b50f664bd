import * as z from 'zod';
import { int64 } from '../answers/view.ts';
import { badRequest } from '../refusal.ts';
import { vendorPath, writeRoute, type Call } from '../route.ts';
import { isInvoiceNumberOf } from '../rules/carriers.ts';
import { idField } from '../schema/fields.ts';

const pickUpBody = z.strictObject({
  returnExchangeDeliveryType: z.enum(['RETURN', 'EXCHANGE']),
  receiptId: idField,
  deliveryCompanyCode: z.string(),
  invoiceNumber: z.string().min(1),
  regNumber: z.string().optional(),
});
type PickUpBody = z.output<typeof pickUpBody>;

/** The seller fetches the goods with a carrier of its own (coupang.md section 9). */
export const pickUpRoutes = [
  writeRoute({
    operation: 'createPickUpInvoice',
    method: 'POST',
    path: vendorPath('v4', 'return-exchange-invoices/manual'),
    body: pickUpBody,
    handle: (body, call) => {
      if (!isInvoiceNumberOf(body.deliveryCompanyCode, body.invoiceNumber)) {
        throw badRequest('운송장번호가 유효하지 않습니다.');
      }
      if (body.returnExchangeDeliveryType === 'RETURN') pickUpReturn(body, call);
      else pickUpExchange(body, call);
      return {
        code: 200,
        message: 'OK',
        data: {
          deliveryCompanyCode: body.deliveryCompanyCode,
          invoiceNumber: body.invoiceNumber,
          invoiceNumberId: int64(call.store.newSmallId()),
          receiptId: int64(body.receiptId),
          regNumber: body.regNumber ?? '',
          returnDeliveryId: int64(call.store.newSmallId()),
          returnExchangeDeliveryType: body.returnExchangeDeliveryType,
        },
      };
    },
  }),
];

function pickUpReturn(body: PickUpBody, { store, nowMs }: Call): void {
  const receipt = store.receipt(body.receiptId);
  if (receipt === undefined || receipt.withdrawnAtMs !== null || receipt.status !== 'RETURNS_UNCHECKED') {
    throw badRequest('반품접수 상태가 아닙니다.');
  }
  receipt.pickUp = { carrierCode: body.deliveryCompanyCode, invoiceNumber: body.invoiceNumber };
  receipt.deliveryType = '수기관리';
  receipt.modifiedAtMs = nowMs;
  receipt.effects.pickUps += 1;
}

function pickUpExchange(body: PickUpBody, { store, nowMs }: Call): void {
  const exchange = store.exchange(body.receiptId);
  if (exchange?.status !== 'RECEIPT' || exchange.collectStatus !== 'BeforeDirection') {
    throw badRequest('회수연동전 상태가 아닙니다.');
  }
  exchange.pickUp = { carrierCode: body.deliveryCompanyCode, invoiceNumber: body.invoiceNumber };
  exchange.collectStatus = 'CompleteDirection';
  exchange.modifiedAtMs = nowMs;
  exchange.effects.pickUps += 1;
}
