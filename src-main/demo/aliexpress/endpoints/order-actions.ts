import * as z from 'zod';
import { list } from '../answer-tree.ts';
import { int64 } from '../answers/values.ts';
import { idField, idParameter, jsonParameter, textParameter, wholeParameter } from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import { invalidParameter } from '../refusal.ts';
import { move } from '../rules/move.ts';

const day = 86_400_000;
const cancelRequest = z.strictObject({ order_id: idField, buyer_login_id: z.string().min(1) });
const remarkKey = { biz_type: z.literal('0'), remark_id: idParameter };

export const orderActionOperations = [
  operation({
    name: 'aliexpress.trade.seller.order.acceptcancel',
    needs: 'order',
    writes: true,
    schema: z.strictObject({ param_order_cancel_request: jsonParameter(cancelRequest) }),
    handle: ({ param_order_cancel_request: request }, call) => answerCancel(request, 'acceptCancel', call),
  }),
  operation({
    name: 'aliexpress.trade.seller.order.refusecancel',
    needs: 'order',
    writes: true,
    schema: z.strictObject({
      param_order_cancel_request: jsonParameter(
        z.strictObject({ ...cancelRequest.shape, memo: z.string().optional() }),
      ),
    }),
    handle: ({ param_order_cancel_request: request }, call) => answerCancel(request, 'refuseCancel', call),
  }),
  operation({
    name: 'aliexpress.trade.redefining.extendsbuyeracceptgoodstime',
    needs: 'order',
    writes: true,
    schema: z.strictObject({ param0: idParameter, param1: textParameter }),
    handle: ({ param0, param1 }, call) => extend(param0, param1, call),
  }),
  operation({
    name: 'aliexpress.merchant.redefining.saveremark',
    needs: 'merchant',
    writes: true,
    schema: z.strictObject({ ...remarkKey, content: textParameter }),
    handle: ({ remark_id: orderId, content }, { store }) => {
      const order = store.order(orderId);
      if (order === undefined) throw invalidParameter('remark_id', 'the order does not exist');
      order.remark = content;
      order.effects.remarks += 1;
      return { result: { error_code: 0 } };
    },
  }),
  operation({
    name: 'aliexpress.merchant.redefining.queryremark',
    needs: 'merchant',
    schema: z.strictObject(remarkKey),
    handle: ({ remark_id: orderId }, { store }) => {
      const content = store.order(orderId)?.remark ?? null;
      return { result: { error_code: 0, data: content === null ? null : { remark_id: int64(orderId), content } } };
    },
  }),
  operation({
    name: 'aliexpress.merchant.redefining.queryremarks',
    needs: 'merchant',
    schema: z.strictObject({ biz_type: remarkKey.biz_type, remark_ids: jsonParameter(z.array(idField).min(1)) }),
    handle: ({ remark_ids: orderIds }, { store }) => ({
      result: {
        error_code: 0,
        datas: list(
          'string',
          orderIds.flatMap((orderId) => {
            const content = store.order(orderId)?.remark ?? null;
            return content === null ? [] : [{ remark_id: int64(orderId), content }];
          }),
        ),
      },
    }),
  }),
];

/** The buyer's name must fit too; a request that the buyer never made cannot be answered. */
function answerCancel(
  request: { order_id: string; buyer_login_id: string },
  name: 'acceptCancel' | 'refuseCancel',
  call: Call,
): unknown {
  const order = call.store.order(request.order_id);
  const refuse = (code: string, text: string): unknown => ({
    result: { success: false, target: false, error_code: code, error_message: text },
  });
  if (call.isStruck('business-failure')) return refuse('SYSTEM_ERROR', 'system error');
  if (order === undefined) return refuse('ORDER_NOT_FOUND', 'the order does not exist');
  if (order.buyer.loginId !== request.buyer_login_id) return refuse('BUYER_ERROR', 'the buyer does not own this order');
  if (order.status !== 'IN_CANCEL') return refuse('ORDER_STATUS_ERROR', `the order is ${order.status}`);
  move(order, name, call.nowMs, call.timings);
  if (name === 'acceptCancel') order.effects.cancelsAccepted += 1;
  else order.effects.cancelsRefused += 1;
  return { result: { success: true, target: true, error_code: '0' } };
}

/** Lets the buyer confirm later: 100 no such order, 200 bad data, 201 longer than allowed, 210 not allowed now. */
function extend(orderId: string, daysText: string, call: Call): unknown {
  const order = call.store.order(orderId);
  const refuse = (code: number, memo: string): unknown => ({ is_success: false, sub_error_code: code, memo });
  if (order === undefined) return refuse(100, 'no such order');
  const days = wholeParameter.safeParse(daysText);
  if (!days.success || days.data < 1) return refuse(200, 'bad data');
  if (order.status !== 'WAIT_BUYER_ACCEPT_GOODS' || order.acceptDueAtMs === null) return refuse(210, 'not allowed now');
  if (order.extendedDays + days.data > call.timings.mostExtensionDays) return refuse(201, 'longer than allowed');
  order.extendedDays += days.data;
  order.acceptDueAtMs += days.data * day;
  order.timers['accept-timeout'] = order.acceptDueAtMs;
  order.modifiedAtMs = call.nowMs;
  order.effects.extensions += 1;
  return { is_success: true };
}
