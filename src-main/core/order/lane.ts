/** The columns of the board, left to right (design of the board: a lane is derived, never stored as truth). */
export const LANES = [
  'new',
  'problem',
  'to-ship',
  'labelled',
  'in-transit',
  'exception',
  'delivered',
  'after-sales',
] as const;
export type Lane = (typeof LANES)[number];

/** Lanes whose goods have yet to leave the house. */
export const DESK_LANES = ['new', 'problem', 'to-ship', 'labelled'] as const satisfies readonly Lane[];

/** Lanes whose goods have no label yet, so that they can still go into one parcel. */
export const UNLABELLED_LANES = ['new', 'problem', 'to-ship'] as const satisfies readonly Lane[];
