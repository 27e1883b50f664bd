import { describe, expect, it } from 'vitest';
import type { EffectItem, EffectOf } from '../../../src-main/core/order/effects.ts';
import type { ParcelId } from '../../../src-main/core/shared/ids.ts';
import type { AliOrder } from '../../../src-main/demo/aliexpress/order.ts';
import { makeAliBench } from './aliexpress-bench.ts';

type Push = EffectOf<'push-tracking'>;

const TWO_LINES = {
  items: [
    ['MUG-MOON-350', 2],
    ['COMB-BEECH-18', 1],
  ] as const,
};
const SHIPMENT = '/sync/aliexpress.logistics.order.shipment';

const push = ({ orderId: remoteId }: AliOrder, change: Partial<Push> = {}): Push => ({
  kind: 'push-tracking',
  remoteId,
  parcelId: `${remoteId}:1` as ParcelId,
  trackingNumber: 'UB123456785YP',
  carrier: 'CAINIAO_STANDARD',
  items: null,
  isLast: true,
  replaces: null,
  ...change,
});

const itemOf = (order: AliOrder, index: number, quantity = order.lines[index]!.quantity): EffectItem => {
  const { childId, productId } = order.lines[index]!;
  return { lineRemoteId: childId, remoteSku: productId, quantity };
};

describe('declaring AliExpress parcels', () => {
  it('offers the carriers of the platform, the buyer’s first, with patterns for the whole number', async () => {
    const bench = await makeAliBench(0);
    const { orderId } = bench.add({ logisticsType: 'YANWEN_JYT' });
    const [first, ...others] = await bench.connector.carriers(orderId);
    expect(first).toMatchObject({ code: 'YANWEN_JYT', isSuggested: true });
    expect(new RegExp(`^(?:${first?.numberPattern})$`).test('UG12345678901234')).toBe(true);
    expect(new RegExp(`^(?:${first?.numberPattern})$`).test('1234567')).toBe(false);
    expect(others.every((one) => !one.isSuggested)).toBe(true);
    expect(others.map((one) => one.code)).toContain('OTHER|Other|https://t.17track.net');
  });

  it('splits an order line by line, and the last parcel ends it', async () => {
    const bench = await makeAliBench(0);
    const order = bench.add(TWO_LINES);
    const first = push(order, { items: [itemOf(order, 0, 1)], isLast: false });
    const second = push(order, {
      trackingNumber: 'UB999999995YP',
      items: [itemOf(order, 0, 1), itemOf(order, 1)],
      isLast: true,
    });
    expect(await bench.connector.push(first, 'a')).toEqual({ kind: 'done' });
    expect(bench.book(order.orderId).status).toBe('SELLER_PART_SEND_GOODS');
    expect((await bench.connector.get(order.orderId))?.facts).toMatchObject({
      stage: 'to-hand-over',
      remoteParcels: [{ trackingNumber: 'UB123456785YP', carrier: 'CAINIAO_STANDARD' }],
    });
    expect(await bench.connector.confirm(second, 'b')).toEqual({ kind: 'not-done' });
    expect(await bench.connector.push(second, 'b')).toEqual({ kind: 'done' });
    expect(bench.book(order.orderId)).toMatchObject({
      status: 'WAIT_BUYER_ACCEPT_GOODS',
      shipments: [
        { sortId: 1, sendType: 'part' },
        { sortId: 1, sendType: 'all' },
        { sortId: 2, sendType: 'all' },
      ],
    });
  });

  it('closes with the last parcel the lines that earlier ones left open', async () => {
    const bench = await makeAliBench(0);
    const order = bench.add(TWO_LINES);
    await bench.connector.push(push(order, { items: [itemOf(order, 0, 1)], isLast: false }), 'a');
    await bench.connector.push(
      push(order, { items: [itemOf(order, 0, 1)], isLast: false, trackingNumber: 'UB2222222225YP' }),
      'b',
    );
    await bench.connector.push(push(order, { items: [itemOf(order, 1)], trackingNumber: 'UB3333333335YP' }), 'c');
    expect(bench.book(order.orderId).status).toBe('WAIT_BUYER_ACCEPT_GOODS');
  });

  it('declares part of an order without lines as a part', async () => {
    const bench = await makeAliBench(0);
    const order = bench.add(TWO_LINES);
    await bench.connector.push(push(order, { isLast: false }), 'a');
    expect(bench.book(order.orderId).status).toBe('SELLER_PART_SEND_GOODS');
  });

  it('finds out which line of a parcel was refused', async () => {
    const bench = await makeAliBench(0);
    const order = bench.add(TWO_LINES);
    const effect = push(order, { items: [itemOf(order, 0), itemOf(order, 1)] });
    bench.simulator.faults.add({ kind: 'partial-failure', path: SHIPMENT, count: 1 });
    expect(await bench.connector.push(effect, 'a')).toEqual({ kind: 'rejected', code: 'SYSTEM_ERROR' });
    expect(await bench.connector.confirm(effect, 'a')).toEqual({ kind: 'not-done' });
  });

  it.each([
    ['the whole order', null],
    ['a line', 0],
  ] as const)('corrects the number of %s', async (_what, index) => {
    const bench = await makeAliBench(0);
    const order = bench.add(TWO_LINES);
    const items = index === null ? null : [itemOf(order, index)];
    const isLast = index === null;
    await bench.connector.push(push(order, { items, isLast }), 'a');
    const corrected = push(order, {
      items,
      isLast,
      trackingNumber: 'LZ123456785CN',
      carrier: 'EMS_ZX_ZX_US',
      replaces: { trackingNumber: 'UB123456785YP', carrier: null },
    });
    expect(await bench.connector.push(corrected, 'b')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(corrected, 'b')).toEqual({ kind: 'done' });
    expect(bench.book(order.orderId).shipments).toMatchObject([
      { logisticsNo: 'LZ123456785CN', serviceName: 'EMS_ZX_ZX_US' },
    ]);
  });

  it('declares a corrected number whose first one never arrived', async () => {
    const bench = await makeAliBench(0);
    const order = bench.add();
    const effect = push(order, { replaces: { trackingNumber: 'UB000000005YP', carrier: 'CAINIAO_STANDARD' } });
    expect(await bench.connector.push(effect, 'a')).toEqual({ kind: 'done' });
    expect(bench.book(order.orderId).effects.declared).toHaveLength(1);
  });

  it.each([null, 0] as const)(
    'tells the carrier and its page for services that are none of the platform’s (%s)',
    async (index) => {
      const bench = await makeAliBench(0);
      const order = bench.add();
      const items = index === null ? null : [itemOf(order, index)];
      const carrier = 'OTHER|Correos|https://www.correos.es/track?x=1|2';
      expect(await bench.connector.push(push(order, { carrier, items, trackingNumber: 'AB12-3456' }), 'a')).toEqual({
        kind: 'done',
      });
      expect(bench.book(order.orderId).shipments[0]).toMatchObject({
        serviceName: 'OTHER',
        actualCarrier: 'Correos',
        trackingWebsite: 'https://www.correos.es/track?x=1|2',
      });
    },
  );

  it('tells why a number is refused, and gives up on an order that was cancelled', async () => {
    const bench = await makeAliBench(0);
    const order = bench.add();
    const bad = push(order, { carrier: 'EMS_ZX_ZX_US' });
    expect(await bench.connector.push(bad, 'a')).toEqual({ kind: 'rejected', code: 'LOGISTICS_NO_ERROR' });
    expect(await bench.connector.push(push(order, { carrier: null }), 'a')).toMatchObject({ code: 'carrier-missing' });
    bench.simulator.faults.add({ kind: 'text-booleans', path: '/sync/*' });
    const fine = push(order);
    expect(await bench.connector.push(fine, 'a')).toEqual({ kind: 'done' });
    const other = bench.add();
    bench.simulator.askToCancel(other.orderId);
    bench.simulator.move(other.orderId, 'acceptCancel');
    expect(await bench.connector.push(push(other), 'b')).toEqual({ kind: 'rejected', code: 'ORDER_STATUS_ERROR' });
    expect(await bench.connector.confirm(push(other), 'b')).toEqual({ kind: 'failed', code: 'order-cancelled' });
  });

  it('knows no other effects', async () => {
    const bench = await makeAliBench(0);
    const { orderId } = bench.add();
    const cancel = { kind: 'cancel', remoteId: orderId, reasonId: '1', message: '' } as const;
    expect(await bench.connector.push(cancel, 'a')).toEqual({ kind: 'rejected', code: 'not-supported' });
    expect(await bench.connector.cancelReasons(orderId)).toEqual([]);
  });

  it('says which listing has no such SKU', async () => {
    const bench = await makeAliBench(0);
    const effect = { kind: 'push-stock', remoteId: '1005004000000000', sku: 'NO-SUCH', quantity: 3 } as const;
    expect(await bench.connector.push(effect, 'a')).toEqual({ kind: 'rejected', code: 'F00-00-10007-000' });
    expect(await bench.connector.confirm(effect, 'a')).toEqual({ kind: 'failed', code: 'listing-unknown' });
  });
});
