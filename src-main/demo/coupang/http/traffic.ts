import { SlidingWindow } from '../../kit/limits/sliding-window.ts';
import type { CoupangTimings } from '../timings.ts';

const errorWindowMs = 60_000;
/** "After many errors" is all that is known; the number is this simulator's. */
const mostErrors = 20;

/**
 * So many requests a second for one seller (coupang.md section 3: 5 since March 2026). One more shuts the door for a while, and knocking
 * keeps it shut. Errors in a row shut it too, with the page of the CDN.
 */
export class Traffic {
  readonly #perSecond: number;
  readonly #window: SlidingWindow;
  readonly #timings: CoupangTimings;
  #errorsAtMs: number[] = [];
  #shutUntilMs = Number.NEGATIVE_INFINITY;
  #deniedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(perSecond: number, timings: CoupangTimings) {
    this.#perSecond = perSecond;
    this.#window = new SlidingWindow(perSecond, 1_000);
    this.#timings = timings;
  }

  /** What stands before the door at this moment; each look at a shut door keeps it shut for longer. */
  look(nowMs: number): 'open' | 'throttled' | 'denied' {
    if (nowMs < this.#deniedUntilMs) {
      this.#deniedUntilMs += this.#timings.blockGrowthMs;
      return 'denied';
    }
    if (nowMs >= this.#shutUntilMs) return 'open';
    this.#shutUntilMs += this.#timings.blockGrowthMs;
    return 'throttled';
  }

  /** How much of the limit is used, this request included, from 0 to 1; null when it is one too many, and the door shuts. */
  take(vendorId: string, nowMs: number): number | null {
    const left = this.#window.take(vendorId, nowMs);
    if (left >= 0) return (this.#perSecond - left) / this.#perSecond;
    this.shut(nowMs);
    return null;
  }

  shut(nowMs: number): void {
    this.#shutUntilMs = nowMs + this.#timings.blockMs;
  }

  /** A request was refused for what it is: wrong key, wrong address, wrong path. */
  noteError(nowMs: number): void {
    this.#errorsAtMs = [...this.#errorsAtMs.filter((atMs) => atMs > nowMs - errorWindowMs), nowMs];
    if (this.#errorsAtMs.length < mostErrors) return;
    this.#errorsAtMs = [];
    this.#deniedUntilMs = nowMs + this.#timings.blockMs;
  }
}
