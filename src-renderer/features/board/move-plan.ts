import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { DEEDS, type Deed } from '../../stores/undo-groups.ts';
import { LANE_ORDER, type Lane } from './lanes.ts';

/** What dropping some cards on a lane would do. Read from the cards' own `moves`; nothing is decided here. */
export interface MovePlan {
  readonly lane: Lane;
  readonly allowedIds: readonly string[];
  /** What it does to most of the allowed ones; null when none is allowed. */
  readonly action: Deed | null;
  readonly refused: readonly { readonly orderId: string; readonly refusal: string }[];
  /** The commonest reason among the refused. */
  readonly refusal: string | null;
}

/** Plans a drop of the cards on the lane. */
export function planMove(cards: readonly CardView[], lane: Lane): MovePlan {
  const allowedIds: string[] = [];
  const actions: string[] = [];
  const refused: { orderId: string; refusal: string }[] = [];
  for (const card of cards) {
    const move = card.moves[lane];
    if ('action' in move) {
      allowedIds.push(card.orderId);
      actions.push(move.action);
    } else refused.push({ orderId: card.orderId, refusal: move.refusal });
  }
  const action = commonest(actions);
  return {
    lane,
    allowedIds,
    action: action === null ? null : asDeed(action),
    refused,
    refusal: commonest(refused.map((entry) => entry.refusal)),
  };
}

/** Plans for all lanes at once, for a drag. */
export function planAll(cards: readonly CardView[]): Readonly<Record<Lane, MovePlan>> {
  return Object.fromEntries(LANE_ORDER.map((lane) => [lane, planMove(cards, lane)])) as Record<Lane, MovePlan>;
}

/** True when every card is in the lane already: a drop there puts things back. */
export function isHome(plan: MovePlan): boolean {
  return plan.allowedIds.length === 0 && plan.refusal === 'already-here';
}

/** A word that we have sentences for; a newer action of main reads as "move". */
export function asDeed(action: string): Deed {
  return DEEDS.find((deed) => deed === action) ?? 'move';
}

function commonest(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best: string | null = null;
  for (const [text, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = text;
  return best;
}
