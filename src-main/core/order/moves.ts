/**
 * The lifecycle as data. A lane is derived from facts, work and checks (lane-of.ts); this table says what a drop of a
 * card on each lane does, and why not. The board shows it, decide.ts keeps to it, and a test walks it with real
 * orders. Lanes go left to right; back goes only by undo, by release (a held order returns to the desk) and by a
 * cleared exception. After-sales has no way out by a drop: its cases are closed one by one, and the order then lies
 * where its parcels put it.
 */
import type { Lane } from './lane.ts';

/** What a drop on a lane does; the words of the use-case that will be run. */
export const MOVE_ACTIONS = [
  'confirm',
  'hold',
  'release',
  'print',
  'hand-over',
  'mark-exception',
  'clear-exception',
  'mark-delivered',
  'open-case',
] as const;
export type MoveAction = (typeof MOVE_ACTIONS)[number];

/** Why a drop is refused; each text names the way out. */
export const MOVE_REFUSALS = [
  'already-here',
  'only-undo-comes-back',
  'label-first',
  'hand-over-first',
  'solve-problem-first',
  'already-labelled',
  'already-handed-over',
  'already-delivered',
  'close-case-first',
] as const;
export type MoveRefusal = (typeof MOVE_REFUSALS)[number];

export type Move = { readonly action: MoveAction } | { readonly refusal: MoveRefusal };

const does = (action: MoveAction): Move => ({ action });
const not = (refusal: MoveRefusal): Move => ({ refusal });

type Row = Readonly<Record<Lane, Move>>;

/** The lifecycle: from a lane (rows) a drop on a lane (columns) does this, or is refused for this reason. */
export const LIFECYCLE: Readonly<Record<Lane, Row>> = {
  new: {
    new: not('already-here'),
    problem: does('hold'),
    'to-ship': does('confirm'),
    labelled: does('print'),
    'in-transit': not('label-first'),
    exception: not('hand-over-first'),
    delivered: not('hand-over-first'),
    'after-sales': does('open-case'),
  },
  problem: {
    new: not('only-undo-comes-back'),
    problem: not('already-here'),
    'to-ship': does('release'),
    labelled: not('solve-problem-first'),
    'in-transit': not('solve-problem-first'),
    exception: not('hand-over-first'),
    delivered: not('hand-over-first'),
    'after-sales': does('open-case'),
  },
  'to-ship': {
    new: not('only-undo-comes-back'),
    problem: does('hold'),
    'to-ship': not('already-here'),
    labelled: does('print'),
    'in-transit': not('label-first'),
    exception: not('hand-over-first'),
    delivered: not('hand-over-first'),
    'after-sales': does('open-case'),
  },
  labelled: {
    new: not('only-undo-comes-back'),
    problem: does('hold'),
    'to-ship': not('already-labelled'),
    labelled: not('already-here'),
    'in-transit': does('hand-over'),
    exception: not('hand-over-first'),
    delivered: not('hand-over-first'),
    'after-sales': does('open-case'),
  },
  'in-transit': {
    new: not('only-undo-comes-back'),
    problem: not('already-handed-over'),
    'to-ship': not('already-handed-over'),
    labelled: not('already-handed-over'),
    'in-transit': not('already-here'),
    exception: does('mark-exception'),
    delivered: does('mark-delivered'),
    'after-sales': does('open-case'),
  },
  exception: {
    new: not('only-undo-comes-back'),
    problem: not('already-handed-over'),
    'to-ship': not('already-handed-over'),
    labelled: not('already-handed-over'),
    'in-transit': does('clear-exception'),
    exception: not('already-here'),
    delivered: does('mark-delivered'),
    'after-sales': does('open-case'),
  },
  delivered: {
    new: not('only-undo-comes-back'),
    problem: not('already-delivered'),
    'to-ship': not('already-delivered'),
    labelled: not('already-delivered'),
    'in-transit': not('already-delivered'),
    exception: not('already-delivered'),
    delivered: not('already-here'),
    'after-sales': does('open-case'),
  },
  'after-sales': {
    new: not('close-case-first'),
    problem: not('close-case-first'),
    'to-ship': not('close-case-first'),
    labelled: not('close-case-first'),
    'in-transit': not('close-case-first'),
    exception: not('close-case-first'),
    delivered: not('close-case-first'),
    'after-sales': not('already-here'),
  },
};
