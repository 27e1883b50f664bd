import type { ShopId } from '../../core/shared/ids.ts';
import { backoffMs } from '../outbox/backoff.ts';

/** What is read of a shop, each at its own pace. */
export type Stream = 'orders' | 'cases' | 'reconcile';

interface State {
  nextAtMs: number;
  failures: number;
  running: Promise<void> | null;
  isAskedAgain: boolean;
}

/** When each stream of each shop runs next, and which run now. */
export class StreamTimes {
  readonly #states = new Map<string, State>();

  nextAtMs(shopId: ShopId, stream: Stream): number {
    return this.#of(shopId, stream).nextAtMs;
  }

  isRunning(shopId: ShopId, stream: Stream): boolean {
    return this.#states.get(keyOf(shopId, stream))?.running != null;
  }

  isDue(shopId: ShopId, stream: Stream, nowMs: number): boolean {
    const { running, nextAtMs } = this.#of(shopId, stream);
    return running === null && nextAtMs <= nowMs;
  }

  /** Runs `work`, which says when it wants to run again; asked for meanwhile, it runs at once. */
  run(shopId: ShopId, stream: Stream, work: () => Promise<number>, onEnd: () => void): void {
    const state = this.#of(shopId, stream);
    state.nextAtMs = Number.POSITIVE_INFINITY;
    state.running = work()
      .then((nextAtMs) => {
        state.nextAtMs = state.isAskedAgain ? 0 : nextAtMs;
      })
      .finally(() => {
        state.running = null;
        state.isAskedAgain = false;
        onEnd();
      });
  }

  /** Runs as soon as it can. A run under way may be of no use: then it runs once more. */
  soon(shopId: ShopId, stream: Stream): void {
    const state = this.#of(shopId, stream);
    state.nextAtMs = 0;
    state.isAskedAgain = state.running !== null;
  }

  /** Runs at this time, if that is earlier than planned. */
  notLaterThan(shopId: ShopId, stream: Stream, atMs: number): void {
    const state = this.#of(shopId, stream);
    state.nextAtMs = Math.min(state.nextAtMs, atMs);
  }

  /** How long to wait after a round: the cadence, the platform's own word, or longer with each failure. */
  pauseMs(
    shopId: ShopId,
    stream: Stream,
    result: { readonly ok: true } | { readonly ok: false; readonly afterMs: number | null },
    everyMs: number,
    random: number,
  ): number {
    const state = this.#of(shopId, stream);
    state.failures = result.ok ? 0 : state.failures + 1;
    return result.ok ? everyMs : (result.afterMs ?? backoffMs(state.failures, random));
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    await Promise.all([...this.#states.values()].flatMap((state) => state.running ?? []));
  }

  #of(shopId: ShopId, stream: Stream): State {
    const key = keyOf(shopId, stream);
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const fresh: State = { nextAtMs: 0, failures: 0, running: null, isAskedAgain: false };
    this.#states.set(key, fresh);
    return fresh;
  }
}

const keyOf = (shopId: ShopId, stream: Stream) => `${stream} ${shopId}`;
