import { seededRandom } from '../random.ts';
import type { AmazonRole } from './account.ts';
import { makeAmazonOrder, type OrderWish } from './day/make-order.ts';
import type { Region } from './marketplaces.ts';
import { askToCancel, cancelOrder } from './rules/cancelling.ts';
import { pay } from './rules/advance.ts';
import { moveMoney } from './rules/money-events.ts';
import { requestReturn } from './rules/returning.ts';
import type { AmazonStore } from './store.ts';
import type { MoneyEvent } from './world.ts';

/** What happens without the seller's app: the buyer, the platform, and the seller in the portal. All throw on what makes no sense. */

const day = 86_400_000;

/** A buyer orders, and has paid; two mugs or what is told. The id of the new order. */
export function order(store: AmazonStore, region: Region, items: OrderWish['items'], nowMs: number): string {
  const serial = 500_000 + store.newSerial();
  const wish = { serial, region, createdAtMs: nowMs, items: items ?? [['MUG-MOON-350', 2] as const] };
  const made = makeAmazonOrder(seededRandom(serial), wish);
  store.add(made);
  return made.orderId;
}

export function payOrder(store: AmazonStore, orderId: string, nowMs: number): void {
  pay(store.orderInBooks(orderId), nowMs);
}

export function buyerAsksToCancel(store: AmazonStore, orderId: string, reason: string, nowMs: number): void {
  askToCancel(store.orderInBooks(orderId), reason, nowMs);
}

export function cancelByBuyer(store: AmazonStore, orderId: string, nowMs: number): void {
  cancelOrder(store.orderInBooks(orderId), 'BUYER', 'ORDERED_BY_MISTAKE', nowMs);
}

export function returnByBuyer(store: AmazonStore, orderId: string, reason: string, nowMs: number): string {
  return requestReturn(store, store.orderInBooks(orderId), { reason, quantity: 1 }, nowMs);
}

export function giveFeedback(
  store: AmazonStore,
  orderId: string,
  feedback: { rating: number; comments: string },
  nowMs: number,
): void {
  store.world.feedback.push({ orderId: store.orderInBooks(orderId).orderId, atMs: nowMs, ...feedback });
}

/** An A-to-z claim, a chargeback or a refund takes money back. */
export function takeMoneyBack(
  store: AmazonStore,
  orderId: string,
  kind: MoneyEvent['kind'],
  amountMinor: number,
  nowMs: number,
): void {
  moveMoney(store, store.orderInBooks(orderId), { kind, amountMinor: -amountMinor, atMs: nowMs });
}

export function withdrawRole(store: AmazonStore, role: AmazonRole): void {
  store.world.app.roles = store.world.app.roles.filter((candidate) => candidate !== role);
}

export function grantRole(store: AmazonStore, role: AmazonRole): void {
  withdrawRole(store, role);
  store.world.app.roles.push(role);
}

/** Every access token that was granted so far is dead: by time, or revoked. */
export function endTokens(store: AmazonStore, how: 'expired' | 'revoked', nowMs: number): void {
  for (const token of store.world.accessTokens) {
    if (how === 'revoked') token.isRevoked = true;
    else token.expiresAtMs = Math.min(token.expiresAtMs, nowMs);
  }
  for (const token of store.world.restrictedTokens) token.expiresAtMs = Math.min(token.expiresAtMs, nowMs);
}

/** The seller withdraws the authorisation. */
export function revokeRefreshTokens(store: AmazonStore, region: Region): void {
  for (const token of store.account(region).refreshTokens) token.isRevoked = true;
}

/** "Authorize app" once more: one more refresh token; the older ones stay good. */
export function authorizeAgain(store: AmazonStore, region: Region): string {
  const value = `Atzr|${region}${store.newUuid().replaceAll('-', '')}`;
  store.account(region).refreshTokens.push({ value, isRevoked: false });
  return value;
}

/** A new client secret; the one before works for 7 more days, as the portal says. */
export function rotateSecret(store: AmazonStore, nowMs: number): string {
  const value = `amzn1.oa2-cs.v1.${store.newUuid().replaceAll('-', '')}`;
  for (const secret of store.world.app.secrets) secret.expiresAtMs = Math.min(secret.expiresAtMs, nowMs + 7 * day);
  store.world.app.secrets.push({ value, createdAtMs: nowMs, expiresAtMs: nowMs + 180 * day });
  return value;
}

/** Sellers have seen the new order operations refuse one marketplace where everything else worked. */
export function denyMarketplace(store: AmazonStore, region: Region, marketplaceId: string): void {
  store.account(region).deniedMarketplaceIds.push(marketplaceId);
}

export function withholdAddress(store: AmazonStore, orderId: string, isWithheld: boolean, nowMs: number): void {
  const order = store.orderInBooks(orderId);
  order.isAddressWithheld = isWithheld;
  order.updatedAtMs = nowMs;
}
