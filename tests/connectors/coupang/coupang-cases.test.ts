import { describe, expect, it } from 'vitest';
import type { AfterSale } from '../../../src-main/core/case/after-sale.ts';
import type { CoupangEvent } from '../../../src-main/demo/coupang/events.ts';
import { type CoupangBench, DAY_MS, HOUR_MS, makeCoupangBench } from './coupang-bench.ts';
import { answerOf, freshNumber, preparedBox } from './coupang-effects.ts';

const push = async (bench: CoupangBench, change: Parameters<typeof answerOf>[0]) =>
  await bench.connector.push(answerOf(change), 'k');
const confirm = async (bench: CoupangBench, change: Parameters<typeof answerOf>[0]) =>
  await bench.connector.confirm(answerOf(change), 'k');

/** All cases, by kind and id; goes on from `from`. */
async function casesOf(bench: CoupangBench, from: string | null = null) {
  const cases = new Map<string, AfterSale>();
  let cursor = from;
  for (;;) {
    const page = await bench.connector.pullAfterSales(cursor);
    for (const { afterSale } of page.cases) cases.set(`${afterSale.kind} ${afterSale.remoteId}`, afterSale);
    cursor = page.nextCursor;
    if (!page.hasMore) return { cases, cursor };
  }
}

const sent = (bench: CoupangBench) =>
  bench.add({ status: 'FINAL_DELIVERY', carrierCode: 'CJGLS', invoiceNumber: freshNumber() });

function happen(bench: CoupangBench, event: CoupangEvent): string {
  const { receiptId, exchangeId, inquiryId } = bench.simulator.happen(event);
  return receiptId ?? exchangeId ?? inquiryId ?? '';
}

const receipt = (bench: CoupangBench, id: string) =>
  bench.simulator.world().receipts.find((one) => one.receiptId === id)!;

describe('requests to stop a parcel', () => {
  it('wait for the seller, and "already shipped" makes a return of them that keeps its kind', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId, orderId } = await preparedBox(bench);
    const remoteId = happen(bench, { event: 'buyer-cancels', shipmentBoxId });
    const { cases, cursor } = await casesOf(bench);
    expect(cases.get(`cancel-request ${remoteId}`)).toMatchObject({
      stage: 'wait-seller',
      orderRemoteId: shipmentBoxId,
      orderNumber: orderId,
      openActions: ['stop-shipment', 'already-shipped'],
      items: [{ remoteSku: '4279191312', quantity: 2 }],
    });
    const answer = { remoteId, caseKind: 'cancel-request', action: 'already-shipped' } as const;
    expect(await push(bench, answer)).toEqual({ kind: 'rejected', code: 'INVALID_INVOICE_NUMBER' });
    const whole = { ...answer, carrier: 'CJGLS', trackingNumber: freshNumber() };
    expect(await push(bench, whole)).toEqual({ kind: 'done' });
    expect(await confirm(bench, whole)).toEqual({ kind: 'done' });
    expect(await push(bench, { ...answer, action: 'stop-shipment' })).toEqual({
      kind: 'rejected',
      code: 'already-shipped',
    });
    const after = await casesOf(bench, cursor);
    expect(after.cases.get(`cancel-request ${remoteId}`)).toMatchObject({
      stage: 'wait-seller',
      openActions: ['confirm-received'],
    });
  });

  it('withdrawn ones disappear, and come as closed with what was known of them', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId } = await preparedBox(bench);
    const remoteId = happen(bench, { event: 'buyer-cancels', shipmentBoxId });
    const before = await casesOf(bench);
    bench.pass(HOUR_MS);
    bench.simulator.happen({ event: 'withdraw', receiptId: remoteId });
    const answer = { remoteId, caseKind: 'cancel-request', action: 'stop-shipment' } as const;
    expect(await push(bench, answer)).toEqual({ kind: 'rejected', code: 'withdrawn' });
    expect(await confirm(bench, answer)).toEqual({ kind: 'failed', code: 'withdrawn' });
    const after = await casesOf(bench, before.cursor);
    const known = before.cases.get(`cancel-request ${remoteId}`);
    expect(after.cases.get(`cancel-request ${remoteId}`)).toEqual({
      ...known,
      stage: 'closed',
      rawStatus: 'WITHDRAWN',
      openActions: [],
      updatedAtMs: bench.nowMs(),
    });
    expect((await casesOf(bench, after.cursor)).cases.size).toBe(0);
  });
});

describe('returns', () => {
  it('are received and approved, once each, also when the answer got lost', async () => {
    const bench = await makeCoupangBench(0);
    const box = bench.add({ status: 'FINAL_DELIVERY', carrierCode: 'CJGLS', invoiceNumber: freshNumber() }, [
      ['TENT-2P', 1],
    ]);
    const remoteId = happen(bench, { event: 'buyer-returns', shipmentBoxId: box.shipmentBoxId });
    const received = { remoteId, caseKind: 'return', action: 'confirm-received' } as const;
    const approve = { ...received, action: 'approve-refund' } as const;
    expect(await push(bench, approve)).toEqual({ kind: 'rejected', code: 'goods-not-received' });
    bench.simulator.faults.add({ kind: 'timeout-after-write', path: '/v2/*', method: 'PUT', count: 1 });
    expect(await push(bench, received)).toMatchObject({ kind: 'unknown' });
    expect(await confirm(bench, received)).toEqual({ kind: 'done' });
    expect(await push(bench, received)).toEqual({ kind: 'done' });
    expect(await push(bench, approve)).toEqual({ kind: 'done' });
    expect(receipt(bench, remoteId).effects).toMatchObject({ received: 1, approved: 1 });
    expect((await casesOf(bench)).cases.get(`return ${remoteId}`)).toMatchObject({
      stage: 'closed',
      reason: '상품 결함/기능에 이상이 있음',
    });
  });

  it('answers that a kind does not have are refused', async () => {
    const bench = await makeCoupangBench(0);
    const remoteId = happen(bench, { event: 'buyer-returns', shipmentBoxId: sent(bench).shipmentBoxId });
    expect(await push(bench, { remoteId, caseKind: 'return', action: 'refuse' })).toMatchObject({ kind: 'rejected' });
    expect(await push(bench, { remoteId, caseKind: 'review', action: 'reply' })).toMatchObject({ kind: 'rejected' });
  });
});

describe('exchanges', () => {
  it('the replacement waits for its own box, which comes some minutes after the goods', async () => {
    const bench = await makeCoupangBench(0);
    const remoteId = happen(bench, { event: 'buyer-exchanges', shipmentBoxId: sent(bench).shipmentBoxId });
    const { cursor, cases } = await casesOf(bench);
    expect(cases.get(`exchange ${remoteId}`)).toMatchObject({
      stage: 'wait-seller',
      openActions: ['confirm-received', 'refuse'],
    });
    bench.pass(9 * DAY_MS);
    const received = { remoteId, caseKind: 'exchange', action: 'confirm-received' } as const;
    expect(await push(bench, received)).toEqual({ kind: 'done' });
    const send = { ...received, action: 'send-exchange', carrier: 'CJGLS', trackingNumber: freshNumber() } as const;
    expect(await push(bench, send)).toMatchObject({ kind: 'retry', code: 'exchange-box-pending' });
    bench.pass(60_000);
    const later = await casesOf(bench, cursor);
    expect(later.cases.get(`exchange ${remoteId}`)).toMatchObject({
      stage: 'wait-seller',
      openActions: ['send-exchange'],
    });
    bench.simulator.faults.add({ kind: 'gateway-504-after-write', path: '/v2/*', method: 'POST', count: 1 });
    expect(await push(bench, send)).toMatchObject({ kind: 'unknown' });
    expect(await confirm(bench, send)).toEqual({ kind: 'done' });
    const book = bench.simulator.world().exchanges.find((one) => one.exchangeId === remoteId);
    expect(book?.effects).toMatchObject({ received: 1, invoices: [`CJGLS ${send.trackingNumber}`] });
    expect(await push(bench, { ...send, trackingNumber: freshNumber() })).toEqual({
      kind: 'rejected',
      code: 'already-sent',
    });
  });

  it('can be refused, and are found without ever having been pulled', async () => {
    const bench = await makeCoupangBench(0);
    const remoteId = happen(bench, { event: 'buyer-exchanges', shipmentBoxId: sent(bench).shipmentBoxId });
    bench.pass(20 * DAY_MS);
    const refuse = { remoteId, caseKind: 'exchange', action: 'refuse' } as const;
    expect(await confirm(bench, refuse)).toEqual({ kind: 'not-done' });
    expect(await push(bench, refuse)).toEqual({ kind: 'done' });
    expect(await confirm(bench, refuse)).toEqual({ kind: 'done' });
    expect(await push(bench, { ...refuse, remoteId: '1' })).toEqual({ kind: 'rejected', code: 'not-found' });
  });
});

describe('inquiries', () => {
  it('a question is answered once, whatever happens on the way', async () => {
    const bench = await makeCoupangBench(1);
    const id = happen(bench, {
      event: 'ask-question',
      vendorItemId: '4279191312',
      content: '방수인가요?',
      orderIds: [],
    });
    const before = await casesOf(bench);
    expect(before.cases.get(`inquiry Q${id}`)).toMatchObject({
      stage: 'wait-seller',
      dueAtMs: bench.nowMs() + DAY_MS,
      openActions: ['reply'],
      messages: [{ by: 'buyer', text: '방수인가요?' }],
    });
    const reply = {
      remoteId: `Q${id}`,
      caseKind: 'inquiry',
      action: 'reply',
      text: '네, 방수입니다.\r\n감사합니다.',
    } as const;
    bench.simulator.faults.add({ kind: 'timeout-after-write', path: '/v2/*', method: 'POST', count: 1 });
    expect(await push(bench, reply)).toMatchObject({ kind: 'unknown' });
    expect(await confirm(bench, reply)).toEqual({ kind: 'done' });
    expect(await push(bench, reply)).toEqual({ kind: 'done' });
    const replies = bench.simulator.world().questions.find((one) => one.inquiryId === id)?.replies ?? [];
    expect(replies.map((one) => one.content)).toEqual(['네, 방수입니다.\n감사합니다.']);
    expect((await casesOf(bench, before.cursor)).cases.get(`inquiry Q${id}`)).toMatchObject({
      stage: 'closed',
      dueAtMs: null,
    });
    expect(await push(bench, { ...reply, text: '  ' })).toEqual({ kind: 'rejected', code: 'text-missing' });
  });

  it('a ticket is answered to the agent who asked, and after a day no more', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId } = sent(bench);
    const first = happen(bench, { event: 'call-centre', shipmentBoxId, content: '언제 와요?', kind: 'answer' });
    const reply = { remoteId: `T${first}`, caseKind: 'inquiry', action: 'reply', text: '내일 도착합니다.' } as const;
    expect(await push(bench, reply)).toEqual({ kind: 'done' });
    expect(await confirm(bench, reply)).toEqual({ kind: 'done' });
    const late = happen(bench, { event: 'call-centre', shipmentBoxId, content: '언제 와요?', kind: 'answer' });
    expect((await casesOf(bench)).cases.get(`inquiry T${late}`)).toMatchObject({ dueAtMs: bench.nowMs() + DAY_MS });
    bench.pass(25 * HOUR_MS);
    expect(await push(bench, { ...reply, remoteId: `T${late}` })).toEqual({ kind: 'rejected', code: 'inquiry-closed' });
    expect((await casesOf(bench)).cases.get(`inquiry T${late}`)?.stage).toBe('closed');
  });

  it('a transfer is only confirmed', async () => {
    const bench = await makeCoupangBench(0);
    const id = happen(bench, {
      event: 'call-centre',
      shipmentBoxId: sent(bench).shipmentBoxId,
      content: '참고',
      kind: 'transfer',
    });
    const before = await casesOf(bench);
    expect(before.cases.get(`inquiry T${id}`)).toMatchObject({ stage: 'wait-seller', openActions: ['close'] });
    const close = { remoteId: `T${id}`, caseKind: 'inquiry', action: 'close' } as const;
    expect(await confirm(bench, close)).toEqual({ kind: 'not-done' });
    expect(await push(bench, close)).toEqual({ kind: 'done' });
    expect(await confirm(bench, close)).toEqual({ kind: 'done' });
    expect((await casesOf(bench, before.cursor)).cases.get(`inquiry T${id}`)?.stage).toBe('closed');
  });
});
