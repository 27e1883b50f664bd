import { describe, expect, it } from 'vitest';
import type { AfterSale } from '../../../src-main/core/case/after-sale.ts';
import {
  buyerAsksToCancel,
  giveFeedback,
  returnByBuyer,
  takeMoneyBack,
  withdrawRole,
} from '../../../src-main/demo/amazon/happenings.ts';
import { type AmazonBench, makeAmazonBench } from './amazon-bench.ts';

const MINUTE = 60_000;

/** Rounds as the scheduler runs them, some minutes apart. */
async function rounds(bench: AmazonBench, count: number, cursor: string | null = null) {
  const cases: AfterSale[] = [];
  const warnings: string[] = [];
  let next = cursor;
  for (let round = 0; round < count; round += 1) {
    for (let more = true; more;) {
      const page = await bench.connector.pullAfterSales(next);
      cases.push(...page.cases.map((one) => one.afterSale));
      warnings.push(...page.warnings);
      next = page.nextCursor;
      more = page.hasMore;
    }
    bench.pass(5 * MINUTE);
  }
  return { cases, warnings, cursor: next };
}

async function shopWithCases() {
  const bench = await makeAmazonBench(40);
  const shipped = bench.booked().find(({ stage }) => stage === 'declared' || stage === 'in-transit')!.remoteId;
  const asked = bench.add().orderId;
  const rmaId = bench.simulator.happen((store, nowMs) => {
    buyerAsksToCancel(store, asked, 'NO_LONGER_NEEDED', nowMs);
    giveFeedback(store, shipped, { rating: 2, comments: 'Came late' }, nowMs);
    takeMoneyBack(store, shipped, 'Chargeback', 1_849, nowMs);
    return returnByBuyer(store, shipped, 'DEFECTIVE', nowMs);
  });
  bench.pass(5 * MINUTE);
  return { bench, shipped, asked, rmaId };
}

describe('cases', () => {
  it('come from orders, reports and finances', async () => {
    const { bench, shipped, asked, rmaId } = await shopWithCases();
    const { cases } = await rounds(bench, 4);
    const of = (kind: string, remoteId?: string) =>
      cases.find((one) => one.kind === kind && (remoteId === undefined || one.remoteId === remoteId));
    expect(of('cancel-request', asked)).toMatchObject({
      stage: 'wait-seller',
      reason: 'NO_LONGER_NEEDED',
      openActions: ['accept', 'reply'],
      orderRemoteId: asked,
    });
    expect(of('return', rmaId)).toMatchObject({
      orderRemoteId: shipped,
      reason: 'DEFECTIVE',
      rawStatus: 'Pending Approval',
      openedAtMs: Date.parse('2026-11-22T00:00:00Z'),
      dueAtMs: Date.parse('2026-11-23T00:00:00Z'),
    });
    expect(of('review', shipped)).toMatchObject({ rating: 2, messages: [{ by: 'buyer', text: 'Came late' }] });
    expect(of('chargeback')).toMatchObject({ orderRemoteId: shipped, amount: { minor: 1_849, currency: 'USD' } });
    expect(JSON.stringify(of('review'))).not.toContain('@');
  });

  it('wait for reports without blocking, and name what a role keeps away', async () => {
    const { bench } = await shopWithCases();
    for (const role of ['selling-partner-insights', 'finance-and-accounting'] as const)
      bench.simulator.happen((store) => withdrawRole(store, role));
    const first = await rounds(bench, 1);
    expect(first.warnings).toEqual(['missing-role:money', 'missing-role:feedback']);
    expect(first.cases.map(({ kind }) => kind)).toEqual(['cancel-request', 'cancel-request']);
    const second = await rounds(bench, 2, first.cursor);
    expect(second.cases.filter(({ kind }) => kind === 'return')).toHaveLength(1);
    expect(second.warnings).toEqual([]);
  });

  it('say when a report failed, and ask again later', async () => {
    const { bench } = await shopWithCases();
    bench.simulator.faults.add({ kind: 'report-fatal', path: '/reports/2021-06-30/reports', count: 2 });
    const first = await rounds(bench, 2);
    expect(first.warnings.toSorted()).toEqual(['report-fatal:feedback', 'report-fatal:returns']);
    bench.pass(60 * MINUTE);
    const second = await rounds(bench, 3, first.cursor);
    expect(second.cases.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['return', 'review']));
  });

  it('are answered by a message where the order allows one', async () => {
    const { bench, shipped, rmaId } = await shopWithCases();
    const answer = {
      kind: 'answer-case',
      remoteId: rmaId,
      caseKind: 'return',
      orderRemoteId: shipped,
      action: 'reply',
      text: 'Please send a picture of the damage.',
      amount: null,
      trackingNumber: null,
      carrier: null,
    } as const;
    expect(await bench.connector.push(answer, 'k')).toEqual({ kind: 'done' });
    expect(bench.book(shipped).effects.messages).toMatchObject([{ kind: 'unexpectedProblem', text: answer.text }]);
    expect(await bench.connector.push({ ...answer, text: 'write to me@example.com' }, 'k')).toMatchObject({
      code: 'text-not-allowed',
    });
    expect(await bench.connector.push({ ...answer, action: 'refuse' }, 'k')).toMatchObject({
      code: 'action-not-offered',
    });
    const pending = bench.add();
    bench.disturb(pending.orderId, 0);
    expect(await bench.connector.push({ ...answer, orderRemoteId: pending.orderId }, 'k')).toEqual({
      kind: 'rejected',
      code: 'message-not-allowed',
    });
    expect(await bench.connector.confirm(answer, 'k')).toEqual({ kind: 'unknown', code: 'message-not-visible' });
  });
});
