import { describe, expect, it } from 'vitest';
import type { AfterSale, AfterSaleAction, AfterSaleKind } from '../../../src-main/core/case/after-sale.ts';
import type { EffectOf } from '../../../src-main/core/order/effects.ts';
import { type AliBench, makeAliBench } from './aliexpress-bench.ts';

const HOUR_MS = 3_600_000;

class Cases {
  readonly #bench: AliBench;
  #cursor: string | null = null;

  constructor(bench: AliBench) {
    this.#bench = bench;
  }

  /** What is new since the last time. */
  async pull(): Promise<AfterSale[]> {
    const found: AfterSale[] = [];
    for (let more = true; more;) {
      const page = await this.#bench.connector.pullAfterSales(this.#cursor);
      found.push(...page.cases.map(({ afterSale }) => afterSale));
      this.#cursor = page.nextCursor;
      more = page.hasMore;
    }
    return found;
  }
}

const answer = (
  caseKind: AfterSaleKind,
  remoteId: string,
  orderRemoteId: string,
  action: AfterSaleAction,
  change: Partial<EffectOf<'answer-case'>> = {},
): EffectOf<'answer-case'> => ({
  kind: 'answer-case',
  remoteId,
  caseKind,
  orderRemoteId,
  action,
  text: '',
  amount: null,
  trackingNumber: null,
  carrier: null,
  ...change,
});

async function shipped(bench: AliBench): Promise<string> {
  const effect = await bench.ready('push-tracking');
  await bench.connector.push(effect, 'ship');
  return effect.remoteId;
}

const issueOf = (bench: AliBench, issueId: string) =>
  bench.simulator.world().issues.find((issue) => issue.issueId === issueId)!;

describe('wishes to cancel', () => {
  it('come with their reason and 48 hours, once, and are seen to end', async () => {
    const bench = await makeAliBench(0);
    const { orderId } = bench.add();
    const cases = new Cases(bench);
    expect(await cases.pull()).toEqual([]);
    bench.simulator.askToCancel(orderId, 'Wrong size');
    const [asked] = await cases.pull();
    expect(asked).toMatchObject({
      kind: 'cancel-request',
      remoteId: orderId,
      stage: 'wait-seller',
      reason: 'Wrong size',
      openedAtMs: bench.nowMs(),
      dueAtMs: bench.nowMs() + 48 * HOUR_MS,
      openActions: ['accept', 'refuse'],
    });
    expect(await cases.pull()).toEqual([]);
    bench.pass(49 * HOUR_MS);
    expect(await cases.pull()).toMatchObject([
      { stage: 'closed', rawStatus: 'FINISH buyer_cancel_order', openedAtMs: asked?.openedAtMs, openActions: [] },
    ]);
    expect(await cases.pull()).toEqual([]);
  });

  it('are refused, and asked anew later', async () => {
    const bench = await makeAliBench(0);
    const { orderId } = bench.add();
    bench.simulator.askToCancel(orderId);
    const refuse = answer('cancel-request', orderId, orderId, 'refuse', { text: 'Shipped today' });
    expect(await bench.connector.confirm(refuse, 'k')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(refuse, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.push(refuse, 'k')).toEqual({ kind: 'done' });
    expect(bench.book(orderId)).toMatchObject({
      status: 'WAIT_SELLER_SEND_GOODS',
      effects: { cancelsRefused: 1 },
    });
    const accept = answer('cancel-request', orderId, orderId, 'accept');
    expect(await bench.connector.push(accept, 'k')).toEqual({ kind: 'rejected', code: 'request-withdrawn' });
  });

  it('that the filter lets through by mistake are none', async () => {
    const bench = await makeAliBench(0);
    bench.add();
    const path = '/sync/aliexpress.trade.seller.orderlist.get';
    bench.simulator.faults.add({ kind: 'inexact-cancel-filter', path });
    expect(await new Cases(bench).pull()).toEqual([]);
  });
});

describe('disputes', () => {
  it('come with history, amount and the platform’s own clock', async () => {
    const bench = await makeAliBench(0);
    const orderId = await shipped(bench);
    const issueId = bench.simulator.openIssue({ orderId, refundCents: 300, content: 'Not arrived' });
    const [dispute] = await new Cases(bench).pull();
    expect(dispute).toMatchObject({
      kind: 'dispute',
      remoteId: issueId,
      orderRemoteId: orderId,
      stage: 'wait-seller',
      reason: 'Package still in transit',
      messages: [{ by: 'buyer', atMs: bench.nowMs(), text: 'Not arrived' }],
      amount: { minor: 300, currency: 'USD' },
      dueAtMs: bench.nowMs() + 5 * 24 * HOUR_MS,
      openActions: ['accept', 'offer', 'refuse'],
    });
  });

  it('are agreed to once', async () => {
    const bench = await makeAliBench(0);
    const orderId = await shipped(bench);
    const issueId = bench.simulator.openIssue({ orderId });
    const accept = answer('dispute', issueId, orderId, 'accept');
    expect(await bench.connector.push(accept, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.push(accept, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(accept, 'k')).toEqual({ kind: 'done' });
    expect(issueOf(bench, issueId)).toMatchObject({ status: 'finish', effects: { agreed: 1 } });
  });

  it('with a return name the address for the goods', async () => {
    const bench = await makeAliBench(0);
    const orderId = await shipped(bench);
    const issueId = bench.simulator.openIssue({ orderId, type: 'return_and_refund' });
    const cases = new Cases(bench);
    expect(await bench.connector.push(answer('dispute', issueId, orderId, 'accept'), 'k')).toEqual({ kind: 'done' });
    expect(await cases.pull()).toMatchObject([{ stage: 'wait-buyer', openActions: [] }]);
    bench.pass(60_000);
    bench.simulator.returnGoods(issueId, 'RR123456785US');
    expect(await cases.pull()).toMatchObject([{ stage: 'wait-seller', trackingNumber: 'RR123456785US' }]);
  });

  it('are answered with an offer, then with nothing at all', async () => {
    const bench = await makeAliBench(0);
    const orderId = await shipped(bench);
    const issueId = bench.simulator.openIssue({ orderId });
    const offer = answer('dispute', issueId, orderId, 'offer', {
      amount: { minor: 321, currency: 'USD' },
      text: 'Half',
    });
    expect(await bench.connector.push(offer, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.push(offer, 'k')).toEqual({ kind: 'done' });
    const refuse = answer('dispute', issueId, orderId, 'refuse');
    expect(await bench.connector.confirm(refuse, 'k2')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(refuse, 'k2')).toEqual({ kind: 'done' });
    const { solutions, effects } = issueOf(bench, issueId);
    expect(effects.saved).toBe(2);
    expect(solutions.filter((one) => one.owner === 'seller')).toMatchObject([{ refundCents: 0, version: 2 }]);
    const tooMuch = answer('dispute', issueId, orderId, 'offer', { amount: { minor: 99_999, currency: 'USD' } });
    expect(await bench.connector.push(tooMuch, 'k3')).toEqual({ kind: 'rejected', code: 'amount-too-high' });
    const foreign = answer('dispute', issueId, orderId, 'offer', { amount: { minor: 1, currency: 'CNY' } });
    expect(await bench.connector.push(foreign, 'k4')).toEqual({ kind: 'rejected', code: 'amount-missing' });
  });

  it('that ended between two looks are seen, and cannot be answered any more', async () => {
    const bench = await makeAliBench(0);
    const cases = new Cases(bench);
    await cases.pull();
    const orderId = await shipped(bench);
    const issueId = bench.simulator.openIssue({ orderId });
    bench.pass(60_000);
    bench.simulator.cancelIssue(issueId);
    expect(await cases.pull()).toMatchObject([{ remoteId: issueId, stage: 'closed', openActions: [] }]);
    const refuse = answer('dispute', issueId, orderId, 'refuse');
    expect(await bench.connector.push(refuse, 'k')).toEqual({ kind: 'rejected', code: 'case-closed' });
    expect(await bench.connector.push({ ...refuse, remoteId: '1' }, 'k')).toEqual({
      kind: 'rejected',
      code: 'case-unknown',
    });
  });
});

describe('reviews', () => {
  it('come with their stars, are answered once and then closed', async () => {
    const bench = await makeAliBench(40);
    const cases = new Cases(bench);
    const review = (await cases.pull()).find(({ kind, stage }) => kind === 'review' && stage === 'wait-seller');
    if (review?.orderRemoteId == null) throw new Error('no review');
    expect(review.rating).toBeGreaterThan(0);
    expect(review.messages[0]?.by).toBe('buyer');
    const reply = answer('review', review.remoteId, review.orderRemoteId, 'reply', { text: 'Thank you!' });
    expect(await bench.connector.confirm(reply, 'k')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(reply, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.push(reply, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm({ ...reply, text: 'Hm' }, 'k')).toMatchObject({ code: 'replied-otherwise' });
    expect(await cases.pull()).toMatchObject([{ remoteId: review.remoteId, stage: 'closed', openActions: [] }]);
    expect(await bench.connector.push({ ...reply, text: ' ' }, 'k')).toMatchObject({ code: 'text-missing' });
  });
});
