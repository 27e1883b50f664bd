import * as z from 'zod';
import { gmt8Text } from '../gmt8.ts';
import { method, type Call } from '../method.ts';
import { invalid, serviceError } from '../refusal.ts';
import { closeUnpaid } from '../rules/paying.ts';
import { announceTrade } from '../rules/announce.ts';
import { changeReceiver } from '../rules/receiver-change.ts';
import { isUnpaid, touch } from '../rules/trade-state.ts';
import { booleanField, idField, wholeField } from '../schema/fields.ts';
import type { Receiver, TaobaoTrade } from '../trade.ts';
import { findTrade } from './trade-detail.ts';

const day = 86_400_000;

/** The reasons of the documents; nothing else is taken. */
export const closeReasons = [
  '未及时付款',
  '买家不想买了',
  '买家信息填写错误，重新拍',
  '恶意买家/同行捣乱',
  '缺货',
  '买家拍错了',
  '同城见面交易',
] as const;

const memoText = z.string().refine((memo) => Buffer.byteLength(memo) <= 1_000);
const flagField = wholeField(0, 5);

const closeBody = z.strictObject({ tid: idField, close_reason: z.enum(closeReasons) });
const addMemoBody = z.strictObject({ tid: idField, memo: memoText.min(1), flag: flagField.optional() });
const updateMemoBody = z.strictObject({
  tid: idField,
  memo: memoText.optional(),
  flag: flagField.optional(),
  reset: booleanField.optional(),
});
const delayBody = z.strictObject({ tid: idField, days: z.enum(['3', '5', '7', '10']).transform(Number) });

/** So many bytes in the platform's own encoding: two for a Chinese letter. */
function gbkText(most: number): z.ZodType<string, string> {
  return z
    .string()
    .refine((text) => Array.from(text).reduce((sum, letter) => sum + (letter > '\u007f' ? 2 : 1), 0) <= most);
}

const addressBody = z.strictObject({
  tid: idField,
  receiver_name: gbkText(50).optional(),
  receiver_phone: gbkText(30).optional(),
  receiver_mobile: gbkText(11).optional(),
  receiver_state: gbkText(32).optional(),
  receiver_city: gbkText(32).optional(),
  receiver_district: gbkText(32).optional(),
  receiver_town: gbkText(32).optional(),
  receiver_address: gbkText(228).optional(),
  receiver_zip: z
    .string()
    .regex(/^\d{6}$/u)
    .optional(),
});

const shared = { package: '订单信息修改', writes: true };

export const tradeWriteMethods = [
  method({ name: 'taobao.trade.close', ...shared, schema: closeBody, handle: close }),
  method({ name: 'taobao.trade.memo.add', ...shared, schema: addMemoBody, handle: addMemo }),
  method({ name: 'taobao.trade.memo.update', ...shared, schema: updateMemoBody, handle: updateMemo }),
  method({ name: 'taobao.trade.receivetime.delay', ...shared, schema: delayBody, handle: delay }),
  method({ name: 'taobao.trade.shippingaddress.update', ...shared, schema: addressBody, handle: updateAddress }),
];

/** A trade or one child of it, before it is paid; not within ten seconds of its making. */
function close({ tid }: z.output<typeof closeBody>, call: Call): unknown {
  const whole = call.store.trade(tid);
  const trade = whole ?? call.store.order(tid)?.trade;
  if (trade === undefined) throw serviceError('isv.trade-not-exist', '交易不存在或不属于该用户');
  if (call.nowMs - trade.createdMs < 10_000) {
    throw serviceError('isv.trade-service-error:CLOSE_TRADE_TOO_FAST', 'CLOSE_TRADE_TOO_FAST');
  }
  const oids = whole === undefined ? [tid] : trade.orders.map((order) => order.oid);
  const open = trade.orders.filter((order) => oids.includes(order.oid) && isUnpaid(order.status));
  if (open.length === 0) throw serviceError('isv.trade-service-error:TRADE_STATUS_ERROR', '交易状态不允许关闭');
  closeUnpaid(call.store, trade, oids, call.nowMs);
  trade.effects.closes += 1;
  return modified(trade);
}

function addMemo({ tid, memo, flag }: z.output<typeof addMemoBody>, call: Call): unknown {
  const trade = findTrade(call, tid);
  if (trade.sellerMemo !== '')
    throw serviceError('isv.trade-service-error:MEMO_ALREADY_EXIST', '已存在备注，请使用修改接口');
  trade.sellerMemo = memo;
  trade.sellerFlag = flag ?? 0;
  memoWritten(trade, call);
  return { trade: { tid: BigInt(tid), created: gmt8Text(trade.createdMs) } };
}

/** `reset` wipes whatever `memo` says; an empty memo leaves the old one. */
function updateMemo({ tid, memo = '', flag, reset }: z.output<typeof updateMemoBody>, call: Call): unknown {
  const trade = findTrade(call, tid);
  if (reset === true) trade.sellerMemo = '';
  else if (memo !== '') trade.sellerMemo = memo;
  if (flag !== undefined) trade.sellerFlag = flag;
  memoWritten(trade, call);
  return modified(trade);
}

function memoWritten(trade: TaobaoTrade, call: Call): void {
  trade.effects.memoWrites += 1;
  touch(trade, call.nowMs);
  announceTrade(call.store, 'TradeMemoModified', trade, call.nowMs);
}

/** Gives the buyer more time to confirm. */
function delay({ tid, days }: z.output<typeof delayBody>, call: Call): unknown {
  const trade = findTrade(call, tid);
  if (trade.status !== 'WAIT_BUYER_CONFIRM_GOODS' || trade.timeoutActionMs === null) {
    throw serviceError('isv.trade-service-error:TRADE_STATUS_ERROR', '只有卖家已发货的交易才能延长收货时间');
  }
  trade.timeoutActionMs += days * day;
  touch(trade, call.nowMs);
  announceTrade(call.store, 'TradeDelayConfirmPay', trade, call.nowMs);
  return modified(trade);
}

function updateAddress(wish: z.output<typeof addressBody>, call: Call): unknown {
  const trade = findTrade(call, wish.tid);
  if (!isUnpaid(trade.status) && trade.status !== 'WAIT_SELLER_SEND_GOODS' && trade.status !== 'PAID_FORBID_CONSIGN') {
    throw serviceError('isv.trade-service-error:TRADE_STATUS_ERROR', '卖家已发货，不能修改收货地址');
  }
  const before = trade.receiver;
  const after: Receiver = {
    ...before,
    name: wish.receiver_name ?? before.name,
    phone: removable(wish.receiver_phone, before.phone),
    mobile: removable(wish.receiver_mobile, before.mobile),
    state: wish.receiver_state ?? before.state,
    city: wish.receiver_city ?? before.city,
    district: wish.receiver_district ?? before.district,
    town: wish.receiver_town ?? before.town,
    address: wish.receiver_address ?? before.address,
  };
  if (after.mobile === '' && after.phone === '') throw invalid('receiver_mobile', '手机和电话不能同时为空');
  changeReceiver(call.store, trade, after, call.nowMs);
  return modified(trade);
}

/** `-1` removes a telephone. */
function removable(wish: string | undefined, before: string): string {
  return wish === '-1' ? '' : (wish ?? before);
}

function modified(trade: TaobaoTrade): unknown {
  return { trade: { tid: BigInt(trade.tid), modified: gmt8Text(trade.modifiedMs) } };
}
