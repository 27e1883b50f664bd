import { describe, expect, it } from 'vitest';
import { type CoupangBench, HOUR_MS, makeCoupangBench } from './coupang-bench.ts';
import { confirmOf, freshNumber, preparedBox, trackingOf } from './coupang-effects.ts';

const PAIR = [
  ['MUG-MOON-350', 2],
  ['CABLE-GRAPH-2M', 1],
] as const;

const bodies = (bench: CoupangBench, operation: string): string[] =>
  bench.simulator
    .requests()
    .flatMap((one) => (one.operation === operation ? [Buffer.from(one.body).toString('utf8')] : []));

describe('acknowledging', () => {
  it('writes the id with all its digits, unquoted', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId } = await preparedBox(bench);
    expect(shipmentBoxId).toHaveLength(18);
    expect(bodies(bench, 'acknowledge')).toEqual([`{"vendorId":"A00012345","shipmentBoxIds":[${shipmentBoxId}]}`]);
  });

  it('is pending while WING lags, then done; after an hour the seller is told', async () => {
    const bench = await makeCoupangBench(0);
    bench.simulator.faults.add({ kind: 'acknowledge-lag', path: '/v2/*', latencyMs: 30 * 60_000, count: 1 });
    const effect = confirmOf(bench.add().shipmentBoxId);
    expect(await bench.connector.push(effect, 'k')).toMatchObject({ kind: 'accepted' });
    expect(await bench.connector.confirm(effect, 'k')).toMatchObject({ kind: 'pending' });
    bench.pass(31 * 60_000);
    expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'done' });
    bench.simulator.faults.add({ kind: 'acknowledge-lag', path: '/v2/*', latencyMs: 90 * 60_000, count: 1 });
    const slow = confirmOf(bench.add().shipmentBoxId);
    await bench.connector.push(slow, 'k');
    bench.pass(61 * 60_000);
    expect(await bench.connector.confirm(slow, 'k')).toEqual({ kind: 'failed', code: 'acknowledge-lagging' });
  });

  it('brings the address that the buyer changed in the meantime', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId } = bench.add();
    await bench.connector.get(shipmentBoxId);
    bench.simulator.happen({ event: 'change-address', shipmentBoxId, receiver: { addr1: '부산광역시 중구 1' } });
    await bench.connector.push(confirmOf(shipmentBoxId), 'k');
    expect((await bench.connector.get(shipmentBoxId))?.facts.address?.lines[0]).toBe('부산광역시 중구 1');
  });

  it('says what stands in the way', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId } = bench.add();
    bench.simulator.happen({ event: 'hold-for-cancel', shipmentBoxId });
    expect(await bench.connector.push(confirmOf(shipmentBoxId), 'k')).toEqual({
      kind: 'rejected',
      code: 'ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL',
    });
    expect(await bench.connector.push(confirmOf('648000000000099999'), 'k')).toMatchObject({ kind: 'rejected' });
    bench.simulator.faults.add({ kind: 'partial-failure', path: '/v2/*', count: 1 });
    const other = confirmOf(bench.add().shipmentBoxId);
    expect(await bench.connector.push(other, 'k')).toMatchObject({ kind: 'retry' });
  });
});

describe('numbers', () => {
  it('go in for every item, without blanks and dashes, and are corrected later', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId } = await preparedBox(bench, {}, PAIR);
    const first = trackingOf(shipmentBoxId, { trackingNumber: '6804-0545 0931' });
    expect(await bench.connector.push(first, 'k')).toEqual({ kind: 'done' });
    expect(bench.book(shipmentBoxId)).toMatchObject({
      status: 'DEPARTURE',
      effects: { invoices: ['CJGLS 680405450931'] },
    });
    expect(bodies(bench, 'uploadInvoices')[0]).toContain(`"shipmentBoxId":${shipmentBoxId},`);
    const replaces = { trackingNumber: first.trackingNumber, carrier: 'CJGLS' };
    const second = trackingOf(shipmentBoxId, { carrier: 'EPOST', trackingNumber: '1234567890123', replaces });
    expect(await bench.connector.push(second, 'k')).toEqual({ kind: 'done' });
    expect(bench.book(shipmentBoxId).effects.invoiceUpdates).toEqual(['EPOST 1234567890123']);
    expect(await bench.connector.confirm(second, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(first, 'k')).toEqual({ kind: 'not-done' });
  });

  it('a 504 after the work is unknown, and looking finds it', async () => {
    const bench = await makeCoupangBench(0);
    const push = trackingOf((await preparedBox(bench)).shipmentBoxId);
    bench.simulator.faults.add({ kind: 'gateway-504-after-write', path: '/v2/*', method: 'POST', count: 1 });
    expect(await bench.connector.push(push, 'k')).toEqual({ kind: 'unknown', code: 'http-504' });
    expect(await bench.connector.confirm(push, 'k')).toEqual({ kind: 'done' });
  });

  it('are refused with the platform word for it', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId } = await preparedBox(bench);
    const push = async (change: Parameters<typeof trackingOf>[1]) =>
      await bench.connector.push(trackingOf(shipmentBoxId, change), 'k');
    expect(await push({ carrier: null })).toEqual({ kind: 'rejected', code: 'carrier-missing' });
    expect(await push({ trackingNumber: '12345' })).toEqual({ kind: 'rejected', code: 'INVALID_INVOICE_NUMBER' });
    expect(await push({ carrier: 'NOBODY' })).toEqual({ kind: 'rejected', code: 'INVALID_INVOICE_NUMBER' });
    const other = trackingOf((await preparedBox(bench)).shipmentBoxId);
    await bench.connector.push(other, 'k');
    expect(await push({ trackingNumber: other.trackingNumber })).toEqual({
      kind: 'rejected',
      code: 'NOT_ALLOW_INVOICE_NUMBER_RE_UPLOAD',
    });
    const unconfirmed = trackingOf(bench.add().shipmentBoxId);
    expect(await bench.connector.push(unconfirmed, 'k')).toMatchObject({ kind: 'retry', code: 'not-confirmed-yet' });
  });

  it('a stop request that came between acknowledgement and number keeps the parcel here', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId } = await preparedBox(bench, {}, PAIR);
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId, vendorItemId: '4279191312', count: 1 });
    expect(await bench.connector.push(trackingOf(shipmentBoxId), 'k')).toEqual({
      kind: 'rejected',
      code: 'ORDER_DELIVERY_PARTIAL_STOP_REQUESTED',
    });
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId });
    expect(await bench.connector.push(trackingOf(shipmentBoxId), 'k')).toEqual({
      kind: 'rejected',
      code: 'ORDER_DELIVERY_CANCELED',
    });
  });

  it('of a part split the box, and the rest follows; the part has a box of its own', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId, items, orderId } = await preparedBox(bench, {}, PAIR);
    const [mug, cable] = items.map((item) => ({
      lineRemoteId: item.vendorItemId,
      remoteSku: item.vendorItemId,
      quantity: item.shippingCount,
    }));
    const cut = trackingOf(shipmentBoxId, { items: [{ ...mug!, quantity: 1 }], isLast: false });
    expect(await bench.connector.push(cut, 'k')).toEqual({ kind: 'rejected', code: 'one-number-a-line' });
    const first = trackingOf(shipmentBoxId, { items: [mug!], isLast: false });
    bench.simulator.faults.add({ kind: 'timeout-after-write', path: '/v2/*', method: 'POST', count: 1 });
    expect(await bench.connector.push(first, 'k')).toMatchObject({ kind: 'unknown' });
    expect(await bench.connector.confirm(first, 'k')).toEqual({ kind: 'done' });
    const child = bench.simulator
      .world()
      .boxes.find((box) => box.orderId === orderId && box.shipmentBoxId !== shipmentBoxId);
    expect(child).toMatchObject({ status: 'DEPARTURE', invoiceNumber: first.trackingNumber });
    expect((await bench.connector.get(child!.shipmentBoxId))?.facts.stage).toBe('in-transit');
    const second = trackingOf(shipmentBoxId, { items: [cable!] });
    expect(await bench.connector.push(second, 'k')).toEqual({ kind: 'done' });
    expect(bench.book(shipmentBoxId)).toMatchObject({ status: 'DEPARTURE', invoiceNumber: second.trackingNumber });
    const replaces = { trackingNumber: first.trackingNumber, carrier: 'CJGLS' };
    const mended = trackingOf(shipmentBoxId, { items: [mug!], replaces });
    expect(await bench.connector.push(mended, 'k')).toEqual({ kind: 'done' });
    expect(bench.book(child!.shipmentBoxId).invoiceNumber).toBe(mended.trackingNumber);
    expect(bench.book(shipmentBoxId).invoiceNumber).toBe(second.trackingNumber);
  });

  it('a second parcel never writes over the number of the first', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId, items } = await preparedBox(bench);
    await bench.connector.push(trackingOf(shipmentBoxId), 'k');
    const part = { lineRemoteId: items[0]!.vendorItemId, remoteSku: items[0]!.vendorItemId, quantity: 1 };
    expect(await bench.connector.push(trackingOf(shipmentBoxId, { items: [part] }), 'k')).toEqual({
      kind: 'rejected',
      code: 'one-number-a-box',
    });
  });

  it('lists carriers with the form of their numbers', async () => {
    const bench = await makeCoupangBench(0);
    const carriers = await bench.connector.carriers('');
    const pattern = (code: string) => new RegExp(`^(?:${carriers.find((one) => one.code === code)?.numberPattern})$`);
    expect(pattern('CJGLS').test('680405450931')).toBe(true);
    expect(pattern('CJGLS').test('68040545093')).toBe(false);
    expect(pattern('KDEXP').test('12345678')).toBe(true);
    expect(carriers.find((one) => one.code === 'FEDEX')?.numberPattern).toBeNull();
  });
});

describe('cancelling', () => {
  it.each([false, true])('what is paid is cancelled, with other names in the answer: %s', async (hasTableNames) => {
    const bench = await makeCoupangBench(0);
    if (hasTableNames) bench.simulator.faults.add({ kind: 'cancel-answer-table-names', path: '/v2/*' });
    const { shipmentBoxId: remoteId } = bench.add({}, PAIR);
    const [reason] = await bench.connector.cancelReasons(remoteId);
    const effect = { kind: 'cancel', remoteId, reasonId: reason!.id, message: '' } as const;
    expect(await bench.connector.push(effect, 'k')).toEqual({ kind: 'done' });
    expect((await bench.connector.get(remoteId))?.facts).toMatchObject({
      stage: 'cancelled',
      cancellation: { by: 'seller' },
    });
  });

  it('what is prepared becomes a stopped shipment; what has left cannot be cancelled', async () => {
    const bench = await makeCoupangBench(0);
    const { shipmentBoxId: remoteId } = await preparedBox(bench);
    const effect = { kind: 'cancel', remoteId, reasonId: 'CCPRER', message: '' } as const;
    expect(await bench.connector.push(effect, 'k')).toEqual({ kind: 'done' });
    expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'done' });
    const sent = await preparedBox(bench);
    await bench.connector.push(trackingOf(sent.shipmentBoxId), 'k');
    expect(await bench.connector.push({ ...effect, remoteId: sent.shipmentBoxId }, 'k')).toEqual({
      kind: 'rejected',
      code: 'already-shipped',
    });
    expect(await bench.connector.push({ ...effect, reasonId: 'X' }, 'k')).toEqual({
      kind: 'rejected',
      code: 'cancel-reason-wrong',
    });
  });
});

describe('other steps', () => {
  it('"delivered" is offered and taken only a month after the number', async () => {
    const bench = await makeCoupangBench(0);
    const old = await bench.ready('push-delivered');
    expect((await bench.connector.get(old.remoteId))?.facts.steps).toContain('push-delivered');
    const fresh = bench.add({ status: 'DELIVERING', carrierCode: 'CJGLS', invoiceNumber: freshNumber() });
    expect((await bench.connector.get(fresh.shipmentBoxId))?.facts.steps).not.toContain('push-delivered');
    expect(await bench.connector.push({ kind: 'push-delivered', remoteId: fresh.shipmentBoxId }, 'k')).toEqual({
      kind: 'rejected',
      code: 'delivery-not-stale',
    });
  });

  it('stock of an option that is not there is refused', async () => {
    const bench = await makeCoupangBench(0);
    const effect = { kind: 'push-stock', remoteId: '1', sku: 'x', quantity: 3 } as const;
    expect(await bench.connector.push(effect, 'k')).toEqual({ kind: 'rejected', code: 'stock-refused' });
    expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'failed', code: 'not-found' });
    expect(await bench.connector.push({ ...effect, quantity: -1 }, 'k')).toMatchObject({ kind: 'rejected' });
  });

  it('no label, no offers, nothing to reveal', async () => {
    const bench = await makeCoupangBench(1);
    const [order] = bench.booked();
    expect(await bench.connector.requestLabel(order!.remoteId)).toEqual({ kind: 'failed', code: 'no-platform-label' });
    expect(await bench.connector.fetchLabel(order!.remoteId, '')).toMatchObject({ kind: 'failed' });
    expect(
      await bench.connector.labelOffers(
        order!.remoteId,
        { weightGrams: 1, lengthMm: 1, widthMm: 1, heightMm: 1 },
        null,
      ),
    ).toEqual({ offers: [], refused: [] });
    expect(await bench.connector.revealAddress(order!.remoteId)).toBeNull();
    expect(await bench.connector.push({ kind: 'push-in-transit', remoteId: order!.remoteId }, 'k')).toMatchObject({
      kind: 'rejected',
    });
    bench.pass(HOUR_MS);
  });
});
