/** Waits and limits of the connector. All have defaults for the live platform; a demo or a test may shorten them. */
export interface OzonTimings {
  /** Longest wait in our own line before a call leaves. */
  readonly paceMs: number;
  /** Longest wait for one answer. */
  readonly requestTimeoutMs: number;
  /** From an accepted ship call to the first look; packing takes Ozon seconds to a minute. */
  readonly confirmShipMs: number;
  /** From any other accepted call to the first look. */
  readonly confirmChangeMs: number;
  /** Between looks while a change is on its way. */
  readonly lookAgainMs: number;
  /** How long an accepted change may stay invisible before it counts as not done. */
  readonly patienceMs: number;
  /** From a label request to the first look, and between looks; the caller grows it. */
  readonly labelPollMs: number;
  /** Until a new label request when Ozon says "aren't ready" (ozon.md §6: ask 45–60 s after ship, then back off). */
  readonly labelNotReadyMs: number;
  /** Pause after 429 without Retry-After; the limit counts by the second. */
  readonly rateLimitMs: number;
  /** Pause after "Circle is open": minutes, not seconds (ozon.md §1). */
  readonly circuitOpenMs: number;
}

export const OZON_TIMINGS: OzonTimings = {
  paceMs: 15_000,
  requestTimeoutMs: 30_000,
  confirmShipMs: 10_000,
  confirmChangeMs: 5_000,
  lookAgainMs: 10_000,
  patienceMs: 3 * 60_000,
  labelPollMs: 3_000,
  labelNotReadyMs: 10_000,
  rateLimitMs: 2_000,
  circuitOpenMs: 3 * 60_000,
};
