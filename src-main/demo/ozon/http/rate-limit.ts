const windowMs = 1_000;

/** So many requests in any second, counted per Client-Id over all methods. */
export class RateLimit {
  readonly #perSecond: number;
  readonly #taken = new Map<string, number[]>();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** How many more may come now; -1 when this one is one too many. */
  take(clientId: string, nowMs: number): number {
    const recent = (this.#taken.get(clientId) ?? []).filter((atMs) => atMs > nowMs - windowMs && atMs <= nowMs);
    this.#taken.set(clientId, recent);
    if (recent.length >= this.#perSecond) return -1;
    recent.push(nowMs);
    return this.#perSecond - recent.length;
  }
}
