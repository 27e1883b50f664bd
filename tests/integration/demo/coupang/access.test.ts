import { describe, expect, it } from 'vitest';
import { emptyWorld } from '../../../../src-main/demo/coupang/day/vendor.ts';
import { lowestLevel } from '../../../../src-main/demo/kit/limits/token-buckets.ts';
import { authorization, listPath, startCoupang, startMs, vendor, type Bench } from './support/start-coupang.ts';

const list = `${vendor}/${listPath('ACCEPT').replace('v5 ', 'v5/vendors/A00012345/')}`;

async function ask(bench: Bench, header: string, target = list, method = 'GET'): Promise<[number, string]> {
  const response = await fetch(bench.url + target, { method, headers: { Authorization: header }, redirect: 'manual' });
  const body: { message?: string } = response.status === 302 ? {} : JSON.parse(await response.text());
  return [response.status, body.message ?? ''];
}

describe('the worked vectors of the document', () => {
  const secretKey = 'test-secret-key-0123456789';
  const vectors = [
    [
      'GET',
      `${vendor}/v5/vendors/A00012345/ordersheets?createdAtFrom=2026-11-01%2B09:00&createdAtTo=2026-11-02%2B09:00&status=ACCEPT&maxPerPage=50`,
      '1804dad5681ecac36900cb266761ce2165455581c5ae4074fc17618e387f6eda',
      200,
    ],
    [
      'POST',
      `${vendor}/v4/vendors/A00012345/orders/invoices`,
      'c325408fc43c7bac62fc953ba0d67f440d00190f2325c5c25ec5dbb09bf0f870',
      415,
    ],
  ] as const;

  it.each(vectors)('%s %s', async (method, target, signature, status) => {
    const nowMs = Date.parse('2026-11-15T01:02:03Z');
    const seed = emptyWorld(nowMs);
    seed.vendor = { ...seed.vendor, accessKey: 'key', secretKey };
    const bench = await startCoupang({ seed, clock: { nowMs: () => nowMs } });
    const header = (value: string): string =>
      `CEA algorithm=HmacSHA256, access-key=key, signed-date=261115T010203Z, signature=${value}`;
    // The POST gets past the door and is refused for its missing body type only.
    expect((await ask(bench, header(signature), target, method))[0]).toBe(status);
    const wrong = signature.replace(/^./u, (digit) => (digit === '0' ? '1' : '0'));
    expect(await ask(bench, header(wrong), target, method)).toEqual([401, 'Invalid signature.']);
  });
});

describe('the signature', () => {
  it('covers the query byte for byte, not its meaning', async () => {
    const bench = await startCoupang();
    const good = authorization(bench.simulator.keys(), startMs, 'GET', list);
    expect((await ask(bench, good))[0]).toBe(200);
    const sorted = `${list.split('?')[0]}?${list.split('?')[1]?.split('&').toReversed().join('&')}`;
    for (const other of [list.replace('%2B', '%2b'), list.replaceAll(':', '%3A'), sorted, `${list}&`]) {
      expect(await ask(bench, good, other)).toEqual([401, 'Invalid signature.']);
    }
    const decoded = authorization(bench.simulator.keys(), startMs, 'GET', list.replaceAll('%2B', '+'));
    expect(await ask(bench, decoded)).toEqual([401, 'Invalid signature.']);
  });

  it('covers the method', async () => {
    const bench = await startCoupang();
    const header = authorization(bench.simulator.keys(), startMs, 'POST', list);
    expect(await ask(bench, header)).toEqual([401, 'Invalid signature.']);
  });

  it.each([
    ['nothing', () => ''],
    ['upper-case hex', (good: string) => good.replace(/[0-9a-f]{64}$/u, (hex) => hex.toUpperCase())],
    ['no spaces', (good: string) => good.replaceAll(', ', ',')],
    ['another scheme', (good: string) => good.replace('CEA', 'Bearer')],
  ])('has one form only: %s', async (_name, change) => {
    const bench = await startCoupang();
    const header = change(authorization(bench.simulator.keys(), startMs, 'GET', list));
    expect(await ask(bench, header)).toEqual([401, 'HMAC format is invalid.']);
  });

  it.each([
    [299, 200],
    [-299, 200],
    [301, 401],
    [-301, 401],
  ])('of a clock that is %i s off is answered with %i', async (seconds, status) => {
    const bench = await startCoupang();
    const header = authorization(bench.simulator.keys(), startMs + seconds * 1_000, 'GET', list);
    const [answered, message] = await ask(bench, header);
    expect([answered, message]).toEqual([status, status === 200 ? 'OK' : 'Specified signature is expired.']);
  });

  it('of another key is refused, and of one that has run out', async () => {
    const bench = await startCoupang();
    const keys = bench.simulator.keys();
    const stranger = authorization({ ...keys, accessKey: 'other' }, startMs, 'GET', list);
    expect(await ask(bench, stranger)).toEqual([401, 'Unknown access key.']);
    bench.simulator.happen({ event: 'expire-key' });
    expect((await bench.get(listPath('ACCEPT'))).json.message).toBe('The access key is expired.');
    bench.simulator.happen({ event: 'renew-key', accessKey: 'new', secretKey: 'newer' });
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(200);
    expect(bench.simulator.keys().accessKey).toBe('new');
  });

  it('says what time the platform has', async () => {
    const bench = await startCoupang({ faults: [{ kind: 'clock-skew', path: '*', skewMs: 600_000 }] });
    const reply = await bench.get(listPath('ACCEPT'));
    expect(reply.headers.get('date')).toBe('Sun, 22 Nov 2026 03:10:00 GMT');
  });
});

describe('who may ask', () => {
  it('is a matter of the address', async () => {
    const bench = await startCoupang();
    bench.simulator.happen({ event: 'change-own-ip', seenFromIp: '198.51.100.9' });
    const refused = await bench.get(listPath('ACCEPT'));
    expect([refused.status, refused.json]).toEqual([
      403,
      { code: 'ERROR', message: 'IP_NOT_ALLOWED: [FORBIDDEN] Not allowed IP 198.51.100.9' },
    ]);
    bench.simulator.happen({ event: 'allow-ips', ips: ['198.51.100.9'] });
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(200);
  });

  it.each([
    [`${vendor}/v5/vendors/A00099999/ordersheets/1`, 404, 'Not Found'],
    [`${vendor}/v5/vendors/12345/ordersheets/1`, 400, 'Invalid vendor ID'],
    [`${vendor}/v5/vendors/A00012345/nothing`, 404, 'Not Found'],
    [`${vendor}/v4/vendors/A00012345/ordersheets`, 410, 'This API version is expired.'],
    [`${vendor}/v4/vendors/A00012345/returnRequests`, 410, 'This API version is expired.'],
  ])('%s -> %i', async (path, status, message) => {
    const bench = await startCoupang();
    const reply = await bench.get(path);
    expect([reply.status, reply.json]).toEqual([status, { code: 'ERROR', message }]);
  });

  it('is nobody while the seller is locked out', async () => {
    const bench = await startCoupang();
    bench.simulator.happen({ event: 'block-vendor', isBlocked: true });
    const reply = await bench.get(listPath('ACCEPT'));
    expect([reply.status, reply.headers.get('location')?.startsWith('https://')]).toEqual([302, true]);
  });
});

describe('five a second', () => {
  it('warns at the fifth, shuts the door at the sixth, and knocking keeps it shut', async () => {
    const bench = await startCoupang({ requestsPerSecond: 5 });
    const replies = [];
    for (let count = 0; count < 6; count += 1) replies.push(await bench.get(listPath('ACCEPT')));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200, 429]);
    const warned = replies.map((reply) => reply.headers.has('x-cag-warnings'));
    expect(warned).toEqual([false, false, false, false, true, false]);
    bench.pass(59_999);
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(429);
    bench.pass(999);
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(429);
    bench.pass(2_002);
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(200);
    const times = bench.simulator.requestTimes();
    const named = times.map((time) => time.operation !== '');
    expect(named).toEqual([true, true, true, true, true, false, false, false, true]);
    expect(times[0]).toMatchObject({ atMs: startMs, client: 'A00012345', status: 200 });
  });

  it('lets a client pass that asks evenly', async () => {
    const bench = await startCoupang({ requestsPerSecond: 5 });
    for (let count = 0; count < 20; count += 1) {
      expect((await bench.get(listPath('ACCEPT'))).status).toBe(200);
      bench.pass(200);
    }
    const times = bench.simulator.requestTimes().map((time) => time.atMs);
    expect(lowestLevel(times, { ratePerSecond: 5, burst: 5 })).toBeGreaterThanOrEqual(0);
  });

  it('ends at the CDN after too many errors', async () => {
    const bench = await startCoupang();
    for (let count = 0; count < 20; count += 1) await bench.get(`${vendor}/v5/vendors/A00012345/nothing`);
    const reply = await bench.get(listPath('ACCEPT'));
    expect([reply.status, reply.headers.get('content-type'), reply.json]).toEqual([403, 'text/html', undefined]);
    expect(reply.text).toContain('Access Denied');
    bench.pass(62_000);
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(200);
  });
});
