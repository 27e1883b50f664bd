/** A published limit: so many a second over time, so many at once. */
export interface BucketLimit {
  readonly ratePerSecond: number;
  readonly burst: number;
}

/** How full a bucket was at a time; plain JSON, so that it can live in a state file. */
export interface BucketLevel {
  tokens: number;
  atMs: number;
}

// Refilling in floating point must not turn a whole token into 0.9999999.
const epsilon = 1e-9;

/** Token buckets by key, refilled by the clock of the caller. A clock that goes back refills nothing. */
export class TokenBuckets {
  readonly #levels: Record<string, BucketLevel>;

  constructor(levels: Record<string, BucketLevel> = {}) {
    this.#levels = levels;
  }

  /** True when there was a token; a refused request costs none. */
  take(key: string, limit: BucketLimit, nowMs: number): boolean {
    const tokens = this.level(key, limit, nowMs);
    const isAllowed = tokens >= 1 - epsilon;
    this.#levels[key] = {
      tokens: isAllowed ? tokens - 1 : tokens,
      atMs: Math.max(nowMs, this.#levels[key]?.atMs ?? nowMs),
    };
    return isAllowed;
  }

  /** How many tokens there are now, fractions too. */
  level(key: string, { ratePerSecond, burst }: BucketLimit, nowMs: number): number {
    const before = this.#levels[key];
    if (before === undefined) return burst;
    const passedSeconds = Math.max(0, nowMs - before.atMs) / 1_000;
    return Math.min(burst, before.tokens + passedSeconds * ratePerSecond);
  }
}

/**
 * The lowest level that a bucket would have reached under these requests, each of which takes a token, allowed or not: below zero, the
 * client went over the published rate. For tests of the request log; times ascend.
 */
export function lowestLevel(timesMs: readonly number[], { ratePerSecond, burst }: BucketLimit): number {
  let tokens = burst;
  let lowest = burst;
  let beforeMs = timesMs[0] ?? 0;
  for (const atMs of timesMs) {
    tokens = Math.min(burst, tokens + (Math.max(0, atMs - beforeMs) / 1_000) * ratePerSecond) - 1;
    beforeMs = atMs;
    lowest = Math.min(lowest, tokens);
  }
  return Math.abs(lowest) < epsilon ? 0 : lowest;
}
