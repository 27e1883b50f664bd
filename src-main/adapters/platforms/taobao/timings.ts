/** Waits and limits of the connector. All have defaults for the live platform; a demo or a test may shorten them. */
export interface TaobaoTimings {
  /** Longest wait for one answer. */
  readonly requestTimeoutMs: number;
  /** Longest wait for our own pace before a call gives up and says when to come again. */
  readonly paceMs: number;
  /** Pause after "call limited" when the platform does not say how long. */
  readonly rateLimitMs: number;
  /** Until the next try of something that the platform refuses for a while: its service is down, a trade is too young. */
  readonly tryAgainMs: number;
  /** Between looks for a label that is not there. */
  readonly labelPollMs: number;
}

export const TAOBAO_TIMINGS: TaobaoTimings = {
  requestTimeoutMs: 30_000,
  paceMs: 30_000,
  rateLimitMs: 2_000,
  tryAgainMs: 15_000,
  labelPollMs: 5_000,
};
