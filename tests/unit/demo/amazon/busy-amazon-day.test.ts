import { describe, expect, it } from 'vitest';
import { busyAmazonDay } from '../../../../src-main/demo/amazon/day/busy-amazon-day.ts';
import { letOrdersArrive } from '../../../../src-main/demo/amazon/day/stream.ts';
import type { AmazonOrder } from '../../../../src-main/demo/amazon/order.ts';
import { advance } from '../../../../src-main/demo/amazon/rules/advance.ts';
import { statusOf } from '../../../../src-main/demo/amazon/rules/order-status.ts';
import { AmazonStore } from '../../../../src-main/demo/amazon/store.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const nowMs = Date.parse('2026-11-22T06:00:00Z');
const hour = 3_600_000;
const world = busyAmazonDay({ nowMs, random: seededRandom(7) });

function count(fits: (order: AmazonOrder) => boolean): number {
  return world.orders.filter(fits).length;
}

describe('a stream of orders', () => {
  it('ends when told, and stays in its region', () => {
    const random = seededRandom(7);
    const store = new AmazonStore(
      busyAmazonDay({ nowMs, random, orders: 0, meanGapMs: 60_000, arrivals: 12, regions: ['FE'] }),
    );
    letOrdersArrive(store, nowMs + 24 * hour);
    expect(store.world.orders.map((order) => order.region)).toEqual(Array.from({ length: 12 }, () => 'FE'));
    expect(letOrdersArrive(store, nowMs + 48 * hour)).toBe(false);
  });
});

describe('a busy day on Amazon', () => {
  it('has orders of every status, most to ship, from three countries', () => {
    expect(world.orders).toHaveLength(40);
    expect(count((order) => statusOf(order) === 'UNSHIPPED')).toBeGreaterThan(18);
    for (const status of ['PENDING', 'PARTIALLY_SHIPPED', 'SHIPPED', 'CANCELLED']) {
      expect([status, count((order) => statusOf(order) === status) > 0]).toEqual([status, true]);
    }
    for (const country of ['US', 'DE', 'JP']) {
      expect([country, count((order) => order.address.countryCode === country) > 8]).toEqual([country, true]);
    }
  });

  it('has each thing that needs care', () => {
    expect(count((order) => order.shipByWindow.latestMs < nowMs && statusOf(order) === 'UNSHIPPED')).toBeGreaterThan(0);
    expect(count((order) => order.lines.some((line) => line.cancellationRequest !== null))).toBe(1);
    expect(count((order) => order.associatedOrders.length > 0)).toBe(1);
    expect(count((order) => order.isAddressWithheld)).toBe(1);
    expect(count((order) => order.fulfilledBy === 'AMAZON')).toBe(1);
    expect(count((order) => order.programs.includes('FBM_SHIP_PLUS'))).toBe(1);
    expect(count((order) => order.lines.some((line) => line.programs.includes('TRANSPARENCY')))).toBe(1);
    expect(count((order) => order.lines.some((line) => line.giftMessage !== ''))).toBe(1);
    expect(count((order) => order.buyer.companyName !== '')).toBe(1);
    expect(count((order) => order.address.countryCode === 'DE' && order.lines[0]!.iossNumber === '')).toBe(0);
  });

  it('is possible: nothing happens before the order or after now', () => {
    for (const order of world.orders) {
      expect(order.createdAtMs).toBeLessThan(nowMs);
      expect(order.updatedAtMs).toBeGreaterThanOrEqual(order.createdAtMs);
      expect(order.updatedAtMs).toBeLessThanOrEqual(nowMs);
      expect(order.orderId).toMatch(/^\d{3}-\d{7}-\d{7}$/u);
      for (const parcel of order.packages) expect(parcel.acceptedAtMs).toBeGreaterThanOrEqual(order.createdAtMs);
    }
  });

  it('rings no real telephone', () => {
    for (const { address } of world.orders) {
      expect(address.phone).toMatch(/^(\+1 \d{3}-555-01\d\d ext\. \d{5}|\+49 30 23125 \d{3}|0\d-0000-\d{4})$/u);
    }
  });

  it('is the same day for the same seed, and grows without a number twice', () => {
    expect(busyAmazonDay({ nowMs, random: seededRandom(7) })).toEqual(world);
    expect(busyAmazonDay({ nowMs, random: seededRandom(8) })).not.toEqual(world);
    const big = busyAmazonDay({ nowMs, random: seededRandom(1), orders: 20_000 });
    expect(new Set(big.orders.map((order) => order.orderId)).size).toBe(20_000);
    expect(new Set(big.orders.flatMap((order) => order.lines.map((line) => line.orderItemId))).size).toBe(
      big.orders.flatMap((order) => order.lines).length,
    );
  });

  it('goes on by the clock: new orders, payments, second thoughts and returns, the same after a restart', () => {
    const live = (stops: readonly number[]) => {
      const store = new AmazonStore(busyAmazonDay({ nowMs, random: seededRandom(7), orders: 0, meanGapMs: 300_000 }));
      for (const atMs of stops) {
        letOrdersArrive(store, atMs);
        advance(store, atMs);
      }
      return store.world;
    };
    const atOnce = live([nowMs + 48 * hour]);
    expect(atOnce.orders.length).toBeGreaterThan(450);
    expect(live([nowMs + hour, nowMs + 5 * hour, nowMs + 48 * hour])).toEqual(atOnce);
    const statuses = new Set(atOnce.orders.map((order) => statusOf(order)));
    expect(statuses).toEqual(new Set(['PENDING', 'UNSHIPPED', 'CANCELLED']));
    expect(atOnce.orders.some((order) => order.lines[0]!.cancellationRequest !== null)).toBe(true);
  });
});
