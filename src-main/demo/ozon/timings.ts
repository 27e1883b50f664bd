/** How long the platform takes for what it does behind its 200. */
export interface OzonTimings {
  /** From an accepted ship call to `awaiting_registration` or `awaiting_deliver`. */
  shipDelayMs: number;
  /** The carrier registers an aggregator parcel. */
  registrationDelayMs: number;
  /** From `awaiting_deliver` until a label can be had. */
  labelReadyDelayMs: number;
  /** From a label task to its file. */
  labelDelayMs: number;
  /** A label file can be fetched for so long. */
  labelFileLifeMs: number;
  /** From a taken tracking number or status call until it shows. */
  statusDelayMs: number;
  /** From the first label download until the carrier takes the parcel. */
  pickupDelayMs: number;
  /** Between two stages on the way to the buyer. */
  transitStepMs: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** A demo shop that answers while one watches. */
export const demoTimings: OzonTimings = {
  shipDelayMs: 1_500,
  registrationDelayMs: 1_500,
  labelReadyDelayMs: 500,
  labelDelayMs: 1_200,
  labelFileLifeMs: day,
  statusDelayMs: 2_000,
  pickupDelayMs: 12 * minute,
  transitStepMs: 15 * minute,
};

/** As the documents describe the live platform: labels are worth asking for 45 to 60 s after the ship call. */
export const realisticTimings: OzonTimings = {
  shipDelayMs: 20_000,
  registrationDelayMs: 15_000,
  labelReadyDelayMs: 15_000,
  labelDelayMs: 8_000,
  labelFileLifeMs: 7 * day,
  statusDelayMs: 30_000,
  pickupDelayMs: 8 * 60 * minute,
  transitStepMs: 3 * day,
};
