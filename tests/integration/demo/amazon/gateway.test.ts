import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { lowestLevel } from '../../../../src-main/demo/kit/limits/token-buckets.ts';
import type { FaultKind } from '../../../../src-main/demo/amazon/faults.ts';
import {
  hour,
  minute,
  newOrder,
  searchPath,
  startAmazon,
  startMs,
  usefulData,
  userAgent,
} from './support/start-amazon.ts';

const recent = { createdAfter: '2026-11-01T00:00:00Z' };

/** fetch sends no body with GET, and many clients by mistake do. */
function getWithBody(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; type: string; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'GET', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode!, type: response.headers['content-type'] ?? '', text }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('the gateway', () => {
  it.each([
    ['{}', { 'content-length': '2' }],
    ['{}', { 'transfer-encoding': 'chunked' }],
    ['', { 'content-length': '0' }],
  ])('answers a GET with the body %j and %o in HTML', async (body, headers) => {
    const bench = await startAmazon();
    const token = await bench.token();
    const reply = await getWithBody(
      `${bench.url}${searchPath}`,
      { 'user-agent': userAgent, 'x-amz-access-token': token, ...headers },
      body,
    );
    expect([reply.status, reply.type]).toEqual([400, 'text/html']);
    expect(reply.text).toContain('<H1>Bad Request</H1>');
  });

  it('knows no other paths', async () => {
    const bench = await startAmazon();
    expect((await bench.get('/orders/v3/orders')).status).toBe(404);
    expect((await bench.send('PUT', '/orders/2026-01-01/orders/1/cancellation', {})).status).toBe(404);
  });

  it('writes the time of its own clock, wrong when it has to', async () => {
    const bench = await startAmazon({
      faults: [{ kind: 'clock-skew', path: '/sellers/*', skewMs: -600_000, count: 1 }],
    });
    expect((await bench.get('/sellers/v1/marketplaceParticipations')).headers.get('date')).toBe(
      'Sun, 22 Nov 2026 05:50:00 GMT',
    );
    expect((await bench.get(searchPath, recent)).headers.get('date')).toBe('Sun, 22 Nov 2026 06:00:00 GMT');
  });
});

describe('limits', () => {
  it('let twenty searches through, then one in three minutes', async () => {
    const bench = await startAmazon();
    const token = await bench.token();
    const search = () => bench.get(searchPath, recent, { token });
    for (let turn = 0; turn < 20; turn += 1) expect((await search()).status).toBe(200);
    const refused = await search();
    expect([refused.status, refused.json]).toEqual([
      429,
      {
        errors: [
          { code: 'QuotaExceeded', message: 'You exceeded your quota for the requested resource.', details: '' },
        ],
      },
    ]);
    expect([refused.headers.get('x-amzn-ratelimit-limit'), refused.headers.get('retry-after')]).toEqual([null, null]);
    bench.pass(178_000);
    expect((await search()).status).toBe(429);
    bench.pass(1_000);
    expect((await search()).status).toBe(200);
    expect((await search()).status).toBe(429);
  });

  it('are one bucket an account and operation', async () => {
    const bench = await startAmazon({ limits: { searchOrders: { ratePerSecond: 1, burst: 1 } } });
    expect((await bench.get(searchPath, recent)).headers.get('x-amzn-ratelimit-limit')).toBe('1');
    expect((await bench.get(searchPath, recent)).status).toBe(429);
    expect((await bench.get(searchPath, recent, { region: 'FE' })).status).toBe(200);
    expect((await bench.get('/sellers/v1/marketplaceParticipations')).status).toBe(200);
  });

  it('can be checked from the log', async () => {
    const bench = await startAmazon();
    for (let turn = 0; turn < 3; turn += 1) {
      await bench.get(searchPath, recent);
      bench.pass(minute);
    }
    const times = bench.simulator.log.times().filter(({ operation }) => operation === 'searchOrders');
    expect(times.map(({ atMs, client, status }) => [atMs - startMs, client, status])).toEqual([
      [0, 'NA', 200],
      [minute, 'NA', 200],
      [2 * minute, 'NA', 200],
    ]);
    const level = lowestLevel(
      times.map(({ atMs }) => atMs),
      { ratePerSecond: 0.0056, burst: 20 },
    );
    expect(level).toBeCloseTo(17.672, 3);
    const [entry] = bench.simulator.log.requests().filter(({ operation }) => operation === 'token');
    expect(Buffer.from(entry!.body).toString()).toContain('grant_type=refresh_token');
  });
});

describe('faults', () => {
  it.each([
    ['error-500', 500, 'InternalFailure'],
    ['error-503', 503, 'ServiceUnavailable'],
    ['rate-limit', 429, 'QuotaExceeded'],
    ['denied', 403, 'Unauthorized'],
  ] as [FaultKind, number, string][])('%s', async (kind, status, code) => {
    const bench = await startAmazon({ faults: [{ kind, path: searchPath, count: 1 }] });
    const reply = await bench.get(searchPath, recent);
    expect([reply.status, reply.json.errors[0].code]).toEqual([status, code]);
    expect((await bench.get(searchPath, recent)).status).toBe(200);
    const times = bench.simulator.log.times().filter(({ operation }) => operation === 'searchOrders');
    expect(times.map((time) => [time.client, time.status])).toEqual([
      ['NA', status],
      ['NA', 200],
    ]);
  });

  it('HTML, and JSON that ends in the middle', async () => {
    const bench = await startAmazon({
      faults: [
        { kind: 'html-502', path: searchPath, count: 1 },
        { kind: 'truncated-json', path: searchPath, count: 1 },
      ],
    });
    const html = await bench.get(searchPath, recent);
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html']);
    bench.simulator.faults.add({ kind: 'truncated-json', path: searchPath, count: 1 });
    const cut = await bench.get(searchPath, recent);
    expect([cut.status, cut.json]).toEqual([200, undefined]);
  });

  it('a dataset refused, words that no document has, the same page, orders left out', async () => {
    const bench = await startAmazon();
    for (const serial of [1, 2, 3]) bench.simulator.addOrder(newOrder({ serial, createdAtMs: startMs - hour }));
    bench.simulator.addOrder(newOrder({ serial: 4, createdAtMs: startMs - 5 * minute }));
    const strike = (kind: FaultKind) => bench.simulator.faults.add({ kind, path: searchPath, count: 1 });
    strike('fulfillment-refused');
    expect((await bench.get(searchPath, { ...recent, includedData: usefulData })).status).toBe(400);
    strike('unknown-values');
    const odd = (await bench.get(searchPath, { ...recent, includedData: usefulData })).json.orders[0];
    expect([odd.fulfillment.fulfillmentStatus, odd.programs]).toEqual(['AWAITING_TELEPORT', ['MOON_DELIVERY']]);
    strike('no-marketplace-id');
    expect((await bench.get(searchPath, recent)).json.orders[0].salesChannel).toEqual({ channelName: 'AMAZON' });
    strike('missing-orders');
    expect((await bench.get(searchPath, recent)).json.orders).toHaveLength(3);
    const first = await bench.get(searchPath, { ...recent, maxResultsPerPage: '2' });
    strike('duplicate-page');
    const again = await bench.get(searchPath, {
      ...recent,
      maxResultsPerPage: '2',
      paginationToken: first.json.pagination.nextToken,
    });
    expect(again.json).toEqual(first.json);
  });
});
