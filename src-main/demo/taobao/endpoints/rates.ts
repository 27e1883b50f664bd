import * as z from 'zod';
import { pageOf } from '../answers/page.ts';
import { knownFields, pickFields, readWanted } from '../answers/pick-fields.ts';
import { filled } from '../answers/trade-answer.ts';
import { list } from '../answers/tree.ts';
import { gmt8Text } from '../gmt8.ts';
import { method, type Call } from '../method.ts';
import { missing, serviceError } from '../refusal.ts';
import { yuan } from '../money.ts';
import { maskNick } from '../rules/mask.ts';
import { rateOf } from '../rules/rating.ts';
import { touch } from '../rules/trade-state.ts';
import { booleanField, dateField, idField, listField, wholeField } from '../schema/fields.ts';
import type { TaobaoRate } from '../world.ts';
import { findTrade } from './trade-detail.ts';

const day = 86_400_000;

const rateFields = knownFields(`
  tid oid role nick result created rated_nick item_title item_price content reply valid_score num_iid logistics_service_score ouid
`);

const resultField = z.enum(['good', 'neutral', 'bad']);
const listBody = z.strictObject({
  fields: listField.refine((names) => names.length <= 20),
  rate_type: z.enum(['get', 'give']),
  role: z.enum(['seller', 'buyer']),
  result: resultField.optional(),
  page_no: wholeField(1, 200).optional(),
  page_size: wholeField(1, 150).optional(),
  start_date: dateField.optional(),
  end_date: dateField.optional(),
  tid: idField.optional(),
  num_iid: idField.optional(),
  use_has_next: booleanField.optional(),
});
const chineseText = z.string().min(1).max(500);
const addBody = z.strictObject({
  tid: idField,
  oid: idField.optional(),
  result: resultField,
  role: z.literal('seller'),
  content: chineseText.optional(),
  anony: z.literal('false').optional(),
});
const explainBody = z.strictObject({ oid: idField, reply: chineseText });

const shared = { package: '评价' };

export const rateMethods = [
  method({ name: 'taobao.traderates.get', ...shared, schema: listBody, handle: listRates }),
  method({ name: 'taobao.traderate.add', ...shared, writes: true, schema: addBody, handle: addRate }),
  method({ name: 'taobao.traderate.explain.add', ...shared, writes: true, schema: explainBody, handle: explain }),
];

/** The last 180 days; buyers' ratings of the seller are `get` + `buyer`. At most 1500 rows of one window can be had. */
function listRates(wish: z.output<typeof listBody>, call: Call): unknown {
  const wanted = readWanted(wish.fields, rateFields, call.choices.refusesUnknownFields);
  const writer = wish.role === 'buyer' && wish.rate_type === 'get' ? 'buyer' : 'seller';
  const isPossible = (wish.rate_type === 'get') === (wish.role === 'buyer');
  const rows = call.store.world.rates
    .filter(
      (rate) =>
        isPossible &&
        rate.role === writer &&
        rate.createdMs >= Math.max(wish.start_date ?? 0, call.nowMs - 180 * day) &&
        rate.createdMs <= (wish.end_date ?? call.nowMs) &&
        (wish.result === undefined || rate.result === wish.result) &&
        (wish.tid === undefined || rate.tid === wish.tid || rate.oid === wish.tid) &&
        (wish.num_iid === undefined || rate.numIid === wish.num_iid),
    )
    .toSorted((first, second) => second.createdMs - first.createdMs)
    .slice(0, 1_500);
  const page = pageOf(rows, wish);
  const rates = page.rows.map((rate) => pickFields(rateAnswer(rate, call), wanted, rateFields));
  return { ...page.counted, trade_rates: list('trade_rate', rates) };
}

function rateAnswer(rate: TaobaoRate, call: Call): Record<string, unknown> {
  const sellerNick = call.store.world.seller.nick;
  const buyerNick = maskNick(call.store.trade(rate.tid)?.buyerNick ?? '');
  return {
    tid: BigInt(rate.tid),
    oid: BigInt(rate.oid),
    role: rate.role,
    nick: rate.role === 'buyer' ? buyerNick : sellerNick,
    rated_nick: rate.role === 'buyer' ? sellerNick : buyerNick,
    result: rate.result,
    created: gmt8Text(rate.createdMs),
    item_title: rate.itemTitle,
    item_price: yuan(rate.itemPriceFen),
    content: filled(rate.content),
    reply: filled(rate.reply),
    valid_score: true,
    num_iid: BigInt(rate.numIid),
    logistics_service_score: rate.logisticsScore,
  };
}

/** The seller rates the buyer, within 15 days after the end; other than good needs words. */
function addRate(wish: z.output<typeof addBody>, call: Call): unknown {
  if (wish.result !== 'good' && wish.content === undefined) throw missing('content');
  const trade = findTrade(call, wish.tid);
  const order = wish.oid === undefined ? trade.orders[0] : trade.orders.find((other) => other.oid === wish.oid);
  if (order === undefined) throw serviceError('isv.traderate-service-error:ORDER_NOT_EXIST', '子订单不属于该交易');
  if (order.status !== 'TRADE_FINISHED' || order.endMs === null) {
    throw serviceError('isv.traderate-service-error:TRADE_STATUS_ERROR', '交易未成功，不能评价');
  }
  if (call.nowMs - order.endMs > 15 * day) {
    throw serviceError('isv.traderate-service-error:RATE_TIMEOUT', '交易成功已超过15天，不能评价');
  }
  if (order.isSellerRated) throw serviceError('isv.traderate-service-error:ALREADY_RATED', '已经评价过了');
  order.isSellerRated = true;
  const rate = rateOf(trade, order, 'seller', { result: wish.result, content: wish.content ?? '' }, call.nowMs);
  call.store.world.rates.push(rate);
  touch(trade, call.nowMs);
  return { trade_rate: { tid: BigInt(trade.tid), oid: BigInt(order.oid), created: gmt8Text(rate.createdMs) } };
}

/** Tmall only, and not after 30 days: a Taobao seller answers on the web. */
function explain({ oid, reply }: z.output<typeof explainBody>, call: Call): unknown {
  if (call.store.world.seller.type !== 'B') {
    throw serviceError('isv.traderate-service-error:ONLY_TMALL', '仅商城卖家可以解释评价');
  }
  const rate = call.store.world.rates.find((candidate) => candidate.oid === oid && candidate.role === 'buyer');
  if (rate === undefined) throw serviceError('isv.traderate-service-error:RATE_NOT_EXIST', '评价不存在');
  if (call.nowMs - rate.createdMs > 30 * day) {
    throw serviceError('isv.traderate-service-error:EXPLAIN_TIMEOUT', '评价已超过30天，不能解释');
  }
  if (rate.reply !== '') throw serviceError('isv.traderate-service-error:ALREADY_EXPLAINED', '已经解释过了');
  rate.reply = reply;
  return { is_success: true };
}
