import { describe, expect, it } from 'vitest';
import type { ParcelId } from '../../../src-main/core/shared/ids.ts';
import * as happenings from '../../../src-main/demo/taobao/happenings.ts';
import { makeTaobaoBench, type TaobaoBench } from './taobao-bench.ts';
import { buy, tracking } from './taobao-effects.ts';

const MEASURE = { weightGrams: 0, lengthMm: 0, widthMm: 0, heightMm: 0 };
const offersOf = async (bench: TaobaoBench, tid: string, settings = {}) =>
  (await bench.connect(settings).labelOffers(tid, MEASURE, null)).offers;
const taken = (bench: TaobaoBench) => bench.simulator.world().waybills;

describe('Cainiao waybills', () => {
  it('are offered by branch, without a price, the usable ones first', async () => {
    const bench = await makeTaobaoBench(0);
    const { tid } = bench.add();
    expect(await offersOf(bench, tid)).toMatchObject([
      { id: 'ZTO|57965|7650012', carrier: 'ZTO', service: 'ZTO · 义乌福田网点', price: null, warnings: [] },
      { id: 'YTO|579013|7650013', carrier: 'YTO', warnings: [] },
      { id: 'SF||7650014', carrier: 'SF', service: 'SF', warnings: [] },
    ]);
    expect((await offersOf(bench, tid, { waybillCarrier: 'YTO' }))[0]?.carrier).toBe('YTO');
    expect((await offersOf(bench, tid, { waybillBranch: '579013' }))[0]?.carrier).toBe('YTO');
  });

  it('warn of an empty balance, a carrier that is not allowed and an open refund', async () => {
    const bench = await makeTaobaoBench(0);
    const rule = {
      kind: 2 as const,
      whiteCompanies: ['YTO'],
      blackCompanies: [],
      promiseOutboundMs: null,
      promiseCollectMs: null,
    };
    const trade = bench.add({}, (one) => void (one.deliveryRule = rule));
    bench.simulator.change((store) => {
      for (const branch of store.world.subscriptions) if (branch.cpCode === 'ZTO') branch.quantity = 0;
    });
    const offers = await offersOf(bench, trade.tid);
    expect(offers.map((one) => [one.carrier, one.isBuyersChoice, one.warnings])).toEqual([
      ['YTO', true, []],
      ['ZTO', false, ['no-balance', 'carrier-not-allowed']],
      ['SF', false, ['carrier-not-allowed']],
    ]);
    bench.simulator.change((store, nowMs, timings) =>
      happenings.askRefund(store, { oid: trade.orders[0]!.oid }, nowMs, timings),
    );
    expect((await offersOf(bench, trade.tid))[0]?.warnings).toEqual(['refund-open']);
    expect(await bench.connector.push(buy(trade), 'k')).toEqual({ kind: 'rejected', code: 'refund-open' });
  });

  it('are taken with the OAID, printed from their own text, and declared with their number', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    expect(await bench.connector.requestLabel(trade.tid)).toMatchObject({
      kind: 'not-ready',
      code: 'label-not-bought',
    });
    const effect = buy(trade);
    expect(await bench.connector.push(effect, 'key-1')).toEqual({ kind: 'done' });
    const [waybill] = taken(bench);
    expect(waybill).toMatchObject({
      tradeOrders: [trade.tid],
      isEncrypted: true,
      templateUrl: 'http://cloudprint.cainiao.com/template/standard/290659',
      label: {
        sender: { name: '沈暖', mobile: '10055550088' },
        recipient: { name: trade.receiver.name },
        weightGrams: 420,
      },
    });
    const requested = await bench.connector.requestLabel(trade.tid);
    expect(requested).toEqual({ kind: 'requested', ticket: `ZTO:${waybill?.waybillCode}`, afterMs: 0 });
    if (requested.kind !== 'requested') return;
    const label = await bench.connector.fetchLabel(trade.tid, requested.ticket);
    if (label.kind !== 'ready') throw new Error(label.kind);
    expect(label.document.kind).toBe('cainiao');
    const text = new TextDecoder().decode(label.document.bytes);
    expect(text).toContain(waybill?.printData);
    expect(JSON.parse(text)).toEqual({
      contents: [JSON.parse(waybill?.printData ?? '')],
      waybillCode: waybill?.waybillCode,
      cpCode: 'ZTO',
    });
    expect(text).not.toContain(trade.receiver.name);
    expect(label.tracking).toEqual({ trackingNumber: waybill?.waybillCode, carrier: 'ZTO' });
    const push = tracking(trade, { trackingNumber: waybill?.waybillCode ?? '', carrier: 'ZTO' });
    expect(await bench.connector.push(push, 'key-2')).toEqual({ kind: 'done' });
  });

  it('of a trade with several parcels each have a number of their own', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add({
      lines: [
        ['MUG-MOON-350', 1],
        ['STAND-NAT', 2],
      ],
    });
    const [first, second] = trade.orders.map((one) => [{ lineRemoteId: one.oid, remoteSku: '', quantity: one.num }]);
    await bench.connector.push(buy(trade, { items: first ?? null }), 'k1');
    await bench.connector.push(buy(trade, { items: second ?? null, parcelId: `${trade.tid}:2` as ParcelId }), 'k2');
    expect(taken(bench).map((one) => [one.state, one.label.items.map((item) => item.count)])).toEqual([
      ['taken', [1]],
      ['taken', [2]],
    ]);
  });

  it('that are bought again give the first number back, unless it was used', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    await bench.connector.push(buy(trade), 'k1');
    await bench.connector.push(
      buy(trade, { offer: { id: 'YTO|579013|7650013', carrier: 'YTO', service: '', price: null } }),
      'k2',
    );
    expect(taken(bench).map((one) => [one.cpCode, one.state])).toEqual([
      ['ZTO', 'cancelled'],
      ['YTO', 'taken'],
    ]);
    const [, used] = taken(bench);
    await bench.connector.push(tracking(trade, { trackingNumber: used!.waybillCode, carrier: 'YTO' }), 'k3');
    expect(await bench.connector.push(buy(trade), 'k4')).toEqual({ kind: 'rejected', code: 'nothing-to-ship' });
    expect(taken(bench)[1]?.state).toBe('taken');
  });

  it('whose answer got lost are found again, over a restart too, and no second one is taken', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    bench.fault('timeout-after-write', 'writes', 1);
    expect((await bench.connector.push(buy(trade), 'k1')).kind).toBe('unknown');
    bench.clearFaults();
    const restarted = bench.connect();
    expect(await restarted.push(buy(trade), 'k1')).toEqual({ kind: 'done' });
    expect(taken(bench)).toHaveLength(1);
    expect(await restarted.requestLabel(trade.tid)).toMatchObject({ ticket: `ZTO:${taken(bench)[0]?.waybillCode}` });
  });

  it('are not mistaken for a number that another program took for the same trade', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    await bench.connect({}, { pages: new Map() }).push(buy(trade), 'theirs');
    bench.fault('timeout-before-write', 'writes', 1);
    expect((await bench.connector.push(buy(trade), 'ours')).kind).toBe('unknown');
    expect(await bench.connector.confirm(buy(trade), 'ours')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(buy(trade), 'ours')).toEqual({ kind: 'done' });
    expect(taken(bench)).toHaveLength(2);
  });

  it('that were refused claim no number that comes later', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    bench.simulator.faults.add({ kind: 'rate-limit', path: 'cainiao.waybill.ii.get', count: 1 });
    expect((await bench.connector.push(buy(trade), 'ours')).kind).toBe('rate-limited');
    await bench.connect({}, { pages: new Map() }).push(buy(trade), 'theirs');
    expect(await bench.connector.push(buy(trade), 'ours')).toEqual({ kind: 'done' });
    expect(taken(bench)).toHaveLength(2);
    expect(await bench.connector.requestLabel(trade.tid)).toMatchObject({
      ticket: `ZTO:${taken(bench)[1]?.waybillCode}`,
    });
  });

  it('carry the address of today, not the one that came with the order', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    await bench.connector.pull(null);
    bench.simulator.change((store, nowMs) => happenings.moveBuyer(store, trade.tid, { address: '人民东路9号' }, nowMs));
    await bench.connector.push(buy(trade), 'k');
    expect(taken(bench)[0]?.label.recipient.address.detail).toBe('人民东路9号');
  });

  it.each([
    ['without balance', { cpCode: 'ZTO', quantity: 0 }, {}, 'waybill-service-error:BALANCE_NOT_ENOUGH'],
    ['of a branch that is gone', null, { id: 'ZTO|1|2' }, 'rates-expired'],
  ])('%s are refused by name', async (_name, balance, offer, code) => {
    const bench = await makeTaobaoBench(0);
    if (balance !== null) {
      bench.simulator.change((store) => {
        for (const branch of store.world.subscriptions) if (branch.cpCode === balance.cpCode) branch.quantity = 0;
      });
    }
    const effect = buy(bench.add());
    const outcome = await bench.connector.push({ ...effect, offer: { ...effect.offer, ...offer } }, 'k');
    expect(outcome).toEqual({ kind: 'rejected', code });
  });

  it('of SF say what is inside and whose account pays', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    const offer = { id: 'SF||7650014', carrier: 'SF', service: 'SF', price: null };
    expect(
      await bench.connect({ senderName: '阿暖', senderMobile: '13900000000' }).push(buy(trade, { offer }), 'k'),
    ).toEqual({
      kind: 'done',
    });
    expect(taken(bench)[0]).toMatchObject({ cpCode: 'SF', brandCode: 'SF', label: { sender: { name: '阿暖' } } });
  });

  it.each(['', 'nonsense', 'ZTO:'])('a ticket like "%s" is asked for again', async (ticket) => {
    const bench = await makeTaobaoBench(0);
    expect(await bench.connector.fetchLabel('1', ticket)).toMatchObject({
      kind: 'not-ready',
      code: 'ticket-unreadable',
    });
  });

  it('that were cancelled elsewhere have no label', async () => {
    const bench = await makeTaobaoBench(0);
    const trade = bench.add();
    await bench.connector.push(buy(trade), 'k');
    bench.simulator.change((store) => void (store.world.waybills[0]!.state = 'cancelled'));
    const ticket = `ZTO:${taken(bench)[0]?.waybillCode}`;
    expect(await bench.connector.fetchLabel(trade.tid, ticket)).toEqual({ kind: 'failed', code: 'waybill-gone' });
  });
});
