/** Waits and limits of the connector. All have defaults for the live platform; a demo or a test may shorten them. */
export interface AliTimings {
  /** Longest wait for one answer. */
  readonly requestTimeoutMs: number;
  /** Longest wait in our own line for a token of the call limit. */
  readonly patienceMs: number;
  /** Pause after ApiCallLimit that names no number of seconds. */
  readonly rateLimitMs: number;
  /** How long a purchase whose answer was lost may stay invisible before it counts as not done. */
  readonly purchaseSettlesMs: number;
  /** Between looks for the international number of a waybill. */
  readonly numberPollMs: number;
  /** Until a label is asked for again after a passing fault. */
  readonly labelAgainMs: number;
}

export const ALIEXPRESS_TIMINGS: AliTimings = {
  requestTimeoutMs: 30_000,
  patienceMs: 20_000,
  rateLimitMs: 5_000,
  purchaseSettlesMs: 30_000,
  numberPollMs: 5_000,
  labelAgainMs: 15_000,
};
