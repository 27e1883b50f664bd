import { describe, expect, it } from 'vitest';
import type { OrderSnapshot, PlatformConnector, PullPage } from '../../../src-main/app/ports/platform-connector.ts';
import { mergeFacts } from '../../../src-main/core/order/merge.ts';
import { denyMarketplace, payOrder, withholdAddress } from '../../../src-main/demo/amazon/happenings.ts';
import { type AmazonBench, makeAmazonBench } from './amazon-bench.ts';

const MINUTE = 60_000;
const HOUR_MS = 60 * MINUTE;
const SEARCH = '/orders/2026-01-01/orders';
const CANADA = 'A2EUQ1WTGCTBG2';

async function sync(
  connector: PlatformConnector,
  cursor: string | null = null,
): Promise<{ pages: PullPage[]; orders: Map<string, OrderSnapshot>; cursor: string }> {
  const pages: PullPage[] = [];
  let next = cursor;
  for (let more = true; more;) {
    const page = await connector.pull(next);
    pages.push(page);
    next = page.nextCursor;
    more = page.hasMore;
  }
  const snapshots = pages.flatMap((page) => page.snapshots);
  return { pages, cursor: next ?? '', orders: new Map(snapshots.map((one) => [one.facts.remoteId, one])) };
}

const queries = (bench: AmazonBench) =>
  bench.simulator.log.requests().flatMap((one) => (one.operation === 'searchOrders' ? [one.url.searchParams] : []));

describe('the first sync', () => {
  it('brings what is open first, then history with progress, and changes in between', async () => {
    const bench = await makeAmazonBench(420);
    const first = await bench.connector.pull(null);
    expect(queries(bench).at(-1)?.get('fulfillmentStatuses')).toBe(
      'PENDING_AVAILABILITY,PENDING,UNSHIPPED,PARTIALLY_SHIPPED',
    );
    expect(
      first.snapshots.every(({ facts }) => !['declared', 'in-transit', 'delivered', 'cancelled'].includes(facts.stage)),
    ).toBe(true);
    let page = first;
    const progress: (number | null | undefined)[] = [];
    while (!/"backfill":\{/.test(page.nextCursor)) page = await bench.connector.pull(page.nextCursor);
    bench.pass(11 * MINUTE);
    const { orderId } = bench.add();
    bench.pass(3 * MINUTE);
    const changes = await bench.connector.pull(page.nextCursor);
    expect(changes.snapshots.map(({ facts }) => facts.remoteId)).toContain(orderId);
    expect(changes.hasMore).toBe(true);
    page = changes;
    while (page.hasMore) {
      page = await bench.connector.pull(page.nextCursor);
      progress.push(page.progress);
    }
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.at(-1)).toBeNull();
    const parts = progress.filter((part) => typeof part === 'number');
    expect(parts).toEqual(parts.toSorted((left, right) => left - right));
  });

  it('never sends a Before, an offset or a body, and repeats a query with its tokens', async () => {
    const bench = await makeAmazonBench(250);
    await sync(bench.connector);
    const all = queries(bench);
    expect(all.length).toBeGreaterThan(3);
    for (const query of all) {
      expect([...query.keys()].filter((key) => key.endsWith('Before'))).toEqual([]);
      expect(query.get('lastUpdatedAfter')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    for (const { method, body, headers } of bench.simulator.log.requests()) {
      if (method === 'GET') expect([body.length, headers['content-length']]).toEqual([0, undefined]);
    }
  });
});

describe('pull', () => {
  it('begins a round again when its page token is a day old, or refused', async () => {
    const bench = await makeAmazonBench(300);
    const first = await bench.connector.pull(null);
    bench.pass(25 * HOUR_MS);
    const again = await bench.connector.pull(first.nextCursor);
    expect(queries(bench).at(-1)?.has('paginationToken')).toBe(false);
    const broken = again.nextCursor.replace(/"token":"[^"]+"/, '"token":"AAAA"');
    const refused = await bench.connector.pull(broken);
    expect(refused).toMatchObject({ snapshots: [], hasMore: true, warnings: ['page-token-refused'] });
    const { orders } = await sync(bench.connector, refused.nextCursor);
    expect([...orders.keys()].sort()).toEqual(
      bench
        .booked()
        .map(({ remoteId }) => remoteId)
        .sort(),
    );
  });

  it('goes on without FULFILLMENT where it is refused: new orders come, known ones keep what they had', async () => {
    const bench = await makeAmazonBench(30);
    const before = await sync(bench.connector);
    bench.simulator.faults.add({ kind: 'fulfillment-refused', path: SEARCH });
    bench.pass(10 * MINUTE);
    const { orderId } = bench.add();
    const known = bench.booked().find(({ stage }) => stage === 'to-confirm')!.remoteId;
    bench.disturb(known, 0.99);
    bench.pass(5 * MINUTE);
    const degraded = await sync(bench.connector, before.cursor);
    expect([...degraded.orders.keys()]).toEqual([orderId]);
    expect(degraded.orders.get(orderId)?.facts.stage).toBe('to-confirm');
    expect(degraded.pages[0]?.warnings).toEqual(['dataset-refused:FULFILLMENT']);
    bench.clearFaults();
    const after = await sync(bench.connector, degraded.cursor);
    expect([...after.orders.keys()].sort()).toEqual(expect.arrayContaining([known, orderId].sort()));
    expect(after.orders.get(orderId)?.facts.shipByMs).not.toBeNull();
  });

  it('finds the marketplace that is refused, leaves it out, says so, and tries it again after a day', async () => {
    const bench = await makeAmazonBench(20);
    bench.simulator.happen((store) => denyMarketplace(store, 'NA', CANADA));
    const connector = bench.connect({ marketplaceIds: '' });
    const { orders, pages } = await sync(connector);
    expect(orders.size).toBe(bench.booked().length);
    expect(pages[0]?.warnings).toEqual(['marketplace-refused']);
    expect(pages.at(-1)?.warnings).toEqual([`marketplace-refused:${CANADA}`]);
    expect(await connector.listOpen()).toContain(bench.booked().find(({ stage }) => stage === 'to-confirm')?.remoteId);
    bench.pass(25 * HOUR_MS);
    expect((await connector.pull(pages.at(-1)!.nextCursor)).warnings).toEqual(['marketplace-refused']);
  });

  it('takes in the open orders of a marketplace that joins later', async () => {
    const bench = await makeAmazonBench(10);
    const { orderId } = bench.add();
    bench.simulator.happen((store) => void (store.orderInBooks(orderId).marketplaceId = CANADA));
    bench.pass(3 * MINUTE);
    const before = await sync(bench.connector);
    expect(before.orders.has(orderId)).toBe(false);
    bench.pass(5 * HOUR_MS);
    const both = bench.connect({ marketplaceIds: `ATVPDKIKX0DER,${CANADA}` });
    const after = await sync(both, before.cursor);
    expect([...after.orders.keys()]).toEqual([orderId]);
    expect(after.pages).toHaveLength(3);
    expect((await sync(both, after.cursor)).pages).toHaveLength(1);
  });

  it('is a missing role when every marketplace is refused', async () => {
    const bench = await makeAmazonBench(2);
    bench.simulator.faults.add({ kind: 'denied', path: SEARCH });
    await expect(bench.connector.pull(null)).rejects.toMatchObject({
      outcome: { kind: 'needs-login', code: 'missing-role' },
    });
    const connector = bench.connect({ marketplaceIds: '' });
    await expect(connector.pull(null)).rejects.toMatchObject({
      outcome: { kind: 'needs-login', code: 'missing-role' },
    });
    bench.clearFaults();
    expect((await connector.pull(null)).warnings).toEqual([]);
  });

  it('finds later what a window left out', async () => {
    const bench = await makeAmazonBench(10);
    const before = await sync(bench.connector);
    bench.pass(20 * MINUTE);
    const { orderId } = bench.add();
    bench.pass(4 * MINUTE);
    bench.simulator.faults.add({ kind: 'missing-orders', path: SEARCH });
    const blind = await sync(bench.connector, before.cursor);
    expect(blind.orders.has(orderId)).toBe(false);
    bench.clearFaults();
    expect((await sync(bench.connector, blind.cursor)).orders.has(orderId)).toBe(true);
  });

  it('keeps an address that is withheld later', async () => {
    const bench = await makeAmazonBench(0);
    const { orderId } = bench.add();
    bench.pass(3 * MINUTE);
    const before = await sync(bench.connector);
    bench.simulator.happen((store, nowMs) => withholdAddress(store, orderId, true, nowMs));
    bench.pass(3 * MINUTE);
    const after = await sync(bench.connector, before.cursor);
    const [ours, theirs] = [before.orders.get(orderId)!, after.orders.get(orderId)!];
    expect(theirs.warnings).toContain('address-withheld');
    const merged = mergeFacts(ours.facts, theirs.facts);
    expect(merged.facts.address).toEqual(ours.facts.address);
    expect(merged.facts.buyerName).toBe(ours.facts.buyerName);
    expect(merged.changes).toEqual([]);
  });

  it('tells the stories of a day', async () => {
    const bench = await makeAmazonBench(0);
    const orders = Object.fromEntries(
      ['pending', 'replacement', 'gift', 'plus', 'transparency', 'amazon', 'wait'].map((name) => [name, bench.add()]),
    );
    const change = (name: string, work: (order: ReturnType<typeof bench.add>) => void) =>
      bench.simulator.happen((store) => work(store.orderInBooks(orders[name]!.orderId)));
    change('pending', (order) => void (order.stage = 'PENDING'));
    change('replacement', (order) => {
      order.associatedOrders = [{ orderId: '111-0000001-0000001', associationType: 'REPLACEMENT_ORIGINAL_ID' }];
      for (const line of order.lines) [line.unitPriceMinor, line.taxMinor] = [0, 0];
    });
    change('gift', (order) => {
      [order.lines[0]!.giftWrapLevel, order.lines[0]!.giftMessage] = ['Standard', 'Happy birthday'];
      order.lines[0]!.shippingConstraints = ['signatureConfirmation'];
      order.lines[0]!.iossNumber = 'IM2760000742';
      order.addressInstruction = 'Ring twice';
    });
    change('plus', (order) => order.programs.push('FBM_SHIP_PLUS', 'PRIME'));
    change('transparency', (order) => order.lines[0]!.programs.push('TRANSPARENCY'));
    change('amazon', (order) => void (order.fulfilledBy = 'AMAZON'));
    bench.pass(3 * MINUTE);
    const found = await sync(bench.connector);
    const of = (name: string) => found.orders.get(orders[name]!.orderId)!;
    expect(of('pending').facts).toMatchObject({ stage: 'not-ready', address: null, openSteps: [] });
    expect(of('replacement').warnings).toContain('replacement-of:111-0000001-0000001');
    expect(of('replacement').facts.total).toEqual({ minor: 0, currency: 'USD' });
    expect(of('gift').facts.buyerNote).toBe('🎁 Standard Happy birthday\nRing twice');
    expect(of('gift').warnings).toEqual(['ioss:IM2760000742', 'must-have:signatureConfirmation']);
    expect(of('plus').facts).toMatchObject({
      service: 'STANDARD · FBM_SHIP_PLUS · PRIME',
      steps: ['platform-label', 'cancel'],
    });
    expect(of('transparency').warnings).toEqual(['needs-transparency-codes']);
    expect(found.orders.has(orders['amazon']!.orderId)).toBe(false);
    bench.simulator.happen((store, nowMs) => payOrder(store, orders['pending']!.orderId, nowMs));
    bench.pass(3 * MINUTE);
    expect((await sync(bench.connector, found.cursor)).orders.get(orders['pending']!.orderId)?.facts.stage).toBe(
      'to-confirm',
    );
  });
});
