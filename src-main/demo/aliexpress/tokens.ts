import type { Random } from '../random.ts';
import { invalidParameter, missingParameter, Refusal } from './refusal.ts';
import type { AliSeller, AliSession, AliWorld } from './world.ts';

/** A code lives half an hour and works once. */
const codeLifeMs = 30 * 60_000;

/** What the authorise page hands out. */
export function newCode(world: AliWorld, uuid: string, nowMs: number, random: Random): string {
  const code = `3_${world.app.appKey}_${letters(random, 28)}`;
  world.codes.push({ code, uuid, expiresAtMs: nowMs + codeLifeMs, isUsed: false });
  return code;
}

/** `/auth/token/create`. Throws Refusal. */
export function createToken(
  world: AliWorld,
  parameters: Record<string, string>,
  nowMs: number,
  random: Random,
): AliSession {
  checkNames(parameters, ['code', 'uuid']);
  const text = required(parameters, 'code');
  const code = world.codes.find((candidate) => candidate.code === text);
  const isGood =
    code !== undefined && !code.isUsed && nowMs < code.expiresAtMs && code.uuid === (parameters['uuid'] ?? '');
  if (!isGood) throw new Refusal('ISV', 'InvalidCode', 'The specified code is invalid or expired');
  code.isUsed = true;
  return addSession(world, nowMs, nowMs + world.app.refreshLifeMs, random);
}

/**
 * `/auth/token/refresh`. Gives a new refresh token and spends the old one; the horizon of the first authorisation stays (seen in the
 * field, unverified). Throws Refusal.
 */
export function refreshToken(
  world: AliWorld,
  parameters: Record<string, string>,
  nowMs: number,
  random: Random,
): AliSession {
  checkNames(parameters, ['refresh_token']);
  const text = required(parameters, 'refresh_token');
  const session = world.sessions.find((candidate) => candidate.refreshToken === text);
  const isGood = session !== undefined && !session.isRefreshSpent && nowMs < session.refreshExpiresAtMs;
  if (!isGood) throw new Refusal('ISV', 'InvalidRefreshToken', 'The specified refresh token is invalid or expired');
  session.isRefreshSpent = true;
  return addSession(world, nowMs, session.refreshExpiresAtMs, random);
}

function addSession(world: AliWorld, nowMs: number, refreshExpiresAtMs: number, random: Random): AliSession {
  const session: AliSession = {
    accessToken: `50000${letters(random, 40)}`,
    refreshToken: `50001${letters(random, 40)}`,
    accessExpiresAtMs: Math.min(nowMs + world.app.accessLifeMs, refreshExpiresAtMs),
    refreshExpiresAtMs,
    isRefreshSpent: false,
  };
  world.sessions.push(session);
  return session;
}

/** One flat object, both lives as what is left of them. */
export function tokenAnswer(session: AliSession, seller: AliSeller, nowMs: number): Record<string, unknown> {
  return {
    access_token: session.accessToken,
    refresh_token: session.refreshToken,
    expires_in: Math.floor((session.accessExpiresAtMs - nowMs) / 1_000),
    refresh_expires_in: Math.floor((session.refreshExpiresAtMs - nowMs) / 1_000),
    expire_time: session.accessExpiresAtMs,
    refresh_token_valid_time: session.refreshExpiresAtMs,
    seller_id: seller.sellerId,
    user_id: seller.sellerId,
    user_nick: seller.nick,
    account: seller.account,
    account_platform: 'seller_center',
    account_id: null,
    havana_id: `1738${seller.sellerId}`,
    locale: 'zh_CN',
    sp: 'ae',
  };
}

function checkNames(parameters: Record<string, string>, known: readonly string[]): void {
  const strange = Object.keys(parameters).find((name) => !known.includes(name));
  if (strange !== undefined) throw invalidParameter(strange, 'unknown');
}

function required(parameters: Record<string, string>, name: string): string {
  const text = parameters[name] ?? '';
  if (text === '') throw missingParameter(name);
  return text;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function letters(random: Random, count: number): string {
  return Array.from({ length: count }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}
