import * as z from 'zod';
import { pageOf, type PageWish } from '../answers/page.ts';
import { pickFields, readWanted, type KnownFields } from '../answers/pick-fields.ts';
import { tradeAnswer } from '../answers/trade-answer.ts';
import { incrementFields, incrementvFields, soldFields } from '../answers/trade-fields.ts';
import { list } from '../answers/tree.ts';
import { method, type Call } from '../method.ts';
import { invalid } from '../refusal.ts';
import { nextStatuses } from '../rules/trade-state.ts';
import { dateField, listField, pageFields, textField } from '../schema/fields.ts';
import type { TaobaoTrade } from '../trade.ts';

const day = 86_400_000;
const threeMonths = 92 * day;
const statusField = z.string().refine((status) => status in nextStatuses);

const common = {
  fields: listField,
  status: statusField.optional(),
  type: listField.optional(),
  ext_type: textField.optional(),
  tag: textField.optional(),
  ...pageFields,
};

const soldBody = z.strictObject({
  ...common,
  start_created: dateField.optional(),
  end_created: dateField.optional(),
  rate_status: z
    .enum(['RATE_UNBUYER', 'RATE_UNSELLER', 'RATE_BUYER_UNSELLER', 'RATE_UNBUYER_SELLER', 'RATE_BUYER_SELLER'])
    .optional(),
  buyer_nick: textField.optional(),
  buyer_open_id: textField.optional(),
});

const incrementBody = z.strictObject({
  ...common,
  start_modified: dateField,
  end_modified: dateField,
  buyer_nick: textField.optional(),
  buyer_open_uid: textField.optional(),
});

const incrementvBody = z.strictObject({ ...common, start_create: dateField, end_create: dateField });

const orders = { package: '订单信息查询' };

export const tradeListMethods = [
  method({ name: 'taobao.trades.sold.get', ...orders, schema: soldBody, handle: sold }),
  method({ name: 'taobao.trades.sold.increment.get', ...orders, schema: incrementBody, handle: increment }),
  method({ name: 'taobao.trades.sold.incrementv.get', ...orders, schema: incrementvBody, handle: incrementv }),
];

/** Newest created first, the last three months. */
function sold(wish: z.output<typeof soldBody>, call: Call): unknown {
  const from = Math.max(wish.start_created ?? 0, call.nowMs - threeMonths);
  const to = wish.end_created ?? call.nowMs;
  const rows = call.store
    .tradesByCreation()
    .filter(
      (trade) =>
        within(trade.createdMs, from, to) &&
        fits(trade, wish) &&
        fitsRate(trade, wish.rate_status) &&
        (wish.buyer_open_id === undefined || trade.buyerOpenUid === wish.buyer_open_id),
    );
  return answer(rows, wish, soldFields, call);
}

/** Newest modified first: whoever pages forward while trades change loses some. */
function increment(wish: z.output<typeof incrementBody>, call: Call): unknown {
  checkSpan(wish.start_modified, wish.end_modified, 'end_modified');
  const isMine = (trade: TaobaoTrade): boolean =>
    wish.buyer_open_uid === undefined || trade.buyerOpenUid === wish.buyer_open_uid;
  return answer(
    changed(wish.start_modified, wish.end_modified, wish, call).filter(isMine),
    wish,
    incrementFields,
    call,
  );
}

/** By the time of entry into the store's own database, which here is the time of the change. */
function incrementv(wish: z.output<typeof incrementvBody>, call: Call): unknown {
  checkSpan(wish.start_create, wish.end_create, 'end_create');
  return answer(changed(wish.start_create, wish.end_create, wish, call), wish, incrementvFields, call);
}

function changed(fromMs: number, toMs: number, wish: Filter, call: Call): TaobaoTrade[] {
  return call.store.world.trades
    .filter(
      (trade) =>
        within(trade.modifiedMs, fromMs, toMs) && trade.createdMs >= call.nowMs - threeMonths && fits(trade, wish),
    )
    .toSorted((first, second) => second.modifiedMs - first.modifiedMs || (first.tid < second.tid ? 1 : -1));
}

function checkSpan(fromMs: number, toMs: number, name: string): void {
  if (toMs <= fromMs) throw invalid(name, '结束时间必须大于开始时间');
  if (toMs - fromMs > day) throw invalid(name, '时间跨度不能大于一天');
}

function within(atMs: number, fromMs: number, toMs: number): boolean {
  return atMs >= fromMs && atMs <= toMs;
}

interface Filter {
  status?: string | undefined;
  type?: readonly string[] | undefined;
}

/** What comes back without `type`: a "missing" order is usually of another one (taobao.md §4.1). */
const usualTypes: readonly string[] = ['guarantee_trade', 'auto_delivery', 'ec', 'cod', 'step'];

function fits(trade: TaobaoTrade, wish: Filter): boolean {
  if (wish.status !== undefined && trade.status !== wish.status) return false;
  const types = wish.type ?? usualTypes;
  if (types.includes(trade.type)) return true;
  return types.includes('guarantee_trade') && (trade.type === 'fixed' || trade.type === 'auction');
}

function fitsRate(trade: TaobaoTrade, wish: string | undefined): boolean {
  if (wish === undefined) return true;
  const hasBuyer = trade.orders.every((order) => order.isBuyerRated);
  const hasSeller = trade.orders.every((order) => order.isSellerRated);
  switch (wish) {
    case 'RATE_UNBUYER':
      return !hasBuyer;
    case 'RATE_UNSELLER':
      return !hasSeller;
    case 'RATE_BUYER_UNSELLER':
      return hasBuyer && !hasSeller;
    case 'RATE_UNBUYER_SELLER':
      return !hasBuyer && hasSeller;
    default:
      return hasBuyer && hasSeller;
  }
}

function answer(
  all: readonly TaobaoTrade[],
  wish: PageWish & { fields: readonly string[] },
  known: KnownFields,
  call: Call,
): unknown {
  const wanted = readWanted(wish.fields, known, call.choices.refusesUnknownFields);
  const { rows, counted } = pageOf(all, wish);
  const trades = rows.map((trade) =>
    pickFields(withOaidRule(tradeAnswer(call.store, trade), wish.fields), wanted, known),
  );
  return { ...counted, trades: list('trade', trades) };
}

const oaidNeeds = ['receiver_name', 'receiver_address', 'created', 'receiver_mobile', 'receiver_phone'];

/** No OAID unless its five parts are asked for too (taobao.md §4.4). */
export function withOaidRule(full: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return oaidNeeds.every((name) => fields.includes(name)) ? full : { ...full, oaid: undefined };
}
