import { createHmac } from 'node:crypto';
import type { WorldStore } from '../store.ts';
import type { Receiver, TaobaoTrade } from '../trade.ts';

const week = 7 * 86_400_000;
/** Monday, 5 January 1970, 00:00 in GMT+8. */
const firstMondayMs = Date.parse('1970-01-05T00:00:00+08:00');

/**
 * The Open Addressee ID: stands for name, telephones, address and the week of the order, bound to the shop and the app key, at most 128
 * characters (taobao.md §4.4).
 */
export function oaidOf(store: WorldStore, trade: TaobaoTrade, receiver: Receiver = trade.receiver): string {
  const { app, seller } = store.world;
  const calendarWeek = Math.floor((trade.createdMs - firstMondayMs) / week);
  const { name, mobile, phone, state, city, district, town, address } = receiver;
  const about = [seller.userId, app.appKey, name, mobile, phone, state, city, district, town, address, calendarWeek];
  const mark = createHmac('sha512', app.secret).update(JSON.stringify(about)).digest('base64').replaceAll('=', '');
  return `1${mark}`;
}

/** The address an OAID stands for; an old OAID still means the old address. Undefined when it never belonged to this trade. */
export function receiverBehind(
  store: WorldStore,
  trade: TaobaoTrade,
  oaid: string,
): { receiver: Receiver; isCurrent: boolean } | undefined {
  if (oaidOf(store, trade) === oaid) return { receiver: trade.receiver, isCurrent: true };
  const former = trade.formerReceivers.find((receiver) => oaidOf(store, trade, receiver) === oaid);
  return former === undefined ? undefined : { receiver: former, isCurrent: false };
}
