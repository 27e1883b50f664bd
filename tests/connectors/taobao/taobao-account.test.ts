import { describe, expect, it } from 'vitest';
import { makeTaobaoBench, type TaobaoBench } from './taobao-bench.ts';

const YEAR_MS = 31_525_572_000;

/** A code as the authorisation page gives it to the browser. */
async function authorise(bench: TaobaoBench): Promise<string> {
  const { appKey, redirectUri } = bench.simulator.keys();
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: appKey,
    redirect_uri: redirectUri,
    state: 's',
    view: 'web',
  });
  const response = await fetch(`${bench.settings['baseUrl']}/authorize?${query}`, { redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

describe('the check of a Taobao shop', () => {
  it('names the shop, its currency and the clock', async () => {
    const bench = await makeTaobaoBench(1);
    expect(await bench.connector.check()).toEqual({
      kind: 'ok',
      accountId: expect.any(String),
      shopName: '暖桌家居',
      currency: 'CNY',
      keyExpiresAtMs: null,
      clockSkewMs: 0,
      warnings: [],
    });
  });

  it.each([
    ['a wrong secret', { appSecret: 'x'.repeat(32) }, 'wrong-key'],
    ['a wrong app', { appKey: '99999999' }, 'wrong-key'],
    ['a token of another time', { sessionKey: '6100'.repeat(8) }, 'token-expired'],
    ['no token at all', { sessionKey: '' }, 'token-expired'],
    ['a host where nobody is', { baseUrl: 'http://127.0.0.1:9' }, 'unreachable'],
  ])('says what is wrong: %s', async (_name, settings, code) => {
    const bench = await makeTaobaoBench(1);
    expect(await bench.connect(settings).check()).toMatchObject({ kind: 'failed', code });
  });

  it('names the package that is missing, fatal for orders, a warning for the rest', async () => {
    const bench = await makeTaobaoBench(1);
    bench.simulator.withdrawPermission('cainiao.*');
    expect(await bench.connector.check()).toMatchObject({
      kind: 'ok',
      warnings: ['missing-role:cainiao.waybill.ii.search'],
    });
    bench.simulator.withdrawPermission('taobao.trades.*');
    expect(await bench.connector.check()).toEqual({
      kind: 'failed',
      code: 'missing-role',
      detail: '订单信息查询 (taobao.trades.sold.get)',
    });
  });

  it('names the address that is not on the list', async () => {
    const bench = await makeTaobaoBench(1);
    bench.simulator.faults.add({ kind: 'ip-not-allowed', path: 'taobao.user.*' });
    expect(await bench.connector.check()).toEqual({ kind: 'failed', code: 'ip-not-allowed', detail: '127.0.0.1' });
  });

  it('tells a clock that is off, while orders come in all the same', async () => {
    const bench = await makeTaobaoBench(2);
    const connector = bench.connectorWithSkew(-3 * 3_600_000);
    expect(await connector.check()).toEqual({ kind: 'failed', code: 'clock-off', detail: '10800 s' });
    expect((await connector.pull(null)).snapshots).toHaveLength(2);
  });

  it('needs a login once the token has ended', async () => {
    const bench = await makeTaobaoBench(1);
    bench.simulator.expireSession();
    await expect(bench.connector.pull(null)).rejects.toMatchObject({
      outcome: { kind: 'needs-login', code: 'token-expired' },
    });
    expect(await bench.connector.check()).toMatchObject({ kind: 'failed', code: 'token-expired' });
  });

  it('honours the length of a ban', async () => {
    const bench = await makeTaobaoBench(1);
    bench.simulator.faults.add({ kind: 'rate-limit', path: 'taobao.trades.*', count: 1, retryAfterSeconds: 77 });
    await expect(bench.connector.pull(null)).rejects.toMatchObject({
      outcome: { kind: 'rate-limited', afterMs: 77_000 },
    });
  });
});

describe('the authorisation of a Taobao shop', () => {
  it('spends the code once, however many calls want the token, and keeps it over a restart', async () => {
    const bench = await makeTaobaoBench(5);
    const code = await authorise(bench);
    const connector = bench.connect({ sessionKey: '', authorisationCode: code });
    const tids = bench.booked().map((order) => order.remoteId);
    const read = await Promise.all(tids.map((tid) => connector.get(tid)));
    expect(read.every((one) => one !== null)).toBe(true);
    const exchanges = () =>
      bench.simulator.log.times().filter((one) => one.operation === 'taobao.top.auth.token.create');
    expect(exchanges()).toHaveLength(1);
    expect([...bench.pages.values()].join()).not.toContain(code);
    // The spent code is not kept in the settings: after a restart the shop lives from its notebook.
    for (const settings of [{ authorisationCode: code }, {}]) {
      const check = await bench.connect({ sessionKey: '', ...settings }).check();
      expect(check).toMatchObject({ kind: 'ok', keyExpiresAtMs: bench.nowMs() + YEAR_MS, warnings: [] });
    }
    expect(exchanges()).toHaveLength(1);
  });

  it('warns weeks ahead of its end, and a new code makes a new one', async () => {
    const bench = await makeTaobaoBench(1);
    await bench.connect({ sessionKey: '', authorisationCode: await authorise(bench) }).check();
    bench.pass(YEAR_MS - 25 * 24 * 3_600_000);
    const old = bench.connect({ sessionKey: '' });
    expect(await old.check()).toMatchObject({ kind: 'ok', warnings: ['authorisation-ends-soon'] });
    const renewed = bench.connect({ sessionKey: '', authorisationCode: await authorise(bench) });
    expect(await renewed.check()).toMatchObject({ kind: 'ok', warnings: [], keyExpiresAtMs: bench.nowMs() + YEAR_MS });
  });

  it('asks for another code when one was refused, and does not ask with it again', async () => {
    const bench = await makeTaobaoBench(1);
    const connector = bench.connect({ sessionKey: '', authorisationCode: 'spent-or-foreign-code' });
    for (let turn = 0; turn < 2; turn += 1)
      expect(await connector.check()).toMatchObject({ kind: 'failed', code: 'code-invalid' });
    const asked = bench.simulator.log.times().filter((one) => one.operation === 'taobao.top.auth.token.create');
    expect(asked).toHaveLength(1);
  });
});
