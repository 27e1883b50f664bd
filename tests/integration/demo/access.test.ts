import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startSimulator } from './support/start-simulator.ts';

describe('who may call', () => {
  it('tells the roles and the end of the key', async () => {
    const bench = await startSimulator();
    const reply = await bench.post('/v1/roles', {});
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({ expires_at: '2027-01-09T06:00:00Z', roles: [{ name: 'Admin', methods: ['*'] }] });
  });

  it('tells the company and its currency', async () => {
    const bench = await startSimulator();
    const reply = await bench.post('/v1/seller/info', {});
    expect(reply.json.company).toMatchObject({ currency: 'CNY', country: 'CHINA' });
    expect(reply.json.subscription).toEqual({ is_premium: false, type: 'UNSPECIFIED' });
  });

  it.each([
    [{ 'Api-Key': 'wrong' }, 403, { code: 7, message: 'Invalid Api-Key, please contact support', details: [] }],
    [{ 'Client-Id': '1' }, 403, { code: 7, message: 'Invalid Api-Key, please contact support', details: [] }],
    [{ 'Api-Key': '' }, 401, { code: 16, message: 'Client-Id and Api-Key headers are required', details: [] }],
  ])('refuses %o', async (headers, status, body) => {
    const bench = await startSimulator();
    const reply = await bench.post('/v1/roles', {}, headers as Record<string, string>);
    expect([reply.status, reply.json]).toEqual([status, body]);
  });

  it('refuses a key that has run out', async () => {
    const bench = await startSimulator();
    bench.pass(49 * 86_400_000);
    const reply = await bench.post('/v1/roles', {});
    expect([reply.status, reply.json.code, reply.json.message]).toEqual([
      403,
      7,
      expect.stringContaining('deactivated'),
    ]);
  });

  it('refuses a method that no role of the key names', async () => {
    const bench = await startSimulator();
    const seed = bench.simulator.world();
    seed.seller.roles = [{ name: 'Posting FBS', methods: ['/v3/posting/fbs/get'] }];
    const other = await startSimulator({ seed });
    const reply = await other.post('/v1/seller/info', {});
    expect([reply.status, reply.json.message]).toEqual([403, 'Api-Key is missing a required role for a method']);
    expect((await other.post('/v1/roles', {})).status).toBe(200);
  });
});

describe('how to call', () => {
  it.each([
    ['/v3/posting/fbs/list', 404, 5],
    ['/v2/posting/fbs/package-label', 404, 5],
    ['/v2/posting/fbs/package-label/create', 404, 5],
    ['/v2/fbs/posting/sent-by-seller', 404, 5],
  ])('answers the dead version %s with 404', async (path, status, code) => {
    const bench = await startSimulator();
    const reply = await bench.post(path, {});
    expect([reply.status, reply.json.code]).toEqual([status, code]);
  });

  it('does not know other paths, the control ones neither', async () => {
    const bench = await startSimulator();
    for (const path of ['/v9/anything', '/__sim/world', '/']) {
      const reply = await bench.post(path, {});
      expect([path, reply.status, reply.text]).toEqual([path, 404, '404 page not found\n']);
    }
  });

  it('survives an address that makes no sense', async () => {
    const bench = await startSimulator();
    const { port } = new URL(bench.url);
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write('POST // HTTP/1.1\r\nHost: [\r\nContent-Length: 0\r\n\r\n'),
    );
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(bytes.toString()).toMatch(/^HTTP\/1\.1 400 /u);
    expect((await bench.post('/v1/roles', {})).status).toBe(200);
  });

  it('takes POST with JSON only', async () => {
    const bench = await startSimulator();
    const plain = await bench.post('/v1/roles', '{}', { 'Content-Type': 'text/plain' });
    expect([plain.status, plain.json.code]).toEqual([400, 3]);
    const broken = await bench.post('/v1/roles', '{"a":');
    expect([broken.status, broken.json.message]).toEqual([400, 'proto: syntax error: invalid JSON']);
    const { clientId, apiKey } = bench.simulator.keys;
    const get = await fetch(`${bench.url}/v1/roles`, { headers: { 'Client-Id': clientId, 'Api-Key': apiKey } });
    expect(get.status).toBe(405);
  });

  it.each([
    [{ posting_number: 'x', more: 1 }, 'proto: unknown field "more"'],
    [{ posting_number: 5 }, 'proto: invalid value for field "posting_number"'],
    [{}, 'Request validation error: invalid posting_number: value is required'],
    [{ posting_number: 'x', with: { barcode: true } }, 'proto: unknown field "barcode"'],
  ])('refuses the body %o', async (body, message) => {
    const bench = await startSimulator();
    const reply = await bench.post('/v3/posting/fbs/get', body);
    expect([reply.status, reply.json]).toEqual([400, { code: 3, message, details: [] }]);
  });

  it('lets 50 requests a second through, then says when to come back', async () => {
    const bench = await startSimulator();
    const replies = await Promise.all(Array.from({ length: 51 }, () => bench.post('/v1/roles', {})));
    const refused = replies.filter((reply) => reply.status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.json.message).toBe('You have reached request rate limit per second');
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    bench.pass(1_000);
    expect((await bench.post('/v1/roles', {})).headers.get('ratelimit-remaining')).toBe('49');
  });

  it('writes the time of its own clock', async () => {
    const bench = await startSimulator();
    expect((await bench.post('/v1/roles', {})).headers.get('date')).toBe('Sun, 22 Nov 2026 06:00:00 GMT');
  });
});
