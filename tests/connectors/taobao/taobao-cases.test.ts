import { describe, expect, it } from 'vitest';
import type { PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import type { AfterSale } from '../../../src-main/core/case/after-sale.ts';
import * as happenings from '../../../src-main/demo/taobao/happenings.ts';
import { smsCode } from '../../../src-main/demo/taobao/endpoints/refunds-agree.ts';
import type { RefundWish } from '../../../src-main/demo/taobao/happenings.ts';
import type { TaobaoTrade } from '../../../src-main/demo/taobao/trade.ts';
import { makeTaobaoBench, type TaobaoBench } from './taobao-bench.ts';
import { answer, tracking } from './taobao-effects.ts';

const yuan = (fen: number) => ({ amount: { minor: fen, currency: 'CNY' } });

async function cases(connector: PlatformConnector): Promise<AfterSale[]> {
  const found: AfterSale[] = [];
  for (let cursor: string | null = null, more = true; more;) {
    const page = await connector.pullAfterSales(cursor);
    found.push(...page.cases.map((one) => one.afterSale));
    cursor = page.nextCursor;
    more = page.hasMore;
  }
  return found;
}

const ask = (bench: TaobaoBench, trade: TaobaoTrade, wish: Partial<RefundWish> = {}) =>
  bench.simulator.change((store, nowMs, timings) =>
    happenings.askRefund(store, { oid: trade.orders[0]!.oid, ...wish }, nowMs, timings),
  );
const refundOf = (bench: TaobaoBench, refundId: string) =>
  bench.simulator.world().refunds.find((one) => one.refundId === refundId)!;

async function shipped(bench: TaobaoBench): Promise<TaobaoTrade> {
  const trade = bench.add({ lines: [['MUG-MOON-350', 1]] });
  await bench.connector.push(tracking(trade), 'ship');
  return trade;
}

describe('refunds of Taobao', () => {
  it('come with amount, clock, words and what may be done', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add({ lines: [['MUG-MOON-350', 2]] });
    const refundId = ask(bench, trade, { reason: '拍错', description: '拍错颜色了', refundFeeFen: 6_800 });
    bench.simulator.change((store, nowMs) => happenings.writeToRefund(store, refundId, '在吗', nowMs));
    const [found] = await cases(bench.connector);
    const { openedAtMs, dueAtMs, ...rest } = found!;
    expect(dueAtMs! - openedAtMs).toBe(48 * 3_600_000);
    expect(rest).toMatchObject({
      kind: 'refund',
      remoteId: refundId,
      orderRemoteId: trade.tid,
      stage: 'wait-seller',
      rawStatus: 'WAIT_SELLER_AGREE',
      reason: '拍错',
      amount: { minor: 6_800, currency: 'CNY' },
      messages: [
        { by: 'buyer', text: '拍错颜色了' },
        { by: 'buyer', text: '在吗' },
      ],
      items: [{ remoteSku: `${trade.orders[0]!.numIid}:${trade.orders[0]!.skuId}`, quantity: 2 }],
      openActions: ['approve-refund', 'stop-shipment', 'already-shipped'],
    });
  });

  it('that become returns close the case that they were', async () => {
    const bench = await makeTaobaoBench(0);
    const refundId = ask(bench, await shipped(bench));
    await cases(bench.connector);
    bench.simulator.change((store) => void (store.refund(refundId)!.disputeType = 'REFUND_AND_RETURN'));
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await cases(bench.connector)).map((one) => [one.kind, one.stage, one.openActions])).toEqual([
        ['refund', 'closed', []],
        ['return', 'wait-seller', ['accept', 'refuse']],
      ]);
    }
  });

  it('pay out the sum that the seller saw, once', async () => {
    const bench = await makeTaobaoBench(0);
    const refundId = ask(bench, bench.add({ lines: [['MUG-MOON-350', 1]] }));
    const push = (fen: number) => bench.connector.push(answer(refundId, 'approve-refund', yuan(fen)), 'k');
    expect(await push(6_700)).toEqual({ kind: 'rejected', code: 'amount-changed' });
    expect(await bench.connector.push(answer(refundId, 'approve-refund'), 'k')).toEqual({
      kind: 'rejected',
      code: 'amount-changed',
    });
    expect(await push(6_800)).toEqual({ kind: 'done' });
    expect(await push(6_800)).toEqual({ kind: 'done' });
    expect(refundOf(bench, refundId).payouts).toBe(1);
  });

  it('of large sums want the code that came by SMS', async () => {
    const bench = await makeTaobaoBench(0);
    const refundId = ask(bench, bench.add({ lines: [['LAMP-WARM', 20]] }));
    const large = answer(refundId, 'approve-refund', yuan(258_000));
    expect(await bench.connector.push(large, 'k')).toEqual({ kind: 'rejected', code: 'sms-code-needed' });
    expect(await bench.connector.push({ ...large, text: smsCode }, 'k')).toEqual({ kind: 'done' });
  });

  it('are paid by sub-accounts only', async () => {
    const bench = await makeTaobaoBench(0);
    const refundId = ask(bench, bench.add({ lines: [['MUG-MOON-350', 1]] }));
    bench.simulator.change((store) => void (store.world.session.isSubAccount = false));
    const effect = answer(refundId, 'approve-refund', yuan(6_800));
    expect(await bench.connector.push(effect, 'k')).toEqual({ kind: 'rejected', code: 'sub-account-needed' });
  });

  it('take goods back at the default address, then pay', async () => {
    const bench = await makeTaobaoBench(0);
    const refundId = ask(bench, await shipped(bench), { disputeType: 'REFUND_AND_RETURN', reason: '质量问题' });
    const accept = answer(refundId, 'accept', { caseKind: 'return' });
    expect(await bench.connector.push(accept, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(accept, 'k')).toEqual({ kind: 'done' });
    expect(refundOf(bench, refundId).returnAddress).toContain('101（退货）');
    bench.simulator.change((store, nowMs, timings) =>
      happenings.returnGoods(store, refundId, { company: '中通快递', sid: '78111' }, nowMs, timings),
    );
    const [found] = await cases(bench.connector);
    expect(found).toMatchObject({
      kind: 'return',
      trackingNumber: '78111',
      carrier: '中通快递',
      openActions: ['approve-refund', 'refuse'],
    });
    expect(await bench.connector.push(answer(refundId, 'approve-refund', yuan(6_800)), 'k')).toEqual({ kind: 'done' });
  });

  it('are refused with words, and with the number of a known reason', async () => {
    const bench = await makeTaobaoBench(0);
    const refundId = ask(bench, await shipped(bench));
    expect(await bench.connector.push(answer(refundId, 'refuse', { text: '不' }), 'k')).toEqual({
      kind: 'rejected',
      code: 'text-length',
    });
    const refuse = answer(refundId, 'refuse', { text: '已经影响商品完好，见照片' });
    expect(await bench.connector.push(refuse, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(refuse, 'k')).toEqual({ kind: 'done' });
    expect(refundOf(bench, refundId).refusals).toMatchObject([{ reasonId: '42', message: '已经影响商品完好，见照片' }]);
  });

  it.each([
    ['stop-shipment', 'SUCCESS'],
    ['already-shipped', 'FAIL'],
  ] as const)('%s tells the after-sales service %s', async (action, word) => {
    const bench = await makeTaobaoBench(0);
    const refundId = ask(bench, bench.add());
    expect(await bench.connector.push(answer(refundId, action), 'k')).toEqual({ kind: 'done' });
    expect(refundOf(bench, refundId).sendCancelled).toBe(word);
  });

  it.each(['close', 'reply', 'offer'] as const)('%s has no call', async (action) => {
    const bench = await makeTaobaoBench(0);
    const refundId = ask(bench, bench.add());
    expect(await bench.connector.push(answer(refundId, action, { text: '好的' }), 'k')).toEqual({
      kind: 'rejected',
      code: 'action-without-api',
    });
    expect(await bench.connector.push(answer('123', action), 'k')).toEqual({ kind: 'rejected', code: 'case-unknown' });
  });
});

describe('ratings of Taobao', () => {
  const rated = async (type: 'B' | 'C') => {
    const bench = await makeTaobaoBench(0);
    bench.simulator.change((store) => void (store.world.seller.type = type));
    const trade = await shipped(bench);
    bench.simulator.change((store, nowMs) => {
      happenings.confirmByBuyer(store, trade.tid, nowMs);
      happenings.rateTrade(store, trade.tid, { result: 'bad', content: '起球' }, nowMs);
    });
    return { bench, oid: trade.orders[0]!.oid };
  };

  it('are reviews, answered by Tmall shops only', async () => {
    const { bench, oid } = await rated('B');
    const found = (await cases(bench.connector)).find((one) => one.kind === 'review');
    expect(found).toMatchObject({
      remoteId: oid,
      rating: 1,
      stage: 'wait-seller',
      openActions: ['reply'],
      messages: [{ text: '起球' }],
    });
    const reply = answer(oid, 'reply', { caseKind: 'review', text: '抱歉，已补发' });
    expect(await bench.connector.push(reply, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(reply, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.push(reply, 'k')).toEqual({ kind: 'done' });
    expect((await cases(bench.connector)).find((one) => one.kind === 'review')).toMatchObject({
      stage: 'closed',
      openActions: [],
    });
  });

  it('of a Taobao shop are answered on the web', async () => {
    const { bench, oid } = await rated('C');
    const found = (await cases(bench.connector)).find((one) => one.kind === 'review');
    expect(found).toMatchObject({ stage: 'wait-seller', openActions: [], dueAtMs: null });
    const reply = answer(oid, 'reply', { caseKind: 'review', text: '抱歉' });
    expect(await bench.connector.push(reply, 'k')).toEqual({ kind: 'rejected', code: 'action-without-api' });
  });

  it('without a role keep nothing back', async () => {
    const { bench } = await rated('C');
    bench.simulator.withdrawPermission('taobao.refunds.receive.get');
    const page = await bench.connector.pullAfterSales(null);
    expect(page).toMatchObject({ warnings: ['missing-role:taobao.refunds.receive.get'], hasMore: true });
    expect(await cases(bench.connector)).toHaveLength(1);
  });
});
