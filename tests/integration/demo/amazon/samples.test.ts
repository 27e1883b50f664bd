import { describe, expect, it } from 'vitest';
import type { AmazonOrder } from '../../../../src-main/demo/amazon/order.ts';
import { makeAmazonOrder } from '../../../../src-main/demo/amazon/day/make-order.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';
import { confirmPath, minute, searchPath, startAmazon, usefulData } from './support/start-amazon.ts';

/** The order of the reference's sample answer, in the books. */
function sampleOrder(): AmazonOrder {
  const createdAtMs = Date.parse('2026-11-02T08:15:30.120Z');
  const order = makeAmazonOrder(seededRandom(1), {
    serial: 1,
    region: 'NA',
    createdAtMs,
    items: [['MUG-MOON-350', 2]],
  });
  return {
    ...order,
    orderId: '114-0000001-0000001',
    updatedAtMs: Date.parse('2026-11-02T08:46:11.004Z'),
    buyer: { ...order.buyer, email: 'x1y2z3@marketplace.amazon.com' },
    address: {
      ...order.address,
      name: 'A. Buyer',
      lines: ['1 Test St'],
      city: 'Seattle',
      stateOrRegion: 'WA',
      postalCode: '98101',
      phone: '+1 555-0100',
    },
    shipByWindow: { earliestMs: Date.parse('2026-11-02T08:00:00Z'), latestMs: Date.parse('2026-11-05T07:59:59Z') },
    lines: order.lines.map((line) => ({
      ...line,
      orderItemId: '12345678901234',
      asin: 'B0TEST0001',
      sku: 'MUG-RED',
      title: 'Mug',
      unitPriceMinor: 1_249,
      taxMinor: 0,
    })),
  };
}

const sampleAnswer = {
  orderId: '114-0000001-0000001',
  createdTime: '2026-11-02T08:15:30.120Z',
  lastUpdatedTime: '2026-11-02T08:46:11.004Z',
  programs: [],
  salesChannel: { channelName: 'AMAZON', marketplaceId: 'ATVPDKIKX0DER', marketplaceName: 'Amazon.com' },
  buyer: { buyerEmail: 'x1y2z3@marketplace.amazon.com' },
  recipient: {
    deliveryAddress: {
      name: 'A. Buyer',
      addressLine1: '1 Test St',
      city: 'Seattle',
      stateOrRegion: 'WA',
      postalCode: '98101',
      countryCode: 'US',
      phone: '+1 555-0100',
      addressType: 'RESIDENTIAL',
    },
  },
  proceeds: { grandTotal: { amount: '24.98', currencyCode: 'USD' } },
  fulfillment: {
    fulfillmentStatus: 'UNSHIPPED',
    fulfilledBy: 'MERCHANT',
    fulfillmentServiceLevel: 'STANDARD',
    shipByWindow: { earliestDateTime: '2026-11-02T08:00:00Z', latestDateTime: '2026-11-05T07:59:59Z' },
  },
  orderItems: [
    {
      orderItemId: '12345678901234',
      quantityOrdered: 2,
      product: {
        asin: 'B0TEST0001',
        sellerSku: 'MUG-RED',
        title: 'Mug',
        price: { unitPrice: { amount: '12.49', currencyCode: 'USD' } },
      },
      fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 2 },
    },
  ],
};

describe('the samples of the reference', () => {
  it('come out of searchOrders and getOrder', async () => {
    const bench = await startAmazon();
    // The clock goes back to the day of the sample: later, the platform would have cancelled the order.
    bench.pass(Date.parse('2026-11-02T09:02:00Z') - bench.nowMs());
    bench.simulator.addOrder(sampleOrder());
    const query = { lastUpdatedAfter: '2026-11-02T08:00:00Z', includedData: usefulData };
    const found = await bench.get(searchPath, query);
    expect(found.json).toMatchObject({
      orders: [sampleAnswer],
      pagination: {},
      lastUpdatedBefore: '2026-11-02T09:00:00Z',
    });
    const one = await bench.get(`${searchPath}/114-0000001-0000001`, { includedData: usefulData });
    expect(one.json.order).toMatchObject(sampleAnswer);
  });

  it('go into confirmShipment', async () => {
    const bench = await startAmazon();
    bench.pass(Date.parse('2026-11-03T10:05:00Z') - bench.nowMs());
    bench.simulator.addOrder(sampleOrder());
    const body = {
      marketplaceId: 'ATVPDKIKX0DER',
      packageDetail: {
        packageReferenceId: '1',
        carrierCode: 'Other',
        carrierName: 'YunExpress',
        shippingMethod: 'Standard',
        trackingNumber: 'YT0000000000000001',
        shipDate: '2026-11-03T10:00:00Z',
        orderItems: [{ orderItemId: '12345678901234', quantity: 2 }],
      },
    };
    expect((await bench.send('POST', confirmPath(sampleOrder()), body)).status).toBe(204);
    bench.pass(minute);
    const { json } = await bench.get(`${searchPath}/114-0000001-0000001`, { includedData: usefulData });
    expect(json.order).toMatchObject({
      fulfillment: { fulfillmentStatus: 'SHIPPED' },
      packages: [{ trackingNumber: 'YT0000000000000001', carrier: 'YunExpress' }],
    });
  });
});
