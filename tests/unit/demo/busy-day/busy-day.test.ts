import { describe, expect, it } from 'vitest';
import { arriving, nextArrivalInMs } from '../../../../src-main/demo/busy-day/arriving.ts';
import { busyDay } from '../../../../src-main/demo/busy-day/busy-day.ts';
import { demoStock } from '../../../../src-main/demo/busy-day/catalogue.ts';
import type { OzonPosting } from '../../../../src-main/demo/ozon/posting.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const nowMs = Date.parse('2026-11-22T06:00:00Z');
const hour = 3_600_000;
const world = busyDay({ nowMs, random: seededRandom(7) });
const toPack = world.postings.filter((posting) => posting.status === 'awaiting_packaging');

function count(fits: (posting: OzonPosting) => boolean): number {
  return world.postings.filter(fits).length;
}

describe('a busy day', () => {
  it('has forty orders of every stage, most of them to pack', () => {
    expect(world.postings).toHaveLength(40);
    expect(toPack.length).toBeGreaterThan(20);
    for (const status of [
      'awaiting_registration',
      'awaiting_deliver',
      'delivering',
      'delivered',
      'arbitration',
      'cancelled',
      'not_accepted',
    ]) {
      expect([status, count((posting) => posting.status === status) > 0]).toEqual([status, true]);
    }
    for (const integration of ['aggregator', 'ozon', '3pl_tracking', 'non_integrated']) {
      expect([integration, count((posting) => posting.integration === integration) > 1]).toEqual([integration, true]);
    }
  });

  it('has each thing that goes wrong', () => {
    expect(toPack.filter((posting) => posting.shipmentDateMs < nowMs).length).toBeGreaterThanOrEqual(3);
    const soon = toPack.filter((posting) => posting.shipmentDateMs > nowMs && posting.shipmentDateMs < nowMs + hour);
    expect(soon.length).toBeGreaterThanOrEqual(3);
    expect(count((posting) => posting.customer?.address.zipCode === '')).toBe(1);
    expect(count((posting) => (posting.customer?.address.comment.length ?? 0) > 300)).toBe(1);
    expect(toPack.filter((posting) => posting.lines.some((line) => demoStock[line.offerId] === 0))).toHaveLength(1);
    expect(count((posting) => posting.substatus === 'ship_failed')).toBe(1);
    expect(count((posting) => posting.substatus === 'posting_awaiting_passport_data')).toBe(1);
    expect(count((posting) => posting.cancellation?.afterShip === true)).toBe(1);
    expect(count((posting) => posting.status === 'awaiting_marking_check')).toBe(1);
    expect(world.cancellationRequests).toMatchObject([{ state: 'ON_APPROVAL' }]);
    expect(toPack.map((posting) => posting.postingNumber)).toContain(world.cancellationRequests[0]?.postingNumber);
  });

  it('has one pair of orders of the same buyer', () => {
    const buyers = toPack.flatMap((posting) => posting.customer?.customerId ?? []);
    expect(buyers.length - new Set(buyers).size).toBe(1);
  });

  it('hides the buyer exactly where Ozon delivers', () => {
    for (const posting of world.postings) expect(posting.customer === null).toBe(posting.integration === 'ozon');
  });

  it('is possible: nobody packs before the order or hands over before packing', () => {
    for (const posting of world.postings) {
      expect(posting.inProcessAtMs).toBeLessThan(nowMs);
      expect(posting.inProcessAtMs).toBeLessThanOrEqual(posting.statusChangedAtMs);
      expect(posting.statusChangedAtMs).toBeLessThanOrEqual(nowMs);
      if (posting.deliveringAtMs !== null) expect(posting.deliveringAtMs).toBeGreaterThan(posting.inProcessAtMs);
    }
  });

  it('rings no real telephone', () => {
    for (const posting of world.postings)
      if (posting.customer !== null) expect(posting.customer.phone).toMatch(/^\+7000\d{7}$/u);
  });

  it('is the same day for the same seed', () => {
    expect(busyDay({ nowMs, random: seededRandom(7) })).toEqual(world);
    expect(busyDay({ nowMs, random: seededRandom(8) })).not.toEqual(world);
  });

  it('grows to ten thousand orders with no number twice', () => {
    const big = busyDay({ nowMs, random: seededRandom(1), postings: 10_000 });
    for (const key of ['postingNumber', 'orderId', 'scanit', 'lowerBarcode', 'upperBarcode'] as const) {
      expect([key, new Set(big.postings.map((posting) => posting[key])).size]).toEqual([key, 10_000]);
    }
  });

  it('may be as small as one wants', () => {
    for (const postings of [0, 1, 9, 10])
      expect(busyDay({ nowMs, random: seededRandom(1), postings }).postings).toHaveLength(postings);
  });
});

describe('orders that arrive', () => {
  it('are new, fresh and leave the world alone', () => {
    const random = seededRandom(3);
    const before = structuredClone(world);
    const copy = structuredClone(world);
    for (let turn = 0; turn < 30; turn += 1) {
      const posting = arriving(copy, nowMs, random);
      expect(copy.postings.map((other) => other.postingNumber)).not.toContain(posting.postingNumber);
      expect(posting).toMatchObject({ status: 'awaiting_packaging', inProcessAtMs: nowMs });
      expect(posting.shipmentDateMs).toBeGreaterThan(nowMs);
      copy.postings.push(posting);
    }
    expect(world).toEqual(before);
  });

  it('come every minute or two', () => {
    const random = seededRandom(4);
    for (let turn = 0; turn < 50; turn += 1) {
      const inMs = nextArrivalInMs(random);
      expect(inMs >= 60_000 && inMs <= 120_000).toBe(true);
    }
  });
});
