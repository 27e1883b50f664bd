import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AfterSaleKind } from '../../../../src-main/core/case/after-sale.ts';
import { dueOf } from '../../../../src-main/core/deadline/card-due.ts';
import { deadlinesOf } from '../../../../src-main/core/deadline/deadlines-of.ts';
import type { DeadlineKind } from '../../../../src-main/core/deadline/deadline.ts';
import { reportClockOf } from '../../../../src-main/core/deadline/report-clock.ts';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';
import { DESK_LANES } from '../../../../src-main/core/order/lane.ts';
import { laneOf } from '../../../../src-main/core/order/lane-of.ts';
import type { OpenCase, OrderWork } from '../../../../src-main/core/order/work.ts';
import type { AfterSaleId, CaseId } from '../../../../src-main/core/shared/ids.ts';
import { anyOrder } from '../../../integration/sqlite/arbitrary-orders.ts';
import { labelledWork, sampleOrder } from '../../../integration/sqlite/sample-orders.ts';

const at = (text: string): number => Date.parse(text);
const usd = { minor: 1_000, currency: 'USD' };

function orderOf(facts: Partial<OrderFacts>, work: Partial<OrderWork> = {}) {
  const sample = sampleOrder(1);
  return { facts: { ...sample.facts, ...facts }, work: { ...sample.work, ...work } };
}

const caseOf = (change: Partial<OpenCase>): OpenCase => ({
  id: 'case-1' as CaseId,
  kind: 'chargeback',
  reason: null,
  note: '',
  notes: [],
  openedAtMs: at('2026-11-22T03:00:00Z'),
  dueAtMs: null,
  afterSaleId: null,
  ...change,
});

const kindsOf = (order: ReturnType<typeof orderOf>) => deadlinesOf(order).map(({ kind }) => kind);

describe('the clocks of an order to be shipped', () => {
  it('are the platform’s, the seller’s word and the end of a hold, next first', () => {
    const work = { promisedMs: 2_000, hold: { reason: 'price', note: '', sinceMs: 0, untilMs: 1_000 } } as const;
    const order = orderOf({ platform: 'ozon', shipByMs: 3_000 }, work);
    expect(deadlinesOf(order)).toEqual([
      { kind: 'hold-end', atMs: 1_000, zone: null, calendar: null, isReported: false, caseId: null },
      { kind: 'promise', atMs: 2_000, zone: null, calendar: null, isReported: false, caseId: null },
      { kind: 'ship-by', atMs: 3_000, zone: 'Europe/Moscow', calendar: null, isReported: true, caseId: null },
    ]);
    expect(dueOf(order, 'problem')).toEqual({ atMs: 2_000, kind: 'promise' });
  });

  it.each(['delivered', 'cancelled', 'rejected', 'replaced', 'in-transit', 'declared'] as const)(
    'run no more once it is %s',
    (stage) => {
      expect(deadlinesOf(orderOf({ stage, shipByMs: 3_000 }, { promisedMs: 1 }))).toEqual([]);
    },
  );

  it('run on while a labelled parcel lies here, whatever the platform was told', () => {
    expect(kindsOf(orderOf({ stage: 'declared', shipByMs: 3_000 }, labelledWork(1)))).toEqual(['ship-by']);
  });
});

describe('when the platform cancels by itself', () => {
  it('is seven business days after the ship-by on amazon.com, holidays left out', () => {
    // Friday 20 November 2026, end of the day in California; Thanksgiving is the 26th.
    const order = orderOf({
      platform: 'amazon',
      stage: 'to-hand-over',
      shipByMs: at('2026-11-21T07:59:59Z'),
      total: usd,
    });
    expect(deadlinesOf(order)[1]).toEqual({
      kind: 'auto-cancel',
      atMs: at('2026-12-03T07:59:59.999Z'),
      zone: 'America/Los_Angeles',
      calendar: 'US',
      isReported: false,
      caseId: null,
    });
  });

  it('is not reckoned for Amazon’s other marketplaces, whose business days it does not name', () => {
    const facts = { platform: 'amazon', stage: 'to-hand-over', shipByMs: 3_000 } as const;
    expect(kindsOf(orderOf({ ...facts, total: { minor: 1, currency: 'EUR' } }))).toEqual(['ship-by']);
  });

  it('is as early as it can be beyond the calendar that is known', () => {
    const facts = { platform: 'amazon', stage: 'to-hand-over', total: usd } as const;
    const clocks = deadlinesOf(orderOf({ ...facts, shipByMs: at('2027-12-30T07:59:59Z') }));
    expect(clocks.map(({ atMs }) => atMs)).toEqual([at('2027-12-30T07:59:59Z'), at('2028-01-07T07:59:59.999Z')]);
  });

  it('is the end of the time to ship on AliExpress, and the worse word of the two', () => {
    const order = orderOf({
      platform: 'aliexpress',
      stage: 'to-hand-over',
      shipByMs: 3_000,
      placedAtMs: at('2026-11-01'),
    });
    expect(kindsOf(order)).toEqual(['auto-cancel', 'ship-by']);
    expect(dueOf(order, 'to-ship')).toEqual({ atMs: 3_000, kind: 'auto-cancel' });
  });

  it('is over once the platform was told that it left', () => {
    const facts = { platform: 'aliexpress', stage: 'declared', shipByMs: 3_000, placedAtMs: at('2026-11-01') } as const;
    expect(kindsOf(orderOf(facts, labelledWork(1)))).toEqual(['ship-by']);
  });

  it.each(['ozon', 'coupang', 'taobao'] as const)('is not made up for %s', (platform) => {
    expect(kindsOf(orderOf({ platform, shipByMs: 3_000 }))).toEqual(['ship-by']);
  });
});

describe('the clocks of cases', () => {
  it('are the times that were reported or entered', () => {
    const cases = [
      caseOf({ id: 'a' as CaseId, dueAtMs: 9_000, afterSaleId: 'report' as AfterSaleId }),
      caseOf({ id: 'b' as CaseId, dueAtMs: 8_000 }),
      caseOf({ id: 'c' as CaseId, kind: 'urging' }),
    ];
    const order = orderOf({ platform: 'coupang', stage: 'delivered' }, { cases });
    expect(deadlinesOf(order)).toEqual([
      { kind: 'case', atMs: 8_000, zone: null, calendar: null, isReported: false, caseId: 'b' },
      { kind: 'case', atMs: 9_000, zone: 'Asia/Seoul', calendar: null, isReported: true, caseId: 'a' },
    ]);
    expect(dueOf(order, 'after-sales')).toEqual({ atMs: 8_000, kind: 'case' });
  });

  it('count three Chinese working days for a chargeback of AliExpress that came by e-mail', () => {
    const order = orderOf({ platform: 'aliexpress', stage: 'delivered' }, { cases: [caseOf({})] });
    // Opened on a Sunday: Monday to Wednesday.
    expect(deadlinesOf(order)).toMatchObject([
      { atMs: at('2026-11-25T15:59:59.999Z'), zone: 'Asia/Shanghai', calendar: 'CN', isReported: false },
    ]);
    // The make-up Saturday of the National Day of 2026 counts, the holidays do not.
    const cases = [caseOf({ openedAtMs: at('2026-09-30T03:00:00Z') })];
    expect(deadlinesOf({ ...order, work: { ...order.work, cases } })[0]?.atMs).toBe(at('2026-10-10T15:59:59.999Z'));
  });

  it('want a reply first where the buyer chases the parcel, within a day on Amazon', () => {
    const cases = [caseOf({ kind: 'urging' })];
    const clocks = (platform: 'amazon' | 'ozon') => deadlinesOf(orderOf({ platform, stage: 'delivered' }, { cases }));
    expect(clocks('amazon')).toMatchObject([
      { kind: 'first-reply', atMs: at('2026-11-23T03:00:00Z'), isReported: false },
    ]);
    expect(clocks('ozon')).toEqual([]);
    const entered = { cases: [caseOf({ kind: 'urging', dueAtMs: 7_000 })] };
    expect(kindsOf(orderOf({ stage: 'delivered' }, entered))).toEqual(['first-reply']);
  });

  it('end as early as they can where the calendar of the year is not published yet', () => {
    const cases = [caseOf({ openedAtMs: at('2026-12-30T03:00:00Z') })];
    const [clock] = deadlinesOf(orderOf({ platform: 'aliexpress', stage: 'delivered' }, { cases }));
    expect(clock?.atMs).toBe(at('2027-01-02T15:59:59.999Z'));
  });

  it('leave a report without a time without one', () => {
    const cases = [caseOf({ afterSaleId: 'report' as AfterSaleId })];
    expect(deadlinesOf(orderOf({ platform: 'amazon', stage: 'delivered' }, { cases }))).toEqual([]);
  });
});

describe('of any order', () => {
  it('the clocks stand in order, and the card shows the first that its lane wants', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const clocks = deadlinesOf(order);
        expect(clocks.map(({ atMs }) => atMs)).toEqual(clocks.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
        const lane = laneOf(order);
        const due = dueOf(order, lane);
        const isOnDesk = DESK_LANES.some((desk) => desk === lane);
        const wanted = clocks.find(({ kind, caseId }) =>
          lane === 'after-sales' ? caseId !== null : isOnDesk && kind !== 'hold-end' && caseId === null,
        );
        expect(due).toEqual(wanted === undefined ? null : { atMs: wanted.atMs, kind: wanted.kind });
      }),
    );
  });
});

describe('the clock of a report that no case of ours stands for', () => {
  const coupang = { ...sampleOrder(1).facts, platform: 'coupang' } as const;

  it.each<[AfterSaleKind, DeadlineKind]>([
    ['inquiry', 'first-reply'],
    ['message', 'first-reply'],
    ['cancel-request', 'case'],
    ['review', 'case'],
  ])('of a report %s is %s, in the platform’s zone', (kind, expected) => {
    expect(reportClockOf(coupang, { kind, dueAtMs: 5 })).toEqual({
      kind: expected,
      atMs: 5,
      zone: 'Asia/Seoul',
      calendar: null,
      isReported: true,
    });
  });
});
