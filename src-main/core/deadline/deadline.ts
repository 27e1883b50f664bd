/** Clocks that may run for an order, worst consequence first where two end together. */
export const DEADLINE_KINDS = [
  /** The platform cancels the order by itself. */
  'auto-cancel',
  /** The platform counts it late. */
  'ship-by',
  /** What the seller promised, by her own word to the buyer or by her shop's habit. */
  'promise',
  /** A case of the order wants an answer. */
  'case',
  /** The buyer's first message wants one. */
  'first-reply',
  'hold-end',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** One clock of an order. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly atMs: number;
  /** IANA name of the zone that the rule is written in; null: the seller's own. */
  readonly zone: string | null;
  /** Working days were counted in this country's calendar (ISO 3166-1 alpha-2); null: plain hours or days. */
  readonly calendar: string | null;
  /** The platform named the time; false: reckoned from its published rule. */
  readonly isReported: boolean;
}
