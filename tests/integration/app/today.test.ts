import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { todayView } from '../../../src-main/app/today/today-view.ts';
import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { todaySchema } from '../../../src-main/contract/methods/today.ts';
import { NO_FILTER, type CardFilter } from '../../../src-main/core/order/card-filter.ts';
import type { OrderFacts } from '../../../src-main/core/order/facts.ts';
import type { Check } from '../../../src-main/core/order/checks.ts';
import type { OpenCase } from '../../../src-main/core/order/work.ts';
import type { CaseId, ShopId } from '../../../src-main/core/shared/ids.ts';
import { steppedClock } from '../../support/stepped-clock.ts';
import { startTestApp } from '../../support/test-app.ts';
import { caseIdOf, sampleCase } from '../sqlite/sample-cases.ts';
import {
  labelledWork,
  orderIdOf,
  sampleOrder,
  sampleShop,
  START_MS,
  type OrderChange,
} from '../sqlite/sample-orders.ts';
import { tempStore, type TempStore } from '../sqlite/temp-store.ts';

const HOUR_MS = 3_600_000;
const KOREAN = '01900000-0000-7000-8000-000000000002' as ShopId;
/** Noon on the seller's wall: her day ends twelve hours later. */
const NOON = 720;

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
  await temp.store.write((tx) => tx.saveShop(sampleShop({ id: KOREAN, platform: 'coupang', name: '首尔店' })));
});
afterEach(() => temp.remove());

const clock = steppedClock(START_MS);
const notifier = { show: () => undefined, badge: () => undefined, minuteOfDay: () => NOON };
const today = () => todayView({ store: temp.store, clock, notifier });

/** Orders in a row, each due so many hours from now. */
async function keep(orders: readonly (OrderChange & { readonly dueIn?: number | null })[]): Promise<void> {
  await temp.store.write(async (tx) => {
    for (const [index, { dueIn = 100, ...change }] of orders.entries()) {
      const facts: Partial<OrderFacts> = {
        shipByMs: dueIn === null ? null : START_MS + dueIn * HOUR_MS,
        ...change.facts,
      };
      await tx.saveOrder(sampleOrder(index, { ...change, facts }));
    }
  });
}

/** How many cards the filter shows on the board. */
async function shownBy(view: TodayView, filter: TodayView['newOrders']['byShop'][number]['filter'] | CardFilter) {
  const query = { filter, nowMs: view.nowMs, dayEndsMs: view.dayEndsMs };
  return (await temp.store.read.cardIds(query, 1_000)).total;
}

const blocking: Check = { code: 'out-of-stock', blocking: true, params: {} };
const broken: Check = { code: 'address-broken', blocking: true, params: {} };
const DESK = ['new', 'problem', 'to-ship', 'labelled'] as const;

describe('an empty desk', () => {
  it('has nothing to say, and says it in the form that the window reads', async () => {
    const view = await today();
    expect(() => todaySchema.parse(view)).not.toThrow();
    expect(view).toMatchObject({
      dayEndsMs: START_MS + 12 * HOUR_MS,
      leaving: { late: 0, today: 0, tomorrow: 0, groups: [] },
      shippedToday: 0,
      newOrders: { total: 0, byShop: [] },
      stuck: { total: 0, reasons: [], pushes: 0, exceptions: 0 },
      cases: { open: 0, next: [] },
    });
  });
});

describe('what must leave', () => {
  it('is counted by the seller’s own day, the late ones among today’s', async () => {
    await keep([
      { dueIn: -2 },
      { dueIn: -1 },
      { dueIn: 3 },
      { dueIn: 11.99 },
      { dueIn: 12 },
      { dueIn: 35.99 },
      { dueIn: 36 },
      { dueIn: null },
    ]);
    const view = await today();
    expect(view.leaving).toMatchObject({ late: 2, today: 4, tomorrow: 2 });
    for (const due of ['late', 'today', 'tomorrow'] as const) {
      expect(await shownBy(view, { ...NO_FILTER, lanes: DESK, due })).toBe(view.leaving[due]);
    }
  });

  it('is grouped by shop and hour, late ones first, with what is labelled; the filter shows exactly these', async () => {
    await keep([
      { dueIn: -30 },
      { dueIn: -1 },
      { dueIn: 3, work: labelledWork(2) },
      { dueIn: 3.2 },
      { dueIn: 8 },
      { dueIn: 3.1, shopId: KOREAN, facts: { platform: 'coupang' } },
      { dueIn: 13 },
      { dueIn: 4, work: labelledWork(7, START_MS - HOUR_MS) },
      { dueIn: 4, facts: { stage: 'cancelled' } },
    ]);
    const view = await today();
    const { groups } = view.leaving;
    expect(groups.map(({ platform, count, labelled }) => [platform, count, labelled])).toEqual([
      ['ozon', 2, 0],
      ['ozon', 2, 1],
      ['coupang', 1, 0],
      ['ozon', 1, 0],
    ]);
    expect(groups[0]).toMatchObject({ atMs: START_MS - 30 * HOUR_MS, kind: 'ship-by', shopName: '小店' });
    for (const group of groups) expect(await shownBy(view, group.filter)).toBe(group.count);
    expect(() => todaySchema.parse(view)).not.toThrow();
  });

  it('names the clock that comes first, and at most twelve groups', async () => {
    await keep(
      Array.from({ length: 40 }, (_, index) => ({
        dueIn: index * 0.29,
        work: { promisedMs: START_MS + index * 60_000 },
      })),
    );
    const { groups } = (await today()).leaving;
    expect(groups[0]?.kind).toBe('ship-by');
    expect(groups.length).toBeLessThanOrEqual(12);
  });
});

describe('what is new, and what has left', () => {
  it('is told by shop, most first', async () => {
    const coupang = { shopId: KOREAN, facts: { platform: 'coupang' } } as const;
    await keep([{}, coupang, coupang, { work: labelledWork(3) }]);
    const view = await today();
    expect(view.newOrders).toMatchObject({ total: 3, singles: 1, withNote: 1 });
    expect(view.newOrders.byShop.map(({ shopName, count }) => [shopName, count])).toEqual([
      ['首尔店', 2],
      ['小店', 1],
    ]);
    for (const shop of view.newOrders.byShop) expect(await shownBy(view, shop.filter)).toBe(shop.count);
  });

  it('left since the day began, and does not count what came back or left yesterday', async () => {
    await keep([
      { work: labelledWork(0, START_MS - 11 * HOUR_MS) },
      { work: labelledWork(1, START_MS), facts: { stage: 'delivered' } },
      { work: labelledWork(2, START_MS - 13 * HOUR_MS) },
      { work: labelledWork(3) },
    ]);
    expect((await today()).shippedToday).toBe(2);
  });
});

describe('what is stuck', () => {
  it('is told by what stops it; a hold says more than a check', async () => {
    const hold = { reason: 'wait-for-buyer', note: '', sinceMs: START_MS, untilMs: null } as const;
    await keep([
      { checks: [blocking] },
      { checks: [blocking], facts: { placedAtMs: START_MS - 90 * HOUR_MS } },
      { checks: [broken] },
      { checks: [blocking], work: { hold } },
      { work: { ...labelledWork(4, START_MS), exception: { note: '', sinceMs: START_MS } } },
    ]);
    const view = await today();
    expect(view.stuck).toMatchObject({ total: 4, exceptions: 1 });
    const reasons = view.stuck.reasons.map(({ check, hold: held, count }) => [check ?? held, count]);
    expect(reasons[0]).toEqual(['out-of-stock', 2]);
    expect(Object.fromEntries(reasons)).toEqual({ 'address-broken': 1, 'out-of-stock': 2, 'wait-for-buyer': 1 });
    expect(view.stuck.reasons[0]?.oldestMs).toBe(START_MS - 90 * HOUR_MS);
    for (const reason of view.stuck.reasons) expect(await shownBy(view, reason.filter)).toBe(reason.count);
    expect(() => todaySchema.parse(view)).not.toThrow();
  });
});

describe('cases', () => {
  const open = (name: string, dueIn: number | null, change: Partial<OpenCase> = {}): OpenCase => ({
    id: name as CaseId,
    kind: 'return',
    reason: null,
    note: '',
    notes: [],
    openedAtMs: START_MS,
    dueAtMs: dueIn === null ? null : START_MS + dueIn * HOUR_MS,
    afterSaleId: null,
    ...change,
  });

  it('are ours and the platform’s that have none of ours, next first, at most five', async () => {
    await keep([
      { work: { cases: [open('a', 9), open('b', 2)] } },
      { work: { cases: [open('c', null, { afterSaleId: caseIdOf(2) })] } },
    ]);
    await temp.store.write(async (tx) => {
      const due = (hours: number) => ({ dueAtMs: START_MS + hours * HOUR_MS });
      await tx.saveAfterSale(sampleCase(1, { orderId: orderIdOf(0) }, due(5)), '{}');
      await tx.saveAfterSale(sampleCase(2, { orderId: orderIdOf(1) }, due(1)), '{}');
      await tx.saveAfterSale(sampleCase(3, {}, { ...due(3), stage: 'wait-buyer' }), '{}');
      await tx.saveAfterSale(sampleCase(4, {}, { ...due(4), kind: 'inquiry' }), '{}');
      await tx.saveAfterSale(sampleCase(5), '{}');
    });
    const view = await today();
    // Three of ours, and the reports 1, 4 and 5: 2 has a case of ours, 3 waits for the buyer.
    expect(view.cases.open).toBe(6);
    expect(view.cases.next.map(({ caseId, remoteId }) => caseId ?? remoteId)).toEqual(['b', 'R-4', 'R-1', 'a']);
    expect(() => todaySchema.parse(view)).not.toThrow();
  });
});

describe('with two thousand open orders', () => {
  it('answers in a moment', { timeout: 120_000 }, async () => {
    await temp.store.write(async (tx) => {
      for (let number = 0; number < 2_000; number += 1) {
        await tx.saveOrder(sampleOrder(number, { checks: number % 20 === 0 ? [blocking] : [] }));
      }
    });
    await today();
    const beganMs = performance.now();
    const view = await today();
    const tookMs = performance.now() - beganMs;
    expect(view.newOrders.total + view.stuck.total).toBe(2_000);
    process.stdout.write(`today.get, 2,000 open orders: ${tookMs.toFixed(1)} ms\n`);
    expect(tookMs).toBeLessThan(400);
  });
});

it('the days that times are counted in are those of China, with the weekends worked', async () => {
  const app = await startTestApp();
  const { off, work } = await app.call('today.calendar', {});
  expect(off).toEqual(expect.arrayContaining(['2026-10-01', '2026-10-07', '2026-02-16']));
  expect(work).toEqual(expect.arrayContaining(['2026-10-10', '2026-02-14']));
  expect(off.some((day) => work.includes(day))).toBe(false);
});
