/** How long the platform, its carriers and its buyers take. */
export interface CoupangTimings {
  /** From the payment until the API shows the order. */
  visibleDelayMs: number;
  /** From an invoice to the first carrier scan. */
  firstScanDelayMs: number;
  /** From the first scan to the door. */
  deliveryDelayMs: number;
  /** An unanswered stop request becomes "already shipped" after so long. */
  stopRequestLifeMs: number;
  /** From the confirmed receipt of an exchange until its new box is there. */
  exchangeBoxDelayMs: number;
  /** A call-centre ticket is closed by the system when so long unanswered. */
  ticketLifeMs: number;
  /** How long one request too many shuts the door. */
  blockMs: number;
  /** Each request to a shut door keeps it shut for so much longer. */
  blockGrowthMs: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A demo shop that answers while one watches. */
export const demoTimings: CoupangTimings = {
  visibleDelayMs: 5 * second,
  firstScanDelayMs: 10 * minute,
  deliveryDelayMs: 45 * minute,
  stopRequestLifeMs: 6 * hour,
  exchangeBoxDelayMs: 20 * second,
  ticketLifeMs: day,
  blockMs: minute,
  blockGrowthMs: 5 * second,
};

/** As the documents describe the live platform (coupang.md sections 3, 5, 9, 10); block lengths are said to be "minutes to tens". */
export const realisticTimings: CoupangTimings = {
  visibleDelayMs: 10 * minute,
  firstScanDelayMs: 8 * hour,
  deliveryDelayMs: 20 * hour,
  stopRequestLifeMs: 2 * day,
  exchangeBoxDelayMs: 10 * minute,
  ticketLifeMs: day,
  blockMs: 10 * minute,
  blockGrowthMs: 30 * second,
};
