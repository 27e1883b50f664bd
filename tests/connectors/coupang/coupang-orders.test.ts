import { describe, expect, it } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import type { Http } from '../../../src-main/app/ports/http.ts';
import type { OrderSnapshot, PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import { DAY_MS, HOUR_MS, makeCoupangBench } from './coupang-bench.ts';
import { confirmOf, freshNumber, preparedBox, trackingOf } from './coupang-effects.ts';

interface Synced {
  readonly cursor: string;
  readonly orders: Map<string, OrderSnapshot>;
  readonly warnings: readonly string[];
}

/** Pulls until nothing more is there. */
async function sync(connector: PlatformConnector, from: string | null = null): Promise<Synced> {
  const orders = new Map<string, OrderSnapshot>();
  const warnings: string[] = [];
  let cursor = from;
  for (;;) {
    const page = await connector.pull(cursor);
    for (const snapshot of page.snapshots) orders.set(snapshot.facts.remoteId, snapshot);
    warnings.push(...(page.warnings ?? []));
    cursor = page.nextCursor;
    if (!page.hasMore) return { cursor, orders, warnings };
  }
}

describe('orders of Coupang', () => {
  it('cancelled before preparation vanish from every list, and come as cancelled by their buyer', async () => {
    const bench = await makeCoupangBench(0);
    const box = bench.add({}, [
      ['MUG-MOON-350', 2],
      ['CABLE-GRAPH-2M', 1],
    ]);
    const first = await sync(bench.connector);
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: box.shipmentBoxId });
    bench.pass(5 * 60_000);
    const second = await sync(bench.connector, first.cursor);
    const facts = second.orders.get(box.shipmentBoxId)?.facts;
    expect(facts).toMatchObject({
      stage: 'cancelled',
      remoteOrderNumber: box.orderId,
      placedAtMs: Math.floor(box.orderedAtMs / 1_000) * 1_000,
      cancellation: { by: 'buyer', afterHandOver: false, reason: '필요 없어짐 (단순 변심)' },
    });
    expect(facts?.lines.map((line) => [line.sku, line.quantity])).toEqual([
      ['MUG-MOON-350', 0],
      ['CABLE-GRAPH-2M', 0],
    ]);
    expect(facts?.lines[0]?.title).toContain('머그컵');
    expect((await sync(bench.connector, second.cursor)).orders.size).toBe(0);
    expect((await bench.connector.get(box.shipmentBoxId))?.facts.stage).toBe('cancelled');
  });

  it('are put together from the receipt where the notebook has nothing of them', async () => {
    const bench = await makeCoupangBench(0);
    const box = bench.add();
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: box.shipmentBoxId });
    const single = await bench.connector.get(box.shipmentBoxId);
    expect(single?.facts).toMatchObject({ stage: 'cancelled', remoteOrderNumber: box.orderId });
    expect(single?.facts.lines).toHaveLength(1);
    expect(single?.raw).toContain(box.shipmentBoxId);
  });

  it('a stop request while packing raises the alarm and takes the pieces off, and ends as cancelled', async () => {
    const bench = await makeCoupangBench(0);
    const box = await preparedBox(bench);
    const first = await sync(bench.connector);
    const { receiptId = '' } = bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: box.shipmentBoxId });
    const asked = await sync(bench.connector, first.cursor);
    expect(asked.orders.get(box.shipmentBoxId)?.facts).toMatchObject({
      stage: 'to-hand-over',
      alerts: ['cancel-requested'],
      lines: [{ quantity: 0 }],
    });
    await bench.connector.push(
      {
        kind: 'answer-case',
        remoteId: receiptId,
        caseKind: 'cancel-request',
        orderRemoteId: null,
        action: 'stop-shipment',
        text: '',
        amount: null,
        trackingNumber: null,
        carrier: null,
      },
      'k',
    );
    const ended = await sync(bench.connector, asked.cursor);
    expect(ended.orders.get(box.shipmentBoxId)?.facts).toMatchObject({
      stage: 'cancelled',
      cancellation: { by: 'buyer', afterHandOver: false },
    });
  });

  it('sent in another program are noticed at the next pull, without waiting for a wide round', async () => {
    const bench = await makeCoupangBench(0);
    const box = await preparedBox(bench);
    const first = await sync(bench.connector);
    const push = trackingOf(box.shipmentBoxId);
    await bench.connector.push(push, 'k');
    const second = await sync(bench.connector, first.cursor);
    expect(second.orders.get(box.shipmentBoxId)?.facts).toMatchObject({
      rawStatus: 'DEPARTURE',
      stage: 'to-hand-over',
      openSteps: ['push-tracking'],
      remoteParcels: [{ trackingNumber: push.trackingNumber, carrier: 'CJGLS', items: null }],
    });
  });

  it('delivered ones are found by the wide round, and looked at one by one', async () => {
    const bench = await makeCoupangBench(60);
    const first = await sync(bench.connector);
    const onTheWay = bench.booked().filter(({ stage }) => stage === 'in-transit');
    const moved = onTheWay.filter(({ remoteId }) => bench.book(remoteId).status === 'DELIVERING');
    for (const { remoteId } of moved) bench.simulator.happen({ event: 'deliver', shipmentBoxId: remoteId });
    expect((await sync(bench.connector, first.cursor)).orders.get(moved[0]!.remoteId)).toBeUndefined();
    bench.pass(HOUR_MS);
    const second = await sync(bench.connector, first.cursor);
    for (const { remoteId } of moved) expect(second.orders.get(remoteId)?.facts.stage).toBe('delivered');
    expect(moved.length).toBeGreaterThan(5);
  });

  it('many that moved on at once are read from lists, not one by one', async () => {
    const bench = await makeCoupangBench(0);
    const boxes = Array.from({ length: 70 }, () => bench.add({ status: 'DELIVERING' }));
    const first = await sync(bench.connector);
    for (const { shipmentBoxId } of boxes) bench.simulator.happen({ event: 'deliver', shipmentBoxId });
    bench.pass(HOUR_MS);
    const before = bench.simulator.requestTimes().length;
    const second = await sync(bench.connector, first.cursor);
    expect(second.orders.size).toBe(70);
    expect(bench.simulator.requestTimes().length - before).toBeLessThan(12);
  });

  it('of the hub (CGF LITE) are no work of the seller', async () => {
    const bench = await makeCoupangBench(0);
    const box = bench.add({ shipmentType: 'CGF LITE' });
    const { orders } = await sync(bench.connector);
    expect(orders.get(box.shipmentBoxId)?.facts).toMatchObject({
      stage: 'in-transit',
      steps: [],
      openSteps: [],
      service: 'CGF LITE',
    });
    expect((await bench.connector.push(confirmOf(box.shipmentBoxId), 'k')).kind).toBe('rejected');
  });

  it('narrows the window when the gateway gives up, and loses nothing', async () => {
    const bench = await makeCoupangBench(120);
    bench.simulator.faults.add({ kind: 'gateway-504-after-write', path: '/v2/*', method: 'GET', count: 3 });
    const { orders, warnings } = await sync(bench.connector);
    expect(warnings.filter((warning) => warning === 'window-split')).toHaveLength(3);
    expect(orders.size).toBe(bench.booked().length);
  });

  it('tells the gateway to be patient', async () => {
    const bench = await makeCoupangBench(20);
    bench.simulator.faults.add({ kind: 'provider-slow', path: '/v2/*', latencyMs: 20_000 });
    expect((await sync(bench.connector)).orders.size).toBe(bench.booked().length);
  });

  it.each(['money-as-numbers', 'times-plain', 'times-with-fractions', 'code-other-shape', 'code-success'] as const)(
    'mean the same with %s',
    async (kind) => {
      const bench = await makeCoupangBench(30);
      const usual = await sync(bench.connector);
      bench.simulator.faults.add({ kind, path: '/v2/*' });
      const other = await sync(bench.connector);
      const factsOf = ({ orders }: Synced) => [...orders.values()].map(({ facts }) => facts);
      expect(factsOf(other)).toEqual(factsOf(usual));
      expect(factsOf(usual)[0]?.total?.minor).toBeGreaterThan(0);
    },
  );

  it('show ten minutes late and are found then', async () => {
    const bench = await makeCoupangBench(0);
    const box = bench.add({ visibleAtMs: bench.nowMs() + 10 * 60_000 });
    const first = await sync(bench.connector);
    expect(first.orders.size).toBe(0);
    bench.pass(11 * 60_000);
    expect([...(await sync(bench.connector, first.cursor)).orders.keys()]).toEqual([box.shipmentBoxId]);
  });

  it('goes on when a token repeats for ever, says so, and takes nothing for vanished', async () => {
    const bench = await makeCoupangBench(150);
    const first = await bench.connector.pull(null);
    bench.simulator.faults.add({ kind: 'duplicate-page', path: '/v2/*', method: 'GET' });
    const second = await sync(bench.connector, first.nextCursor);
    expect(second.warnings).toContain('cursor-repeated');
    bench.clearFaults();
    bench.pass(2 * HOUR_MS);
    const third = await sync(bench.connector, second.cursor);
    expect(third.orders.size).toBe(bench.booked().length);
  });

  it('a returned box leaves as cancelled after the hand-over', async () => {
    const bench = await makeCoupangBench(0);
    const box = bench.add({ status: 'DELIVERING', carrierCode: 'CJGLS', invoiceNumber: freshNumber() });
    const first = await sync(bench.connector);
    const { receiptId = '' } = bench.simulator.happen({ event: 'buyer-returns', shipmentBoxId: box.shipmentBoxId });
    bench.simulator.happen({ event: 'ask-coupang-check', receiptId });
    bench.simulator.happen({ event: 'coupang-decides', receiptId });
    bench.pass(DAY_MS);
    const second = await sync(bench.connector, first.cursor);
    expect(second.orders.get(box.shipmentBoxId)?.facts).toMatchObject({
      stage: 'cancelled',
      cancellation: { by: 'buyer', afterHandOver: true },
    });
  });
});

/** Changes the answers on their way. */
function bent(http: Http, bend: (text: string, url: string) => string): Http {
  return {
    send: async (request) => {
      const response = await http.send(request);
      const text = bend(new TextDecoder().decode(response.bytes), request.url);
      return { ...response, bytes: new TextEncoder().encode(text) };
    },
  };
}

describe('an odd sheet of Coupang', () => {
  it('is kept raw, takes nothing else with it, and does not hide what vanishes beside it', async () => {
    const bench = await makeCoupangBench(0);
    const [odd, other] = [bench.add(), bench.add()];
    const http = bent(createHttp({ fetch: globalThis.fetch }), (text) =>
      text.replaceAll(new RegExp(`("shipmentBoxId":${odd.shipmentBoxId},.*?"shippingCount":)2`, 'g'), '$1"two"'),
    );
    const connector = bench.connect({ http });
    const first = await connector.pull(null);
    expect(first.odd).toMatchObject([{ remoteId: odd.shipmentBoxId, reason: 'unreadable:orderItems.0.shippingCount' }]);
    const synced = await sync(connector, first.nextCursor);
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: other.shipmentBoxId });
    const after = await sync(connector, synced.cursor);
    expect(after.orders.get(other.shipmentBoxId)?.facts.stage).toBe('cancelled');
  });

  it('that cannot be looked at when it has vanished does not stop the others', async () => {
    const bench = await makeCoupangBench(0);
    const boxes = [bench.add(), bench.add(), bench.add()];
    const http = bent(createHttp({ fetch: globalThis.fetch }), (text, url) =>
      url.endsWith(`ordersheets/${boxes[0]!.shipmentBoxId}`) ? '{"code":200,"data":{"shipmentBoxId":7}}' : text,
    );
    const connector = bench.connect({ http });
    const first = await sync(connector);
    for (const { shipmentBoxId } of boxes) bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId });
    const after = await sync(connector, first.cursor);
    expect([...after.orders.keys()].sort()).toEqual(boxes.slice(1).map((box) => box.shipmentBoxId));
    expect((await sync(bench.connector, after.cursor)).orders.size).toBe(1);
  });
});
