import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { laneSchema } from '../../../src-main/contract/values.ts';

export type Lane = NonNullable<CardView['lane']>;

/** Left to right, as the contract lists them. */
export const LANE_ORDER: readonly Lane[] = laneSchema.options;

/** The four lanes in the seller's hands are wide; the four out of her hands are slim. */
const WIDE_LANES: readonly Lane[] = ['new', 'problem', 'to-ship', 'labelled'];

export function isWide(lane: Lane): boolean {
  return WIDE_LANES.includes(lane);
}

/** The key that moves cards to a lane: "1" to "8". */
export function laneKey(lane: Lane): string {
  return String(LANE_ORDER.indexOf(lane) + 1);
}

/** Width in pixels under which a lane folds to a spine; null: never. Delivered goes first, then in transit. */
const FOLDS_UNDER_PX: Readonly<Partial<Record<Lane, number>>> = { delivered: 1760, 'in-transit': 1341 };

/** The lanes folded at a window width, unless the seller unfolded one of them herself. */
export function foldedLanes(
  windowWidthPx: number,
  opened: ReadonlySet<Lane>,
  closed: ReadonlySet<Lane>,
): ReadonlySet<Lane> {
  return new Set(
    LANE_ORDER.filter((lane) => {
      if (closed.has(lane)) return true;
      const limit = FOLDS_UNDER_PX[lane];
      return limit !== undefined && windowWidthPx < limit && !opened.has(lane);
    }),
  );
}
