import type { EffectOf } from '../../../core/order/effects.ts';
import type { ChildShape, TradeShape } from './schema.ts';
import { isClosed, isShipped, isToShip } from './units-status.ts';

/** What a trade's present state says of an effect. */
export type Progress =
  | { readonly kind: 'done' | 'not-yet' }
  /** It cannot come about any more. */
  | { readonly kind: 'impossible'; readonly code: string };

const DONE: Progress = { kind: 'done' };
const NOT_YET: Progress = { kind: 'not-yet' };
const impossible = (code: string): Progress => ({ kind: 'impossible', code });

/** The children that a parcel holds: those that are named, or all that are not closed. */
export function childrenOf(
  trade: TradeShape,
  { items }: Pick<EffectOf<'push-tracking'>, 'items'>,
): readonly ChildShape[] {
  if (items === null) return trade.orders.filter((child) => !isClosed(child));
  const named = new Set(items.map((item) => item.lineRemoteId));
  return trade.orders.filter((child) => named.has(child.oid) && !isClosed(child));
}

/**
 * A number stands when every child of the parcel carries it. `carrierName`: what the platform calls the carrier, to be
 * compared where only the carrier was wrong; null when that does not matter.
 */
export function trackingProgress(
  trade: TradeShape,
  effect: EffectOf<'push-tracking'>,
  carrierName: string | null,
): Progress {
  const children = childrenOf(trade, effect);
  if (children.length === 0) return impossible(trade.orders.every(isClosed) ? 'order-cancelled' : 'nothing-to-ship');
  const carries = (child: ChildShape) =>
    isSame(child.invoice_no, effect.trackingNumber) &&
    (carrierName === null || child.logistics_company === carrierName || child.logistics_company === effect.carrier);
  const isStanding = (child: ChildShape) => isShipped(child) && carries(child);
  // A child has one number: what went in an earlier parcel, whole or in part, does not count against this one.
  const mine = children.filter((child) => isToShip(child) || isReplaced(child, effect) || carries(child));
  return mine.length > 0 && mine.every(isStanding) ? DONE : NOT_YET;
}

/** True for a child that carries the number which this effect corrects. */
export const isReplaced = (child: ChildShape, { replaces }: EffectOf<'push-tracking'>): boolean =>
  replaces !== null && isShipped(child) && isSame(child.invoice_no, replaces.trackingNumber);

export function cancelProgress(trade: TradeShape): Progress {
  if (trade.status === 'TRADE_CLOSED_BY_TAOBAO' || trade.status === 'TRADE_CLOSED') return DONE;
  return NOT_YET;
}

const isSame = (theirs: string | null, ours: string): boolean =>
  theirs !== null && theirs.replace(/\s+/g, '').toUpperCase() === ours.replace(/\s+/g, '').toUpperCase();
