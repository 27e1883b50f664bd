const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export interface CoupangTimings {
  /** What the gateway may wait for the provider behind it (X-EXTENDED-TIMEOUT; 3 s without), and we for both. */
  readonly gatewayTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** How long a background read, and a seller's push, may stand in our own line. */
  readonly readPatienceMs: number;
  readonly pushPatienceMs: number;
  /** After the first 429, the second in a row and so on: a block lasts minutes to tens of minutes. */
  readonly throttledPausesMs: readonly number[];
  /** After a block page nothing is asked for so long: knocking prolongs the block. */
  readonly blockedPauseMs: number;
  /** An acknowledgement may take up to half an hour to show on a busy day; after an hour the seller hears of it. */
  readonly acknowledgeLooksMs: number;
  readonly acknowledgePatienceMs: number;
}

export const COUPANG_TIMINGS: CoupangTimings = {
  gatewayTimeoutMs: 90 * SECOND,
  requestTimeoutMs: 95 * SECOND,
  readPatienceMs: 4 * SECOND,
  pushPatienceMs: 15 * SECOND,
  throttledPausesMs: [2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE],
  blockedPauseMs: 15 * MINUTE,
  acknowledgeLooksMs: MINUTE,
  acknowledgePatienceMs: 60 * MINUTE,
};
