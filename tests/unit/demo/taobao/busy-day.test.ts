import { describe, expect, it } from 'vitest';
import { demoCatalogue } from '../../../../src-main/demo/busy-day/catalogue.ts';
import { arrivingTrade, nextTradeInMs } from '../../../../src-main/demo/taobao/busy-day/arriving.ts';
import { taobaoBusyDay } from '../../../../src-main/demo/taobao/busy-day/busy-day.ts';
import { nextStatuses, tradeStatusOf } from '../../../../src-main/demo/taobao/rules/trade-state.ts';
import { advance } from '../../../../src-main/demo/taobao/rules/advance.ts';
import { WorldStore } from '../../../../src-main/demo/taobao/store.ts';
import { demoTimings } from '../../../../src-main/demo/taobao/timings.ts';
import type { TaobaoTrade } from '../../../../src-main/demo/taobao/trade.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const nowMs = Date.parse('2026-11-22T06:00:00Z');
const hour = 3_600_000;
const world = taobaoBusyDay({ nowMs, random: seededRandom(7) });
const toShip = world.trades.filter((trade) => trade.status === 'WAIT_SELLER_SEND_GOODS');

function count(fits: (trade: TaobaoTrade) => boolean): number {
  return world.trades.filter(fits).length;
}

describe('a busy day on Taobao', () => {
  it('has forty orders of every stage, most of them to ship', () => {
    expect(world.trades).toHaveLength(40);
    expect(toShip.length).toBeGreaterThan(20);
    for (const status of ['WAIT_BUYER_PAY', 'PAID_FORBID_CONSIGN', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED']) {
      expect([status, count((trade) => trade.status === status) > 0]).toEqual([status, true]);
    }
  });

  it('has each thing that goes wrong', () => {
    expect(toShip.filter((trade) => trade.deliveryTimeMs! < nowMs).length).toBeGreaterThanOrEqual(1);
    expect(
      toShip.filter((trade) => trade.deliveryTimeMs! > nowMs && trade.deliveryTimeMs! < nowMs + hour).length,
    ).toBeGreaterThanOrEqual(1);
    expect(count((trade) => trade.status in nextStatuses)).toBe(39);
    expect(count((trade) => trade.deliveryRule?.kind === 2)).toBe(1);
    expect(count((trade) => trade.stepTradeStatus !== '')).toBe(1);
    expect(count((trade) => trade.buyerMessage.length > 30)).toBe(1);
    expect(
      toShip.filter((trade) => trade.orders.some((order) => order.outerSkuId === 'SCARF-GREY-180')).length,
    ).toBeGreaterThanOrEqual(1);
    expect(toShip.filter((trade) => trade.orders.some((order) => order.status === 'TRADE_CLOSED'))).toHaveLength(1);
    expect(world.refunds.map((refund) => [refund.disputeType, refund.status])).toEqual([
      ['REFUND', 'WAIT_SELLER_AGREE'],
      ['REFUND_AND_RETURN', 'WAIT_SELLER_AGREE'],
    ]);
    expect(world.rates.filter((rate) => rate.result === 'bad')).toHaveLength(1);
    const buyers = toShip.map((trade) => trade.buyerOpenUid);
    expect(buyers.length - new Set(buyers).size).toBe(1);
  });

  it('is possible: trades agree with their children, and nothing happened in the future', () => {
    for (const trade of world.trades) {
      expect(trade.status).toBe(tradeStatusOf(trade.orders));
      expect(trade.createdMs).toBeLessThan(nowMs);
      expect(trade.payMs ?? trade.createdMs).toBeGreaterThanOrEqual(trade.createdMs);
      expect(trade.modifiedMs).toBeLessThanOrEqual(nowMs);
      expect(trade.consignMs ?? 0).toBeLessThanOrEqual(nowMs);
      for (const change of trade.script) expect(change.atMs).toBeGreaterThan(nowMs);
    }
  });

  it('goes on by itself for weeks', () => {
    const store = new WorldStore(structuredClone(world));
    for (let at = nowMs; at < nowMs + 30 * 24 * hour; at += 12 * hour) advance(store, at, demoTimings);
    expect(store.world.trades.filter((trade) => trade.status === 'TRADE_FINISHED').length).toBeGreaterThan(8);
    expect(store.world.trades.filter((trade) => trade.status === 'TRADE_CLOSED_BY_TAOBAO').length).toBeGreaterThan(0);
  });

  it('rings no real telephone and shares its codes with the demo shop', () => {
    for (const trade of world.trades) expect(trade.receiver.mobile).toMatch(/^100\d{8}$/u);
    const codes = demoCatalogue.map((product) => product.offerId);
    for (const item of world.items) for (const sku of item.skus) expect(codes).toContain(sku.outerId);
  });

  it('is the same day for the same seed', () => {
    expect(taobaoBusyDay({ nowMs, random: seededRandom(7) })).toEqual(world);
    expect(taobaoBusyDay({ nowMs, random: seededRandom(8) })).not.toEqual(world);
  });

  it('grows to ten thousand orders with no number twice, all beyond 2^53', () => {
    const big = taobaoBusyDay({ nowMs, random: seededRandom(1), trades: 10_000 });
    const ids = big.trades.flatMap((trade) => [
      trade.tid,
      ...trade.orders.map((order) => order.oid).filter((oid) => oid !== trade.tid),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(big.trades.every((trade) => Number(trade.tid) > Number.MAX_SAFE_INTEGER)).toBe(true);
    const numbers = big.trades.flatMap((trade) => trade.parcels.map((parcel) => parcel.outSid));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('may be as small as one wants', () => {
    for (const trades of [0, 1, 5, 16, 17])
      expect(taobaoBusyDay({ nowMs, random: seededRandom(1), trades }).trades).toHaveLength(trades);
  });
});

describe('orders that arrive', () => {
  it('are new and leave the world alone', () => {
    const random = seededRandom(3);
    const before = structuredClone(world);
    const copy = structuredClone(world);
    for (let turn = 0; turn < 30; turn += 1) {
      const trade = arrivingTrade(copy, nowMs, random);
      expect(copy.trades.map((other) => other.tid)).not.toContain(trade.tid);
      expect(trade).toMatchObject({ status: 'WAIT_SELLER_SEND_GOODS', modifiedMs: nowMs });
      copy.trades.push(trade);
      expect(nextTradeInMs(random)).toBeLessThanOrEqual(120_000);
    }
    expect(world).toEqual(before);
  });
});
