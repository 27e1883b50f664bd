import { type JsonNode, readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';

/** A value as a JSON tree without lost digits. */
export const node = (value: unknown): JsonNode => readJson(JSON.stringify(value))!.node;

/** The sample answer of searchOrders (Orders API v2026-01-01), its one order. */
export const sampleOrder = {
  orderId: '114-0000001-0000001',
  createdTime: '2026-11-02T08:15:30.120Z',
  lastUpdatedTime: '2026-11-02T08:46:11.004Z',
  programs: [] as string[],
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

/** A package as an order shows it. */
export const samplePackage = (status: string, detailedStatus?: string) => ({
  packageReferenceId: '1',
  carrier: 'YunExpress',
  shipTime: '2026-11-03T10:00:00Z',
  trackingNumber: 'YT0000000000000001',
  packageStatus: { status, ...(detailedStatus === undefined ? {} : { detailedStatus }) },
  packageItems: [{ orderItemId: '12345678901234', quantity: 2 }],
});

export const sampleSettings = {
  region: 'NA',
  sellerId: 'A1SELLER000000',
  clientId: 'amzn1.application-oa2-client.00000000000000000000000000000001',
  clientSecret: 'amzn1.oa2-cs.v1.0000000000000000',
  refreshToken: 'Atzr|IwEB0000000000',
};
