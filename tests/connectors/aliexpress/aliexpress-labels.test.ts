import { describe, expect, it } from 'vitest';
import type { EffectOf } from '../../../src-main/core/order/effects.ts';
import { type AliBench, makeAliBench } from './aliexpress-bench.ts';

type Buy = EffectOf<'buy-label'>;

const MEASURE = { weightGrams: 300, lengthMm: 200, widthMm: 150, heightMm: 80 };
const CREATE = '/sync/aliexpress.logistics.order.createorder';

async function ready(bench: AliBench): Promise<Buy> {
  const effect = await bench.ready('buy-label');
  if (effect.kind !== 'buy-label') throw new Error('no purchase');
  return effect;
}

const waybills = (bench: AliBench, remoteId: string) =>
  bench.simulator.world().waybills.filter((waybill) => waybill.orderId === remoteId);

describe('labels of AliExpress online shipping', () => {
  it('are offered with price, speed and a word about the buyer’s choice', async () => {
    const bench = await makeAliBench(0);
    const { orderId } = bench.add({ country: 'US', logisticsType: 'CAINIAO_STANDARD', items: [['MUG-MOON-350', 2]] });
    const { offers, refused } = await bench.connector.labelOffers(orderId, MEASURE, null);
    expect(refused).toEqual([]);
    expect(offers.find((offer) => offer.id === 'CAINIAO_STANDARD_TS_12350032')).toEqual({
      id: 'CAINIAO_STANDARD_TS_12350032',
      carrier: 'CAINIAO_STANDARD',
      service: 'AliExpress 无忧物流-标准',
      price: { minor: 4_580, currency: 'CNY' },
      deliverByMs: null,
      timeliness: '15-45天',
      isBuyersChoice: true,
      warnings: [],
    });
    expect(offers.find((offer) => offer.id === 'ZHONG_YOU_EUB_ONLINE')).toMatchObject({
      carrier: 'EMS_ZX_ZX_US',
      isBuyersChoice: false,
      warnings: ['not-buyers-choice'],
    });
  });

  it('ask for British orders under the platform’s own country code', async () => {
    const bench = await makeAliBench(0);
    const { orderId } = bench.add({ country: 'UK' });
    const { offers } = await bench.connector.labelOffers(orderId, MEASURE, null);
    expect(offers.map((offer) => offer.carrier)).toContain('EMS_ZX_ZX_US');
  });

  it('warn of a line below the platform’s shipping rule', async () => {
    const bench = await makeAliBench(0);
    const { orderId } = bench.add({ country: 'ES', logisticsType: 'CAINIAO_ECONOMY', items: [['MUG-MOON-350', 3]] });
    const { offers } = await bench.connector.labelOffers(orderId, MEASURE, null);
    expect(offers.find((offer) => offer.carrier === 'CAINIAO_ECONOMY')).toMatchObject({
      isBuyersChoice: true,
      warnings: ['below-platform-rule'],
    });
  });

  it.each([
    [{ weightGrams: 2_100 }, 'over-2-kg'],
    [{ lengthMm: 610 }, 'side-over-60-cm'],
    [{ lengthMm: 400, widthMm: 300, heightMm: 210 }, 'sides-over-90-cm'],
  ])('are none for %j', async (change, code) => {
    const bench = await makeAliBench(0);
    const { orderId } = bench.add();
    expect(await bench.connector.labelOffers(orderId, { ...MEASURE, ...change }, null)).toEqual({
      offers: [],
      refused: [{ service: '*', code }],
    });
  });

  it('are bought, waited for and fetched with their number', async () => {
    const bench = await makeAliBench(0);
    const effect = await ready(bench);
    expect(await bench.connector.requestLabel(effect.remoteId)).toMatchObject({
      kind: 'not-ready',
      code: 'label-not-bought',
    });
    expect(await bench.connector.push(effect, 'k1')).toEqual({ kind: 'done' });
    const request = await bench.connector.requestLabel(effect.remoteId);
    if (request.kind !== 'requested') throw new Error(JSON.stringify(request));
    expect(await bench.connector.fetchLabel(effect.remoteId, request.ticket)).toMatchObject({ kind: 'pending' });
    bench.pass(31_000);
    const label = await bench.connector.fetchLabel(effect.remoteId, request.ticket);
    if (label.kind !== 'ready') throw new Error(JSON.stringify(label));
    const [waybill] = waybills(bench, effect.remoteId);
    expect(label.tracking).toEqual({ trackingNumber: waybill?.internationalNo, carrier: 'CAINIAO_STANDARD' });
    expect(new TextDecoder('latin1').decode(label.document.bytes.subarray(0, 5))).toBe('%PDF-');
    expect(waybill).toMatchObject({ isReceiverEdited: false, honoursChoice: true, pickupType: 'SELF_POST' });
    expect(waybill?.declared[0]).toMatchObject({ cnName: '日用品' });
    expect(await bench.connector.fetchLabel(effect.remoteId, '12345')).toMatchObject({ code: 'ticket-gone' });
  });

  it('are paid for once, also after a lost answer, a restart or a second try', async () => {
    const bench = await makeAliBench(0);
    const effect = await ready(bench);
    bench.simulator.faults.add({ kind: 'timeout-after-write', path: CREATE, count: 1 });
    expect(await bench.connector.push(effect, 'k1')).toMatchObject({ kind: 'unknown' });
    expect(await bench.connector.push(effect, 'k1')).toEqual({ kind: 'done' });
    bench.notebook.pages.delete(`waybills:${effect.remoteId}`);
    expect(await bench.connector.push(effect, 'k1')).toEqual({ kind: 'done' });
    expect(waybills(bench, effect.remoteId)).toHaveLength(1);
    // Another parcel of the same order is another purchase.
    expect(await bench.connector.push(effect, 'k2')).toEqual({ kind: 'done' });
    expect(waybills(bench, effect.remoteId)).toHaveLength(2);
  });

  it('whose purchase nobody saw is not made again before it is settled', async () => {
    const bench = await makeAliBench(0);
    const effect = await ready(bench);
    bench.simulator.faults.add({ kind: 'timeout-before-write', path: CREATE, count: 1 });
    expect(await bench.connector.push(effect, 'k1')).toMatchObject({ kind: 'unknown' });
    expect(await bench.connector.confirm(effect, 'k1')).toMatchObject({ kind: 'pending' });
    expect(await bench.connector.push(effect, 'k1')).toEqual({ kind: 'unknown', code: 'purchase-unsettled' });
    bench.pass(bench.settleMs);
    expect(await bench.connector.confirm(effect, 'k1')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(effect, 'k1')).toEqual({ kind: 'done' });
    expect(waybills(bench, effect.remoteId)).toHaveLength(1);
  });

  it('of another line that stand already are not bought over', async () => {
    const bench = await makeAliBench(0);
    const effect = await ready(bench);
    await bench.connector.push({ ...effect, offer: { ...effect.offer, id: 'CPAM_WLB_CPAMSZ' } }, 'k1');
    bench.notebook.pages.clear();
    const fresh = bench.connect();
    expect(await fresh.push(effect, 'k2')).toEqual({ kind: 'rejected', code: 'waybill-exists:CPAM_WLB_CPAMSZ' });
  });

  it('go by the older call where the platform has switched off the newer one', async () => {
    const bench = await makeAliBench(0);
    bench.simulator.changeApp({ switchedOff: ['aliexpress.logistics.order.createorder'] });
    const { orderId } = bench.add({ country: 'UK' });
    const effect = { ...(await ready(bench)), remoteId: orderId };
    expect(await bench.connector.push(effect, 'k1')).toEqual({ kind: 'done' });
    expect(waybills(bench, orderId)).toMatchObject([{ domesticNo: 'NONE', receiver: { country: 'UK' } }]);
  });

  it('want the addresses of the seller, the chosen ones first', async () => {
    const bench = await makeAliBench(0);
    const effect = await ready(bench);
    const settings = { pickupType: 'DOOR_PICKUP', senderAddressId: '777' };
    expect(await bench.connect(settings).push(effect, 'k1')).toEqual({ kind: 'rejected', code: 'waybill-refused:10' });
    expect(await bench.connect({ pickupType: 'DOOR_PICKUP' }).push(effect, 'k1')).toEqual({ kind: 'done' });
    expect(waybills(bench, effect.remoteId)).toMatchObject([{ pickupType: 'DOOR_PICKUP', undeliverableDecision: 0 }]);
  });

  it('fail with a code when the platform cannot make them', async () => {
    const bench = await makeAliBench(0);
    const effect = await ready(bench);
    await bench.connector.push(effect, 'k1');
    bench.pass(31_000);
    const [waybill] = waybills(bench, effect.remoteId);
    const path = '/sync/aliexpress.logistics.redefining.getprintinfo';
    bench.simulator.faults.add({ kind: 'label-error', path });
    expect(await bench.connector.fetchLabel(effect.remoteId, waybill?.waybillId ?? '')).toEqual({
      kind: 'failed',
      code: 'label-unreadable',
    });
  });
});
