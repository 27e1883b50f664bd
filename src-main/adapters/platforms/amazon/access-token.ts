import { createHash } from 'node:crypto';
import { HttpFault, type HttpResponse } from '../../../app/ports/http.ts';
import { member, plain, readJson } from '../shared/json.ts';
import { createTokenKeeper, type Token, type TokenKeeper } from '../shared/token-keeper.ts';
import type { ProxyDeps } from './call.ts';
import type { CallFault } from './errors.ts';
import type { AmazonSettings } from './settings.ts';

/** A client secret lives so long (Selling Partner API documentation, "Rotate your application's LWA credentials"). */
export const SECRET_LIVES_MS = 180 * 24 * 3_600_000;

/** What the token keeper rejects with; `fault` is why. */
export class LoginFault extends Error {
  readonly fault: CallFault;
  constructor(fault: CallFault) {
    super(`login: ${fault.kind}`);
    this.name = 'LoginFault';
    this.fault = fault;
  }
}

/** The shop's access token from Login with Amazon ("Connect to the Selling Partner API", step 1). Rejects with LoginFault. */
export function accessTokens(settings: AmazonSettings, deps: ProxyDeps): TokenKeeper {
  return createTokenKeeper({
    clock: deps.clock,
    notebook: deps.notebook,
    name: `lwa:${keysMark(settings)}`,
    fetch: async () => await ask(settings, deps),
  });
}

/** A short name for a set of keys: tokens got with other keys are not used any more. */
export function keysMark({ clientId, clientSecret, refreshToken }: AmazonSettings): string {
  const hash = createHash('sha256').update([clientId, clientSecret, refreshToken].join('\n'));
  return hash.digest('base64url').slice(0, 16);
}

async function ask(settings: AmazonSettings, { http, clock, timings }: ProxyDeps): Promise<Token> {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: settings.refreshToken,
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
  });
  const askedAtMs = clock.nowMs();
  try {
    const response = await http.send({
      method: 'POST',
      url: `${settings.loginUrl}/auth/o2/token`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: form.toString(),
      timeoutMs: timings.requestTimeoutMs,
      maxBytes: 64 * 1024,
    });
    return readToken(response, settings, askedAtMs);
  } catch (error) {
    if (error instanceof HttpFault) throw new LoginFault({ kind: 'login-away', code: `login-${error.kind}` });
    throw error;
  }
}

function readToken(response: HttpResponse, settings: AmazonSettings, askedAtMs: number): Token {
  const body = plain(readJson(new TextDecoder().decode(response.bytes))?.node);
  const text = member(body, 'access_token');
  const seconds = Number(member(body, 'expires_in'));
  if (response.status === 200 && typeof text === 'string' && text !== '' && seconds > 0)
    return { text, expiresAtMs: askedAtMs + seconds * 1_000 };
  throw new LoginFault(loginFault(response.status, member(body, 'error'), settings, askedAtMs));
}

/** Login with Amazon's error words (RFC 6749 §5.2), as what the seller can do about them. */
function loginFault(status: number, word: unknown, settings: AmazonSettings, nowMs: number): CallFault {
  const refused = (code: string, detail: string): CallFault => ({ kind: 'login-refused', code, detail });
  const { secretIssuedAtMs } = settings;
  const isSecretOld = secretIssuedAtMs !== null && nowMs - secretIssuedAtMs > SECRET_LIVES_MS;
  if (word === 'invalid_grant') return refused('wrong-key', 'refreshToken');
  if (word === 'invalid_client')
    return isSecretOld ? refused('secret-expired', 'clientSecret') : refused('wrong-key', 'clientId, clientSecret');
  if (word === 'unauthorized_client') return refused('wrong-key', 'clientId, refreshToken');
  if (word === 'access_denied') return refused('wrong-key', 'access_denied');
  if (word === 'invalid_request' || word === 'invalid_scope') return refused('wrong-key', 'clientId');
  return { kind: 'login-away', code: status === 429 ? 'login-throttled' : 'login-unavailable' };
}
