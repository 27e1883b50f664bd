import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DueAlarms } from '../../../src-main/app/notices/due-alarms.ts';
import type { Notice } from '../../../src-main/app/ports/notifier.ts';
import { DEFAULT_PREFERENCES, type PreferenceValues } from '../../../src-main/app/ports/preferences.ts';
import type { OpenCase } from '../../../src-main/core/order/work.ts';
import type { CaseId } from '../../../src-main/core/shared/ids.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { steppedClock, type SteppedClock } from '../../support/stepped-clock.ts';
import { memoryPreferences } from '../../support/test-ports.ts';
import { sampleCase } from '../sqlite/sample-cases.ts';
import { labelledWork, orderIdOf, sampleOrder, START_MS, type OrderChange } from '../sqlite/sample-orders.ts';
import { tempStore, type TempStore } from '../sqlite/temp-store.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** START_MS is eight o'clock on the seller's wall too. */
const minuteAt = (nowMs: number): number =>
  Math.floor(((((nowMs - START_MS) / MINUTE_MS + 480) % 1_440) + 1_440) % 1_440);

let temp: TempStore;
let clock: SteppedClock;
let heard: Notice[];
let alarms: DueAlarms;
let preferences: ReturnType<typeof memoryPreferences>;

beforeEach(async () => {
  temp = await tempStore();
  clock = steppedClock(START_MS);
  heard = [];
  preferences = memoryPreferences(DEFAULT_PREFERENCES);
  begin();
});
afterEach(async () => {
  await alarms.stop();
  await temp.remove();
});

/** As at the start of the app. */
function begin(): void {
  const notifier = { show: () => undefined, badge: () => undefined, minuteOfDay: () => minuteAt(clock.nowMs()) };
  const deps = { store: temp.store, clock, log: quietLog(), preferences, notifier };
  alarms = new DueAlarms(deps, (notice) => void heard.push(notice));
  alarms.start();
}

const wish = (change: Partial<PreferenceValues>) => void preferences.write(change);

/** An order due so many hours after the start, placed two days before that. */
const due = (number: number, hours: number, change: OrderChange = {}) =>
  sampleOrder(number, {
    ...change,
    facts: { shipByMs: START_MS + hours * HOUR_MS, placedAtMs: START_MS + (hours - 48) * HOUR_MS, ...change.facts },
  });

async function keep(...orders: ReturnType<typeof sampleOrder>[]): Promise<void> {
  await temp.store.write(async (tx) => {
    for (const order of orders) await tx.saveOrder(order);
  });
}

/** Lets the time go on minute by minute, and answers what was said meanwhile, in short. */
async function until(hours: number): Promise<string[]> {
  const before = heard.length;
  for (const endMs = START_MS + hours * HOUR_MS; clock.nowMs() < endMs;) {
    clock.goTo(Math.min(endMs, clock.nowMs() + MINUTE_MS));
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return heard.slice(before).map(inShort);
}

function inShort(notice: Notice): string {
  if (!('rung' in notice)) return notice.kind;
  const counts = notice.platforms.map(({ platform, count }) => `${platform} ${count}`);
  return `${notice.kind.replace('-due', '')} ${notice.rung}: ${counts.join(', ')}`;
}

describe('the ladder of alarms', () => {
  it('tells each order a day, four hours, one hour before and when it is over, once each', async () => {
    await keep(due(1, 30));
    expect(await until(5.9)).toEqual([]);
    expect(await until(7)).toEqual(['orders day: ozon 1']);
    expect(await until(27)).toEqual(['orders four-hours: ozon 1']);
    expect(await until(29.5)).toEqual(['orders hour: ozon 1']);
    expect(await until(31)).toEqual(['orders over: ozon 1']);
    expect(await until(40)).toEqual([]);
  });

  it('tells all of one step in one notice, by platform, without anything of a buyer', async () => {
    await keep(due(1, 3), due(2, 3.5), due(3, 3, { facts: { platform: 'coupang' } }), due(4, 0.5), due(5, 20));
    expect(await until(0.1)).toEqual([
      'orders day: ozon 1',
      'orders four-hours: ozon 2, coupang 1',
      'orders hour: ozon 1',
    ]);
    const [, fourHours] = heard;
    expect(fourHours).toMatchObject({ fromMs: START_MS + 3 * HOUR_MS, toMs: START_MS + 3.5 * HOUR_MS + 1 });
    expect(JSON.stringify(heard)).not.toMatch(/Иван|Ленина|916/);
  });

  it('leaves out what has left, what is cancelled and what no clock runs for', async () => {
    await keep(
      due(1, 3, { work: labelledWork(1, START_MS) }),
      due(2, 3, { facts: { stage: 'cancelled' } }),
      sampleOrder(3, { facts: { shipByMs: null } }),
      due(4, 3, { work: labelledWork(4) }),
    );
    expect(await until(0.1)).toEqual(['orders four-hours: ozon 1']);
    expect(heard).toMatchObject([{ orderIds: [orderIdOf(4)] }]);
  });

  it('looks first when the first sync had its time, so that what left elsewhere makes no noise', async () => {
    await keep(due(1, -5));
    clock.goTo(START_MS + 30_000);
    await keep(due(1, -5, { facts: { stage: 'in-transit' } }));
    expect(await until(1)).toEqual([]);
  });

  it('remembers over a restart what it said', async () => {
    await keep(due(1, 3.5), due(2, 30));
    expect(await until(0.1)).toHaveLength(1);
    await alarms.stop();
    await temp.reopen();
    begin();
    expect(await until(2)).toEqual([]);
    expect(await until(3)).toEqual(['orders hour: ozon 1']);
  });

  it('begins anew when the platform puts the end off', async () => {
    await keep(due(1, 1.5));
    expect(await until(1)).toEqual(['orders four-hours: ozon 1', 'orders hour: ozon 1']);
    await keep(due(1, 40));
    expect(await until(20)).toEqual(['orders day: ozon 1']);
  });

  it('takes a kept text that it cannot read for nothing said', async () => {
    await temp.store.write((tx) => tx.saveSetting('alarms.told', '[["x"], 7, {"rung'));
    await keep(due(1, 3));
    expect(await until(0.1)).toEqual(['orders four-hours: ozon 1']);
  });
});

describe('quiet hours', () => {
  it('keep the mild steps for the morning and let the pressing ones through', async () => {
    // From ten in the evening to eight in the morning: fourteen to twenty-four hours from the start.
    wish({ hasQuietHours: true, quietFromMinute: 22 * 60, quietToMinute: 8 * 60 });
    await keep(due(1, 16), due(2, 40), due(3, 26));
    expect(await until(13.9)).toEqual(
      ['orders day: ozon 1', 'orders day: ozon 1', 'orders four-hours: ozon 1'].toSorted(),
    );
    expect(await until(23.9)).toEqual(['orders hour: ozon 1', 'orders over: ozon 1']);
    expect(await until(24.1)).toEqual(['orders day: ozon 1', 'orders four-hours: ozon 1']);
  });

  it.each([{ hasAlarms: false }, { hasNotices: false }])('and wishes are kept: %j', async (wishes) => {
    wish(wishes);
    await keep(due(1, 1.5));
    expect(await until(2)).toEqual([]);
  });
});

describe('cases', () => {
  const open: OpenCase = {
    id: 'c' as CaseId,
    kind: 'chargeback',
    reason: null,
    note: '',
    notes: [],
    openedAtMs: START_MS,
    dueAtMs: START_MS + 5 * HOUR_MS,
    afterSaleId: null,
  };

  it('climb the same ladder, ours and the platform’s, apart from orders', async () => {
    await keep(due(1, 5, { work: { cases: [open] } }), due(2, 5));
    const report = { dueAtMs: START_MS + 5 * HOUR_MS, openedAtMs: START_MS - 48 * HOUR_MS };
    await temp.store.write(async (tx) => {
      await tx.saveAfterSale(sampleCase(1, {}, report), '{}');
      await tx.saveAfterSale(sampleCase(2, {}, { ...report, stage: 'wait-platform' }), '{}');
    });
    expect(await until(0.1)).toEqual(['orders day: ozon 1', 'cases day: ozon 2']);
    expect(await until(2)).toEqual(['orders four-hours: ozon 1', 'cases four-hours: ozon 2']);
    expect(await until(6)).toEqual([
      'orders hour: ozon 1',
      'cases hour: ozon 2',
      'orders over: ozon 1',
      'cases over: ozon 2',
    ]);
  });

  it('and a buyer who waits for a reply is told as such', async () => {
    const asked = { kind: 'inquiry', openedAtMs: START_MS, dueAtMs: START_MS + 24 * HOUR_MS } as const;
    await keep(
      due(1, 90),
      due(2, 90, { work: { cases: [{ ...open, kind: 'urging', dueAtMs: START_MS + 40 * HOUR_MS }] } }),
    );
    await temp.store.write((tx) => tx.saveAfterSale(sampleCase(1, { orderId: orderIdOf(1) }, asked), '{}'));
    expect(await until(21)).toEqual(['replies day: ozon 1', 'replies four-hours: ozon 1']);
    expect(heard[1]).toMatchObject({ orderIds: [orderIdOf(1)] });
    await temp.store.write((tx) =>
      tx.saveAfterSale(sampleCase(1, {}, { ...asked, stage: 'closed', dueAtMs: null }), '{}'),
    );
    expect(await until(26)).toEqual([]);
    expect(await until(37)).toEqual(['replies four-hours: ozon 1']);
  });
});
