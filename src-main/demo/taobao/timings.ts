/** How long buyers, carriers and the platform take for what happens by itself. */
export interface TaobaoTimings {
  /** From the declared shipment until the carrier has scanned the parcel: until then an online number may be changed and a waybill cancelled. */
  pickupDelayMs: number;
  /** Between two scans on the way. */
  transitStepMs: number;
  /** From delivery until the buyer confirms. */
  confirmDelayMs: number;
  /** The platform confirms for the buyer after this. */
  autoConfirmMs: number;
  /** The seller has so long to answer a refund before and after shipping; silence is a yes. */
  refundAnswerUnshippedMs: number;
  refundAnswerShippedMs: number;
  /** Messages that were taken and not confirmed come again. */
  messageRedeliveryMs: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A demo shop that moves while one watches. */
export const demoTimings: TaobaoTimings = {
  pickupDelayMs: 10 * minute,
  transitStepMs: 15 * minute,
  confirmDelayMs: 2 * hour,
  autoConfirmMs: 10 * day,
  refundAnswerUnshippedMs: 48 * hour,
  refundAnswerShippedMs: 5 * day,
  messageRedeliveryMs: minute,
};

/** As the documents describe the live platform; periods they do not give are the usual ones. */
export const realisticTimings: TaobaoTimings = {
  pickupDelayMs: 6 * hour,
  transitStepMs: 12 * hour,
  confirmDelayMs: 2 * day,
  autoConfirmMs: 10 * day,
  refundAnswerUnshippedMs: 48 * hour,
  refundAnswerShippedMs: 5 * day,
  messageRedeliveryMs: 5 * minute,
};
