import { describe, expect, it } from 'vitest';
import { beijing, post, signedForm, signOf, startMs, startTaobao } from './support/start-taobao.ts';

const time = 'taobao.time.get';
const user = 'taobao.user.seller.get';
const bad = 'x'.repeat(32);

describe('the router', () => {
  it('tells its time in GMT+8', async () => {
    const bench = await startTaobao();
    const reply = await bench.call(time);
    expect([reply.status, reply.json]).toEqual([
      200,
      { time_get_response: { time: '2026-11-22 14:00:00', request_id: expect.stringMatching(/^16m/u) } },
    ]);
  });

  it.each(['md5', 'hmac', 'hmac-sha256'])(
    'takes a signature by %s, and the form in the address too',
    async (sign_method) => {
      const bench = await startTaobao();
      expect((await bench.call(user, { fields: 'nick,user_id,type', sign_method })).value.user).toEqual({
        nick: '暖桌家居',
        user_id: 2219876543210,
        type: 'C',
      });
      const form = signedForm(bench.simulator, startMs, { method: time, sign_method });
      const response = await fetch(`${bench.url}/router/rest?${new URLSearchParams(form).toString()}`);
      expect(await response.json()).toHaveProperty('time_get_response');
    },
  );

  it('answers in XML unless it is told json', async () => {
    const bench = await startTaobao();
    const reply = await bench.call(user, { fields: 'nick', format: undefined });
    expect(reply.text).toMatch(
      /^<\?xml version="1.0" encoding="utf-8" \?><user_seller_get_response><user><nick>暖桌家居<\/nick><\/user>/u,
    );
    const refused = await bench.call(user, { fields: 'nick', format: undefined, session: bad });
    expect(refused.text).toContain('<error_response><code>27</code><msg>Invalid session</msg>');
  });

  it('drops the wrappers when it is told simplify', async () => {
    const bench = await startTaobao();
    const { json } = await bench.call('taobao.logistics.address.search', { simplify: 'true' });
    expect(json.addresses.map((address: { contact_id: number }) => address.contact_id)).toEqual([880012301, 880012302]);
    const full = await bench.call('taobao.logistics.address.search');
    expect(full.value.addresses.address_result).toHaveLength(2);
  });

  it.each([
    [{ method: '' }, 21],
    [{ method: 'taobao.nothing.get' }, 22],
    [{ format: 'yaml' }, 23],
    [{ sign: '' }, 24],
    [{ sign: bad }, 25],
    [{ sign_method: 'sha1' }, 25],
    [{ sign_method: undefined }, 25],
    [{ session: undefined }, 26],
    [{ session: bad }, 27],
    [{ app_key: undefined }, 28],
    [{ app_key: '12345678' }, 29],
    [{ timestamp: undefined }, 30],
    [{ timestamp: '1795327200000' }, 31],
    [{ timestamp: beijing(startMs - 10 * 60_000 - 1_000) }, 31],
    [{ timestamp: beijing(startMs + 10 * 60_000 + 1_000) }, 31],
    [{ timestamp: '2026-11-22 06:00:00' }, 31],
    [{ v: undefined }, 32],
    [{ v: '1.0' }, 33],
    [{ fields: undefined }, 40],
    [{ fields: 'nick,password' }, 41],
    [{ more: '1' }, 41],
  ] as [Record<string, string | undefined>, number][])('refuses %o with code %i', async (own, code) => {
    const bench = await startTaobao();
    const reply = await bench.call(user, { fields: 'nick', ...own });
    expect([reply.status, reply.json?.error_response?.code ?? Number(/<code>(\d+)/u.exec(reply.text)?.[1])]).toEqual([
      200,
      code,
    ]);
  });

  it('lets a clock be ten minutes off', async () => {
    const bench = await startTaobao();
    for (const off of [-600_000, 600_000]) {
      expect((await bench.call(time, { timestamp: beijing(startMs + off) })).value.time).toBe('2026-11-22 14:00:00');
    }
  });

  it('signs without what is empty', async () => {
    const bench = await startTaobao();
    const reply = await bench.call(user, { fields: 'nick', partner_id: '' });
    expect(reply.value.user.nick).toBe('暖桌家居');
  });

  it('has the error body of the documents', async () => {
    const bench = await startTaobao();
    const reply = await bench.call(user);
    expect(reply.json).toEqual({
      error_response: {
        code: 40,
        msg: 'Missing required arguments:fields',
        sub_code: 'isv.missing-parameter:fields',
        sub_msg: '缺少必要的参数：fields',
        request_id: expect.any(String),
      },
    });
  });

  it('refuses what comes twice, files nobody asked for and bodies of another kind', async () => {
    const bench = await startTaobao();
    const form = signedForm(bench.simulator, startMs, { method: user, fields: 'nick' });
    const twice = await fetch(`${bench.url}/router/rest?fields=nick`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect((await twice.json()).error_response.sub_code).toBe('isv.repeated-parameter:fields');
    const json = await fetch(`${bench.url}/router/rest`, { method: 'POST', body: JSON.stringify(form) });
    expect(await json.text()).toContain('<code>43</code>');
    const withFile = new FormData();
    for (const [name, value] of Object.entries(form)) withFile.set(name, value);
    withFile.set('image', new Blob(['x']), 'x.png');
    expect((await post(bench.url, withFile)).json.error_response).toMatchObject({
      code: 41,
      sub_code: 'isv.invalid-parameter:image',
    });
  });

  it('checks the signature byte by byte', async () => {
    const bench = await startTaobao();
    const form = signedForm(bench.simulator, startMs, {
      method: 'taobao.trade.memo.update',
      tid: '1',
      memo: '缺货 明天发',
    });
    expect((await post(bench.url, form)).json.error_response.sub_code).toBe('isv.trade-not-exist');
    expect((await post(bench.url, { ...form, memo: '缺货  明天发' })).json.error_response.code).toBe(25);
    expect((await post(bench.url, { ...form, sign: form['sign']!.toLowerCase() })).json.error_response.code).toBe(25);
    expect((await post(bench.url, { ...form, sign: signOf(form, 'wrong') })).json.error_response.code).toBe(25);
  });
});

describe('who may call', () => {
  it('tells a session that has run out from a wrong one', async () => {
    const bench = await startTaobao();
    bench.simulator.expireSession();
    expect(await bench.refused(user, { fields: 'nick' })).toEqual([27, 'session-expired']);
    bench.simulator.renewSession();
    expect((await bench.call(user, { fields: 'nick' })).value.user.nick).toBe('暖桌家居');
    bench.pass(31_525_572_000);
    expect(await bench.refused(user, { fields: 'nick' })).toEqual([27, 'session-expired']);
  });

  it('refuses what the app has no package for', async () => {
    const bench = await startTaobao();
    bench.simulator.withdrawPermission('taobao.trades.*');
    const reply = await bench.call('taobao.trades.sold.get', { fields: 'tid' });
    expect(reply.json.error_response).toMatchObject({
      code: 11,
      sub_code: 'isv.permission-api-package-limit',
      sub_msg: expect.stringContaining('订单信息查询'),
    });
    bench.simulator.grantPermission('taobao.trades.*');
    expect((await bench.call('taobao.trades.sold.get', { fields: 'tid' })).value.total_results).toBe(0);
  });

  it('stops who calls too often, and says for how long', async () => {
    const bench = await startTaobao({ callLimits: { callsPerSecond: 3, banSeconds: 2 } });
    for (let turn = 0; turn < 3; turn += 1) expect((await bench.call(time)).json).toHaveProperty('time_get_response');
    expect((await bench.call(time)).json.error_response).toMatchObject({
      code: 7,
      msg: 'App Call Limited',
      sub_code: 'accesscontrol.limited-by-api-access-count',
      sub_msg: 'This ban will last for 2 more seconds',
    });
    bench.pass(2_000);
    expect((await bench.call(time)).json).toHaveProperty('time_get_response');
    expect(bench.simulator.log.times().map(({ operation, client }) => [operation, client])).toEqual(
      Array.from({ length: 5 }, () => [time, bench.simulator.keys().appKey]),
    );
  });
});

describe('authorisation', () => {
  const authorize = async (
    bench: Awaited<ReturnType<typeof startTaobao>>,
    more: Record<string, string> = {},
  ): Promise<Response> => {
    const { appKey, redirectUri } = bench.simulator.keys();
    const wish = {
      response_type: 'code',
      client_id: appKey,
      redirect_uri: redirectUri,
      state: 'n0nce',
      view: 'web',
      ...more,
    };
    return fetch(`${bench.url}/authorize?${new URLSearchParams(wish).toString()}`, { redirect: 'manual' });
  };
  const token = async (
    bench: Awaited<ReturnType<typeof startTaobao>>,
    code: string,
    more: Record<string, string> = {},
  ) => {
    const { appKey, secret, redirectUri } = bench.simulator.keys();
    const form = {
      grant_type: 'authorization_code',
      client_id: appKey,
      client_secret: secret,
      code,
      redirect_uri: redirectUri,
      ...more,
    };
    const response = await fetch(`${bench.url}/token`, { method: 'POST', body: new URLSearchParams(form) });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };

  it('gives a code for one token of a year', async () => {
    const bench = await startTaobao();
    const target = new URL((await authorize(bench)).headers.get('location')!);
    expect(target.searchParams.get('state')).toBe('n0nce');
    const code = target.searchParams.get('code')!;
    const { json } = await token(bench, code);
    expect(json).toMatchObject({
      token_type: 'Bearer',
      expires_in: 31_525_572,
      re_expires_in: 0,
      r1_expires_in: 31_525_572,
      w2_expires_in: 31_525_572,
      taobao_user_nick: encodeURIComponent('暖桌家居'),
    });
    expect((await bench.call(user, { fields: 'nick', session: String(json['access_token']) })).value.user.nick).toBe(
      '暖桌家居',
    );
    expect((await token(bench, code)).json).toMatchObject({ error: 'invalid_grant' });
  });

  it('gives it by the signed API too, as JSON in text', async () => {
    const bench = await startTaobao();
    const code = new URL((await authorize(bench)).headers.get('location')!).searchParams.get('code')!;
    const reply = await bench.call('taobao.top.auth.token.create', { code, session: undefined });
    expect(JSON.parse(reply.value.token_result)).toMatchObject({ access_token: bench.simulator.keys().session });
    expect(await bench.refused('taobao.top.auth.token.create', { code })).toEqual([41, 'isv.invalid-parameter:code']);
  });

  it('refreshes for market apps only', async () => {
    const bench = await startTaobao();
    const refused = await bench.refused('taobao.top.auth.token.refresh', { refresh_token: 'x' });
    expect(refused).toEqual([15, 'isv.refresh-token-not-allowed']);
    const seed = bench.simulator.world();
    seed.app.canRefreshToken = true;
    seed.session.refreshToken = 'again';
    const market = await startTaobao({ seed });
    const reply = await market.call('taobao.top.auth.token.refresh', { refresh_token: 'again' });
    expect(JSON.parse(reply.value.token_result).access_token).not.toBe(seed.session.accessToken);
  });

  it('refuses strangers, late codes and other addresses', async () => {
    const bench = await startTaobao();
    expect((await authorize(bench, { client_id: 'x' })).status).toBe(400);
    expect((await authorize(bench, { redirect_uri: 'http://evil.invalid/' })).status).toBe(400);
    const code = new URL((await authorize(bench)).headers.get('location')!).searchParams.get('code')!;
    expect((await token(bench, code, { client_secret: 'x' })).json).toMatchObject({ error: 'invalid_client' });
    bench.pass(600_000);
    expect((await token(bench, code)).json).toMatchObject({ error: 'invalid_grant' });
  });
});
