import { describe, expect, it } from 'vitest';
import { tokenPacer } from '../../../src-main/adapters/http/token-pacer.ts';
import { HOUR_MS, makeCoupangBench } from './coupang-bench.ts';

describe('the check of a Coupang shop', () => {
  it('knows when the key ends from the day on which it was issued', async () => {
    const bench = await makeCoupangBench(0);
    expect(await bench.connect({ settings: { keyIssuedOn: '2026-11-01' } }).check()).toEqual({
      kind: 'ok',
      accountId: expect.any(String),
      shopName: 'A00012345',
      currency: 'KRW',
      keyExpiresAtMs: Date.parse('2027-04-30T00:00:00+09:00'),
      clockSkewMs: 0,
      warnings: [],
    });
  });

  it('names the address that is not on the list', async () => {
    const bench = await makeCoupangBench(0);
    bench.simulator.happen({ event: 'change-own-ip', seenFromIp: '198.51.100.23' });
    expect(await bench.connector.check()).toEqual({ kind: 'failed', code: 'ip-not-allowed', detail: '198.51.100.23' });
    await expect(bench.connector.pull(null)).rejects.toMatchObject({
      outcome: { kind: 'needs-login', code: 'ip-not-allowed' },
    });
  });

  it('tells a wrong key, a key that is over, a wrong vendor and a wrong clock apart', async () => {
    const bench = await makeCoupangBench(0);
    const codeOf = async (settings: Record<string, string>, skewMs = 0) => {
      const seen = await bench.connect({ settings, skewMs }).check();
      return seen.kind === 'failed' ? seen.code : seen.kind;
    };
    expect(await codeOf({ secretKey: 'another-secret-key' })).toBe('wrong-key');
    expect(await codeOf({ accessKey: 'another-access-key' })).toBe('wrong-key');
    expect(await codeOf({ vendorId: 'A00099999' })).toBe('vendor-id-wrong');
    expect(await codeOf({}, 3 * HOUR_MS)).toBe('clock-off');
    expect(await codeOf({}, 60_000)).toBe('ok');
    expect(await codeOf({ baseUrl: 'http://127.0.0.1:9' })).toBe('unreachable');
    bench.simulator.happen({ event: 'expire-key' });
    expect(await codeOf({})).toBe('key-expired');
  });

  it.each(['vendor-blocked', 'access-denied-html'] as const)('says that the door is shut (%s)', async (kind) => {
    const bench = await makeCoupangBench(0);
    bench.simulator.faults.add({ kind, path: '/v2/*' });
    expect(await bench.connector.check()).toMatchObject({ kind: 'failed', code: 'blocked' });
    await expect(bench.connector.pull(null)).rejects.toMatchObject({ outcome: { kind: 'retry', code: 'blocked' } });
  });

  it('a wrong clock is told, and still nothing stands still', async () => {
    const bench = await makeCoupangBench(30);
    const connector = bench.connectorWithSkew(-400 * 24 * HOUR_MS);
    const page = await connector.pull(null);
    expect(page.clockSkewMs).toBeGreaterThan(399 * 24 * HOUR_MS);
    expect(page.snapshots.length).toBeGreaterThan(5);
  });
});

describe('the door', () => {
  it('after a 429 nothing is asked for minutes, and for longer the next time', async () => {
    const bench = await makeCoupangBench(3);
    // Whoever waits for a token lets the time go by.
    const after = (delayMs: number, task: () => void) => {
      bench.pass(delayMs);
      setImmediate(task);
      return () => undefined;
    };
    const clock = { nowMs: bench.nowMs, after };
    const connector = bench.connect({ clock, makePacer: tokenPacer(clock) });
    bench.simulator.faults.add({ kind: 'rate-limit', path: '/v2/*', count: 2 });
    const pull = async () => await connector.pull(null);
    await expect(pull()).rejects.toMatchObject({ outcome: { kind: 'rate-limited', afterMs: 120_000 } });
    const asked = bench.simulator.requestTimes().length;
    await expect(pull()).rejects.toMatchObject({ outcome: { kind: 'rate-limited', afterMs: 120_000 } });
    expect(bench.simulator.requestTimes()).toHaveLength(asked);
    bench.pass(121_000);
    await expect(pull()).rejects.toMatchObject({ outcome: { kind: 'rate-limited', afterMs: 300_000 } });
    // A restart forgets nothing.
    const again = bench.connect({ clock, makePacer: tokenPacer(clock) });
    await expect(again.pull(null)).rejects.toMatchObject({ outcome: { kind: 'rate-limited' } });
    bench.pass(301_000);
    expect((await connector.pull(null)).odd).toEqual([]);
  });

  it('signs every try anew, with the query byte for byte as it is sent', async () => {
    const bench = await makeCoupangBench(1);
    await bench.connector.pull(null);
    bench.pass(61_000);
    await bench.connector.pull(null);
    const [first, second] = bench.simulator.requests();
    expect(first?.target).toMatch(
      /createdAtFrom=2026-10-23%2B09:00&createdAtTo=2026-11-22%2B09:00&status=ACCEPT&maxPerPage=50$/,
    );
    expect(first?.headers['x-requested-by']).toBe('A00012345');
    expect(first?.headers['x-extended-timeout']).toBe('90000');
    expect(second?.headers['authorization']).not.toBe(first?.headers['authorization']);
  });
});
