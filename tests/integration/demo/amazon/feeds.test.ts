import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { AmazonOrder } from '../../../../src-main/demo/amazon/order.ts';
import { minute, newOrder, searchPath, startAmazon, us, type Bench } from './support/start-amazon.ts';

const feeds = '/feeds/2021-06-30/feeds';
const documents = '/feeds/2021-06-30/documents';
const xml = 'text/xml; charset=UTF-8';

async function put(
  url: string,
  text: string,
  contentType = xml,
  headers: Record<string, string> = {},
): Promise<number> {
  return (await fetch(url, { method: 'PUT', body: text, headers: { 'content-type': contentType, ...headers } })).status;
}

async function submit(bench: Bench, feedType: string, text: string, contentType = xml): Promise<string> {
  const { json } = await bench.send('POST', documents, { contentType });
  expect(await put(json.url, text, contentType)).toBe(200);
  const reply = await bench.send('POST', feeds, {
    feedType,
    marketplaceIds: [us],
    inputFeedDocumentId: json.feedDocumentId,
  });
  expect(reply.status).toBe(202);
  return reply.json.feedId as string;
}

async function result(bench: Bench, feedId: string): Promise<{ status: string; text: string }> {
  bench.pass(minute);
  const feed = (await bench.get(`${feeds}/${feedId}`)).json;
  const { json } = await bench.get(`${documents}/${feed.resultFeedDocumentId}`);
  const bytes = Buffer.from(await (await fetch(json.url)).arrayBuffer());
  return {
    status: feed.processingStatus,
    text: (json.compressionAlgorithm === 'GZIP' ? gunzipSync(bytes) : bytes).toString(),
  };
}

function envelope(messageType: string, ...contents: string[]): string {
  const messages = contents.map(
    (content, index) =>
      `<Message><MessageID>${index + 1}</MessageID><${messageType}>${content}</${messageType}></Message>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">
<Header><DocumentVersion>1.01</DocumentVersion><MerchantIdentifier>M_SELLER</MerchantIdentifier></Header>
<MessageType>${messageType}</MessageType>${messages.join('')}</AmazonEnvelope>`;
}

function fulfillment(order: AmazonOrder, trackingNumber: string): string {
  const items = order.lines.map(
    (line) =>
      `<Item><AmazonOrderItemCode>${line.orderItemId}</AmazonOrderItemCode><Quantity>${line.quantity}</Quantity></Item>`,
  );
  return `<AmazonOrderID>${order.orderId}</AmazonOrderID><FulfillmentDate>2026-11-22T05:00:00Z</FulfillmentDate>
<FulfillmentData><CarrierName>Yun &amp; Co</CarrierName><ShippingMethod>Air</ShippingMethod><ShipperTrackingNumber>${trackingNumber}</ShipperTrackingNumber></FulfillmentData>${items.join('')}`;
}

async function withOrder(): Promise<{ bench: Bench; order: AmazonOrder }> {
  const bench = await startAmazon();
  const order = newOrder();
  bench.simulator.addOrder(order);
  return { bench, order };
}

describe('feeds', () => {
  it('go from the queue over work to done, and only then count', async () => {
    const { bench, order } = await withOrder();
    const feedId = await submit(
      bench,
      'POST_ORDER_FULFILLMENT_DATA',
      envelope('OrderFulfillment', fulfillment(order, 'YT1')),
    );
    const status = async () => (await bench.get(`${feeds}/${feedId}`)).json.processingStatus as string;
    expect(await status()).toBe('IN_QUEUE');
    bench.pass(10_000);
    expect(await status()).toBe('IN_PROGRESS');
    expect(bench.book(order.orderId).packages).toEqual([]);
    bench.pass(20_000);
    expect(await status()).toBe('DONE');
    expect(bench.book(order.orderId).packages).toMatchObject([
      {
        referenceId: '1',
        via: 'feed',
        facts: { carrierCode: 'Other', carrierName: 'Yun & Co', trackingNumber: 'YT1' },
      },
    ]);
    bench.pass(minute);
    const shown = (await bench.get(`${searchPath}/${order.orderId}`, { includedData: 'FULFILLMENT' })).json.order;
    expect(shown.fulfillment.fulfillmentStatus).toBe('SHIPPED');
  });

  it('say in the report, not in DONE, what was refused', async () => {
    const { bench, order } = await withOrder();
    const stranger = newOrder({ serial: 7 });
    const text = envelope('OrderFulfillment', fulfillment(stranger, 'YT0'), fulfillment(order, 'YT1'));
    const report = await result(bench, await submit(bench, 'POST_ORDER_FULFILLMENT_DATA', text));
    expect(report.status).toBe('DONE');
    expect(report.text).toContain('<MessagesProcessed>2</MessagesProcessed>');
    expect(report.text).toContain('<MessagesWithError>1</MessagesWithError>');
    expect(report.text).toContain(`<ResultDescription>Order ${stranger.orderId} was not found.`);
    expect(bench.book(order.orderId).effects.confirmations).toHaveLength(1);
  });

  it.each([
    ['no XML', 'order-id\t1'],
    ['cut XML', '<AmazonEnvelope><Header>'],
    ['the wrong message type', envelope('OrderAcknowledgement', '<AmazonOrderID>1</AmazonOrderID>')],
  ])('are FATAL with %s', async (_name, text) => {
    const { bench } = await withOrder();
    expect((await result(bench, await submit(bench, 'POST_ORDER_FULFILLMENT_DATA', text))).status).toBe('FATAL');
  });

  it('cancel an order by acknowledging a failure', async () => {
    const { bench, order } = await withOrder();
    const items = order.lines.map(
      (line) =>
        `<Item><AmazonOrderItemCode>${line.orderItemId}</AmazonOrderItemCode><CancelReason>NoInventory</CancelReason></Item>`,
    );
    const content = (reason: string) =>
      `<AmazonOrderID>${order.orderId}</AmazonOrderID><StatusCode>Failure</StatusCode>${items.join('').replaceAll('NoInventory', reason)}`;
    const wrong = await result(
      bench,
      await submit(bench, 'POST_ORDER_ACKNOWLEDGEMENT_DATA', envelope('OrderAcknowledgement', content('Bored'))),
    );
    expect(wrong.text).toContain('CancelReason');
    expect(bench.book(order.orderId).stage).toBe('OPEN');
    await result(
      bench,
      await submit(bench, 'POST_ORDER_ACKNOWLEDGEMENT_DATA', envelope('OrderAcknowledgement', content('NoInventory'))),
    );
    expect(bench.book(order.orderId)).toMatchObject({ stage: 'CANCELLED', effects: { sellerCancels: 1 } });
    const shown = (await bench.get(`${searchPath}/${order.orderId}`, { includedData: 'CANCELLATION' })).json.order;
    expect(shown.orderItems[0].cancellation.cancellationExecution).toEqual({
      cancelledBy: 'SELLER',
      cancelReason: 'NoInventory',
    });
  });

  it('refund a shipped order, never more than was paid', async () => {
    const { bench, order } = await withOrder();
    const [line] = order.lines;
    const refund = (amount: string) =>
      envelope(
        'OrderAdjustment',
        `<AmazonOrderID>${order.orderId}</AmazonOrderID><AdjustedItem><AmazonOrderItemCode>${line!.orderItemId}</AmazonOrderItemCode><AdjustmentReason>CustomerReturn</AdjustmentReason><ItemPriceAdjustments><Component><Type>Principal</Type><Amount currency="USD">${amount}</Amount></Component></ItemPriceAdjustments></AdjustedItem>`,
      );
    expect((await result(bench, await submit(bench, 'POST_PAYMENT_ADJUSTMENT_DATA', refund('5.00')))).text).toContain(
      'not shipped',
    );
    await result(
      bench,
      await submit(bench, 'POST_ORDER_FULFILLMENT_DATA', envelope('OrderFulfillment', fulfillment(order, 'YT1'))),
    );
    await result(bench, await submit(bench, 'POST_PAYMENT_ADJUSTMENT_DATA', refund('5.00')));
    expect((await result(bench, await submit(bench, 'POST_PAYMENT_ADJUSTMENT_DATA', refund('500.00')))).text).toContain(
      'exceeds',
    );
    expect(bench.book(order.orderId).effects.refunds).toBe(1);
  });

  it('take flat files of fulfilments', async () => {
    const { bench, order } = await withOrder();
    const head = [
      'order-id',
      'order-item-id',
      'quantity',
      'ship-date',
      'carrier-code',
      'carrier-name',
      'tracking-number',
      'ship-method',
    ];
    const rows = [
      [order.orderId, order.lines[0]!.orderItemId, '2', '2026-11-22', 'Other', 'YunExpress', 'YT1', ''],
      [order.orderId, order.lines[1]!.orderItemId, '1', '22.11.2026', 'Other', 'YunExpress', 'YT2', ''],
    ];
    const text = [head, ...rows].map((cells) => cells.join('\t')).join('\r\n');
    const report = await result(
      bench,
      await submit(bench, 'POST_FLAT_FILE_FULFILLMENT_DATA', text, 'text/tab-separated-values; charset=UTF-8'),
    );
    expect(report.text).toContain('Number of records successful\t\t1');
    expect(report.text).toContain('ship-date must be yyyy-mm-dd');
    expect(bench.book(order.orderId).packages.map((parcel) => parcel.facts.trackingNumber)).toEqual(['YT1']);
  });

  it('have documents that are strict and short-lived', async () => {
    const { bench } = await withOrder();
    const { json } = await bench.send('POST', documents, { contentType: xml });
    const create = (id: string, feedType = 'POST_ORDER_FULFILLMENT_DATA') =>
      bench.send('POST', feeds, { feedType, marketplaceIds: [us], inputFeedDocumentId: id });
    const empty = await create(json.feedDocumentId);
    expect([empty.status, empty.json.errors[0].code]).toEqual([400, '400']);
    expect(await put(json.url, 'x', 'text/plain')).toBe(403);
    expect(await put(json.url, 'x', xml, { 'x-amz-access-token': 'Atza|x' })).toBe(400);
    bench.pass(5 * minute);
    expect(await put(json.url, 'x')).toBe(403);
    expect((await create('amzn1.unknown')).json.errors[0].code).toBe('400');
    expect((await create(json.feedDocumentId, 'POST_NONSENSE')).json.errors[0].message).toContain('POST_NONSENSE');
  });

  it('can be cancelled in the queue, and made fatal', async () => {
    const { bench, order } = await withOrder();
    const feedId = await submit(
      bench,
      'POST_ORDER_FULFILLMENT_DATA',
      envelope('OrderFulfillment', fulfillment(order, 'YT1')),
    );
    expect((await bench.send('DELETE', `${feeds}/${feedId}`)).status).toBe(200);
    bench.pass(minute);
    expect((await bench.get(`${feeds}/${feedId}`)).json.processingStatus).toBe('CANCELLED');
    bench.simulator.faults.add({ kind: 'feed-fatal', path: feeds, count: 1 });
    const fatal = await submit(
      bench,
      'POST_ORDER_FULFILLMENT_DATA',
      envelope('OrderFulfillment', fulfillment(order, 'YT1')),
    );
    expect((await bench.get(`${feeds}/${fatal}`)).json.processingStatus).toBe('FATAL');
    expect(bench.book(order.orderId).packages).toEqual([]);
  });
});

describe('a feed that waited while the world went on', () => {
  it('finds the world of its own time', async () => {
    const { bench, order } = await withOrder();
    const late = newOrder({ serial: 901 });
    late.script = [{ atMs: bench.nowMs() + 5_000, cancels: { by: 'BUYER', reason: 'MISTAKE' } }];
    order.script = [{ atMs: bench.nowMs() + 50_000, cancels: { by: 'BUYER', reason: 'MISTAKE' } }];
    bench.simulator.addOrder(late);
    bench.simulator.happen((store) => (store.orderInBooks(order.orderId).script = order.script));
    const text = envelope('OrderFulfillment', fulfillment(order, 'YT1'), fulfillment(late, 'YT2'));
    const report = await result(bench, await submit(bench, 'POST_ORDER_FULFILLMENT_DATA', text));
    expect(report.text).toContain('<MessagesWithError>1</MessagesWithError>');
    expect([bench.book(order.orderId).stage, bench.book(late.orderId).stage]).toEqual(['OPEN', 'CANCELLED']);
  });
});
