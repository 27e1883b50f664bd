/** So many requests in any window of time, counted by key. */
export class SlidingWindow {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #taken = new Map<string, number[]>();

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** How many more may come now; -1 when this one is one too many, which then does not count. */
  take(key: string, nowMs: number): number {
    const recent = (this.#taken.get(key) ?? []).filter((atMs) => atMs > nowMs - this.#windowMs && atMs <= nowMs);
    this.#taken.set(key, recent);
    if (recent.length >= this.#most) return -1;
    recent.push(nowMs);
    return this.#most - recent.length;
  }
}
