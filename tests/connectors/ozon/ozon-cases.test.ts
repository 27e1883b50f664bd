import { describe, expect, it } from 'vitest';
import { PlatformFault, type AfterSalePage } from '../../../src-main/app/ports/platform-connector.ts';
import type { AfterSale } from '../../../src-main/core/case/after-sale.ts';
import type { EffectOf } from '../../../src-main/core/order/effects.ts';
import { makeOzonBench, type OzonBench } from './ozon-bench.ts';

const DAY_MS = 24 * 3_600_000;

/** Pulls a whole round. */
async function round({ connector }: OzonBench, from: string | null = null) {
  const cases: AfterSale[] = [];
  const warnings: string[] = [];
  let cursor = from;
  for (let more = true; more;) {
    const page: AfterSalePage = await connector.pullAfterSales(cursor);
    cases.push(...page.cases.map((one) => one.afterSale));
    warnings.push(...page.warnings);
    cursor = page.nextCursor;
    more = page.hasMore;
  }
  return { cases, warnings, cursor };
}

const answer = (change: Partial<EffectOf<'answer-case'>>): EffectOf<'answer-case'> => ({
  kind: 'answer-case',
  remoteId: '1',
  caseKind: 'message',
  orderRemoteId: null,
  action: 'reply',
  text: '',
  amount: null,
  trackingNumber: null,
  carrier: null,
  ...change,
});

describe('cases of Ozon', () => {
  it('say what they are about, who spoke, and by when', async () => {
    const bench = await makeOzonBench(0);
    const posting = bench.add('non_integrated');
    const { postingNumber, orderNumber, lines } = posting;
    const requestId = bench.simulator.askToCancel(postingNumber, 'Передумал');
    bench.simulator.afterSale((buyers, store, nowMs) => {
      buyers.openReturn(store, postingNumber, nowMs);
      buyers.openRfbsReturn(store, postingNumber, nowMs);
      buyers.writeReview(store, postingNumber, 2, nowMs);
      buyers.writeMessage(store, postingNumber, 'Где заказ?', nowMs);
    });
    const { cases } = await round(bench);
    const item = { remoteSku: lines[0]!.sku, quantity: expect.any(Number) };
    expect(cases).toMatchObject(
      [
        {
          kind: 'cancel-request',
          remoteId: requestId,
          orderRemoteId: postingNumber,
          messages: [{ by: 'buyer', text: 'Передумал' }],
          dueAtMs: bench.nowMs() + 2 * DAY_MS,
          openActions: ['accept', 'refuse'],
        },
        { kind: 'return', orderRemoteId: postingNumber, stage: 'wait-seller', items: [item] },
        { kind: 'return', orderRemoteId: postingNumber, amount: { currency: 'CNY' }, trackingNumber: /^ii/ },
        { kind: 'review', rating: 2, items: [item], openActions: ['reply', 'close'] },
        { kind: 'message', orderNumber, messages: [{ by: 'buyer', text: 'Где заказ?' }], openActions: ['reply'] },
      ].map((one) => ('trackingNumber' in one ? { ...one, trackingNumber: expect.stringMatching(/^ii/) } : one)),
    );
  });

  it('close when the seller read the chat elsewhere', async () => {
    const bench = await makeOzonBench(0);
    const { postingNumber } = bench.add('aggregator');
    const chatId = bench.simulator.afterSale((buyers, store, nowMs) =>
      buyers.writeMessage(store, postingNumber, 'Здравствуйте', nowMs),
    );
    const first = await round(bench);
    expect(first.cases).toMatchObject([{ remoteId: chatId, stage: 'wait-seller' }]);
    bench.simulator.afterSale((buyers, store) => buyers.readChat(store, chatId));
    const second = await round(bench, first.cursor);
    expect(second.cases).toMatchObject([{ remoteId: chatId, stage: 'closed' }]);
    expect((await round(bench, second.cursor)).cases).toEqual([]);
  });

  it('are answered: a request, a review that is closed, a chat', async () => {
    const bench = await makeOzonBench(0);
    const { postingNumber } = bench.add('non_integrated');
    const requestId = bench.simulator.askToCancel(postingNumber);
    const [reviewId, chatId] = bench.simulator.afterSale((buyers, store, nowMs) => [
      buyers.writeReview(store, postingNumber, 5, nowMs),
      buyers.writeMessage(store, postingNumber, 'Здравствуйте', nowMs),
    ]);
    const refuse = answer({
      caseKind: 'cancel-request',
      remoteId: requestId,
      orderRemoteId: postingNumber,
      action: 'refuse',
      text: 'Уже отправлено',
    });
    expect(await bench.connector.confirm(refuse, 'k')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(refuse, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(refuse, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm({ ...refuse, action: 'accept' }, 'k')).toEqual({
      kind: 'failed',
      code: 'answered-otherwise',
    });
    const close = answer({ caseKind: 'review', remoteId: reviewId!, action: 'close' });
    expect(await bench.connector.push(close, 'k')).toEqual({ kind: 'done' });
    const reply = answer({ remoteId: chatId!, text: 'Отправим завтра' });
    expect(await bench.connector.confirm(reply, 'k')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(reply, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(reply, 'k')).toEqual({ kind: 'done' });
    const { cases } = await round(bench);
    expect(cases.map(({ kind, stage }) => [kind, stage])).toEqual([
      ['cancel-request', 'closed'],
      ['review', 'closed'],
    ]);
  });

  it('are left out for a day where a list is not open to the key, and the rest comes', async () => {
    const bench = await makeOzonBench(0);
    const { postingNumber } = bench.add('aggregator');
    bench.simulator.afterSale((buyers, store, nowMs) => buyers.writeReview(store, postingNumber, 5, nowMs));
    bench.simulator.faults.add({ kind: 'version-removed', path: '/v1/returns/list', count: 1 });
    const first = await round(bench);
    expect(first.warnings).toEqual(['method-removed:/v1/returns/list']);
    expect(first.cases.map(({ kind }) => kind)).toEqual(['review']);
    const calls = () => bench.simulator.world().requestCounts['/v1/returns/list'];
    const second = await round(bench, first.cursor);
    expect([second.warnings, calls()]).toEqual([['method-removed:/v1/returns/list'], 1]);
    bench.pass(DAY_MS + 1);
    expect([(await round(bench, second.cursor)).warnings, calls()]).toEqual([[], 2]);
  });

  it('refuses what Ozon does not take', async () => {
    const { connector } = await makeOzonBench(0);
    for (const effect of [
      answer({ caseKind: 'return', action: 'accept' }),
      answer({ caseKind: 'cancel-request', remoteId: 'not-a-number', action: 'accept' }),
      answer({ text: 'x'.repeat(1_001) }),
    ])
      expect(await connector.push(effect, 'k')).toEqual({ kind: 'rejected', code: 'step-not-offered' });
  });

  it('begins anew from a cursor that cannot be read', async () => {
    const bench = await makeOzonBench(3);
    for (const cursor of ['', '{', '{"part":99}'])
      await expect(bench.connector.pullAfterSales(cursor)).resolves.toBeDefined();
    bench.fault('server-error', 'reads');
    await expect(bench.connector.pullAfterSales(null)).rejects.toBeInstanceOf(PlatformFault);
  });
});

describe('stock at Ozon', () => {
  const stock = (sku: string, quantity: number) => ({ kind: 'push-stock', remoteId: '1', sku, quantity }) as const;

  it('goes to the warehouse that the seller named, or to the only one', async () => {
    const bench = await makeOzonBench(1);
    const offerId = bench.simulator.world().postings[0]!.lines[0]!.offerId;
    expect(await bench.connector.push(stock(offerId, 5), 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(stock(offerId, 5), 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(stock(offerId, 6), 'k')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(stock(offerId, 6), 'k')).toMatchObject({ kind: 'retry', afterMs: 30_000 });
    const { length } = bench.simulator.world().warehouses;
    const unnamed = bench.connect({ stockWarehouseId: '' });
    bench.pass(60_000);
    const outcome = await unnamed.push(stock(offerId, 7), 'k');
    expect(outcome).toEqual(length === 1 ? { kind: 'done' } : { kind: 'rejected', code: 'warehouse-unclear' });
  });

  it('is refused for an article that is not listed', async () => {
    const { connector } = await makeOzonBench(1);
    expect(await connector.push(stock('none', 5), 'k')).toEqual({ kind: 'rejected', code: 'NOT_FOUND_ERROR' });
    expect(await connector.confirm(stock('none', 5), 'k')).toEqual({ kind: 'failed', code: 'listing-unknown' });
  });
});
