import { describe, expect, it } from 'vitest';
import { boxStatuses, isGone } from '../../../../src-main/demo/coupang/box.ts';
import { arrivingBox } from '../../../../src-main/demo/coupang/day/arriving.ts';
import { coupangDay } from '../../../../src-main/demo/coupang/day/coupang-day.ts';
import { happen } from '../../../../src-main/demo/coupang/happenings.ts';
import { isInvoiceNumberOf } from '../../../../src-main/demo/coupang/rules/carriers.ts';
import { WorldStore } from '../../../../src-main/demo/coupang/store.ts';
import { demoTimings } from '../../../../src-main/demo/coupang/timings.ts';
import type { CoupangWorld } from '../../../../src-main/demo/coupang/world.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const nowMs = Date.parse('2026-11-22T03:00:00Z');
const day = (seed: number, orders = 40): CoupangWorld => coupangDay({ nowMs, random: seededRandom(seed), orders });

describe('a busy day', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(day(7)).toEqual(day(7));
    expect(day(8)).not.toEqual(day(7));
  });

  it('has as many boxes as asked for, from none to thousands', () => {
    for (const orders of [0, 1, 5, 40, 2_000]) expect(day(7, orders).boxes).toHaveLength(orders);
  });

  it('has every status, every kind of trouble and only ids that doubles cannot hold', () => {
    const world = day(7);
    expect(new Set(world.boxes.map((box) => box.status))).toEqual(new Set(boxStatuses));
    expect(world.receipts.map((receipt) => receipt.receiptType)).toContain('CANCEL');
    expect(world.receipts.map((receipt) => receipt.status)).toEqual(
      expect.arrayContaining(['RELEASE_STOP_UNCHECKED', 'RETURNS_UNCHECKED']),
    );
    expect([world.exchanges.length, world.tickets.length, world.questions.length]).toEqual([1, 1, 1]);
    expect(world.boxes.some((box) => box.customs?.clearanceCode === null)).toBe(true);
    expect(world.boxes.some((box) => box.shipmentType === 'CGF LITE')).toBe(true);
    expect(world.boxes.some((box) => box.items.some((item) => item.etcInfoValues !== null))).toBe(true);
    for (const box of world.boxes) {
      expect(box.shipmentBoxId).toMatch(/^\d{18}$/u);
      expect(BigInt(Number(box.shipmentBoxId))).not.toBe(BigInt(box.shipmentBoxId));
      expect(box.receiver.postCode).toMatch(/^\d{5}$/u);
      expect(box.receiver.safeNumber).toMatch(/^0503-0000-\d{4}$/u);
      if (box.customs?.clearanceCode != null) expect(box.customs.clearanceCode).toMatch(/^P\d{12}$/u);
      expect(isGone(box)).toBe(false);
    }
    expect(new Set(world.boxes.map((box) => box.shipmentBoxId)).size).toBe(world.boxes.length);
  });

  it('tells histories that go forward and end now at the latest', () => {
    for (const box of day(7, 200).boxes) {
      const times = box.history.map((entry) => entry.atMs);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(times.at(-1)).toBeLessThanOrEqual(nowMs);
      expect(box.history.at(-1)?.status).toBe(box.status);
      if (box.invoiceNumber !== '') expect(isInvoiceNumberOf(box.carrierCode, box.invoiceNumber)).toBe(true);
      expect(box.script.every((change) => change.atMs > nowMs)).toBe(true);
    }
  });

  it('knows what comes, soonest first', () => {
    const { agenda } = day(7);
    const times = agenda.map((entry) => entry.atMs);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times[0]).toBeGreaterThan(nowMs);
    expect(new Set(agenda.map((entry) => entry.event.event)).size).toBeGreaterThan(3);
  });

  it('goes on with orders that nobody has', () => {
    const random = seededRandom(9);
    const store = new WorldStore(day(7));
    for (let count = 0; count < 30; count += 1) {
      const box = arrivingBox(store.world, nowMs, random);
      happen(store, { event: 'add-order', boxes: [box] }, nowMs, demoTimings);
      expect(box.visibleAtMs).toBe(nowMs + 2_000 + demoTimings.visibleDelayMs);
    }
    const promised = store.world.agenda.flatMap(({ event }) => (event.event === 'add-order' ? event.boxes : []));
    const ids = [...store.world.boxes, ...promised].map((box) => box.shipmentBoxId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
