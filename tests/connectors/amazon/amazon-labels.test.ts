import { describe, expect, it } from 'vitest';
import type { PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import { kindOfLabel } from '../../../src-main/core/label/label-kind.ts';
import type { EffectOf } from '../../../src-main/core/order/effects.ts';
import type { ParcelId } from '../../../src-main/core/shared/ids.ts';
import { withdrawRole } from '../../../src-main/demo/amazon/happenings.ts';
import { type AmazonBench, makeAmazonBench, SHIP_FROM } from './amazon-bench.ts';
import { MEASURE } from './amazon-effects.ts';

const CHINA = {
  ...SHIP_FROM,
  shipFromCity: 'Shenzhen',
  shipFromState: 'GD',
  shipFromPostcode: '518000',
  shipFromCountry: 'CN',
};
const PARCEL = '0197f000-0000-7000-8000-000000000000:1' as ParcelId;

async function chosen(connector: PlatformConnector, remoteId: string): Promise<EffectOf<'buy-label'>> {
  const { offers } = await connector.labelOffers(remoteId, MEASURE, null);
  return { kind: 'buy-label', remoteId, parcelId: PARCEL, offer: offers[0]!, measure: MEASURE, items: null };
}

async function fetched(connector: PlatformConnector, remoteId: string) {
  const request = await connector.requestLabel(remoteId);
  if (request.kind !== 'requested') throw new Error(JSON.stringify(request));
  return await connector.fetchLabel(remoteId, request.ticket);
}

const bought = (bench: AmazonBench, orderId: string) => bench.book(orderId).effects.labelsBought;

describe('labels of Shipping v2', () => {
  it.each([
    ['PDF', 'pdf'],
    ['PNG', 'png'],
    ['ZPL203', 'zpl'],
    ['ZPL300', 'zpl'],
  ])('are bought and come as %s, as often as wanted', async (labelFormat, kind) => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    const connector = bench.connect({ labelFormat });
    expect(await connector.requestLabel(orderId)).toMatchObject({ kind: 'not-ready', code: 'label-not-bought' });
    const effect = await chosen(connector, orderId);
    expect(effect.offer).toMatchObject({ id: 'v2:USPS:USPS_PTP_GND_ADV', carrier: 'USPS', price: { currency: 'USD' } });
    expect(await connector.push(effect, 'k')).toEqual({ kind: 'done' });
    for (let time = 0; time < 2; time += 1) {
      const label = await fetched(connector, orderId);
      if (label.kind !== 'ready') throw new Error(JSON.stringify(label));
      expect([label.document.kind, kindOfLabel(label.document.bytes)]).toEqual([kind, kind]);
      expect(label.tracking).toEqual({
        trackingNumber: bench.book(orderId).packages[0]!.facts.trackingNumber,
        carrier: 'USPS',
      });
    }
    expect(bought(bench, orderId)).toBe(1);
  });

  it('confirm the order by themselves: their number is not pushed', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    await bench.connector.push(await chosen(bench.connector, orderId), 'k');
    const label = await fetched(bench.connector, orderId);
    if (label.kind !== 'ready') throw new Error(JSON.stringify(label));
    const { trackingNumber = '' } = label.tracking ?? {};
    const push = {
      kind: 'push-tracking',
      remoteId: orderId,
      parcelId: PARCEL,
      trackingNumber,
      carrier: 'USPS',
    } as const;
    const effect = { ...push, items: null, isLast: true, replaces: null };
    expect(await bench.connector.push(effect, 'p')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(effect, 'p')).toEqual({ kind: 'done' });
    expect(bench.book(orderId).effects.confirmations.map(({ via }) => via)).toEqual(['shipping-v2']);
  });

  it('leave the order on the desk until a carrier has seen the parcel', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    await bench.connector.push(await chosen(bench.connector, orderId), 'k');
    bench.pass(bench.settleMs);
    expect((await bench.connector.get(orderId))?.facts).toMatchObject({ stage: 'to-hand-over', rawStatus: 'SHIPPED' });
    expect((await bench.connector.pull(null)).snapshots).toEqual([]);
    expect((await bench.connect().get(orderId))?.facts.stage).toBe('declared');
    bench.simulator.happen((store) => void (store.orderInBooks(orderId).packages[0]!.status = 'IN_TRANSIT'));
    expect((await bench.connector.get(orderId))?.facts.stage).toBe('in-transit');
  });

  it('are never dearer than agreed, and never of a service that is gone', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    const effect = await chosen(bench.connector, orderId);
    const price = { minor: effect.offer.price!.minor - 1, currency: 'USD' };
    const dearer = { ...effect, offer: { ...effect.offer, price } };
    expect(await bench.connector.push(dearer, 'k')).toEqual({ kind: 'rejected', code: 'price-changed' });
    const gone = { ...effect, offer: { ...effect.offer, id: 'v2:DHL:X' } };
    expect(await bench.connector.push(gone, 'k')).toEqual({ kind: 'rejected', code: 'offer-gone' });
    expect(await bench.connector.push({ ...effect, offer: { ...effect.offer, price: null } }, 'k')).toEqual({
      kind: 'rejected',
      code: 'price-unknown',
    });
    bench.pass(24 * 3_600_000);
    expect(await bench.connector.push(effect, 'k')).toEqual({ kind: 'done' });
    expect(bought(bench, orderId)).toBe(1);
  });

  it('whose answer was lost are found on the order, and the lost answer is asked for again without buying', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    const effect = await chosen(bench.connector, orderId);
    bench.fault('timeout-after-write', 'writes', 1);
    expect((await bench.connector.push(effect, 'k')).kind).toBe('unknown');
    expect(await bench.connector.confirm(effect, 'k')).toMatchObject({ kind: 'pending' });
    expect(await bench.connector.push(effect, 'k')).toMatchObject({ kind: 'accepted' });
    bench.clearFaults();
    bench.pass(bench.settleMs);
    expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.push(effect, 'k')).toEqual({ kind: 'done' });
    expect((await fetched(bench.connector, orderId)).kind).toBe('ready');
    expect(bought(bench, orderId)).toBe(1);
  });

  it('are bought again for another key, as the seller wants', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add({ items: [['MUG-MOON-350', 2]] });
    const [line] = bench.book(orderId).lines;
    const items = [{ lineRemoteId: line!.orderItemId, remoteSku: line!.sku, quantity: 1 }];
    const effect = { ...(await chosen(bench.connector, orderId)), items };
    await bench.connector.push(effect, 'a');
    await bench.connector.push({ ...effect, parcelId: PARCEL.replace(':1', ':2') as ParcelId }, 'b');
    expect(bought(bench, orderId)).toBe(2);
    expect(bench.book(orderId).packages).toHaveLength(2);
  });

  it('cannot be bought without an address of our own', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    const effect = await chosen(bench.connector, orderId);
    const homeless = bench.connect({ shipFromCity: '' });
    await expect(homeless.labelOffers(orderId, MEASURE, null)).rejects.toMatchObject({
      outcome: { kind: 'rejected', code: 'setting-needed:shipFrom' },
    });
    expect(await homeless.push(effect, 'k')).toEqual({ kind: 'rejected', code: 'setting-needed:shipFrom' });
  });
});

describe('labels of Merchant Fulfillment', () => {
  it.each([
    ['PDF', 'pdf'],
    ['ZPL203', 'zpl'],
  ])('serve what starts in China, with a word for customs, as %s', async (labelFormat, kind) => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    const connector = bench.connect({ ...CHINA, labelFormat });
    const effect = await chosen(connector, orderId);
    expect(effect.offer).toMatchObject({ id: 'mfn:YANWEN_TRACKED', carrier: 'Yanwen' });
    expect(await connector.push(effect, 'k')).toEqual({ kind: 'done' });
    expect(await connector.push(effect, 'k')).toEqual({ kind: 'done' });
    const label = await fetched(connector, orderId);
    if (label.kind !== 'ready') throw new Error(JSON.stringify(label));
    expect([label.document.kind, label.tracking?.carrier]).toEqual([kind, 'Yanwen']);
    expect(bought(bench, orderId)).toBe(1);
  });

  it('are looked for after a lost answer and never bought twice; the label lies in Seller Central then', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    const connector = bench.connect(CHINA);
    const effect = await chosen(connector, orderId);
    bench.simulator.faults.add({ kind: 'timeout-after-write', path: '/mfn/v0/shipments', count: 1 });
    expect((await connector.push(effect, 'k')).kind).toBe('unknown');
    expect(await connector.push(effect, 'k')).toMatchObject({ kind: 'accepted' });
    bench.pass(bench.settleMs);
    expect(await connector.confirm(effect, 'k')).toEqual({ kind: 'done' });
    expect(await fetched(connector, orderId)).toEqual({ kind: 'failed', code: 'label-only-in-seller-centre' });
    expect(bought(bench, orderId)).toBe(1);
  });

  it('that surely failed are bought with the next try', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    const connector = bench.connect(CHINA);
    const effect = await chosen(connector, orderId);
    bench.simulator.faults.add({ kind: 'rate-limit', path: '/mfn/v0/shipments', count: 1 });
    expect(await connector.push(effect, 'k')).toMatchObject({ kind: 'rate-limited' });
    bench.simulator.faults.add({ kind: 'error-503', path: '/mfn/v0/shipments', count: 1 });
    expect(await connector.push(effect, 'k')).toMatchObject({ kind: 'unknown' });
    bench.pass(bench.settleMs);
    expect(await connector.confirm(effect, 'k')).toEqual({ kind: 'not-done' });
    expect(await connector.push(effect, 'k')).toEqual({ kind: 'done' });
    expect(bought(bench, orderId)).toBe(1);
  });

  it('are refused without the role', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    const connector = bench.connect(CHINA);
    const effect = await chosen(connector, orderId);
    bench.simulator.happen((store) => withdrawRole(store, 'direct-to-consumer-shipping'));
    expect(await connector.push(effect, 'k')).toEqual({ kind: 'rejected', code: 'missing-role' });
  });
});
