import { int64 } from '../answers/values.ts';
import { operation, type Call } from '../operation.ts';
import { bookWaybill, objectToWaybill } from '../rules/new-waybill.ts';
import type { Objection } from '../rules/shipping.ts';
import { numberOf } from '../rules/scans.ts';
import { solutionOf } from '../services.ts';
import type { AliWaybill } from '../waybill.ts';
import { noSuchOrder, systemError } from './shipping.ts';
import { createOrderSchema, createWarehouseOrderSchema, type WaybillWish } from '../waybill-fields.ts';

/** The two ways to a logistics order; a repeated call books a second waybill. */
export const waybillOperations = [
  operation({
    name: 'aliexpress.logistics.createwarehouseorder',
    needs: 'logistics',
    writes: true,
    schema: createWarehouseOrderSchema,
    handle: (wish, call) => create(wish, call, false),
  }),
  operation({
    name: 'aliexpress.logistics.order.createorder',
    needs: 'logistics',
    writes: true,
    schema: createOrderSchema,
    handle: (wish, call) => create(wish, call, true),
  }),
];

function create(wish: WaybillWish, call: Call, hasCode: boolean): unknown {
  const order = call.store.order(wish.trade_order_id);
  const solution = solutionOf(wish.warehouse_carrier_service);
  if (order === undefined) return failed(wish.trade_order_id, noSuchOrder);
  const objection = call.isStruck('business-failure') ? systemError : objectToWaybill(order, wish, call);
  if (objection !== null || solution === undefined) return failed(wish.trade_order_id, objection);
  return done(bookWaybill(order, solution, wish, call), call.nowMs, hasCode);
}

/** `error_code` 1 is no error; the international number may still be empty. */
function done(waybill: AliWaybill, nowMs: number, hasCode: boolean): unknown {
  return {
    result: {
      success: true,
      error_code: 1,
      error_desc: '',
      warehouse_order_id: int64(waybill.waybillId),
      out_order_id: int64(waybill.lpCode.slice(2)),
      // Only the newer operation tells the LP code.
      out_order_code: hasCode ? waybill.lpCode : null,
      intl_tracking_no: numberOf(waybill, nowMs),
      trade_order_id: int64(waybill.orderId),
      trade_order_from: 'ESCROW',
    },
    result_success: true,
  };
}

function failed(orderId: string, objection: Objection): unknown {
  const code = Number(objection?.code);
  return {
    result: {
      success: false,
      error_code: Number.isInteger(code) ? code : 1_000,
      error_desc: objection?.text ?? '',
      trade_order_id: int64(orderId),
      trade_order_from: 'ESCROW',
    },
    result_success: true,
  };
}
