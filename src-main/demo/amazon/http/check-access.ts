import type { IncomingHttpHeaders } from 'node:http';
import { headerText } from '../../kit/http/asked.ts';
import type { AccessToken, AmazonAccount, RestrictedToken } from '../account.ts';
import type { Region } from '../marketplaces.ts';
import type { Operation } from '../operation.ts';
import { invalidInput, unauthorized } from '../refusal.ts';
import type { AmazonStore } from '../store.ts';

/** `AppId/Version (Language=…; Platform=…)`, 500 characters at most (developer documentation, "Include a User-Agent header"). */
const userAgentForm = /^[^/\s][^/]*\/\S+ \(Language=[^;)]+(;[^)]*)?\)/u;

/** Throws unless the request says which app it comes from. The platform's exact answer is not documented. */
export function checkUserAgent(headers: IncomingHttpHeaders): void {
  const userAgent = headerText(headers, 'user-agent');
  if (userAgent === '') throw invalidInput('The User-Agent header is missing.');
  if (userAgent.length > 500) throw invalidInput('The User-Agent header is longer than 500 characters.');
  if (!userAgentForm.test(userAgent)) throw invalidInput('The User-Agent header is invalid.');
}

export interface Caller {
  account: AmazonAccount;
  /** Null for a seller's own token. */
  restricted: RestrictedToken | null;
}

/** The account behind the token, or the 403 with the details that say what is wrong with it. */
export function callerOf(
  store: AmazonStore,
  headers: IncomingHttpHeaders,
  hostRegion: Region | null,
  nowMs: number,
): Caller {
  const value = headerText(headers, 'x-amz-access-token');
  if (value === '') throw unauthorized('Access token is missing in the request header.');
  const { accessTokens, restrictedTokens, app } = store.world;
  const restricted = restrictedTokens.find((token) => token.value === value) ?? null;
  const token: AccessToken | RestrictedToken | undefined =
    restricted ?? accessTokens.find((candidate) => candidate.value === value);
  if (token === undefined || ('isRevoked' in token && token.isRevoked)) {
    throw unauthorized('The access token you provided is revoked, malformed or invalid.');
  }
  if (token.expiresAtMs <= nowMs) throw unauthorized('The access token you provided has expired.');
  if ('secret' in token) {
    const secret = app.secrets.find((candidate) => candidate.value === token.secret);
    if (secret === undefined || secret.expiresAtMs <= nowMs) {
      throw unauthorized('The LWA secret token you provided has expired');
    }
    if (token.scope !== null) throw unauthorized('');
  }
  if (hostRegion !== null && token.region !== hostRegion) throw unauthorized('');
  return { account: store.account(token.region), restricted };
}

/** Throws the 403 without details when a role or the right kind of token is missing. */
export function checkMayCall(
  caller: Caller,
  operation: Operation,
  asked: { path: string; roles: readonly string[]; isRestricted: boolean },
): void {
  const hasRole = operation.roles.length === 0 || operation.roles.some((role) => asked.roles.includes(role));
  if (!hasRole) throw unauthorized('');
  if (caller.restricted === null) {
    if (asked.isRestricted) throw unauthorized('');
    return;
  }
  const isListed = caller.restricted.resources.some(
    (resource) =>
      resource.method === operation.method && (resource.path === operation.path || resource.path === asked.path),
  );
  if (!isListed) throw unauthorized('');
}
