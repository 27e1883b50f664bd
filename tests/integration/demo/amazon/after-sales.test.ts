import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  buyerAsksToCancel,
  giveFeedback,
  returnByBuyer,
  takeMoneyBack,
  withdrawRole,
} from '../../../../src-main/demo/amazon/happenings.ts';
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
  us,
  type Bench,
} from './support/start-amazon.ts';

const reports = '/reports/2021-06-30/reports';
const reportDocuments = '/reports/2021-06-30/documents';

async function shipped(): Promise<{ bench: Bench; order: AmazonOrder }> {
  const bench = await startAmazon();
  const order = newOrder();
  bench.simulator.addOrder(order);
  await bench.send('POST', confirmPath(order), confirmation(order));
  bench.pass(minute);
  return { bench, order };
}

async function ask(
  bench: Bench,
  reportType: string,
  more: Record<string, unknown> = {},
): Promise<{ status: string; documentId: string }> {
  const created = await bench.send('POST', reports, { reportType, marketplaceIds: [us], ...more });
  expect(created.status).toBe(202);
  const status = async () => (await bench.get(`${reports}/${created.json.reportId}`)).json;
  expect((await status()).processingStatus).toBe('IN_QUEUE');
  bench.pass(10_000);
  expect((await status()).processingStatus).toBe('IN_PROGRESS');
  bench.pass(20_000);
  const done = await status();
  return { status: done.processingStatus, documentId: done.reportDocumentId };
}

async function download(
  bench: Bench,
  documentId: string,
  token?: string,
): Promise<{ text: string; type: string | null }> {
  const { json } = await bench.get(`${reportDocuments}/${documentId}`, {}, token === undefined ? {} : { token });
  const response = await fetch(json.url);
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = (json.compressionAlgorithm === 'GZIP' ? gunzipSync(bytes) : bytes).toString('latin1');
  return { text, type: response.headers.get('content-type') };
}

describe('reports', () => {
  it('of returns come as a tab separated file', async () => {
    const { bench, order } = await shipped();
    const rmaId = bench.simulator.happen((store, nowMs) => returnByBuyer(store, order.orderId, 'DEFECTIVE', nowMs));
    const { status, documentId } = await ask(bench, 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE');
    expect(status).toBe('DONE');
    const { text, type } = await download(bench, documentId);
    expect(type).toBe('text/plain; charset=Cp1252');
    const [head, row] = text.split('\r\n').map((line) => line.split('\t'));
    const cell = (name: string) => row![head!.indexOf(name)];
    expect(['Order ID', 'Amazon RMA ID', 'Return Reason', 'Return request date', 'Order Item ID'].map(cell)).toEqual([
      order.orderId,
      rmaId,
      'DEFECTIVE',
      '22-Nov-2026',
      order.lines[0]!.orderItemId,
    ]);
  });

  it('are CANCELLED when there is nothing, FATAL when the span is too long', async () => {
    const { bench } = await shipped();
    const type = 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE';
    expect((await ask(bench, type)).status).toBe('CANCELLED');
    expect((await ask(bench, type, { dataStartTime: '2026-09-01T00:00:00Z' })).status).toBe('FATAL');
  });

  it('of feedback and of the account', async () => {
    const { bench, order } = await shipped();
    bench.simulator.happen((store, nowMs) =>
      giveFeedback(store, order.orderId, { rating: 2, comments: 'late' }, nowMs),
    );
    const feedback = await ask(bench, 'GET_SELLER_FEEDBACK_DATA');
    expect((await download(bench, feedback.documentId)).text).toContain(`2\tlate\t\t${order.orderId}`);
    const metrics = await ask(bench, 'GET_V2_SELLER_PERFORMANCE_REPORT');
    expect(
      JSON.parse((await download(bench, metrics.documentId)).text).performanceMetrics[0].lateShipmentRate,
    ).toMatchObject({
      orderCount: 1,
      rate: 0,
      targetValue: 0.04,
      targetCondition: 'LESS_THAN',
      status: 'GOOD',
    });
  });

  it('with personal data open with a restricted token for that very document', async () => {
    const bench = await startAmazon();
    bench.simulator.addOrder(newOrder());
    const { documentId } = await ask(bench, 'GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING');
    expect((await bench.get(`${reportDocuments}/${documentId}`)).status).toBe(403);
    const rdt = (path: string) =>
      bench.send('POST', '/tokens/2021-03-01/restrictedDataToken', { restrictedResources: [{ method: 'GET', path }] });
    expect((await rdt(`${reportDocuments}/{reportDocumentId}`)).status).toBe(400);
    const { json } = await rdt(`${reportDocuments}/${documentId}`);
    expect((await download(bench, documentId, json.restrictedDataToken)).text).toContain(newOrder().address.name);
  });

  it('refuse what no document knows, with their own code', async () => {
    const bench = await startAmazon();
    const reply = await bench.send('POST', reports, { reportType: 'GET_GOSSIP', marketplaceIds: [us] });
    expect([reply.status, reply.json.errors[0].code]).toEqual([400, '400']);
    expect((await bench.get(`${reports}/1`)).status).toBe(404);
  });

  it('have addresses that die after five minutes', async () => {
    const { bench, order } = await shipped();
    bench.simulator.happen((store, nowMs) => returnByBuyer(store, order.orderId, 'DEFECTIVE', nowMs));
    const { documentId } = await ask(bench, 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE');
    const { json } = await bench.get(`${reportDocuments}/${documentId}`);
    bench.pass(5 * minute);
    const dead = await fetch(json.url);
    expect([dead.status, await dead.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
  });
});

describe('restricted data tokens', () => {
  const path = '/tokens/2021-03-01/restrictedDataToken';
  const mfn = { method: 'GET', path: '/mfn/v0/shipments/{shipmentId}' };
  const orders = { method: 'GET', path: '/orders/v0/orders', dataElements: ['buyerInfo', 'shippingAddress'] };

  it('are given for restricted resources, for an hour', async () => {
    const bench = await startAmazon();
    const { status, json } = await bench.send('POST', path, { restrictedResources: [mfn, orders] });
    expect([status, json]).toEqual([
      200,
      { restrictedDataToken: expect.stringMatching(/^Atz\.sprdt\|/u), expiresIn: 3600 },
    ]);
  });

  it.each([
    [[], 'must not be empty'],
    [Array.from({ length: 51 }, () => mfn), 'more than 50'],
    [[{ ...mfn, dataElements: ['buyerInfo'] }], 'dataElements is not supported'],
    [[{ method: 'GET', path: '/orders/2026-01-01/orders' }], 'not a restricted operation'],
  ])('are refused: %o', async (restrictedResources, message) => {
    const bench = await startAmazon();
    const reply = await bench.send('POST', path, { restrictedResources });
    expect([reply.status, reply.json.errors[0].message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('need the role', async () => {
    const bench = await startAmazon();
    bench.simulator.happen((store) => withdrawRole(store, 'direct-to-consumer-shipping'));
    const reply = await bench.send('POST', path, { restrictedResources: [orders] });
    expect(reply.json.errors[0]).toMatchObject({
      code: 'InvalidInput',
      message: 'Application does not have access to one or more requested data elements: [buyerInfo, shippingAddress]',
    });
  });
});

describe('buyers', () => {
  it('ask to cancel, which the order shows', async () => {
    const bench = await startAmazon();
    const order = newOrder();
    bench.simulator.addOrder(order);
    bench.simulator.happen((store, nowMs) => buyerAsksToCancel(store, order.orderId, 'NO_LONGER_NEEDED', nowMs));
    const { json } = await bench.get(`${searchPath}/${order.orderId}`, { includedData: 'CANCELLATION' });
    expect(json.order.orderItems[0].cancellation).toEqual({
      cancellationRequest: { requester: 'BUYER', cancelReason: 'NO_LONGER_NEEDED' },
    });
  });

  it('get messages of the allowed kinds', async () => {
    const { bench, order } = await shipped();
    const path = `/messaging/v1/orders/${order.orderId}`;
    const query = `?marketplaceIds=${us}`;
    const actions = await bench.get(path, { marketplaceIds: us });
    expect(actions.headers.get('content-type')).toBe('application/hal+json');
    const names = actions.json._links.actions.map((link: { name: string }) => link.name);
    expect(names).toEqual([
      'confirmOrderDetails',
      'confirmDeliveryDetails',
      'unexpectedProblem',
      'invoice',
      'legalDisclosure',
      'warranty',
    ]);
    const sent = await bench.send('POST', `${path}/messages/confirmDeliveryDetails${query}`, {
      text: 'Is the gate code still valid?',
    });
    expect([sent.status, sent.json]).toEqual([201, {}]);
    expect(bench.book(order.orderId).effects.messages).toMatchObject([{ kind: 'confirmDeliveryDetails' }]);
    for (const text of ['', 'x'.repeat(2_001), 'see <b>this</b>', 'write to me@example.com']) {
      expect((await bench.send('POST', `${path}/messages/unexpectedProblem${query}`, { text })).status).toBe(400);
      bench.pass(1_000);
    }
    expect(
      (await bench.send('POST', `${path}/messages/confirmCustomizationDetails${query}`, { text: 'x' })).status,
    ).toBe(403);
    expect((await bench.get(`${path}/attributes`, { marketplaceIds: us })).json).toEqual({
      buyer: { locale: 'en-US' },
    });
    bench.pass(minute);
    expect((await bench.get(path)).json.errors[0].message).toContain('marketplaceIds');
  });

  it('are asked for a review once, in its time', async () => {
    const { bench, order } = await shipped();
    const path = `/solicitations/v1/orders/${order.orderId}`;
    const links = async () => (await bench.get(path, { marketplaceIds: us })).json._links.actions.length as number;
    const solicit = () =>
      bench.send('POST', `${path}/solicitations/productReviewAndSellerFeedback?marketplaceIds=${us}`);
    expect([await links(), (await solicit()).status]).toEqual([0, 403]);
    bench.pass(13 * day);
    expect([await links(), (await solicit()).status, await links()]).toEqual([1, 201, 0]);
    expect((await solicit()).status).toBe(403);
  });
});

describe('money', () => {
  it('shows late, by order and by time', async () => {
    const { bench, order } = await shipped();
    bench.simulator.happen((store, nowMs) => takeMoneyBack(store, order.orderId, 'GuaranteeClaim', 500, nowMs));
    const byOrder = { relatedIdentifierName: 'ORDER_ID', relatedIdentifierValue: order.orderId };
    const list = async (query: Record<string, string>) =>
      (await bench.get('/finances/2024-06-19/transactions', query)).json;
    expect((await list(byOrder)).payload.transactions).toEqual([]);
    bench.pass(48 * hour);
    const { transactions } = (await list(byOrder)).payload;
    expect(transactions.map((entry: { transactionType: string }) => entry.transactionType)).toEqual([
      'Shipment',
      'GuaranteeClaim',
    ]);
    expect(transactions[1]).toMatchObject({
      transactionStatus: 'DEFERRED',
      totalAmount: { currencyCode: 'USD', currencyAmount: -5 },
    });
    expect((await list({ postedAfter: '2026-11-01T00:00:00Z' })).payload.transactions).toHaveLength(2);
    expect(
      (await list({ postedAfter: '2026-01-01T00:00:00Z', postedBefore: '2026-11-01T00:00:00Z' })).errors[0].message,
    ).toContain('180 days');
    expect((await list({})).errors[0].message).toContain('postedAfter is required');
    const events = (await bench.get(`/finances/v0/orders/${order.orderId}/financialEvents`)).json.payload
      .FinancialEvents;
    expect([events.ShipmentEventList.length, events.GuaranteeClaimEventList.length, events.RefundEventList]).toEqual([
      1,
      1,
      [],
    ]);
  });
});

describe('stock', () => {
  const path = (bench: Bench, sku = 'MUG-MOON-350') =>
    `/listings/2021-08-01/items/${bench.simulator.keys().sellerIds.NA}/${sku}?marketplaceIds=${us}`;
  const body = (quantity: unknown, op = 'replace') => ({
    productType: 'PRODUCT',
    patches: [
      { op, path: '/attributes/fulfillment_availability', value: [{ fulfillment_channel_code: 'DEFAULT', quantity }] },
    ],
  });

  it('is patched and counted', async () => {
    const bench = await startAmazon();
    const reply = await bench.send('PATCH', path(bench), body(31));
    expect([reply.status, reply.json]).toMatchObject([200, { sku: 'MUG-MOON-350', status: 'ACCEPTED', issues: [] }]);
    expect(
      (await bench.get(`${path(bench)}&includedData=fulfillmentAvailability`)).json.fulfillmentAvailability,
    ).toEqual([{ fulfillmentChannelCode: 'DEFAULT', quantity: 31 }]);
    expect((await bench.send('PATCH', `${path(bench)}&mode=VALIDATION_PREVIEW`, body(5))).json.status).toBe('VALID');
    expect((await bench.send('PATCH', path(bench), body(5, 'delete'))).json.status).toBe('INVALID');
    const listing = bench.simulator
      .world()
      .listings.find((entry) => entry.sku === 'MUG-MOON-350' && entry.region === 'NA');
    expect(listing).toMatchObject({ quantity: 31, changes: [{ quantity: 31 }] });
  });

  it('refuses nonsense', async () => {
    const bench = await startAmazon();
    expect((await bench.send('PATCH', path(bench), body(-1))).status).toBe(400);
    expect((await bench.send('PATCH', path(bench), body('3'))).status).toBe(400);
    expect((await bench.send('PATCH', path(bench, 'NO-SUCH'), body(1))).status).toBe(404);
    expect((await bench.send('PATCH', path(bench).replace('SELLER', 'OTHER'), body(1))).status).toBe(403);
  });
});
