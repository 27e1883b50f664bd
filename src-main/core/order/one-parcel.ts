import { addressKey } from '../address/address.ts';
import { hasHiddenPart } from '../address/keep-hidden.ts';
import type { CommandRefusal } from './commands.ts';
import { isHandedOver, isLabelled, laneOf } from './lane-of.ts';
import { UNLABELLED_LANES } from './lane.ts';
import { allowsMerge, type MergeRule } from './merge-rule.ts';
import type { Order } from './order.ts';
import { shipTo } from './ship-to.ts';
import type { PartReason } from './work.ts';

/** What the rule of one parcel must know of an order beside the order. */
export interface MergeTerms {
  /** null: the platform knows no merged parcels, or we cannot tell it of them. */
  readonly rule: MergeRule | null;
  /** The platform makes a label for each order. */
  readonly hasLabelOfItsOwn: boolean;
  /** A label is bought or on its way to paper. */
  readonly isLabelUnderWay: boolean;
}

/** Why an order cannot share a parcel with any other; null: it can. */
export function soloReason(order: Order, terms: MergeTerms): CommandRefusal | null {
  const { facts, work } = order;
  const { rule, hasLabelOfItsOwn, isLabelUnderWay } = terms;
  const lane = laneOf(order);
  if (lane === null) return 'order-closed';
  if (isHandedOver(order)) return 'already-handed-over';
  if (isLabelled(order) || isLabelUnderWay) return 'merge-already-labelled';
  if (!UNLABELLED_LANES.some((early) => early === lane))
    return lane === 'after-sales' ? 'close-case-first' : 'merge-not-allowed';
  if (work.cancel !== null) return 'already-asked-cancel';
  const address = shipTo(order);
  const country = address?.country ?? facts.country ?? '';
  const isNumberedHere = facts.steps.includes('push-tracking') && !hasLabelOfItsOwn;
  if (!isNumberedHere || !allowsMerge(rule, country)) return 'merge-not-allowed';
  // The second parcel of an order has goods of its own.
  if (work.parcels.length > 1 || work.parcels.some((parcel) => parcel.items !== null)) return 'merge-not-allowed';
  // What stands behind asterisks cannot be compared (Taobao: never compare masked text).
  return address === null || hasHiddenPart({ ...address, phone: null }) ? 'address-hidden' : null;
}

/** Why two orders cannot share a parcel, each being able to share one; null: they can. */
export function pairReason(left: Order, right: Order): CommandRefusal | null {
  if (left.shopId !== right.shopId) return 'merge-not-allowed';
  return isSameReceiver(left, right) ? null : 'merge-other-buyer';
}

function isSameReceiver(left: Order, right: Order): boolean {
  const buyers = [left.facts.buyerId, right.facts.buyerId];
  if (!buyers.includes(null) && buyers[0] !== buyers[1]) return false;
  const [here, there] = [shipTo(left), shipTo(right)];
  return here !== null && there !== null && addressKey(here) === addressKey(there);
}

/**
 * Why a companion stands alone again by what happened to it or to the order that leads it (null: it is no more); null: all
 * is well. Once both lie in a labelled box, only a cancellation parts them: the goods have to come out.
 */
export function partReason(companion: Order, lead: Order | null): PartReason | null {
  if (isCancelled(companion)) return 'order-cancelled';
  if (lead === null || isCancelled(lead)) return 'lead-gone';
  if (isLabelled(companion)) return null;
  const isLeadGone = isLabelled(lead) || isHandedOver(lead) || laneOf(lead) === null || lead.work.shipsWith !== null;
  if (isLeadGone) return 'lead-gone';
  return isSameReceiver(companion, lead) ? null : 'other-address';
}

const isCancelled = ({ facts }: Order): boolean => facts.stage === 'cancelled' || facts.stage === 'replaced';
