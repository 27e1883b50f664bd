import { companyBy, newNumber } from '../rules/companies.ts';
import { confirmGoods } from '../rules/paying.ts';
import { consign } from '../rules/consigning.ts';
import { rateByBuyer } from '../rules/rating.ts';
import type { WorldStore } from '../store.ts';
import type { TaobaoTimings } from '../timings.ts';
import type { TaobaoTrade } from '../trade.ts';

const day = 86_400_000;

export type Stage = 'to-ship' | 'unpaid' | 'shipped' | 'finished' | 'rated';

/** Moves a fresh trade of the store to its stage, as its calls would have, and lets it go on from there by itself. */
export function bringTo(stage: Stage, store: WorldStore, trade: TaobaoTrade, timings: TaobaoTimings): void {
  if (stage === 'to-ship' || stage === 'unpaid') return;
  const consignMs = (trade.payMs ?? trade.createdMs) + 0.4 * day;
  ship(store, trade, consignMs, timings);
  if (stage === 'shipped') return;
  confirmGoods(store, trade, consignMs + 3 * day);
  if (stage === 'rated')
    rateByBuyer(store, trade, { result: 'good', content: '质量很好，包装仔细，推荐！' }, consignMs + 4 * day);
}

/** Gone with a number of the shop's usual carrier. */
export function ship(store: WorldStore, trade: TaobaoTrade, atMs: number, timings: TaobaoTimings): void {
  const company = companyBy('ZTO');
  if (company === undefined) throw new Error('the platform has lost a carrier');
  const parcel = {
    orderCode: `LP${String(store.newSerial()).padStart(14, '0')}`,
    kind: 'offline' as const,
    companyCode: company.code,
    outSid: newNumber(company, store.newSerial()),
    oids: trade.orders.map((order) => order.oid),
    isSplit: false,
    createdMs: atMs,
    modifiedMs: atMs,
    consignMs: null,
    senderId: '',
    cancelId: '',
    formerOutSids: [],
  };
  trade.parcels.push(parcel);
  consign(store, trade, parcel, atMs, timings);
}
