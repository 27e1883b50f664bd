import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newOrder, startAmazon, us, type Bench } from './support/start-amazon.ts';

const invoice = Buffer.from('%PDF-1.4 an invoice');
const md5 = createHash('md5').update(invoice).digest('base64');

function destination(bench: Bench, contentMD5 = md5): ReturnType<Bench['send']> {
  const resource = `messaging/v1/orders/${newOrder().orderId}/messages/invoice`;
  const query = new URLSearchParams({ marketplaceIds: us, contentMD5, contentType: 'application/pdf' });
  return bench.send('POST', `/uploads/2020-11-01/uploadDestinations/${resource}?${query.toString()}`);
}

describe('attachments of messages', () => {
  it('are uploaded first, byte for byte, and then sent', async () => {
    const bench = await startAmazon();
    bench.simulator.addOrder(newOrder());
    const { status, json } = await destination(bench);
    const { uploadDestinationId, url, headers } = json.payload;
    expect([status, headers]).toEqual([201, { 'Content-Type': 'application/pdf', 'Content-MD5': md5 }]);
    const path = `/messaging/v1/orders/${newOrder().orderId}/messages/invoice?marketplaceIds=${us}`;
    const send = () => bench.send('POST', path, { attachments: [{ uploadDestinationId, fileName: 'invoice.pdf' }] });
    expect((await send()).status).toBe(400);
    expect((await fetch(url, { method: 'PUT', headers, body: 'something else' })).status).toBe(400);
    expect((await fetch(url, { method: 'PUT', headers, body: invoice })).status).toBe(200);
    expect((await send()).status).toBe(201);
    expect(bench.book(newOrder().orderId).effects.messages).toMatchObject([{ kind: 'invoice' }]);
  });

  it('need a digest', async () => {
    const bench = await startAmazon();
    expect((await destination(bench, 'abc')).status).toBe(400);
  });
});
