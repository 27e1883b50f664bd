import { TokenBuckets, type BucketLimit } from '../../kit/limits/token-buckets.ts';
import { callLimit } from '../refusal.ts';

export interface RateLimit extends BucketLimit {
  /** How long a caller who went over is shut out. */
  banSeconds: number;
}

/** The platform publishes no number; five a second is what the reference document advises a client to stay within. */
export const defaultRateLimit: RateLimit = { ratePerSecond: 5, burst: 10, banSeconds: 1 };

/** Lets calls through at a rate; one too many brings a ban. */
export class RateGate {
  readonly #limit: RateLimit;
  readonly #buckets = new TokenBuckets();
  readonly #bannedUntilMs = new Map<string, number>();

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** Throws the refusal with the seconds left. */
  pass(caller: string, nowMs: number): void {
    const leftMs = (this.#bannedUntilMs.get(caller) ?? 0) - nowMs;
    if (leftMs > 0) throw callLimit(Math.ceil(leftMs / 1_000));
    if (this.#buckets.take(caller, this.#limit, nowMs)) return;
    this.#bannedUntilMs.set(caller, nowMs + this.#limit.banSeconds * 1_000);
    throw callLimit(this.#limit.banSeconds);
  }
}
