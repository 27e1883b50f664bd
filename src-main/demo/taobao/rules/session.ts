import { createHash } from 'node:crypto';
import type { TaobaoWorld } from '../world.ts';

const day = 86_400_000;
/** A year less a little: the figure of a real token (taobao.md §3). */
const tokenLifeMs = 31_525_572_000;

/** A new access token. A seller's own app gets a fixed length and nothing to refresh with. */
export function refreshSession(world: TaobaoWorld, serial: number, nowMs: number): void {
  world.session.accessToken = `6100${mark(world, `access${serial}`)}`;
  world.session.refreshToken = world.app.canRefreshToken ? `6101${mark(world, `refresh${serial}`)}` : '';
  world.session.expiresAtMs = nowMs + tokenLifeMs;
}

function mark(world: TaobaoWorld, about: string): string {
  return createHash('sha256').update(`${world.app.appKey}/${world.seller.userId}/${about}`).digest('hex').slice(0, 52);
}

/** True when the code was given out, for this address, and not used yet; it is used up then. */
export function redeemCode(world: TaobaoWorld, code: string, redirectUri: string | null, nowMs: number): boolean {
  const found = world.authorisationCodes.find((entry) => entry.code === code);
  if (found === undefined) return false;
  world.authorisationCodes = world.authorisationCodes.filter((entry) => entry !== found);
  if (nowMs >= found.expiresAtMs || (redirectUri !== null && redirectUri !== found.redirectUri)) return false;
  world.nextSerial += 1;
  refreshSession(world, world.nextSerial, nowMs);
  return true;
}

/** The token as the documents list its fields; r1, r2, w1, w2 each end for themselves and here together. */
export function tokenAnswer(world: TaobaoWorld, nowMs: number): Record<string, unknown> {
  const { session, seller, app } = world;
  const seconds = Math.max(0, Math.floor((session.expiresAtMs - nowMs) / 1_000));
  const until = session.expiresAtMs;
  return {
    access_token: session.accessToken,
    token_type: 'Bearer',
    expires_in: seconds,
    refresh_token: session.refreshToken,
    re_expires_in: app.canRefreshToken ? seconds + (30 * day) / 1_000 : 0,
    r1_expires_in: seconds,
    r2_expires_in: seconds,
    w1_expires_in: seconds,
    w2_expires_in: seconds,
    taobao_user_id: seller.userId,
    taobao_user_nick: encodeURIComponent(seller.nick),
    ...(session.isSubAccount && {
      sub_taobao_user_id: `${seller.userId}1`,
      sub_taobao_user_nick: encodeURIComponent(`${seller.nick}:发货`),
    }),
    taobao_open_uid: `AAH${mark(world, 'open-uid').slice(0, 24)}`,
    expire_time: until,
    refresh_token_valid_time: app.canRefreshToken ? until + 30 * day : nowMs,
    r1_valid: until,
    r2_valid: until,
    w1_valid: until,
    w2_valid: until,
  };
}
