import * as z from 'zod';
import { deliveryInfo, plainAddress, receiptInfo, receiptInfoTwin } from '../answers/address.ts';
import { detailOrder } from '../answers/detail-order.ts';
import { time } from '../answers/values.ts';
import { idField, idParameter, jsonParameter, textParameter, wholeField } from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import type { AliOrder } from '../order.ts';
import { invalidParameter } from '../refusal.ts';

const singleOrder = jsonParameter(
  z.strictObject({
    order_id: idField,
    ext_info_bit_flag: wholeField.optional(),
    field_list: z.string().optional(),
    show_id: z.string().optional(),
  }),
);
const byParam1 = z.strictObject({ param1: singleOrder });

export const orderDetailOperations = [
  operation({
    name: 'aliexpress.trade.new.redefining.findorderbyid',
    needs: 'order',
    schema: byParam1,
    handle: ({ param1 }, call) => ({
      target: detailOrder(orderOf(param1.order_id, call), call.store.world.seller, call.nowMs, 'aeop_tp'),
      time_stamp: time(call.nowMs),
    }),
  }),
  operation({
    name: 'aliexpress.solution.order.info.get',
    needs: 'order',
    schema: byParam1,
    handle: ({ param1 }, call) => {
      const order = call.store.order(param1.order_id);
      const found =
        order === undefined
          ? { error_code: 'ORDER_NOT_FOUND', error_message: 'the order does not exist' }
          : { error_code: '0', data: detailOrder(order, call.store.world.seller, call.nowMs, 'global_aeop_tp') };
      return { result: { ...found, time_stamp: time(call.nowMs) } };
    },
  }),
  operation({
    name: 'aliexpress.trade.redefining.findorderreceiptinfo',
    needs: 'order',
    schema: byParam1,
    handle: ({ param1 }, call) => ({ result: receiptInfo(orderOf(param1.order_id, call)) }),
  }),
  operation({
    name: 'aliexpress.solution.order.receiptinfo.get',
    needs: 'order',
    schema: byParam1,
    handle: ({ param1 }, call) => ({ result: receiptInfoTwin(orderOf(param1.order_id, call)) }),
  }),
  operation({
    name: 'aliexpress.solution.order.delivery.info.get',
    needs: 'order',
    schema: z.strictObject({ single_order_query: singleOrder }),
    handle: ({ single_order_query: query }, call) => ({ result: deliveryInfo(orderOf(query.order_id, call)) }),
  }),
  operation({
    name: 'aliexpress.logistics.getwlmailingaddresssnapshotdto',
    needs: 'logistics',
    schema: z.strictObject({ trade_order_id: idParameter }),
    handle: ({ trade_order_id: orderId }, call) => {
      const address = call.store.order(orderId)?.address;
      if (address === undefined) return { is_success: false, error_msg: 'the order does not exist' };
      return {
        is_success: true,
        cpf: address.country === 'BR' ? address.taxNumber : null,
        rut_no: address.country === 'CL' ? address.taxNumber : null,
      };
    },
  }),
  operation({
    name: 'aliexpress.trade.seller.order.decrypt',
    needs: 'order',
    writes: true,
    // The one operation whose parameters are in camel case.
    schema: z.strictObject({ orderId: idParameter, oaid: textParameter.min(1) }),
    handle: decrypt,
  }),
];

function orderOf(orderId: string, call: Call): AliOrder {
  const order = call.store.order(orderId);
  if (order === undefined) throw invalidParameter('order_id', 'the order does not exist');
  return order;
}

/** The digest must be the order's of today, unchanged to the last escape. */
function decrypt(parameters: { orderId: string; oaid: string }, call: Call): unknown {
  const order = call.store.order(parameters.orderId);
  if (order === undefined) return { result_code: 404, result_info: 'the order does not exist' };
  if (parameters.oaid !== order.oaid) return { result_code: 400, result_info: 'oaid is invalid' };
  if (call.isStruck('decrypt-fails')) return { result_code: 500, result_info: 'decrypt failed' };
  order.effects.decrypts += 1;
  return { result_code: 0, result_info: 'success', result_obj: plainAddress(order) };
}
