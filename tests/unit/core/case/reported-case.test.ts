import { describe, expect, it } from 'vitest';
import { AFTER_SALE_KINDS, AFTER_SALE_STAGES, type AfterSale } from '../../../../src-main/core/case/after-sale.ts';
import {
  CASE_OPENING_KINDS,
  commandForReport,
  hasLeftDesk,
  type CaseReport,
} from '../../../../src-main/core/case/reported-case.ts';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';
import { LANES, type Lane } from '../../../../src-main/core/order/lane.ts';
import type { Order } from '../../../../src-main/core/order/order.ts';
import type { AfterSaleId, CaseId } from '../../../../src-main/core/shared/ids.ts';
import { afterCommand, EVENTS, HOUR_MS, NOW_MS, orderWith, WORK_OF_LANE } from '../order/support/build-order.ts';

const REPORT_ID = 'report-1' as AfterSaleId;
const GONE: readonly Lane[] = ['in-transit', 'exception', 'delivered', 'after-sales'];

function reported(change: Partial<AfterSale> = {}): AfterSale {
  return {
    platform: 'ozon',
    kind: 'return',
    remoteId: 'R-1',
    orderRemoteId: 'A-1',
    orderNumber: 'A',
    stage: 'wait-seller',
    rawStatus: '',
    reason: 'size',
    messages: [],
    amount: null,
    items: [],
    rating: null,
    trackingNumber: null,
    carrier: null,
    openedAtMs: NOW_MS,
    updatedAtMs: NOW_MS,
    dueAtMs: NOW_MS + HOUR_MS,
    openActions: [],
    ...change,
  };
}

const report = (now: Partial<AfterSale> = {}, before: Partial<AfterSale> | null = null): CaseReport => ({
  id: REPORT_ID,
  now: reported(now),
  before: before === null ? null : reported(before),
});

let serial = 0;
const newCaseId = () => `case-${(serial += 1)}` as CaseId;

/** The order after our case has followed the report. */
function followed(order: Order, what: CaseReport): Order {
  const command = commandForReport(order, what, newCaseId);
  return command === null ? order : afterCommand(order, command);
}

const delivered = (change: Partial<OrderFacts> = {}) => orderWith(change, WORK_OF_LANE.delivered);

describe('a report of a platform', () => {
  it.each(AFTER_SALE_KINDS)('%s opens a case of its kind, or none', (kind) => {
    const { cases } = followed(delivered(), report({ kind })).work;
    const opens = CASE_OPENING_KINDS.some((opening) => opening === kind);
    expect(cases.map((open) => open.kind)).toEqual(opens ? [kind] : []);
  });

  it.each(AFTER_SALE_STAGES)('opens a case in stage %s, unless that is its end', (stage) => {
    expect(followed(delivered(), report({ stage })).work.cases).toHaveLength(stage === 'closed' ? 0 : 1);
  });

  it.each(LANES)('opens a case of an order in %s only if that has left the desk', (lane) => {
    const order = orderWith({}, WORK_OF_LANE[lane]);
    expect(hasLeftDesk(order)).toBe(GONE.includes(lane));
    const opened = followed(order, report()).work.cases.filter((open) => open.afterSaleId === REPORT_ID);
    expect(opened).toHaveLength(GONE.includes(lane) ? 1 : 0);
  });

  it.each([
    ['delivered there', { stage: 'delivered' }, true],
    ['on its way there', { stage: 'in-transit' }, true],
    ['refused at the door', { stage: 'rejected' }, true],
    [
      'cancelled in time',
      { stage: 'cancelled', cancellation: { reason: '', by: 'buyer', afterHandOver: false } },
      false,
    ],
    [
      'cancelled on its way',
      { stage: 'cancelled', cancellation: { reason: '', by: 'buyer', afterHandOver: true } },
      true,
    ],
  ] as const)('sees that an order has left, or has not: %s', (_name, facts, hasLeft) => {
    expect(hasLeftDesk(orderWith(facts))).toBe(hasLeft);
  });

  it('carries its id and its clock into the case', () => {
    const [open] = followed(delivered(), report()).work.cases;
    expect(open).toMatchObject({ afterSaleId: REPORT_ID, dueAtMs: NOW_MS + HOUR_MS, reason: null, note: '' });
  });

  it('opens a case of a closed order', () => {
    const order = orderWith({}, [...WORK_OF_LANE.delivered, { kind: 'closed', atMs: NOW_MS }]);
    expect(followed(order, report()).work.cases).toHaveLength(1);
  });

  it('said twice changes nothing the second time', () => {
    const order = followed(delivered(), report());
    expect(commandForReport(order, report({}, {}), newCaseId)).toBeNull();
    expect(commandForReport(order, report(), newCaseId)).toBeNull();
  });

  it('ends its case, and only its own', () => {
    const order = followed(orderWith({}, [...WORK_OF_LANE.delivered, EVENTS.opened]), report());
    const { cases, pastCases } = followed(order, report({ stage: 'closed' }, {})).work;
    expect(cases.map((open) => open.afterSaleId)).toEqual([null]);
    expect(pastCases).toMatchObject([{ afterSaleId: REPORT_ID, outcome: 'by-platform' }]);
  });

  it('moves the clock of its case when the platform moves it', () => {
    const order = followed(delivered(), report());
    const dueAtMs = NOW_MS + 9 * HOUR_MS;
    expect(followed(order, report({ dueAtMs }, {})).work.cases).toMatchObject([{ dueAtMs, kind: 'return' }]);
    expect(followed(order, report({ dueAtMs: null }, {})).work.cases).toMatchObject([{ dueAtMs: null }]);
  });

  it('leaves alone what the seller set as long as the platform does not change it', () => {
    const opened = followed(delivered(), report());
    const [open] = opened.work.cases;
    const order = afterCommand(opened, {
      kind: 'change-case',
      caseId: open!.id,
      caseKind: 'dispute',
      reason: 'damaged',
      dueAtMs: 1,
    });
    expect(commandForReport(order, report({ rawStatus: 'other' }, {}), newCaseId)).toBeNull();
    const moved = followed(order, report({ dueAtMs: 2 }, {}));
    expect(moved.work.cases).toMatchObject([{ kind: 'dispute', reason: 'damaged', dueAtMs: 2 }]);
  });

  it('changes the kind of its case when the buyer wants something else', () => {
    const order = followed(delivered(), report({ kind: 'refund' }));
    const turned = followed(order, report({ kind: 'return' }, { kind: 'refund' }));
    expect(turned.work.cases).toMatchObject([{ kind: 'return' }]);
    expect(commandForReport(turned, report({ kind: 'cancel-request' }, { kind: 'return' }), newCaseId)).toBeNull();
  });

  it('leaves a case ended that the seller ended, until the platform takes it up again', () => {
    const opened = followed(delivered(), report());
    const [open] = opened.work.cases;
    const ended = afterCommand(opened, { kind: 'close-case', caseId: open!.id, outcome: 'explained' });
    expect(commandForReport(ended, report({ stage: 'wait-buyer' }, {}), newCaseId)).toBeNull();
    expect(commandForReport(ended, report({ stage: 'closed' }, {}), newCaseId)).toBeNull();
    const again = followed(ended, report({}, { stage: 'closed' }));
    expect(again.work.cases).toMatchObject([{ afterSaleId: REPORT_ID }]);
    expect(again.work.cases[0]?.id).not.toBe(open!.id);
  });
});
