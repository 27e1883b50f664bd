import { describe, expect, it } from 'vitest';
import { startMs, startTaobao } from './support/start-taobao.ts';

const hour = 3_600_000;

describe('writing to an order', () => {
  it('keeps, replaces and wipes the memo', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const memo = (): [string, number] => [bench.book(tid).sellerMemo, bench.book(tid).sellerFlag];
    await bench.call('taobao.trade.memo.add', { tid, memo: '缺货 明天发', flag: '1' });
    expect(memo()).toEqual(['缺货 明天发', 1]);
    expect((await bench.refused('taobao.trade.memo.add', { tid, memo: '二' }))[0]).toBe(15);
    await bench.call('taobao.trade.memo.update', { tid, flag: '5' });
    expect(memo()).toEqual(['缺货 明天发', 5]);
    await bench.call('taobao.trade.memo.update', { tid, memo: '二', reset: 'true' });
    expect(memo()).toEqual(['', 5]);
    expect(await bench.refused('taobao.trade.memo.update', { tid, flag: '6' })).toEqual([
      41,
      'isv.invalid-parameter:flag',
    ]);
    expect(await bench.refused('taobao.trade.memo.update', { tid, memo: '字'.repeat(334) })).toEqual([
      41,
      'isv.invalid-parameter:memo',
    ]);
  });

  it('closes what is unpaid, not too fast and for a known reason', async () => {
    const bench = await startTaobao();
    const trade = bench.add({
      serial: 1,
      isPaid: false,
      createdMs: startMs,
      lines: [
        ['MUG-MOON-350', 1],
        ['COMB-BEECH-18', 1],
      ],
    });
    const wish = { tid: trade.tid, close_reason: '缺货' };
    expect(await bench.refused('taobao.trade.close', wish)).toEqual([
      15,
      'isv.trade-service-error:CLOSE_TRADE_TOO_FAST',
    ]);
    bench.pass(10_000);
    expect(await bench.refused('taobao.trade.close', { ...wish, close_reason: '不想卖' })).toEqual([
      41,
      'isv.invalid-parameter:close_reason',
    ]);
    await bench.call('taobao.trade.close', { tid: trade.orders[0]!.oid, close_reason: '缺货' });
    expect(bench.book(trade.tid).orders.map((order) => order.status)).toEqual([
      'TRADE_CLOSED_BY_TAOBAO',
      'WAIT_BUYER_PAY',
    ]);
    await bench.call('taobao.trade.close', wish);
    expect(bench.book(trade.tid)).toMatchObject({ status: 'TRADE_CLOSED_BY_TAOBAO', effects: { closes: 2 } });
    const paid = bench.add({ serial: 2 });
    expect((await bench.refused('taobao.trade.close', { ...wish, tid: paid.tid }))[0]).toBe(15);
  });

  it('gives the buyer days, of the four kinds and only when shipped', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    expect((await bench.refused('taobao.trade.receivetime.delay', { tid, days: '3' }))[0]).toBe(15);
    await bench.call('taobao.logistics.offline.send', { tid, out_sid: '78000000000001', company_code: 'ZTO' });
    const before = bench.book(tid).timeoutActionMs!;
    await bench.call('taobao.trade.receivetime.delay', { tid, days: '7' });
    expect(bench.book(tid).timeoutActionMs! - before).toBe(7 * 24 * hour);
    expect((await bench.refused('taobao.trade.receivetime.delay', { tid, days: '4' }))[0]).toBe(41);
  });

  it('changes the address before shipping, in bytes of GBK', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const update = 'taobao.trade.shippingaddress.update';
    await bench.call(update, { tid, receiver_name: '韩梅梅', receiver_address: '新路1号' });
    expect(bench.book(tid).receiver).toMatchObject({ name: '韩梅梅', address: '新路1号' });
    expect(await bench.refused(update, { tid, receiver_name: '字'.repeat(26) })).toEqual([
      41,
      'isv.invalid-parameter:receiver_name',
    ]);
    expect(await bench.refused(update, { tid, receiver_mobile: '-1' })).toEqual([
      41,
      'isv.invalid-parameter:receiver_mobile',
    ]);
    await bench.call('taobao.logistics.offline.send', { tid, out_sid: '78000000000001', company_code: 'ZTO' });
    expect((await bench.refused(update, { tid, receiver_address: '旧路' }))[0]).toBe(15);
  });
});
