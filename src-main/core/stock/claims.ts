import type { OrderId } from '../shared/ids.ts';

/** What an order that has not left asks of one product. */
export interface Claim {
  readonly orderId: OrderId;
  readonly pieces: number;
  readonly placedAtMs: number;
  /** Its parcel is packed: these pieces are off the shelf for everybody else. */
  readonly isLabelled: boolean;
}

/**
 * Claims in the order in which the shelf serves them: what is packed already, then first come, first served. Two orders
 * of one moment go by their id, so that the turn is always the same.
 */
export function inTurn<Asked extends Claim>(claims: readonly Asked[]): Asked[] {
  return [...claims].sort(byTurn);
}

function byTurn(left: Claim, right: Claim): number {
  if (left.isLabelled !== right.isLabelled) return left.isLabelled ? -1 : 1;
  if (left.placedAtMs !== right.placedAtMs) return left.placedAtMs - right.placedAtMs;
  if (left.orderId === right.orderId) return 0;
  return left.orderId < right.orderId ? -1 : 1;
}

/**
 * How many pieces each claim lacks when the shelf serves them in this turn; 0: it is filled. What is packed lacks
 * nothing. An order that has to wait keeps its place: a later one does not get the pieces that it waits for.
 * `quantity` null: not counted, and then nobody lacks anything.
 */
export function missingInTurn(quantity: number | null, turn: readonly Claim[]): number[] {
  let free = quantity ?? Number.POSITIVE_INFINITY;
  return turn.map((claim) => {
    const missing = claim.isLabelled ? 0 : missingOf(free, claim.pieces);
    free -= claim.pieces;
    return missing;
  });
}

/** How many of the wanted pieces are not among the free ones; free ones may be below nothing. */
export function missingOf(free: number, wanted: number): number {
  return Math.max(0, Math.min(wanted, wanted - free));
}

/** Where an order stands in turn. */
export interface Place {
  readonly id: OrderId;
  readonly placedAtMs: number;
}

/** Pieces that other orders claim before each of these: packed ones, and those placed earlier. By order. */
export function claimedBefore(claims: readonly Claim[], places: readonly Place[]): Map<OrderId, number> {
  const turn = inTurn(claims);
  const packed = turn.filter((claim) => claim.isLabelled);
  const waiting = turn.slice(packed.length);
  const packedPieces = packed.reduce((sum, { pieces }) => sum + pieces, 0);
  const ownPacked = new Map(packed.map(({ orderId, pieces }) => [orderId, pieces]));
  const before = new Map<OrderId, number>();
  let earlier = 0;
  let next = 0;
  for (const place of inTurn(places.map(asClaim))) {
    for (let claim = waiting[next]; claim !== undefined && byTurn(claim, place) < 0; claim = waiting[next]) {
      earlier += claim.pieces;
      next += 1;
    }
    before.set(place.orderId, packedPieces - (ownPacked.get(place.orderId) ?? 0) + earlier);
  }
  return before;
}

const asClaim = ({ id, placedAtMs }: Place): Claim => ({ orderId: id, placedAtMs, pieces: 0, isLabelled: false });
