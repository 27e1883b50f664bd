import { describe, expect, it } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { aliexpressFactory } from '../../../src-main/adapters/platforms/aliexpress/aliexpress-factory.ts';
import { freePacer } from '../../support/free-pacer.ts';
import { memoryNotebook } from '../../support/memory-notebook.ts';
import { type AliBench, makeAliBench } from './aliexpress-bench.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const calls = (bench: AliBench, operation: string) =>
  bench.simulator.requests.requests().filter((request) => request.operation === operation).length;

/** Connectors that share a code and a notebook, as one shop before and after a restart. */
function restartable(bench: AliBench, issued = bench.simulator.issueCode()) {
  const notebook = memoryNotebook();
  const { keys } = bench.simulator;
  const start = (authorisationCode = issued) =>
    aliexpressFactory({
      http: createHttp({ fetch: globalThis.fetch }),
      clock: { nowMs: bench.nowMs, after: () => () => undefined },
      makePacer: freePacer(),
    }).create(
      {
        appKey: keys.appKey,
        appSecret: keys.appSecret,
        redirectUrl: keys.redirectUri,
        baseUrl: bench.url,
        authorisationCode,
      },
      { notebook },
    );
  return { notebook, start };
}

describe('the AliExpress authorisation', () => {
  it('spends the code once and lives on over a restart', async () => {
    const bench = await makeAliBench(3);
    const { start } = restartable(bench);
    await start().pull(null);
    await start().pull(null);
    // The app forgets the code once the shop is connected: what it was exchanged for is in the notebook.
    await start('').pull(null);
    expect(calls(bench, '/rest/auth/token/create')).toBe(1);
  });

  it('asks once for many calls, and never again with a code that was refused', async () => {
    const bench = await makeAliBench(3);
    const first = restartable(bench).start();
    await Promise.all([first.pull(null), first.listOpen(), first.check()]);
    expect(calls(bench, '/rest/auth/token/create')).toBe(1);
    const bad = restartable(bench, 'no-such-code-12345');
    for (const connector of [bad.start(), bad.start()])
      await expect(connector.pull(null)).rejects.toMatchObject({
        outcome: { kind: 'needs-login', code: 'code-invalid' },
      });
    expect(calls(bench, '/rest/auth/token/create')).toBe(2);
  });

  it('renews in time, once for all, and keeps the new refresh token', async () => {
    const bench = await makeAliBench(3);
    bench.simulator.changeApp({ accessLifeMs: 2 * HOUR_MS });
    const { start } = restartable(bench);
    const connector = start();
    await connector.pull(null);
    bench.pass(HOUR_MS);
    await connector.pull(null);
    expect(calls(bench, '/rest/auth/token/refresh')).toBe(0);
    // Less than half an hour is left.
    bench.pass(40 * 60_000);
    await Promise.all([connector.pull(null), connector.listOpen()]);
    expect(calls(bench, '/rest/auth/token/refresh')).toBe(1);
    bench.pass(100 * 60_000);
    await start().pull(null);
    expect(calls(bench, '/rest/auth/token/refresh')).toBe(2);
  });

  it('goes on with a token that still works when the refresh fails', async () => {
    const bench = await makeAliBench(3);
    bench.simulator.changeApp({ accessLifeMs: 2 * HOUR_MS });
    const connector = restartable(bench).start();
    await connector.pull(null);
    bench.pass(100 * 60_000);
    bench.simulator.faults.add({ kind: 'html-502', path: '/rest/auth/token/refresh' });
    await connector.pull(null);
    bench.pass(30 * 60_000);
    await expect(connector.pull(null)).rejects.toMatchObject({ outcome: { kind: 'retry' } });
    bench.clearFaults();
    await connector.pull(null);
  });

  it('wants the seller when nothing can be renewed any more', async () => {
    const bench = await makeAliBench(3);
    await bench.connector.pull(null);
    bench.simulator.expireAccessToken();
    bench.simulator.expireRefreshToken();
    await expect(bench.connector.pull(null)).rejects.toMatchObject({
      outcome: { kind: 'needs-login', code: 'token-expired' },
    });
    expect(await bench.connector.check()).toMatchObject({ kind: 'failed', code: 'token-expired' });
  });
});

describe('check', () => {
  it('knows the shop and when the authorisation ends', async () => {
    const bench = await makeAliBench(0);
    expect(await bench.connector.check()).toEqual({
      kind: 'ok',
      accountId: expect.any(String),
      shopName: 'cn1234567890abcd',
      currency: 'USD',
      keyExpiresAtMs: bench.nowMs() + 730 * DAY_MS,
      clockSkewMs: 0,
      warnings: [],
    });
    bench.simulator.changeApp({ refreshLifeMs: 10 * DAY_MS });
    expect(await bench.connect().check()).toMatchObject({ warnings: ['authorisation-ends-soon'] });
  });

  it('names each fault', async () => {
    const bench = await makeAliBench(0);
    expect(await bench.connect({ appSecret: 'wrong-secret-wrong' }).check()).toMatchObject({
      code: 'wrong-key',
      detail: 'appSecret',
    });
    expect(await bench.connect({ appKey: '999999' }).check()).toMatchObject({ code: 'wrong-key', detail: 'appKey' });
    expect(await bench.connect({ authorisationCode: 'never-issued' }).check()).toMatchObject({ code: 'code-invalid' });
    expect(await bench.connectorWithSkew(HOUR_MS).check()).toMatchObject({ code: 'clock-off', detail: '-3600 s' });
    expect(await bench.connectorWithSkew(9 * HOUR_MS).check()).toMatchObject({ code: 'clock-off' });
    expect(await bench.connect({ baseUrl: 'http://127.0.0.1:9' }).check()).toMatchObject({ code: 'unreachable' });
    bench.simulator.changeApp({ allowedIps: ['203.0.113.7'] });
    expect(await bench.connect().check()).toMatchObject({ code: 'ip-not-allowed', detail: '127.0.0.1' });
  });

  it('names the permission package that is missing', async () => {
    const bench = await makeAliBench(0);
    bench.simulator.changeApp({ packages: ['order', 'logistics', 'product', 'merchant'] });
    expect(await bench.connector.check()).toMatchObject({
      kind: 'ok',
      warnings: ['missing-role:Return & Refund', 'missing-role:Evaluate'],
    });
    bench.simulator.changeApp({ packages: ['logistics'] });
    expect(await bench.connector.check()).toMatchObject({ code: 'missing-role', detail: 'Order & Transaction' });
  });

  it('passes over the kinds of cases that the app may not read, and says so', async () => {
    const bench = await makeAliBench(40);
    bench.simulator.changeApp({ packages: ['order', 'evaluate'] });
    const kinds = new Set<string>();
    const warnings: string[] = [];
    let cursor: string | null = null;
    for (let more = true; more;) {
      const page: Awaited<ReturnType<typeof bench.connector.pullAfterSales>> =
        await bench.connector.pullAfterSales(cursor);
      for (const { afterSale } of page.cases) kinds.add(afterSale.kind);
      warnings.push(...page.warnings);
      cursor = page.nextCursor;
      more = page.hasMore;
    }
    expect(kinds).toEqual(new Set(['cancel-request', 'review']));
    expect(warnings).toEqual(['missing-role:Return & Refund']);
  });
});
