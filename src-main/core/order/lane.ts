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
