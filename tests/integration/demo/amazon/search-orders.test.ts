import { describe, expect, it } from 'vitest';
import { denyMarketplace, withdrawRole } from '../../../../src-main/demo/amazon/happenings.ts';
import {
  day,
  hour,
  minute,
  newOrder,
  searchPath,
  startAmazon,
  startMs,
  testTimings,
  us,
  usefulData,
  type Bench,
} from './support/start-amazon.ts';

const recent = '2026-11-20T00:00:00Z';

async function withOrders(count: number): Promise<Bench> {
  const bench = await startAmazon();
  for (let serial = 1; serial <= count; serial += 1) {
    bench.simulator.addOrder(newOrder({ serial, createdAtMs: startMs - hour - serial * minute }));
  }
  return bench;
}

function ids(json: { orders: { orderId: string }[] }): string[] {
  return json.orders.map((order) => order.orderId);
}

describe('searchOrders', () => {
  it('gives orders oldest first, without a wrapper, with the bound of the server', async () => {
    const bench = await withOrders(3);
    const { status, json, headers } = await bench.get(searchPath, { lastUpdatedAfter: recent, marketplaceIds: us });
    expect([status, json.payload, json.pagination]).toEqual([200, undefined, {}]);
    expect(ids(json)).toEqual([3, 2, 1].map((serial) => newOrder({ serial }).orderId));
    expect(json.lastUpdatedBefore).toBe('2026-11-22T05:58:00Z');
    expect(headers.get('x-amzn-ratelimit-limit')).toBe('0.0056');
    expect((await bench.get(searchPath, { createdAfter: recent })).json.createdBefore).toBe('2026-11-22T05:58:00Z');
  });

  it('shows what was asked for and no more', async () => {
    const bench = await withOrders(1);
    const bare = (await bench.get(searchPath, { createdAfter: recent })).json.orders[0];
    expect(Object.keys(bare).toSorted()).toEqual([
      'createdTime',
      'lastUpdatedTime',
      'orderId',
      'orderItems',
      'programs',
      'salesChannel',
    ]);
    expect(Object.keys(bare.orderItems[0]).toSorted()).toEqual(['orderItemId', 'product', 'quantityOrdered']);
    const full = (await bench.get(searchPath, { createdAfter: recent, includedData: usefulData })).json.orders[0];
    expect(full).toMatchObject({
      createdTime: '2026-11-22T04:59:00.000Z',
      salesChannel: { channelName: 'AMAZON', marketplaceId: us, marketplaceName: 'Amazon.com' },
      buyer: { buyerEmail: expect.stringContaining('@marketplace.amazon.com') },
      recipient: { deliveryAddress: { countryCode: 'US', addressType: 'RESIDENTIAL', phone: expect.any(String) } },
      proceeds: { grandTotal: { amount: expect.stringMatching(/^\d+\.\d\d$/u), currencyCode: 'USD' } },
      fulfillment: {
        fulfillmentStatus: 'UNSHIPPED',
        fulfilledBy: 'MERCHANT',
        fulfillmentServiceLevel: 'STANDARD',
        shipByWindow: { latestDateTime: '2026-11-24T06:00:00Z' },
      },
      packages: [],
    });
    expect(full.buyer.buyerName).toBeUndefined();
    expect(full.orderItems[0]).toMatchObject({
      quantityOrdered: 2,
      product: { sellerSku: 'MUG-MOON-350', price: { unitPrice: { currencyCode: 'USD' } } },
      fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 2 },
      proceeds: { breakdowns: [{ type: 'ITEM' }, { type: 'TAX' }] },
    });
  });

  it.each([
    [{}, 'Exactly one of'],
    [{ createdAfter: recent, lastUpdatedAfter: recent }, 'Exactly one of'],
    [{ createdAfter: recent, lastUpdatedBefore: recent }, 'lastUpdatedBefore'],
    [{ lastUpdatedAfter: recent, createdBefore: recent }, 'createdBefore'],
    [{ createdAfter: recent, createdBefore: '2026-11-22T05:59:00Z' }, 'two minutes'],
    [{ createdAfter: recent, createdBefore: '2026-11-19T00:00:00Z' }, 'earlier'],
    [{ createdAfter: '2026-11-20T09:00:00+09:00' }, 'ISO 8601'],
    [{ createdAfter: '2026-11-20' }, 'ISO 8601'],
    [{ createdAfter: recent, maxResultsPerPage: '0' }, 'between 1 and 100'],
    [{ createdAfter: recent, maxResultsPerPage: '101' }, 'between 1 and 100'],
    [{ createdAfter: recent, fulfillmentStatuses: 'Unshipped' }, 'fulfillmentStatuses'],
    [{ createdAfter: recent, includedData: 'ITEMS' }, 'includedData'],
    [{ createdAfter: recent, marketplaceIds: Array.from({ length: 51 }, () => us).join(',') }, 'more than 50'],
    [{ createdAfter: recent, paginationToken: 'nonsense' }, 'paginationToken'],
    [{ createdAfter: recent, status: 'x' }, 'unknown parameter'],
  ])('refuses %o', async (query, message) => {
    const bench = await startAmazon();
    const reply = await bench.get(searchPath, query as Record<string, string>);
    expect([reply.status, reply.json.errors[0].code]).toEqual([400, 'InvalidInput']);
    expect(reply.json.errors[0].message).toContain(message);
    expect(reply.headers.get('x-amzn-ratelimit-limit')).toBe('0.0056');
  });

  it('pages with a token that belongs to its request and lives a day', async () => {
    const bench = await withOrders(5);
    const query = { createdAfter: recent, marketplaceIds: us, maxResultsPerPage: '2' };
    const first = (await bench.get(searchPath, query)).json;
    const paginationToken = first.pagination.nextToken as string;
    const second = (await bench.get(searchPath, { ...query, paginationToken })).json;
    const third = (await bench.get(searchPath, { ...query, paginationToken: second.pagination.nextToken })).json;
    expect([...ids(first), ...ids(second), ...ids(third)]).toEqual(
      [5, 4, 3, 2, 1].map((serial) => newOrder({ serial }).orderId),
    );
    expect(third.pagination.nextToken).toBeUndefined();
    const changed = await bench.get(searchPath, { ...query, includedData: 'BUYER', paginationToken });
    expect([changed.status, changed.json.errors[0].message]).toEqual([
      400,
      'paginationToken does not match the other request parameters.',
    ]);
    bench.pass(day);
    expect((await bench.get(searchPath, { ...query, paginationToken })).json.errors[0].message).toBe(
      'paginationToken is expired.',
    );
  });

  it('filters by status, channel and marketplace', async () => {
    const bench = await withOrders(2);
    bench.simulator.addOrder({ ...newOrder({ serial: 50 }), fulfilledBy: 'AMAZON' });
    bench.simulator.addOrder({ ...newOrder({ serial: 51 }), stage: 'PENDING' });
    const count = async (query: Record<string, string>): Promise<number> =>
      (await bench.get(searchPath, { createdAfter: recent, ...query })).json.orders.length as number;
    expect(await count({ fulfilledBy: 'AMAZON' })).toBe(1);
    expect(await count({ fulfilledBy: 'MERCHANT,AMAZON' })).toBe(4);
    expect(await count({ fulfillmentStatuses: 'PENDING' })).toBe(1);
    expect(await count({ fulfillmentStatuses: 'PENDING,UNSHIPPED', fulfilledBy: 'MERCHANT' })).toBe(3);
    expect(await count({ marketplaceIds: 'A2EUQ1WTGCTBG2' })).toBe(0);
  });

  it('denies marketplaces that are not the account’s, and one that is denied', async () => {
    const bench = await withOrders(1);
    const foreign = await bench.get(searchPath, { createdAfter: recent, marketplaceIds: `${us},A1PA6795UKMFR9` });
    expect(foreign.status).toBe(403);
    bench.simulator.happen((store) => denyMarketplace(store, 'NA', us));
    expect((await bench.get(searchPath, { createdAfter: recent, marketplaceIds: us })).status).toBe(403);
    expect((await bench.get(searchPath, { createdAfter: recent, marketplaceIds: 'A2EUQ1WTGCTBG2' })).status).toBe(200);
  });

  it('shows late what the index learns late', async () => {
    const bench = await startAmazon({ timings: { ...testTimings, searchLagMs: 5 * minute } });
    bench.simulator.addOrder(newOrder({ createdAtMs: startMs - 3 * minute }));
    const find = async (): Promise<number> =>
      (await bench.get(searchPath, { lastUpdatedAfter: recent })).json.orders.length as number;
    expect(await find()).toBe(0);
    bench.pass(2 * minute);
    expect(await find()).toBe(1);
  });
});

describe('personal data', () => {
  it('stay away without the role, but the order stays', async () => {
    const bench = await withOrders(1);
    bench.simulator.happen((store) => withdrawRole(store, 'direct-to-consumer-shipping'));
    const order = (await bench.get(searchPath, { createdAfter: recent, includedData: usefulData })).json.orders[0];
    expect(order.buyer).toEqual({});
    expect(Object.keys(order.recipient.deliveryAddress).toSorted()).toEqual([
      'addressType',
      'city',
      'countryCode',
      'stateOrRegion',
    ]);
    bench.simulator.happen((store) => withdrawRole(store, 'inventory-and-order-tracking'));
    expect((await bench.get(searchPath, { createdAfter: recent })).status).toBe(403);
  });

  it('do not exist before the payment, for FBA, when withheld or blanked', async () => {
    const bench = await startAmazon();
    bench.simulator.addOrder({ ...newOrder({ serial: 1 }), stage: 'PENDING' });
    bench.simulator.addOrder({ ...newOrder({ serial: 2 }), fulfilledBy: 'AMAZON' });
    bench.simulator.addOrder({ ...newOrder({ serial: 3 }), isAddressWithheld: true });
    const get = async (serial: number) =>
      (await bench.get(`${searchPath}/${newOrder({ serial }).orderId}`, { includedData: usefulData })).json.order;
    expect([(await get(1)).recipient, (await get(1)).buyer]).toEqual([undefined, {}]);
    expect((await get(2)).recipient.deliveryAddress.name).toBeUndefined();
    expect((await get(2)).packages).toBeUndefined();
    expect((await get(3)).recipient.deliveryAddress.addressLine1).toBeUndefined();
    expect((await get(3)).buyer.buyerEmail).toBeDefined();
    bench.simulator.addOrder(newOrder({ serial: 4 }));
    bench.simulator.faults.add({ kind: 'blank-pii', path: `${searchPath}/*`, count: 1 });
    expect((await get(4)).buyer).toEqual({});
    expect((await get(4)).buyer.buyerEmail).toBeDefined();
  });

  it('lose the phone when a shipped order is past its delivery date', async () => {
    const bench = await startAmazon();
    const order = newOrder();
    bench.simulator.addOrder(order);
    const facts = {
      carrierCode: 'DHL',
      carrierName: '',
      shippingMethod: '',
      trackingNumber: 'X1',
      shipDateMs: startMs,
    };
    const items = order.lines.map(({ orderItemId, quantity }) => ({ orderItemId, quantity, transparencyCodes: [] }));
    bench.simulator.happen((store) => {
      store.orderInBooks(order.orderId).packages = [
        {
          referenceId: '1',
          acceptedAtMs: startMs,
          via: 'api',
          facts: { ...facts, items },
          shown: { ...facts, items },
          status: 'SHIPPED',
          detailedStatus: '',
          deliveredAtMs: null,
        },
      ];
    });
    const address = async () =>
      (await bench.get(`${searchPath}/${order.orderId}`, { includedData: 'RECIPIENT' })).json.order.recipient
        .deliveryAddress;
    expect((await address()).phone).toBeDefined();
    bench.pass(20 * day);
    expect([(await address()).phone, (await address()).name]).toEqual([undefined, order.address.name]);
  });
});

describe('getOrder', () => {
  it('knows its own orders only', async () => {
    const bench = await startAmazon();
    bench.simulator.addOrder(newOrder());
    const path = `${searchPath}/${newOrder().orderId}`;
    expect((await bench.get(path)).json.order.orderId).toBe(newOrder().orderId);
    const foreign = await bench.get(path, {}, { region: 'EU' });
    expect([foreign.status, foreign.json.errors[0].code, foreign.headers.get('x-amzn-ratelimit-limit')]).toEqual([
      404,
      'NotFound',
      '0.5',
    ]);
    expect((await bench.get(`${searchPath}/12-3-4`)).status).toBe(400);
  });
});
