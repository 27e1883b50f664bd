import { isHandedOver, isLabelled, laneOf } from '../order/lane-of.ts';
import { DESK_LANES } from '../order/lane.ts';
import type { OrderFacts } from '../order/facts.ts';
import type { OrderWork } from '../order/work.ts';

/** The part of an order that says where its goods are. */
export interface GoodsInput {
  readonly facts: OrderFacts;
  readonly work: OrderWork;
}

/** True while the order still wants pieces of the shelf. An open case moves its card, but not its goods. */
export function claimsPieces({ facts, work }: GoodsInput): boolean {
  if (facts.stage === 'cancelled') return false;
  const lane = laneOf({ facts, work: { ...work, cases: [] }, checks: [] });
  return DESK_LANES.some((desk) => desk === lane);
}

/** True once the goods are out of the house: handed over, arrived, or closed with a label on them. */
function haveLeft({ facts, work }: GoodsInput): boolean {
  const isPastDesk = facts.stage === 'delivered' || facts.stage === 'rejected' || facts.stage === 'disputed';
  const isClosedPacked = work.closedAtMs !== null && isLabelled({ work }) && facts.stage !== 'cancelled';
  return isPastDesk || work.deliveredAtMs !== null || isClosedPacked || isHandedOver({ facts, work });
}

/**
 * What a change of an order means for its goods. A cancellation after the hand-over brings nothing back: whether the
 * parcel returns, nobody knows yet. A hand-over that is undone does.
 */
export function goodsMove(before: GoodsInput, after: GoodsInput): 'left' | 'came-back' | null {
  const wasGone = haveLeft(before);
  const isGone = haveLeft(after);
  if (wasGone === isGone) return null;
  if (isGone) return 'left';
  const isUndone = isGoneByHand(before) && !isGoneByHand(after);
  return isUndone || claimsPieces(after) ? 'came-back' : null;
}

function isGoneByHand({ work }: GoodsInput): boolean {
  const { parcels, deliveredAtMs, closedAtMs } = work;
  const isHandedOut = parcels.length > 0 && parcels.every((parcel) => parcel.handedOverAtMs !== null);
  return isHandedOut || deliveredAtMs !== null || closedAtMs !== null;
}

/** Pieces to ship by article SKU; lines without one, or with nothing left to ship, are no claim. */
export function piecesByArticle({ lines }: Pick<OrderFacts, 'lines'>): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { sku, quantity } of lines) {
    if (sku !== '' && quantity > 0) pieces.set(sku, (pieces.get(sku) ?? 0) + quantity);
  }
  return pieces;
}
