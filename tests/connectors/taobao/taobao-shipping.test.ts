import { describe, expect, it } from 'vitest';
import type { EffectOf } from '../../../src-main/core/order/effects.ts';
import * as happenings from '../../../src-main/demo/taobao/happenings.ts';
import { makeTaobaoBench } from './taobao-bench.ts';
import { tracking, ztoNumber } from './taobao-effects.ts';

const THREE: readonly (readonly [string, number])[] = [
  ['MUG-CELADON-350', 1],
  ['NAPK-SAGE-4', 2],
  ['STAND-NAT', 1],
];
const items = (...oids: string[]) => oids.map((oid) => ({ lineRemoteId: oid, remoteSku: '', quantity: 1 }));

describe('shipping with Taobao', () => {
  it('once split is always split, and each part has its number', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add({ lines: THREE });
    const [first, second, third] = trade.orders.map((order) => order.oid) as [string, string, string];
    const one = tracking(trade, { items: items(second), isLast: false });
    expect(await bench.connector.push(one, 'k1')).toEqual({ kind: 'done' });
    expect((await bench.connector.get(trade.tid))?.facts.stage).toBe('to-hand-over');
    const rest = tracking(trade);
    expect(await bench.connector.push(rest, 'k2')).toEqual({ kind: 'done' });
    const { facts } = (await bench.connector.get(trade.tid))!;
    expect(facts.stage).toBe('declared');
    const inside = facts.remoteParcels.map((one) => [one.trackingNumber, one.items?.map((item) => item.lineRemoteId)]);
    expect(inside).toEqual([
      [rest.trackingNumber, [first, third]],
      [one.trackingNumber, [second]],
    ]);
    for (const effect of [one, rest]) expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'done' });
  });

  it('puts a number right, of all or of a part', async () => {
    const bench = await makeTaobaoBench(0);
    const whole = bench.add();
    const wrong = tracking(whole);
    await bench.connector.push(wrong, 'k1');
    const replaces = { trackingNumber: wrong.trackingNumber, carrier: 'ZTO' };
    const right = tracking(whole, { replaces });
    expect(await bench.connector.push(right, 'k2')).toEqual({ kind: 'done' });
    expect(bench.book(whole.tid)).toMatchObject({ effects: { sends: 1, resends: 1 } });
    const parts = bench.add({ lines: THREE });
    const part = tracking(parts, { items: items(parts.orders[0]!.oid) });
    await bench.connector.push(part, 'k3');
    const mended = {
      ...part,
      trackingNumber: ztoNumber(),
      replaces: { trackingNumber: part.trackingNumber, carrier: 'ZTO' },
    };
    expect(await bench.connector.push(mended, 'k4')).toEqual({ kind: 'done' });
    expect(bench.book(parts.tid).parcels.map((parcel) => parcel.outSid)).toEqual([mended.trackingNumber]);
  });

  it('puts the carrier alone right', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    const sent = tracking(trade, { trackingNumber: 'SF1234567890123', carrier: 'POST' });
    expect(await bench.connector.push(sent, 'k1')).toEqual({ kind: 'done' });
    const right = { ...sent, carrier: 'SF', replaces: { trackingNumber: sent.trackingNumber, carrier: 'POST' } };
    expect(await bench.connector.confirm(right, 'k2')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(right, 'k2')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(right, 'k2')).toEqual({ kind: 'done' });
    expect(bench.book(trade.tid).parcels[0]?.companyCode).toBe('SF');
  });

  it.each<[string, Partial<EffectOf<'push-tracking'>>, string]>([
    ['a number that the carrier cannot have', { trackingNumber: '123' }, 'number-refused'],
    ['a carrier that nobody knows', { carrier: 'PIGEON' }, 'carrier-unknown'],
    ['a number that is judged fake', { trackingNumber: '78000000009999' }, 'number-judged-fake'],
  ])('asks the seller about %s', async (_name, over, code) => {
    const bench = await makeTaobaoBench(0);
    bench.simulator.change((store) => void (store.world.judgedNumbers['78000000009999'] = 'F02'));
    expect(await bench.connector.push(tracking(bench.add(), over), 'k')).toEqual({ kind: 'rejected', code });
  });

  it('ships nothing that a refund is asked for, and the rest of the trade all the same', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add({ lines: THREE });
    const [first, second, third] = trade.orders.map((order) => order.oid) as [string, string, string];
    bench.simulator.change((store, nowMs, timings) => happenings.askRefund(store, { oid: second }, nowMs, timings));
    expect(await bench.connector.push(tracking(trade), 'k')).toEqual({ kind: 'rejected', code: 'refund-open' });
    expect(await bench.connector.push(tracking(trade, { items: items(first, third) }), 'k')).toEqual({ kind: 'done' });
    expect(bench.book(trade.tid).effects.shippedDespiteRefund).toBe(0);
  });

  it('takes what the seller did on the web for done, and never ships twice', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    const effect = tracking(trade);
    await bench.connector.push(effect, 'k');
    expect(await bench.connector.push(effect, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.push(tracking(trade), 'other')).toEqual({ kind: 'rejected', code: 'already-shipped' });
    expect(bench.book(trade.tid).effects.sends).toBe(1);
  });

  it('offers the carriers that the order may go with, and their numbers', async () => {
    const bench = await makeTaobaoBench(0);
    const free = await bench.connector.carriers(bench.add().tid);
    expect(free.find((one) => one.code === 'YTO')).toEqual({
      code: 'YTO',
      name: '圆通速递',
      numberPattern: '^(YT[0-9]{13}|YT[0-9]{15})$',
      isSuggested: false,
    });
    const rule = {
      kind: 2,
      whiteCompanies: ['SF', 'ZTO'],
      blackCompanies: [],
      promiseOutboundMs: null,
      promiseCollectMs: null,
    } as const;
    const bound = bench.add(
      {},
      (trade) => void (trade.deliveryRule = { ...rule, whiteCompanies: ['SF', 'ZTO'], blackCompanies: [] }),
    );
    expect((await bench.connector.carriers(bound.tid)).map((one) => [one.code, one.isSuggested])).toEqual([
      ['SF', true],
      ['ZTO', true],
    ]);
    await expect(bench.connector.carriers('9007199254740993')).rejects.toMatchObject({
      outcome: { code: 'order-unknown' },
    });
  });

  it('closes what nobody paid, and nothing else', async () => {
    const bench = await makeTaobaoBench(0);
    const paid = bench.add();
    const unpaid = bench.add({ isPaid: false, createdMs: bench.nowMs() - 3_000 });
    expect(await bench.connector.cancelReasons(paid.tid)).toEqual([]);
    expect(await bench.connector.cancelReasons(unpaid.tid)).toHaveLength(7);
    const cancel = (tid: string, reasonId: string) =>
      bench.connector.push({ kind: 'cancel', remoteId: tid, reasonId, message: '' }, 'k');
    expect(await cancel(paid.tid, '5')).toEqual({ kind: 'rejected', code: 'paid-needs-refund' });
    expect(await cancel(unpaid.tid, '99')).toEqual({ kind: 'rejected', code: 'cancel-reason-invalid' });
    expect(await cancel(unpaid.tid, '5')).toEqual({ kind: 'retry', code: 'CLOSE_TRADE_TOO_FAST', afterMs: 15_000 });
    bench.pass(15_000);
    expect(await cancel(unpaid.tid, '5')).toEqual({ kind: 'done' });
  });

  it('sets the stock of a listing without variants', async () => {
    const bench = await makeTaobaoBench(0);
    const lamp = bench.simulator.world().items.find((item) => item.outerId === 'LAMP')!;
    const effect = { kind: 'push-stock', remoteId: lamp.numIid, sku: 'LAMP', quantity: 0 } as const;
    expect(await bench.connector.push(effect, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'done' });
    expect(bench.simulator.world().items.find((item) => item.outerId === 'LAMP')?.skus[0]?.quantity).toBe(0);
    expect(await bench.connector.push({ ...effect, remoteId: 'mug' }, 'k')).toEqual({
      kind: 'rejected',
      code: 'listing-invalid',
    });
  });
});
