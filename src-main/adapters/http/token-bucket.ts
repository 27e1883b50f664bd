import type { CallLimit } from '../../app/ports/pacing.ts';

/** A bucket as it is written down: what it held, when, and until when it is closed. */
export interface KeptBucket {
  readonly tokens: number;
  readonly atMs: number;
  readonly pausedUntilMs: number;
  readonly perSecond: number;
}

/** A token bucket that is told the time. A clock set back neither takes tokens away nor lengthens a pause. */
export class TokenBucket {
  readonly #burst: number;
  #perSecond: number;
  #tokens: number;
  #atMs: number;
  #pausedUntilMs: number;

  /** `kept` is what an earlier run left; it never holds more than its age allows. */
  constructor(limit: CallLimit, nowMs: number, kept: KeptBucket | null) {
    if (!(limit.perSecond > 0)) throw new RangeError('perSecond must be positive');
    this.#burst = Math.max(1, limit.burst);
    this.#perSecond = kept?.perSecond ?? limit.perSecond;
    this.#tokens = Math.min(this.#burst, kept?.tokens ?? this.#burst);
    this.#atMs = Math.min(nowMs, kept?.atMs ?? nowMs);
    // A pause longer than from then to there was never asked for: the clock has been set back.
    const pauseMs = kept === null ? 0 : Math.max(0, kept.pausedUntilMs - kept.atMs);
    this.#pausedUntilMs = kept === null ? nowMs : Math.min(kept.pausedUntilMs, nowMs + pauseMs);
  }

  get perSecond(): number {
    return this.#perSecond;
  }

  /** Takes a token if one is there. */
  take(nowMs: number): boolean {
    this.#refill(nowMs);
    if (this.#tokens < 1 || nowMs < this.#pausedUntilMs) return false;
    this.#tokens -= 1;
    return true;
  }

  /** When a token is there for the one who stands behind so many others. */
  readyInMs(nowMs: number, others: number): number {
    this.#refill(nowMs);
    const missing = others + 1 - this.#tokens;
    const fillMs = missing <= 0 ? 0 : Math.ceil((missing * 1_000) / this.#perSecond);
    return Math.max(fillMs, this.#pausedUntilMs - nowMs, 0);
  }

  pause(nowMs: number, forMs: number): void {
    this.#refill(nowMs);
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, nowMs + forMs);
  }

  /** Takes all that is there. */
  empty(nowMs: number): void {
    this.#refill(nowMs);
    this.#tokens = 0;
  }

  adopt(nowMs: number, perSecond: number): void {
    this.#refill(nowMs);
    this.#perSecond = perSecond;
  }

  fillsInMs(): number {
    return (this.#burst * 1_000) / this.#perSecond;
  }

  kept(): KeptBucket {
    return {
      tokens: this.#tokens,
      atMs: this.#atMs,
      pausedUntilMs: this.#pausedUntilMs,
      perSecond: this.#perSecond,
    };
  }

  #refill(nowMs: number): void {
    const passedMs = nowMs - this.#atMs;
    if (passedMs < 0) this.#pausedUntilMs += passedMs;
    else this.#tokens = Math.min(this.#burst, this.#tokens + (passedMs * this.#perSecond) / 1_000);
    this.#atMs = nowMs;
  }
}
