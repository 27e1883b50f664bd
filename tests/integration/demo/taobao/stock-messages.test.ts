import { describe, expect, it } from 'vitest';
import * as happenings from '../../../../src-main/demo/taobao/happenings.ts';
import { startTaobao } from './support/start-taobao.ts';

describe('stock', () => {
  it('is set or changed, one or many', async () => {
    const bench = await startTaobao();
    const { value } = await bench.call('taobao.items.onsale.get', {
      fields: 'num_iid,title,num,outer_id',
      page_size: '3',
    });
    expect(value.total_results).toBe(10);
    const num_iid = String(value.items.item[0].num_iid);
    const skus = (await bench.call('taobao.item.skus.get', { fields: 'sku_id,outer_id,quantity', num_iids: num_iid }))
      .value.skus.sku;
    const [moon, celadon] = skus.map((sku: { sku_id: number }) => String(sku.sku_id));
    const quantity = (code: string): number =>
      bench.simulator
        .world()
        .items.flatMap((item) => item.skus)
        .find((sku) => sku.outerId === code)!.quantity;
    await bench.call('taobao.item.quantity.update', { num_iid, sku_id: moon, quantity: '30' });
    await bench.call('taobao.item.quantity.update', {
      num_iid,
      outer_id: 'MUG-CELADON-350',
      quantity: '-1',
      type: '2',
    });
    expect([quantity('MUG-MOON-350'), quantity('MUG-CELADON-350')]).toEqual([30, 20]);
    expect(
      (await bench.refused('taobao.item.quantity.update', { num_iid, sku_id: moon, quantity: '-31', type: '2' }))[0],
    ).toBe(41);
    expect((await bench.refused('taobao.item.quantity.update', { num_iid, quantity: '1' }))[0]).toBe(40);
    const many = { num_iid, skuid_quantities: `${moon}:-99;${celadon}:5`, type: '2' };
    expect((await bench.call('taobao.skus.quantity.update', many)).value.item.num).toBe(25);
    expect((await bench.refused('taobao.skus.quantity.update', { ...many, type: '1' }))[0]).toBe(41);
    expect(quantity('MUG-CELADON-350')).toBe(25);
  });

  it('is shown with its listing, variants only when asked for', async () => {
    const bench = await startTaobao();
    const { numIid, skus } = bench.simulator.world().items[0]!;
    const read = async (fields: string) =>
      (await bench.call('taobao.item.seller.get', { num_iid: numIid, fields })).value.item;
    expect(await read('num_iid,num')).toEqual({ num_iid: Number(numIid), num: 55 });
    const [first] = (await read('num,sku')).skus.sku;
    expect(first).toMatchObject({ sku_id: Number(skus[0]?.skuId), quantity: 34 });
    expect(await bench.refused('taobao.item.seller.get', { num_iid: '1', fields: 'num' })).toEqual([
      15,
      'isv.item-not-exist:invalid-numIid',
    ]);
    expect((await bench.refused('taobao.item.seller.get', { num_iid: numIid, fields: 'colour' }))[0]).toBe(41);
  });
});

describe('messages', () => {
  it('come until they are confirmed, again after a while', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add({ serial: 1, isPaid: false });
    bench.simulator.change((store, nowMs) => happenings.payByBuyer(store, tid, nowMs));
    const consume = async () =>
      (await bench.call('taobao.tmc.messages.consume', { quantity: '10' })).value.messages?.tmc_message ?? [];
    const [message] = await consume();
    expect(message).toMatchObject({ topic: 'taobao_trade_TradeBuyerPay', id: expect.any(BigInt) });
    expect(message.content).toContain(`"tid":${tid},`);
    expect(await consume()).toEqual([]);
    bench.pass(30_000);
    expect(await consume()).toHaveLength(1);
    await bench.call('taobao.tmc.messages.confirm', { s_message_ids: String(message.id) });
    bench.pass(30_000);
    expect(await consume()).toEqual([]);
    await bench.call('taobao.tmc.user.permit', { topics: 'taobao_refund_RefundCreated' });
    bench.simulator.change((store, nowMs, timings) => happenings.askRefund(store, { oid: tid }, nowMs, timings));
    await bench.call('taobao.trade.memo.update', { tid, memo: 'x' });
    expect((await consume()).map((row: { topic: string }) => row.topic)).toEqual(['taobao_refund_RefundCreated']);
  });
});
