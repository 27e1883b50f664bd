import { describe, expect, it } from 'vitest';
import { caseEventsOfFacts } from '../../../../src-main/core/case/fact-cases.ts';
import { applyEvent } from '../../../../src-main/core/order/apply.ts';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';
import type { Order } from '../../../../src-main/core/order/order.ts';
import type { CaseId } from '../../../../src-main/core/shared/ids.ts';
import { afterCommand, NOW_MS, orderWith, WORK_OF_LANE } from '../order/support/build-order.ts';

let serial = 0;
const newCaseId = () => `case-${(serial += 1)}` as CaseId;
const FROZEN = { alerts: ['frozen'] } as const;

/** The order after the platform has said this of it. */
function told(order: Order | null, facts: Partial<OrderFacts>, lane: keyof typeof WORK_OF_LANE = 'in-transit'): Order {
  const now = order === null ? orderWith(facts, WORK_OF_LANE[lane]) : { ...order, facts: { ...order.facts, ...facts } };
  return { ...now, work: caseEventsOfFacts(order, now, NOW_MS, newCaseId).reduce(applyEvent, now.work) };
}

const openKinds = (order: Order) => order.work.cases.map((open) => open.kind);

describe('an order that the platform freezes', () => {
  it('is a case once its goods have left: before, a check stops it', () => {
    expect(openKinds(told(null, FROZEN, 'in-transit'))).toEqual(['frozen']);
    expect(openKinds(told(null, FROZEN, 'delivered'))).toEqual(['frozen']);
    expect(openKinds(told(null, FROZEN, 'to-ship'))).toEqual([]);
    expect(openKinds(told(null, {}, 'in-transit'))).toEqual([]);
  });

  it('is opened by the platform, without reason and clock, once', () => {
    const order = told(null, FROZEN);
    expect(order.work.cases).toMatchObject([{ reason: null, note: '', dueAtMs: null, afterSaleId: null }]);
    expect(told(order, { rawStatus: 'other' }).work).toEqual(order.work);
  });

  it('is ended when the platform lets it go, and opened anew when it freezes it again', () => {
    const free = told(told(null, FROZEN), { alerts: [] });
    expect(openKinds(free)).toEqual([]);
    expect(free.work.pastCases).toMatchObject([{ kind: 'frozen', outcome: 'by-platform', closedAtMs: NOW_MS }]);
    const again = told(free, FROZEN);
    expect(openKinds(again)).toEqual(['frozen']);
    expect(again.work.pastCases).toHaveLength(1);
  });

  it('stays ended where the seller ended it', () => {
    const order = told(null, FROZEN);
    const [open] = order.work.cases;
    const ended = afterCommand(order, { kind: 'close-case', caseId: open!.id, outcome: 'explained' });
    expect(openKinds(told(ended, { rawStatus: 'other' }))).toEqual([]);
    expect(told(ended, { alerts: [] }).work).toEqual(ended.work);
  });

  it('has one case, not two, where the seller opened it first', () => {
    const caseId = newCaseId();
    const opened = { kind: 'open-case', caseId, caseKind: 'frozen', reason: null, note: 'mail', dueAtMs: 1 } as const;
    const order = afterCommand(orderWith({}, WORK_OF_LANE.delivered), { ...opened, afterSaleId: null });
    expect(told(order, FROZEN).work).toEqual(order.work);
  });
});

describe('an order in dispute', () => {
  it('is a case until the dispute is over', () => {
    const order = told(null, { stage: 'disputed' });
    expect(openKinds(order)).toEqual(['dispute']);
    expect(openKinds(told(order, { stage: 'delivered' }))).toEqual([]);
  });

  it('waits for the report where the platform makes one of each', () => {
    expect(openKinds(told(null, { stage: 'disputed', platform: 'aliexpress' }))).toEqual([]);
  });
});
