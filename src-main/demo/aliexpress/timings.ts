/** How long the platform, the buyer and the carrier take. */
export interface AliTimings {
  /** A placed order is closed when it has not been paid for so long. */
  payTimeoutMs: number;
  riskCheckMs: number;
  cancelTimeoutMs: number;
  /** The buyer's time to confirm the receipt, before any extension. */
  acceptTimeoutMs: number;
  moneyMovesMs: number;
  archiveAfterMs: number;
  /** From a waybill to its international number. */
  numberDelayMs: number;
  waybillLifeMs: number;
  /** From the hand-over or the declaration to the first scan. */
  pickupDelayMs: number;
  /** Between two scans on the way. */
  transitStepMs: number;
  /** From the end of an order to the buyer's review. */
  reviewDelayMs: number;
  reviewLifeMs: number;
  sellerAnswerMs: number;
  arbitrationMs: number;
  mostExtensionDays: number;
  /** A tracking number can be changed for so long after it was declared; the live limit is unverified. */
  modifyLifeMs: number;
  mostModifications: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** As the documents describe the live platform: risk check 24 h, cancel answer 48 h, the platform steps into a dispute within 7 days. */
export const realisticTimings: AliTimings = {
  payTimeoutMs: 20 * day,
  riskCheckMs: day,
  cancelTimeoutMs: 48 * hour,
  acceptTimeoutMs: 60 * day,
  moneyMovesMs: 2 * hour,
  archiveAfterMs: 180 * day,
  numberDelayMs: 90_000,
  waybillLifeMs: 30 * day,
  pickupDelayMs: 8 * hour,
  transitStepMs: day,
  reviewDelayMs: 2 * day,
  reviewLifeMs: 30 * day,
  sellerAnswerMs: 5 * day,
  arbitrationMs: 7 * day,
  mostExtensionDays: 30,
  modifyLifeMs: 5 * day,
  mostModifications: 2,
};

/** A demo shop that moves while one watches; the deadlines stay real. */
export const demoTimings: AliTimings = {
  ...realisticTimings,
  riskCheckMs: 30 * minute,
  moneyMovesMs: 2 * minute,
  numberDelayMs: 4_000,
  pickupDelayMs: 10 * minute,
  transitStepMs: 6 * minute,
  reviewDelayMs: 5 * minute,
};
