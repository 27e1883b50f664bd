import type { ShopId } from '../../core/shared/ids.ts';

const FIRST_PROBE_MS = 2_000;
const LONGEST_PROBE_MS = 30_000;

/**
 * Whether this machine is off the network: then nothing that any shop asked left it. One shop at a time is tried until
 * an answer comes, so that a night without network costs little and its end is noticed within half a minute.
 */
export class Network {
  readonly #notSent = new Set<ShopId>();
  #probes = 0;
  #probeAtMs = 0;

  /** What a round of this shop came to. */
  heard(shopId: ShopId, isNotSent: boolean, nowMs: number): void {
    if (!isNotSent) {
      this.#notSent.delete(shopId);
      this.#probes = 0;
      return;
    }
    this.#notSent.add(shopId);
    this.#probeAtMs = nowMs + Math.min(LONGEST_PROBE_MS, FIRST_PROBE_MS * 2 ** Math.min(this.#probes, 10));
    this.#probes += 1;
  }

  isOffline(shopIds: readonly ShopId[]): boolean {
    return shopIds.length > 0 && shopIds.every((id) => this.#notSent.has(id));
  }

  /** The shop to try, if it is time; they take turns. */
  probe(shopIds: readonly ShopId[], nowMs: number): ShopId | null {
    if (nowMs < this.#probeAtMs) return null;
    return shopIds[this.#probes % Math.max(1, shopIds.length)] ?? null;
  }

  get probeAtMs(): number {
    return this.#probeAtMs;
  }

  /** The machine woke up, or says that the network is back: nothing is known. */
  reset(): void {
    this.#notSent.clear();
    this.#probes = 0;
    this.#probeAtMs = 0;
  }
}
