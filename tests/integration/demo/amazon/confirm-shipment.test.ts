import { describe, expect, it } from 'vitest';
import { cancelByBuyer } from '../../../../src-main/demo/amazon/happenings.ts';
import type { AmazonOrder } from '../../../../src-main/demo/amazon/order.ts';
import {
  confirmation,
  confirmPath,
  day,
  hour,
  minute,
  newOrder,
  searchPath,
  startAmazon,
  usefulData,
  type Bench,
} from './support/start-amazon.ts';

async function withOrder(
  change: (order: AmazonOrder) => void = () => undefined,
): Promise<{ bench: Bench; order: AmazonOrder }> {
  const bench = await startAmazon();
  const order = newOrder();
  change(order);
  bench.simulator.addOrder(order);
  return { bench, order };
}

async function shown(bench: Bench, order: AmazonOrder) {
  return (await bench.get(`${searchPath}/${order.orderId}`, { includedData: usefulData })).json.order;
}

describe('confirmShipment', () => {
  it('takes the documented body with 204 and nothing else, and shows it later', async () => {
    const { bench, order } = await withOrder();
    const reply = await bench.send('POST', confirmPath(order), confirmation(order));
    expect([reply.status, reply.text, reply.headers.get('x-amzn-ratelimit-limit')]).toEqual([204, '', '2']);
    expect((await shown(bench, order)).fulfillment.fulfillmentStatus).toBe('UNSHIPPED');
    bench.pass(minute);
    const after = await shown(bench, order);
    expect(after.fulfillment.fulfillmentStatus).toBe('SHIPPED');
    expect(after.packages).toEqual([
      {
        packageReferenceId: '1',
        createdTime: '2026-11-22T06:00:00.000Z',
        packageStatus: { status: 'PENDING' },
        carrier: 'YunExpress',
        shipTime: '2026-11-22T05:30:00Z',
        shippingService: 'Standard',
        trackingNumber: 'YT0000000000000001',
        packageItems: order.lines.map(({ orderItemId, quantity }) => ({ orderItemId, quantity })),
      },
    ]);
    expect(after.lastUpdatedTime).toBe('2026-11-22T06:01:00.000Z');
    bench.pass(hour + 2 * day);
    expect((await shown(bench, order)).packages[0].packageStatus).toEqual({
      status: 'DELIVERED',
      detailedStatus: 'DELIVERED',
    });
  });

  it.each([
    [{ packageReferenceId: 1 }, 'check the fields with invalid type [packageDetail.packageReferenceId]'],
    [{ packageReferenceId: '0' }, 'PackageReferenceId: is invalid, must be a positive numeric value.'],
    [{ packageReferenceId: 'one' }, 'PackageReferenceId: is invalid, must be a positive numeric value.'],
    [{ packageReferenceId: undefined }, 'PackageReferenceId: is invalid, must be a positive numeric value.'],
    [{ carrierName: undefined }, 'carrierName is required'],
    [{ carrierName: '' }, 'carrierName is required'],
    [{ trackingNumber: undefined }, 'missing required fields [packageDetail.trackingNumber]'],
    [{ trackingNumber: 5 }, 'invalid type [packageDetail.trackingNumber]'],
    [{ orderItems: [] }, 'packageDetail.orderItems'],
    [{ orderItems: [{ orderItemId: '1', quantity: 1 }] }, 'does not belong to order'],
    [{ weight: 1 }, 'unknown fields [packageDetail.weight]'],
    [{ carrierCode: 'UPS', trackingNumber: 'YT1' }, 'does not match the expected format for the carrier'],
  ])('refuses %o', async (detail, message) => {
    const { bench, order } = await withOrder();
    const reply = await bench.send('POST', confirmPath(order), confirmation(order, detail));
    expect([reply.status, reply.json.errors[0].code]).toEqual([400, 'InvalidInput']);
    expect(reply.json.errors[0].message).toContain(message);
    expect(bench.book(order.orderId).effects.confirmations).toEqual([]);
  });

  it('refuses a date in another form as the sandbox does', async () => {
    const { bench, order } = await withOrder();
    const reply = await bench.send('POST', confirmPath(order), confirmation(order, { shipDate: '02/21/2022' }));
    expect([reply.status, reply.json]).toEqual([
      400,
      { errors: [{ code: 'Invalid Input', message: 'Invalid Input' }] },
    ]);
  });

  it('takes several packages until nothing is left', async () => {
    const { bench, order } = await withOrder();
    const [mugs, cable] = order.lines;
    const part = (packageReferenceId: string, orderItemId: string, quantity: number, trackingNumber: string) =>
      bench.send(
        'POST',
        confirmPath(order),
        confirmation(order, { packageReferenceId, trackingNumber, orderItems: [{ orderItemId, quantity }] }),
      );
    expect((await part('1', mugs!.orderItemId, 1, 'A')).status).toBe(204);
    expect((await part('2', mugs!.orderItemId, 2, 'B')).json.errors[0].message).toContain('exceeds the quantity');
    bench.pass(minute);
    expect((await shown(bench, order)).fulfillment.fulfillmentStatus).toBe('PARTIALLY_SHIPPED');
    expect((await shown(bench, order)).orderItems[0].fulfillment).toMatchObject({
      quantityFulfilled: 1,
      quantityUnfulfilled: 1,
    });
    expect((await part('2', mugs!.orderItemId, 1, 'B')).status).toBe(204);
    expect((await part('3', cable!.orderItemId, 1, 'C')).status).toBe(204);
    const fourth = await part('4', cable!.orderItemId, 1, 'D');
    expect([fourth.status, fourth.json.errors[0].message]).toEqual([
      400,
      expect.stringContaining('PackageToUpdateNotFound'),
    ]);
  });

  it('corrects a package when its id comes again', async () => {
    const { bench, order } = await withOrder();
    await bench.send('POST', confirmPath(order), confirmation(order));
    bench.pass(minute);
    expect((await bench.send('POST', confirmPath(order), confirmation(order, { trackingNumber: 'YT2' }))).status).toBe(
      204,
    );
    expect((await shown(bench, order)).packages[0].trackingNumber).toBe('YT0000000000000001');
    bench.pass(minute);
    expect(
      (await shown(bench, order)).packages.map((parcel: { trackingNumber: string }) => parcel.trackingNumber),
    ).toEqual(['YT2']);
    expect(bench.book(order.orderId).effects.confirmations.map((entry) => entry.trackingNumber)).toEqual([
      'YT0000000000000001',
      'YT2',
    ]);
  });

  it.each([
    ['FBA', (order: AmazonOrder) => (order.fulfilledBy = 'AMAZON'), 'fulfilled by Amazon'],
    ['FBM_SHIP_PLUS', (order: AmazonOrder) => order.programs.push('FBM_SHIP_PLUS'), 'FBM_SHIP_PLUS'],
    ['pending', (order: AmazonOrder) => (order.stage = 'PENDING'), 'PENDING'],
    ['cancelled', (order: AmazonOrder) => (order.stage = 'CANCELLED'), 'CANCELLED'],
    ['transparency', (order: AmazonOrder) => order.lines[0]!.programs.push('TRANSPARENCY'), 'transparency code'],
  ])('refuses an order that is %s', async (_name, change, message) => {
    const { bench, order } = await withOrder((made) => void change(made));
    const reply = await bench.send('POST', confirmPath(order), confirmation(order));
    expect([reply.status, reply.json.errors[0].message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('takes transparency codes, one a unit', async () => {
    const { bench, order } = await withOrder((made) => void made.lines[0]!.programs.push('TRANSPARENCY'));
    const [mugs, cable] = order.lines;
    const orderItems = [
      { orderItemId: mugs!.orderItemId, quantity: 2, transparencyCodes: ['T1', 'T2'] },
      { orderItemId: cable!.orderItemId, quantity: 1 },
    ];
    expect((await bench.send('POST', confirmPath(order), confirmation(order, { orderItems }))).status).toBe(204);
  });

  it('knows no order of others, and no other marketplace', async () => {
    const { bench, order } = await withOrder();
    expect((await bench.send('POST', confirmPath(newOrder({ serial: 4 })), confirmation(order))).status).toBe(404);
    const other = await bench.send('POST', confirmPath(order), {
      ...confirmation(order),
      marketplaceId: 'A2EUQ1WTGCTBG2',
    });
    expect([other.status, other.json.errors[0].message]).toEqual([400, expect.stringContaining('marketplace')]);
    const broken = await bench.send('POST', confirmPath(order), '{"marketplaceId":');
    expect([broken.status, broken.json.errors[0].message]).toEqual([400, 'Request body is not valid JSON.']);
    const plain = await bench.send('POST', confirmPath(order), confirmation(order), {
      headers: { 'content-type': 'text/plain' },
    });
    expect(plain.status).toBe(415);
  });

  it('may act and say nothing: the same id again is safe', async () => {
    const { bench, order } = await withOrder();
    bench.simulator.faults.add({ kind: 'timeout-after-write', path: confirmPath(order), count: 1 });
    await expect(bench.send('POST', confirmPath(order), confirmation(order))).rejects.toThrow();
    expect(bench.book(order.orderId).effects.confirmations).toHaveLength(1);
    expect((await bench.send('POST', confirmPath(order), confirmation(order))).status).toBe(204);
    bench.pass(minute);
    expect((await shown(bench, order)).packages).toHaveLength(1);
    expect(() => bench.simulator.happen((store, nowMs) => cancelByBuyer(store, order.orderId, nowMs))).toThrow(
      'cancelled any more',
    );
  });
});
