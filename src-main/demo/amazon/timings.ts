/** How long the platform takes for what it does behind its answers. */
export interface AmazonTimings {
  /** From an accepted confirmation until the order operations show it. */
  confirmDelayMs: number;
  /** searchOrders sees a change only so long after it happened; getOrder sees it at once. */
  searchLagMs: number;
  /** From queue to work, and from work to the result. */
  feedStartMs: number;
  feedWorkMs: number;
  reportStartMs: number;
  reportWorkMs: number;
  /** From a label refund asked for to its decision. */
  refundDelayMs: number;
  /** Finances shows money so long after it moved. */
  moneyDelayMs: number;
  /** From a confirmation until the carrier's first scan. */
  pickupDelayMs: number;
  /** Between two stages on the way to the buyer. */
  transitStepMs: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A demo shop that answers while one watches. */
export const demoTimings: AmazonTimings = {
  confirmDelayMs: 8_000,
  searchLagMs: 0,
  feedStartMs: 5_000,
  feedWorkMs: 10_000,
  reportStartMs: 5_000,
  reportWorkMs: 15_000,
  refundDelayMs: 10 * minute,
  moneyDelayMs: 5 * minute,
  pickupDelayMs: 12 * minute,
  transitStepMs: 15 * minute,
};

/** As the documents and field reports describe the live platform. */
export const realisticTimings: AmazonTimings = {
  confirmDelayMs: 4 * minute,
  searchLagMs: 4 * minute,
  feedStartMs: 2 * minute,
  feedWorkMs: 6 * minute,
  reportStartMs: 3 * minute,
  reportWorkMs: 20 * minute,
  refundDelayMs: 14 * day,
  moneyDelayMs: 36 * hour,
  pickupDelayMs: 9 * hour,
  transitStepMs: 3 * day,
};
