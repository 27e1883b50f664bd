import { describe, expect, it } from 'vitest';
import type { AmazonOrder } from '../../../../src-main/demo/amazon/order.ts';
import { hour, minute, newOrder, startAmazon, type Bench, type Reply } from './support/start-amazon.ts';

const ratesPath = '/shipping/v2/shipments/rates';
const shipments = '/shipping/v2/shipments';
const shipFrom = {
  name: 'Chenguang',
  addressLine1: '500 Warehouse Way',
  city: 'Reno',
  stateOrRegion: 'NV',
  postalCode: '89501',
  countryCode: 'US',
};
const zpl = {
  format: 'ZPL',
  size: { width: 4, length: 6, unit: 'INCH' },
  dpi: 203,
  pageLayout: 'DEFAULT',
  needFileJoining: false,
  requestedDocumentTypes: ['LABEL'],
};

function request(order: AmazonOrder, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    shipFrom,
    packages: [
      {
        dimensions: { length: 10, width: 6, height: 4, unit: 'INCH' },
        weight: { unit: 'OUNCE', value: 16 },
        insuredValue: { value: 20, unit: 'USD' },
        packageClientReferenceId: 'box-1',
        items: order.lines.map(({ orderItemId, quantity }) => ({ itemIdentifier: orderItemId, quantity })),
      },
    ],
    channelDetails: { channelType: 'AMAZON', amazonOrderDetails: { orderId: order.orderId } },
    ...changes,
  };
}

async function withOrder(): Promise<{ bench: Bench; order: AmazonOrder }> {
  const bench = await startAmazon();
  const order = newOrder();
  bench.simulator.addOrder(order);
  return { bench, order };
}

async function purchase(
  bench: Bench,
  rates: Reply,
  changes: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Reply> {
  const { requestToken, rates: list } = rates.json.payload;
  const body = { requestToken, rateId: list[0].rateId, requestedDocumentSpecification: zpl, ...changes };
  return await bench.send('POST', shipments, body, { headers });
}

describe('Shipping v2', () => {
  it('sells a label as plain base64 within ten minutes and confirms the order', async () => {
    const { bench, order } = await withOrder();
    const rates = await bench.send('POST', ratesPath, request(order), {
      headers: { 'x-amzn-shipping-business-id': 'AmazonShipping_US' },
    });
    expect(rates.json.payload.rates[0]).toMatchObject({
      carrierId: 'USPS',
      totalCharge: { unit: 'USD' },
      requiresAdditionalInputs: false,
    });
    const bought = await purchase(bench, rates);
    const [detail] = bought.json.payload.packageDocumentDetails;
    expect([bought.status, detail.packageClientReferenceId]).toEqual([200, 'box-1']);
    expect(detail.packageDocuments).toMatchObject([{ type: 'LABEL', format: 'ZPL' }]);
    expect(Buffer.from(detail.packageDocuments[0].contents, 'base64').toString()).toContain(detail.trackingId);
    expect(bench.book(order.orderId).packages).toMatchObject([
      { via: 'shipping-v2', facts: { trackingNumber: detail.trackingId } },
    ]);
    const path = `${shipments}/${bought.json.payload.shipmentId}/documents`;
    const again = await bench.get(path, { packageClientReferenceId: 'box-1', format: 'PDF', dpi: '203' });
    expect(
      Buffer.from(again.json.payload.packageDocumentDetail.packageDocuments[0].contents, 'base64').toString('latin1'),
    ).toMatch(/^%PDF/u);
    expect(bench.book(order.orderId).effects.labelsBought).toBe(1);
  });

  it('says TOKEN_EXPIRED after ten minutes', async () => {
    const { bench, order } = await withOrder();
    const rates = await bench.send('POST', ratesPath, request(order));
    bench.pass(10 * minute);
    const late = await purchase(bench, rates);
    expect([late.status, late.json.errors[0].code]).toEqual([400, 'TOKEN_EXPIRED']);
  });

  it('buys once with one idempotency key', async () => {
    const { bench, order } = await withOrder();
    const rates = await bench.send('POST', ratesPath, request(order));
    const key = { 'x-amzn-IdempotencyKey': 'order-1-box-1' };
    const first = await purchase(bench, rates, {}, key);
    const second = await purchase(bench, rates, {}, key);
    expect(second.json).toEqual(first.json);
    await purchase(bench, rates);
    expect(bench.book(order.orderId).effects.labelsBought).toBe(2);
  });

  it.each([
    [{ shipFrom: { ...shipFrom, stateOrRegion: undefined } }, 'shipFrom.stateOrRegion'],
    [{ packages: [] }, 'packages'],
    [{ channelDetails: { channelType: 'AMAZON' } }, 'amazonOrderDetails'],
    [{ channelDetails: { channelType: 'EXTERNAL' } }, 'shipTo is required'],
    [{ speed: 'fast' }, 'unknown fields'],
  ])('refuses rates for %o', async (changes, message) => {
    const { bench, order } = await withOrder();
    const reply = await bench.send('POST', ratesPath, request(order, changes));
    expect([reply.status, reply.json.errors[0].message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('refuses a specification that no rate offers, and a strange programme', async () => {
    const { bench, order } = await withOrder();
    const rates = await bench.send('POST', ratesPath, request(order));
    for (const wrong of [
      { dpi: 600 },
      { needFileJoining: true },
      { size: { width: 100, length: 150, unit: 'CENTIMETER' } },
    ]) {
      expect((await purchase(bench, rates, { requestedDocumentSpecification: { ...zpl, ...wrong } })).status).toBe(400);
    }
    const strange = await bench.send('POST', ratesPath, request(order), {
      headers: { 'x-amzn-shipping-business-id': 'AmazonShipping_CN' },
    });
    expect(strange.status).toBe(400);
  });

  it('cancels before the first scan and follows afterwards', async () => {
    const { bench, order } = await withOrder();
    const bought = await purchase(bench, await bench.send('POST', ratesPath, request(order)));
    const { trackingId } = bought.json.payload.packageDocumentDetails[0];
    const follow = async () =>
      (await bench.get('/shipping/v2/tracking', { trackingId, carrierId: 'USPS' })).json.payload.summary.status;
    expect(await follow()).toBe('PreTransit');
    bench.pass(2 * hour);
    expect(await follow()).toBe('InTransit');
    expect((await bench.send('PUT', `${shipments}/${bought.json.payload.shipmentId}/cancel`)).status).toBe(400);
    const other = newOrder({ serial: 901 });
    bench.simulator.addOrder(other);
    const second = await purchase(bench, await bench.send('POST', ratesPath, request(other)));
    const path = `${shipments}/${second.json.payload.shipmentId}`;
    expect((await bench.send('PUT', `${path}/cancel`)).status).toBe(200);
    expect((await bench.get(`${path}/documents`, { packageClientReferenceId: 'box-1' })).status).toBe(400);
  });

  it('sells labels for other channels too', async () => {
    const { bench, order } = await withOrder();
    const rates = await bench.send(
      'POST',
      ratesPath,
      request(order, { channelDetails: { channelType: 'EXTERNAL' }, shipTo: { ...shipFrom, name: 'Somebody' } }),
    );
    expect((await purchase(bench, rates)).status).toBe(200);
    expect(bench.book(order.orderId).packages).toEqual([]);
  });
});
