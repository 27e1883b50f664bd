/** Waits and limits of the connector. All have defaults for the live platform; a demo or a test may shorten them. */
export interface AmazonTimings {
  /** Longest wait for one answer. */
  readonly requestTimeoutMs: number;
  /** How long a call that the seller waits for may stand in line for its bucket. */
  readonly foregroundPatienceMs: number;
  /** The same for calls that come back by themselves. */
  readonly backgroundPatienceMs: number;
  /** Between two looks for new orders while the first sync still brings history: both drink from one slow bucket. */
  readonly changesWithinBackfillMs: number;
  /** From an accepted confirmation to the first look; it shows after minutes. */
  readonly confirmAfterMs: number;
  /** Between looks while a change is on its way. */
  readonly lookAgainMs: number;
  /** How long a change may stay invisible before it counts as not done. */
  readonly patienceMs: number;
  /** The same for what went by a feed, when its number is not known. */
  readonly feedPatienceMs: number;
  /** Between two looks at a feed: its results have a slow bucket of their own. */
  readonly feedLookMs: number;
  /** How old what we know of each source of cases may become. */
  readonly cancelRequestsEveryMs: number;
  readonly returnsEveryMs: number;
  readonly feedbackEveryMs: number;
  readonly moneyEveryMs: number;
  /** Until another look whether a label was bought. */
  readonly labelNotBoughtMs: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const AMAZON_TIMINGS: AmazonTimings = {
  requestTimeoutMs: 30_000,
  foregroundPatienceMs: 10_000,
  backgroundPatienceMs: 1_000,
  changesWithinBackfillMs: 10 * MINUTE,
  confirmAfterMs: 2 * MINUTE,
  lookAgainMs: 2 * MINUTE,
  patienceMs: 20 * MINUTE,
  feedPatienceMs: 60 * MINUTE,
  feedLookMs: 3 * MINUTE,
  cancelRequestsEveryMs: 30 * MINUTE,
  returnsEveryMs: 2 * HOUR,
  feedbackEveryMs: 24 * HOUR,
  moneyEveryMs: 2 * HOUR,
  labelNotBoughtMs: 5 * MINUTE,
};
