import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { isStuck } from './card-words.ts';
import { isWide, type Lane } from './lanes.ts';

/** Heights of a card's parts as the style sheets draw them (px). */
const HEIGHTS = {
  comfortable: { wide: 124, slim: 82, marks: 26, fact: 20, strip: 84, stripDetail: 18 },
  compact: { wide: 80, slim: 72, marks: 20, fact: 16, strip: 88, stripDetail: 18 },
} as const;

/**
 * How high a card will be drawn (px), before it is. A good guess is worth much: a card that turns out as guessed moves
 * no other card of its lane, which may be thousands. `card` null: not read yet.
 */
export function cardHeight(card: CardView | null, lane: Lane, density: keyof typeof HEIGHTS): number {
  const heights = HEIGHTS[density];
  const shape = isWide(lane) ? 'wide' : 'slim';
  if (card === null) return heights[shape];
  const factPx = shape === 'wide' && hasFact(card) ? heights.fact : 0;
  return heights[shape] + (hasMarks(card, lane) ? heights.marks : 0) + factPx + stripHeight(card, heights);
}

function hasMarks(card: CardView, lane: Lane): boolean {
  return card.tagIds.length > 0 || card.parcelOf !== null || (lane === 'problem' && card.siblingCount > 0);
}

function hasFact(card: CardView): boolean {
  const isBusy = card.step !== null && !isStuck(card);
  return isBusy || card.holdReason !== null || (card.check !== null && !card.check.blocking);
}

function stripHeight(card: CardView, heights: (typeof HEIGHTS)[keyof typeof HEIGHTS]): number {
  if (isStuck(card) || card.check?.blocking === true) return heights.strip;
  return canMerge(card) ? heights.strip - heights.stripDetail : 0;
}

/** Orders of one buyer before any label: one parcel instead of several. */
export function canMerge(card: CardView): boolean {
  const isEarly = card.lane === 'new' || card.lane === 'to-ship';
  return isEarly && card.siblingCount > 0 && card.parcelOf === null && !card.hasLabel && !card.isLabelled;
}
