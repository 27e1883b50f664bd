import { createHash } from 'node:crypto';
import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { Asked } from '../../kit/http/asked.ts';
import type { Platform } from '../platform.ts';
import { redeemCode, refreshSession, tokenAnswer } from '../rules/session.ts';
import { readParameters } from './read-parameters.ts';

const codeLifeMs = 10 * 60_000;

/** The page where the seller says yes: here he always does, at once, and is sent back with a code. */
export function authorizePage(platform: Platform, asked: Asked): Answer {
  const wish = asked.url.searchParams;
  const { app } = platform.world;
  if (wish.get('response_type') !== 'code')
    return oauthError('unsupported_response_type', 'response_type must be code');
  if (wish.get('client_id') !== app.appKey) return oauthError('invalid_client', 'client_id is invalid');
  const redirectUri = wish.get('redirect_uri') ?? '';
  if (redirectUri !== app.redirectUri) return oauthError('redirect_uri_mismatch', 'redirect_uri is not registered');
  const code = platform.change((store, nowMs) => {
    const serial = store.newSerial();
    const made = createHash('sha256').update(`${app.secret}/${serial}`).digest('base64url').slice(0, 32);
    store.world.authorisationCodes.push({ code: made, redirectUri, expiresAtMs: nowMs + codeLifeMs });
    return made;
  });
  const target = new URL(redirectUri);
  target.searchParams.set('code', code);
  const state = wish.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return { status: 302, headers: { Location: target.toString() }, body: '' };
}

/** `POST /token`, not signed: the secret itself is sent. Codes work once; refreshing works for market apps only. */
export function tokenEndpoint(platform: Platform, asked: Asked): Answer {
  const { text } = readParameters(asked);
  const { app } = platform.world;
  if (asked.method !== 'POST') return oauthError('invalid_request', 'POST only');
  if (text.get('client_id') !== app.appKey || text.get('client_secret') !== app.secret) {
    return oauthError('invalid_client', 'client authentication failed');
  }
  return platform.change((store, nowMs) => {
    const { world } = store;
    switch (text.get('grant_type')) {
      case 'authorization_code':
        if (!redeemCode(world, text.get('code') ?? '', text.get('redirect_uri') ?? '', nowMs)) {
          return oauthError('invalid_grant', 'code is invalid or expired');
        }
        return jsonAnswer(200, tokenAnswer(world, nowMs));
      case 'refresh_token':
        if (!app.canRefreshToken || text.get('refresh_token') !== world.session.refreshToken) {
          return oauthError('invalid_grant', 'refresh token is invalid');
        }
        refreshSession(world, store.newSerial(), nowMs);
        return jsonAnswer(200, tokenAnswer(world, nowMs));
      default:
        return oauthError('unsupported_grant_type', 'grant_type is not supported');
    }
  });
}

function oauthError(error: string, description: string): Answer {
  return jsonAnswer(400, { error, error_description: description });
}
