import { describe, expect, it } from 'vitest';
import {
  authorizeAgain,
  endTokens,
  revokeRefreshTokens,
  rotateSecret,
} from '../../../../src-main/demo/amazon/happenings.ts';
import type { FaultKind } from '../../../../src-main/demo/amazon/faults.ts';
import { askToken, day, hour, replyOf, startAmazon, userAgent } from './support/start-amazon.ts';

const participations = '/sellers/v1/marketplaceParticipations';

describe('Login with Amazon', () => {
  it('gives a bearer token for an hour and echoes the refresh token', async () => {
    const bench = await startAmazon();
    const refreshToken = bench.simulator.keys().refreshTokens.EU!;
    const reply = await askToken(bench.url, { refresh_token: refreshToken }, bench.simulator);
    expect([reply.status, reply.json]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^Atza\|/u),
        token_type: 'bearer',
        expires_in: 3600,
        refresh_token: refreshToken,
      },
    ]);
  });

  it.each([
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ refresh_token: 'Atzr|other' }, 400, 'invalid_grant'],
    [{ refresh_token: '' }, 400, 'invalid_request'],
    [{ client_secret: '' }, 400, 'invalid_request'],
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ client_id: 'wrong' }, 401, 'invalid_client'],
    [{ grant_type: 'client_credentials' }, 400, 'invalid_scope'],
    [{ grant_type: 'client_credentials', scope: 'everything' }, 400, 'invalid_scope'],
  ])('refuses %o', async (fields, status, error) => {
    const bench = await startAmazon();
    const reply = await askToken(
      bench.url,
      { refresh_token: bench.simulator.keys().refreshTokens.NA!, ...fields },
      bench.simulator,
    );
    expect([reply.status, reply.json.error]).toEqual([status, error]);
    expect(reply.json.error_description).not.toBe('');
  });

  it('takes a form only, and no field twice', async () => {
    const bench = await startAmazon();
    const json = await replyOf(
      await fetch(`${bench.url}/auth/o2/token`, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      }),
    );
    expect([json.status, json.json.error]).toEqual([400, 'invalid_request']);
    const twice = await replyOf(
      await fetch(`${bench.url}/auth/o2/token`, {
        method: 'POST',
        body: 'grant_type=refresh_token&grant_type=refresh_token',
        headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      }),
    );
    expect([twice.status, twice.json.error]).toEqual([400, 'invalid_request']);
  });

  it.each([
    ['lwa-server-error', 500, 'server_error'],
    ['lwa-unavailable', 503, 'temporarily_unavailable'],
    ['lwa-access-denied', 403, 'access_denied'],
    ['lwa-unauthorized-client', 400, 'unauthorized_client'],
  ] as [FaultKind, number, string][])('%s', async (kind, status, error) => {
    const bench = await startAmazon({ faults: [{ kind, path: '/auth/o2/token', count: 1 }] });
    const reply = await askToken(
      bench.url,
      { refresh_token: bench.simulator.keys().refreshTokens.NA! },
      bench.simulator,
    );
    expect([reply.status, reply.json.error]).toEqual([status, error]);
    expect(await bench.token()).toMatch(/^Atza/u);
  });

  it('keeps the old secret for seven days after a rotation, and older refresh tokens for ever', async () => {
    const bench = await startAmazon();
    const { clientSecret: old, refreshTokens } = bench.simulator.keys();
    bench.simulator.happen((store, nowMs) => rotateSecret(store, nowMs));
    bench.simulator.happen((store) => authorizeAgain(store, 'NA'));
    const withOld = () =>
      askToken(bench.url, { refresh_token: refreshTokens.NA!, client_secret: old }, bench.simulator);
    expect((await withOld()).status).toBe(200);
    bench.pass(7 * day);
    expect((await withOld()).json.error).toBe('invalid_client');
    expect(await bench.token()).toMatch(/^Atza/u);
  });

  it('revokes a refresh token for good', async () => {
    const bench = await startAmazon();
    const refreshToken = bench.simulator.keys().refreshTokens.NA!;
    bench.simulator.happen((store) => revokeRefreshTokens(store, 'NA'));
    const reply = await askToken(bench.url, { refresh_token: refreshToken }, bench.simulator);
    expect(reply.json.error_description).toContain('The request has an invalid grant parameter : refresh_token');
  });
});

describe('access', () => {
  const denied = (details: string) => ({
    errors: [{ code: 'Unauthorized', message: 'Access to requested resource is denied.', details }],
  });

  it('needs a token that lives', async () => {
    const bench = await startAmazon();
    const token = await bench.token();
    const ask = (headers: Record<string, string>) =>
      fetch(bench.url + participations, { headers: { 'user-agent': userAgent, ...headers } }).then(replyOf);
    expect((await ask({ 'x-amz-access-token': token })).status).toBe(200);
    const absent = await ask({});
    expect([absent.status, absent.json]).toEqual([403, denied('Access token is missing in the request header.')]);
    expect(absent.headers.get('x-amzn-ratelimit-limit')).toBeNull();
    expect(absent.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/u);
    const wrong = await ask({ 'x-amz-access-token': 'Atza|wrong' });
    expect(wrong.json).toEqual(denied('The access token you provided is revoked, malformed or invalid.'));
    bench.pass(hour);
    expect((await ask({ 'x-amz-access-token': token })).json).toEqual(
      denied('The access token you provided has expired.'),
    );
  });

  it('ends tokens on demand', async () => {
    const bench = await startAmazon();
    const token = await bench.token();
    bench.simulator.happen((store, nowMs) => endTokens(store, 'expired', nowMs));
    expect((await bench.get(participations, {}, { token })).json.errors[0].details).toContain('expired');
    const next = await bench.token();
    bench.simulator.happen((store, nowMs) => endTokens(store, 'revoked', nowMs));
    expect((await bench.get(participations, {}, { token: next })).json.errors[0].details).toContain('revoked');
  });

  it('says so when the secret behind a token has expired', async () => {
    const bench = await startAmazon({
      world: (world) => ({
        ...world,
        app: {
          ...world.app,
          secrets: world.app.secrets.map((secret) => ({ ...secret, expiresAtMs: Date.parse('2026-11-22T06:10:00Z') })),
        },
      }),
    });
    const token = await bench.token();
    bench.pass(11 * 60_000);
    expect((await bench.get(participations, {}, { token })).json).toEqual(
      denied('The LWA secret token you provided has expired'),
    );
  });

  it.each(['', 'node', 'x'.repeat(501)])('refuses the user agent %j', async (agent) => {
    const bench = await startAmazon();
    const reply = await bench.get(participations, {}, { headers: { 'user-agent': agent } });
    expect([reply.status, reply.json.errors[0].code]).toEqual([400, 'InvalidInput']);
  });

  it('serves one region at a regional host', async () => {
    const bench = await startAmazon({ hostRegion: 'EU' });
    expect((await bench.get(participations, {}, { region: 'EU' })).status).toBe(200);
    const other = await bench.get(participations, {}, { region: 'NA' });
    expect([other.status, other.json]).toEqual([403, denied('')]);
  });

  it('lists the marketplaces of the account', async () => {
    const bench = await startAmazon();
    const { json } = await bench.get(participations, {}, { region: 'FE' });
    expect(json.payload.map((entry: { marketplace: { id: string } }) => entry.marketplace.id)).toEqual([
      'A1VC38T7YXB528',
      'A39IBJ37TRP1C6',
      'A19VAU5U5O7RUS',
    ]);
    expect(json.payload[0]).toMatchObject({
      marketplace: { countryCode: 'JP', defaultCurrencyCode: 'JPY', domainName: 'www.amazon.co.jp' },
      participation: { isParticipating: true, hasSuspendedListings: false },
    });
  });
});
