import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import { bodyText, headerText, type Asked } from '../../kit/http/asked.ts';
import type { AmazonApp, ClientSecret } from '../account.ts';
import type { StruckFaults } from '../faults.ts';
import type { Region } from '../marketplaces.ts';
import type { Platform } from '../platform.ts';

export const tokenPath = '/auth/o2/token';

const tokenLifeSeconds = 3_600;
const scopes = ['sellingpartnerapi::notifications', 'sellingpartnerapi::client_credential:rotation'];

/** Login with Amazon: POST /auth/o2/token. Its errors are its own kind of body (RFC 6749 §5.2). */
export function answerTokenRequest(platform: Platform, asked: Asked, faults: StruckFaults): Answer {
  if (asked.method !== 'POST') return refuse(405, 'invalid_request', 'The HTTP method is not POST');
  const contentType = headerText(asked.headers, 'content-type').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/x-www-form-urlencoded') {
    return refuse(400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded');
  }
  const struck = struckAnswer(faults);
  if (struck !== null) return struck;
  const form = new URLSearchParams(bodyText(asked));
  const repeated = [...form.keys()].find((name) => form.getAll(name).length > 1);
  if (repeated !== undefined) return refuse(400, 'invalid_request', `The request repeats a parameter : ${repeated}`);
  const grantType = form.get('grant_type');
  if (grantType === null) return missing('grant_type');
  if (grantType !== 'refresh_token' && grantType !== 'client_credentials') {
    return refuse(
      400,
      'unsupported_grant_type',
      'The authorization grant type is not supported by the authorization server',
    );
  }
  for (const name of ['client_id', 'client_secret']) if (!form.get(name)) return missing(name);
  const secret = secretOf(platform.world.app, form, platform.clock.nowMs());
  if (secret === null) return refuse(401, 'invalid_client', 'Client authentication failed');
  return grantType === 'refresh_token' ? refreshed(platform, form, secret) : grantless(platform, form, secret);
}

function refreshed(platform: Platform, form: URLSearchParams, secret: ClientSecret): Answer {
  const refreshToken = form.get('refresh_token');
  if (!refreshToken) return missing('refresh_token');
  if (form.has('scope')) return refuse(400, 'invalid_request', 'The request has an unexpected parameter : scope');
  const account = platform.world.accounts.find(({ refreshTokens }) =>
    refreshTokens.some((token) => token.value === refreshToken && !token.isRevoked),
  );
  if (account === undefined || Buffer.byteLength(refreshToken) > 2_048) {
    return refuse(
      400,
      'invalid_grant',
      "The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the permission.",
    );
  }
  return granted(platform, { region: account.region, secret, scope: null }, { refresh_token: refreshToken });
}

function grantless(platform: Platform, form: URLSearchParams, secret: ClientSecret): Answer {
  const scope = form.get('scope');
  if (scope === null || !scopes.includes(scope)) return refuse(400, 'invalid_scope', 'An unknown scope was requested');
  const region = platform.world.accounts[0]?.region ?? 'NA';
  return granted(platform, { region, secret, scope }, {});
}

function granted(
  platform: Platform,
  grant: { region: Region; secret: ClientSecret; scope: string | null },
  more: Record<string, string>,
): Answer {
  const nowMs = platform.clock.nowMs();
  const value = `Atza|${platform.store.newUuid().replaceAll('-', '')}${Math.floor(platform.random() * 1e12).toString(36)}`;
  platform.change((store) => {
    const { world } = store;
    world.accessTokens = world.accessTokens.filter((token) => token.expiresAtMs > nowMs - 86_400_000);
    world.accessTokens.push({
      value,
      region: grant.region,
      secret: grant.secret.value,
      scope: grant.scope,
      expiresAtMs: nowMs + tokenLifeSeconds * 1_000,
      isRevoked: false,
    });
  });
  return reply(200, { access_token: value, token_type: 'bearer', expires_in: tokenLifeSeconds, ...more });
}

function secretOf(app: AmazonApp, form: URLSearchParams, nowMs: number): ClientSecret | null {
  if (form.get('client_id') !== app.clientId) return null;
  return (
    app.secrets.find(({ value, expiresAtMs }) => value === form.get('client_secret') && expiresAtMs > nowMs) ?? null
  );
}

function struckAnswer(faults: StruckFaults): Answer | null {
  if (faults.has('lwa-server-error')) {
    return refuse(500, 'server_error', 'The authorization server encountered an unexpected condition');
  }
  if (faults.has('lwa-unavailable')) {
    return refuse(503, 'temporarily_unavailable', 'The authorization server is currently unable to handle the request');
  }
  if (faults.has('lwa-access-denied')) return refuse(403, 'access_denied', 'The request was denied');
  if (!faults.has('lwa-unauthorized-client')) return null;
  return refuse(400, 'unauthorized_client', 'Not authorized for requested operation');
}

function missing(name: string): Answer {
  return refuse(400, 'invalid_request', `The request is missing a required parameter : ${name}`);
}

function refuse(status: number, error: string, description: string): Answer {
  return reply(status, { error, error_description: description });
}

function reply(status: number, body: unknown): Answer {
  return jsonAnswer(status, body, { 'Cache-Control': 'no-store', Pragma: 'no-cache' });
}
