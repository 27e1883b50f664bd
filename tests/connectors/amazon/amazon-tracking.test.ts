import { describe, expect, it } from 'vitest';
import type { EffectOf } from '../../../src-main/core/order/effects.ts';
import type { ParcelId } from '../../../src-main/core/shared/ids.ts';
import { type AmazonBench, makeAmazonBench } from './amazon-bench.ts';

type PushTracking = EffectOf<'push-tracking'>;
const items = [
  ['MUG-MOON-350', 2],
  ['CABLE-GRAPH-2M', 1],
] as const;

function effectOf(orderId: string, number: number, changes: Partial<PushTracking> = {}): PushTracking {
  return {
    kind: 'push-tracking',
    remoteId: orderId,
    parcelId: `0197f000-0000-7000-8000-000000000000:${number}` as ParcelId,
    trackingNumber: `YT000000000000000${number}`,
    carrier: 'YunExpress',
    items: null,
    isLast: true,
    replaces: null,
    ...changes,
  };
}

const packagesOf = (bench: AmazonBench, orderId: string) =>
  bench
    .book(orderId)
    .packages.map(({ referenceId, facts }) => [
      referenceId,
      facts.trackingNumber,
      facts.carrierCode,
      facts.carrierName,
      facts.items.map(({ quantity }) => quantity),
    ]);

describe('tracking numbers', () => {
  it('are pending until they show, and then are facts of the order', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add({ items });
    const effect = effectOf(orderId, 1);
    expect(await bench.connector.push(effect, 'k')).toMatchObject({ kind: 'accepted' });
    expect(await bench.connector.confirm(effect, 'k')).toMatchObject({ kind: 'pending' });
    bench.pass(bench.settleMs);
    expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'done' });
    const facts = (await bench.connector.get(orderId))!.facts;
    expect(facts.stage).toBe('declared');
    expect(facts.remoteParcels).toEqual([
      {
        trackingNumber: 'YT0000000000000001',
        carrier: 'YunExpress',
        shippedAtMs: expect.any(Number),
        items: facts.lines.map(({ remoteId, quantity }) => ({ lineRemoteId: remoteId, quantity })),
      },
    ]);
  });

  it('go out for each parcel by itself, with its own goods', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId, lines } = bench.add({ items });
    const part = (index: number, quantity: number) => [
      { lineRemoteId: lines[index]!.orderItemId, remoteSku: lines[index]!.sku, quantity },
    ];
    await bench.connector.push(effectOf(orderId, 1, { items: part(0, 2), isLast: false }), 'a');
    bench.pass(bench.settleMs);
    expect((await bench.connector.get(orderId))?.facts.stage).toBe('to-hand-over');
    await bench.connector.push(effectOf(orderId, 2, { items: part(1, 1), carrier: 'usps' }), 'b');
    expect(packagesOf(bench, orderId)).toEqual([
      ['1', 'YT0000000000000001', 'Other', 'YunExpress', [2]],
      ['2', 'YT0000000000000002', 'USPS', '', [1]],
    ]);
    const third = effectOf(orderId, 3, { items: part(1, 1) });
    expect(await bench.connector.push(third, 'c')).toEqual({ kind: 'rejected', code: 'order-already-shipped' });
  });

  it('are corrected under the same package id, also the carrier alone', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add({ items });
    await bench.connector.push(effectOf(orderId, 1), 'a');
    bench.pass(bench.settleMs);
    const replaces = { trackingNumber: 'YT0000000000000001', carrier: 'YunExpress' };
    await bench.connector.push(effectOf(orderId, 1, { trackingNumber: 'YT0000000000000009', replaces }), 'b');
    expect(packagesOf(bench, orderId)).toEqual([['1', 'YT0000000000000009', 'Other', 'YunExpress', [2, 1]]]);
    bench.pass(bench.settleMs);
    const other = effectOf(orderId, 1, { trackingNumber: 'YT0000000000000009', carrier: '4PX' });
    bench.fault('throttled', 'writes', 1);
    expect(await bench.connector.push(other, 'c')).toMatchObject({ kind: 'rate-limited' });
    await bench.connector.push(other, 'c');
    expect(packagesOf(bench, orderId)).toEqual([['1', 'YT0000000000000009', '4PX', '', [2, 1]]]);
  });

  it('keep away from the package of somebody else, and find the one they correct', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId, lines } = bench.add({ items });
    const [first, second] = lines.map(({ orderItemId, sku, quantity }) => ({
      lineRemoteId: orderItemId,
      remoteSku: sku,
      quantity,
    }));
    const elsewhere = bench.connect();
    await elsewhere.push(effectOf(orderId, 1, { items: [first!] }), 'x');
    bench.pass(bench.settleMs);
    await bench.connector.push(effectOf(orderId, 1, { trackingNumber: 'YT7', items: [second!] }), 'a');
    expect(packagesOf(bench, orderId).map(([id, number]) => [id, number])).toEqual([
      ['1', 'YT0000000000000001'],
      ['1000001', 'YT7'],
    ]);
    const replaces = { trackingNumber: 'YT0000000000000001', carrier: null };
    await bench.connect().push(effectOf(orderId, 1, { trackingNumber: 'YT8', items: [first!], replaces }), 'b');
    expect(packagesOf(bench, orderId).map(([id, number]) => [id, number])).toEqual([
      ['1', 'YT8'],
      ['1000001', 'YT7'],
    ]);
  });

  it.each([
    ['fbm-ship-plus', {}],
    ['fulfilled-by-amazon', {}],
    ['transparency-codes-needed', {}],
    ['carrier-missing', { carrier: null }],
    ['carrier-name-missing', { carrier: 'Other' }],
    ['tracking-number-format', { carrier: 'UPS', trackingNumber: '12345' }],
  ])('are refused with %s', async (code, changes) => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add({ items });
    bench.simulator.happen((store) => {
      const order = store.orderInBooks(orderId);
      if (code === 'fbm-ship-plus') order.programs.push('FBM_SHIP_PLUS');
      if (code === 'fulfilled-by-amazon') order.fulfilledBy = 'AMAZON';
      if (code === 'transparency-codes-needed') order.lines[0]!.programs.push('TRANSPARENCY');
    });
    expect(await bench.connector.push(effectOf(orderId, 1, changes), 'k')).toEqual({ kind: 'rejected', code });
  });

  it('find the marketplace where the order does not tell it', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add({ items });
    bench.simulator.faults.add({ kind: 'no-marketplace-id', path: '/orders/2026-01-01/orders/*' });
    const connector = bench.connect({ marketplaceIds: '' });
    expect(await connector.push(effectOf(orderId, 1), 'k')).toMatchObject({ kind: 'accepted' });
  });

  it('fail for a cancelled order and for one that nobody knows', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add({ items });
    const effect = effectOf(orderId, 1);
    bench.disturb(orderId, 0);
    expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'failed', code: 'order-cancelled' });
    const unknown = effectOf('999-9999999-9999999', 1);
    expect(await bench.connector.push(unknown, 'k')).toEqual({ kind: 'rejected', code: 'order-unknown' });
  });

  it('know carriers by marketplace', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    const codes = (await bench.connector.carriers(orderId)).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['USPS', 'OnTrac', 'YunExpress', 'China Post']));
    expect(codes).not.toContain('Australia Post-Consignment');
  });
});

describe('cancelling by feed', () => {
  it('is refused by the report although the feed is DONE, when the order was shipped meanwhile', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add({ items });
    const cancel = { kind: 'cancel', remoteId: orderId, reasonId: 'NoInventory', message: '' } as const;
    expect(await bench.connector.push(cancel, 'k')).toMatchObject({ kind: 'accepted' });
    await bench.connect().push(effectOf(orderId, 1), 'x');
    expect(await bench.connector.confirm(cancel, 'k')).toMatchObject({ kind: 'pending' });
    bench.pass(bench.settleMs);
    expect(await bench.connector.confirm(cancel, 'k')).toEqual({ kind: 'failed', code: 'too-late-to-cancel' });
    expect(await bench.connector.push(cancel, 'k2')).toEqual({ kind: 'rejected', code: 'too-late-to-cancel' });
  });

  it('fails with a feed that was fatal, and knows its reasons', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add({ items });
    const cancel = { kind: 'cancel', remoteId: orderId, reasonId: 'NoInventory', message: '' } as const;
    bench.simulator.faults.add({ kind: 'feed-fatal', path: '/feeds/2021-06-30/feeds' });
    await bench.connector.push(cancel, 'k');
    expect(await bench.connector.confirm(cancel, 'k')).toEqual({ kind: 'failed', code: 'feed-fatal' });
    expect(await bench.connector.push({ ...cancel, reasonId: '352' }, 'k')).toEqual({
      kind: 'rejected',
      code: 'cancel-reason-invalid',
    });
    expect((await bench.connector.cancelReasons(orderId)).map(({ id }) => id)).toContain('BuyerCanceled');
  });
});
