import { describe, expect, it } from 'vitest';
import { startAli, startMs, day, signed, type Bench, type Loose } from './support/start-ali.ts';

const probe = 'aliexpress.merchant.profile.get';
const codeOf = (reply: Loose): string => reply.error_response?.code ?? reply.code;

describe('/sync', () => {
  it('answers under the name of the method, with the request id inside', async () => {
    const bench = await startAli();
    const reply = await bench.sync(probe);
    expect(reply.profile).toMatchObject({ seller_id: 2671514005, country: 'CN', quotation_currency: 'USD' });
    expect(reply.request_id).toMatch(/^[0-9a-f]{25}$/u);
  });

  it('loses the outer key with simplify=true', async () => {
    const bench = await startAli();
    expect(await bench.simple(probe)).toMatchObject({ profile: { country: 'CN' }, code: '0' });
  });

  it('takes common parameters in the query, as the SDK sends them', async () => {
    const bench = await startAli();
    const { appKey, appSecret, accessToken } = bench.simulator.keys;
    const texts: Record<string, string> = {
      app_key: appKey,
      timestamp: String(startMs),
      sign_method: 'sha256',
      method: 'aliexpress.trade.new.redefining.findorderbyid',
      v: '2.0',
      format: 'json',
      session: accessToken,
      partner_id: 'iop-sdk-java',
    };
    const business = { param1: '{"order_id":1}' };
    const sign = signed('', { ...texts, ...business }, appSecret);
    const query = new URLSearchParams({ ...texts, sign });
    const reply = await fetch(`${bench.url}/sync?${query}`, { method: 'POST', body: new URLSearchParams(business) });
    expect(codeOf(await reply.json())).toBe('InvalidParameter');
  });

  it.each([
    ['a wrong secret', { sign: 'ABC' }, 'IncompleteSignature'],
    ['a lower-case sign', { sign: 'lower' }, 'IncompleteSignature'],
    ['md5', { sign_method: 'md5' }, 'IncompleteSignature'],
    ['a strange app', { app_key: '1' }, 'InvalidAppKey'],
    ['an old timestamp', { timestamp: String(startMs - 3 * 3_600_000) }, 'IllegalTimestamp'],
    ['a Pacific timestamp', { timestamp: '2026-11-21 22:00:00' }, 'IllegalTimestamp'],
    ['a strange token', { session: 'nobody' }, 'IllegalAccessToken'],
    ['no token', { session: '' }, 'IllegalAccessToken'],
    ['another version', { v: '1.0' }, 'InvalidParameter'],
    ['no app key', { app_key: '' }, 'MissingParameter'],
    ['a parameter that nobody knows', { colour: 'red' }, 'InvalidParameter'],
  ])('refuses %s', async (_what, change, code) => {
    const bench = await startAli();
    const reply = await bench.sync(probe, {}, change);
    expect(reply.error_response).toMatchObject({ code, type: 'ISV', msg: expect.any(String) });
  });

  it('takes a timestamp in GMT+8', async () => {
    const bench = await startAli();
    expect((await bench.sync(probe, {}, { timestamp: '2026-11-22 14:00:00' })).profile.country).toBe('CN');
  });

  it.each([
    'aliexpress.message.querymsgrelationlist',
    'aliexpress.does.not.exist',
    'aliexpress.trade.seller.orderlist',
  ])('has no %s', async (method) => {
    const bench = await startAli();
    expect(codeOf(await bench.sync(method))).toBe('InvalidApiPath');
  });

  it('refuses what the app has no package for, and what is switched off', async () => {
    const bench = await startAli();
    bench.simulator.changeApp({ packages: ['order'], switchedOff: ['aliexpress.solution.order.get'] });
    expect(codeOf(await bench.sync('aliexpress.logistics.redefining.listlogisticsservice'))).toBe(
      'InsufficientPermission',
    );
    expect(codeOf(await bench.sync('aliexpress.solution.order.get'))).toBe('InvalidApiPath');
  });

  it('refuses an address that is not on the list', async () => {
    const bench = await startAli();
    bench.simulator.changeApp({ allowedIps: ['203.0.113.9'] });
    const reply = await bench.sync(probe);
    expect(reply.error_response).toMatchObject({ code: 'AppWhiteIpLimit', msg: expect.stringContaining('127.0.0.1') });
    bench.simulator.changeApp({ allowedIps: ['127.0.0.1'] });
    expect((await bench.sync(probe)).profile.country).toBe('CN');
  });

  it('takes POST only', async () => {
    const bench = await startAli();
    expect((await fetch(`${bench.url}/sync`)).status).toBe(405);
    expect((await fetch(`${bench.url}/router/rest`, { method: 'POST' })).status).toBe(404);
  });

  it('bans a caller who is too fast, for the time it says', async () => {
    const bench = await startAli({ rateLimit: { ratePerSecond: 2, burst: 2, banSeconds: 3 } });
    const codes = [];
    for (let count = 0; count < 4; count += 1) codes.push(codeOf(await bench.sync(probe)));
    expect(codes).toEqual([undefined, undefined, 'ApiCallLimit', 'ApiCallLimit']);
    bench.pass(2_000);
    const reply = await bench.sync(probe);
    expect(reply.error_response).toMatchObject({ type: 'SYSTEM', msg: expect.stringContaining('last 1 more seconds') });
    bench.pass(1_000);
    expect((await bench.sync(probe)).profile.country).toBe('CN');
    expect(bench.simulator.requests.times().map((one) => one.operation)).toEqual(Array(6).fill(`/sync/${probe}`));
  });
});

describe('/rest', () => {
  const rules = '/aliexpress/logistics/query/rule/info';
  const wish = { param1: { type: 'platformRule' } };
  const withToken = (bench: Bench): Record<string, string> => ({ access_token: bench.simulator.keys.accessToken });

  it('answers flat, lists without wrappers', async () => {
    const bench = await startAli();
    const reply = await bench.rest(rules, wish, withToken(bench));
    expect(reply).toMatchObject({ code: '0', result: { success: true } });
    expect(reply.result.data.service_net_rule_info_list[0].service_net_rule_config_dto.condition[0]).toEqual({
      country: 'US',
      amount: 5,
      compare_type: '>',
      currency_code: 'USD',
    });
  });

  it('puts the path in front of the text to sign', async () => {
    const bench = await startAli();
    const { appKey, appSecret } = bench.simulator.keys;
    const texts = {
      app_key: appKey,
      timestamp: String(startMs),
      sign_method: 'sha256',
      ...withToken(bench),
      param1: '{"type":"platformRule"}',
    };
    const reply = await bench.rest(rules, wish, { ...withToken(bench), sign: signed('', texts, appSecret) });
    expect(reply).toEqual({
      type: 'ISV',
      code: 'IncompleteSignature',
      message: 'The request signature does not conform to platform standards',
      request_id: expect.any(String),
    });
  });

  it('knows no other paths', async () => {
    const bench = await startAli();
    expect(codeOf(await bench.rest('/auth/token/forget', {}, withToken(bench)))).toBe('InvalidApiPath');
    expect(codeOf(await bench.rest(rules, wish))).toBe('IllegalAccessToken');
  });
});

describe('OAuth', () => {
  const authorise = (bench: Bench, change: Record<string, string> = {}): Promise<Response> => {
    const { appKey, redirectUri } = bench.simulator.keys;
    const query = {
      response_type: 'code',
      force_auth: 'true',
      redirect_uri: redirectUri,
      client_id: appKey,
      state: 's1',
      ...change,
    };
    return fetch(`${bench.url}/oauth/authorize?${new URLSearchParams(query)}`, { redirect: 'manual' });
  };

  it('leads from the browser over the code to a token with the documented fields', async () => {
    const bench = await startAli();
    const target = new URL((await authorise(bench)).headers.get('location')!);
    expect(target.searchParams.get('state')).toBe('s1');
    const token = await bench.rest('/auth/token/create', { code: target.searchParams.get('code') });
    expect(token).toMatchObject({
      access_token: expect.stringMatching(/^50000/u),
      refresh_token: expect.stringMatching(/^50001/u),
      expires_in: 31536000,
      refresh_expires_in: 63072000,
      expire_time: startMs + 365 * day,
      refresh_token_valid_time: startMs + 730 * day,
      seller_id: '2671514005',
      user_id: '2671514005',
      account_platform: 'seller_center',
      account_id: null,
      locale: 'zh_CN',
      sp: 'ae',
      code: '0',
    });
    expect((await bench.sync(probe, {}, { session: token.access_token })).profile.country).toBe('CN');
  });

  it('shows a page, not a code, when the address is not the registered one', async () => {
    const bench = await startAli();
    expect((await authorise(bench, { redirect_uri: 'http://127.0.0.1/x' })).status).toBe(400);
    expect((await authorise(bench, { client_id: '9' })).status).toBe(400);
  });

  it('takes a code once, within half an hour, with the same uuid', async () => {
    const bench = await startAli();
    const [once, late, bound] = [
      bench.simulator.issueCode(),
      bench.simulator.issueCode(),
      bench.simulator.issueCode('u1'),
    ];
    expect(codeOf(await bench.rest('/auth/token/create', { code: bound }))).toBe('InvalidCode');
    expect(codeOf(await bench.rest('/auth/token/create', { code: bound, uuid: 'u1' }))).toBe('0');
    expect(codeOf(await bench.rest('/auth/token/create', { code: once }))).toBe('0');
    expect(codeOf(await bench.rest('/auth/token/create', { code: once }))).toBe('InvalidCode');
    bench.pass(30 * 60_000);
    expect(codeOf(await bench.rest('/auth/token/create', { code: late }))).toBe('InvalidCode');
    expect(codeOf(await bench.rest('/auth/token/create', {}))).toBe('MissingParameter');
  });

  it('refreshes once a refresh token, within the horizon of the first', async () => {
    const bench = await startAli();
    const { refreshToken } = bench.simulator.keys;
    const fresh = await bench.rest('/auth/token/refresh', { refresh_token: refreshToken });
    expect(fresh.refresh_token_valid_time).toBe(startMs + 575 * day);
    expect(codeOf(await bench.rest('/auth/token/refresh', { refresh_token: refreshToken }))).toBe(
      'InvalidRefreshToken',
    );
    bench.simulator.expireAccessToken();
    expect(codeOf(await bench.sync(probe, {}, { session: fresh.access_token }))).toBe('IllegalAccessToken');
    const again = await bench.rest('/auth/token/refresh', { refresh_token: fresh.refresh_token });
    expect((await bench.sync(probe, {}, { session: again.access_token })).profile.country).toBe('CN');
    bench.simulator.expireRefreshToken();
    expect(codeOf(await bench.rest('/auth/token/refresh', { refresh_token: again.refresh_token }))).toBe(
      'InvalidRefreshToken',
    );
  });

  it('lets a token die at its time', async () => {
    const bench = await startAli();
    bench.pass(210 * day - 1_000);
    expect((await bench.sync(probe)).profile.country).toBe('CN');
    bench.pass(1_000);
    expect(codeOf(await bench.sync(probe))).toBe('IllegalAccessToken');
  });
});
