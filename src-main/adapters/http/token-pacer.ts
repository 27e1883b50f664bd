import type { Clock } from '../../app/ports/clock.ts';
import type { Notebook } from '../../app/ports/notebook.ts';
import type { CallLimit, MakePacer, Pacer } from '../../app/ports/pacing.ts';
import { readKept, writeKept } from './kept-bucket.ts';
import { TokenBucket } from './token-bucket.ts';

/** Buckets that a rest of this length fills, or a pause no longer than this, need not outlive a restart. */
const NOT_WORTH_KEEPING_MS = 5_000;

interface Waiting {
  readonly untilMs: number;
  readonly resolve: (waitMs: number) => void;
}

interface Lane {
  readonly bucket: TokenBucket;
  readonly queue: Waiting[];
  cancelTimer: () => void;
}

/** Makes the buckets of one shop. */
export const tokenPacer =
  (clock: Clock): MakePacer =>
  (limits, notebook) =>
    new TokenPacer(clock, limits, notebook);

class TokenPacer implements Pacer {
  readonly #clock: Clock;
  readonly #limits: ReadonlyMap<string, CallLimit>;
  readonly #notebook: Notebook;
  readonly #lanes = new Map<string, Promise<Lane>>();

  constructor(clock: Clock, limits: readonly CallLimit[], notebook: Notebook) {
    this.#clock = clock;
    this.#limits = new Map(limits.map((limit) => [limit.bucket, limit]));
    this.#notebook = notebook;
  }

  async take(name: string, patienceMs: number): Promise<number> {
    const lane = await this.#lane(name);
    if (lane === null) return 0;
    const waitMs = lane.bucket.readyInMs(this.#clock.nowMs(), lane.queue.length);
    if (waitMs > patienceMs) return waitMs;
    const untilMs = this.#clock.nowMs() + patienceMs;
    const answer = await new Promise<number>((resolve) => {
      lane.queue.push({ untilMs, resolve });
      this.#drain(lane);
    });
    if (answer === 0) await this.#keep(name, lane);
    return answer;
  }

  async pause(name: string, forMs: number): Promise<void> {
    const lane = await this.#lane(name);
    if (lane === null) return;
    lane.bucket.pause(this.#clock.nowMs(), forMs);
    this.#drain(lane);
    await this.#keep(name, lane);
  }

  async adopt(name: string, perSecond: number): Promise<void> {
    const lane = await this.#lane(name);
    if (lane === null || !(perSecond > 0) || lane.bucket.perSecond === perSecond) return;
    lane.bucket.adopt(this.#clock.nowMs(), perSecond);
    this.#drain(lane);
    await this.#keep(name, lane);
  }

  /** Null for a bucket that no limit names. */
  #lane(name: string): Promise<Lane | null> {
    const known = this.#lanes.get(name);
    if (known !== undefined) return known;
    const limit = this.#limits.get(name);
    if (limit === undefined) return Promise.resolve(null);
    const made = this.#open(name, limit);
    this.#lanes.set(name, made);
    // A notebook that could not be read is asked again by the next caller.
    made.catch(() => this.#lanes.delete(name));
    return made;
  }

  async #open(name: string, limit: CallLimit): Promise<Lane> {
    const kept = readKept(await this.#notebook.read(keyOf(name)));
    const nowMs = this.#clock.nowMs();
    const bucket = new TokenBucket(limit, nowMs, kept);
    // Of a quick bucket only its pauses are kept: an earlier run may have emptied it this very moment.
    if (bucket.fillsInMs() <= NOT_WORTH_KEEPING_MS) bucket.empty(nowMs);
    return { bucket, queue: [], cancelTimer: () => undefined };
  }

  /** Serves who can be served, sends away who would wait too long, and comes back when the next token is there. */
  #drain(lane: Lane): void {
    lane.cancelTimer();
    const nowMs = this.#clock.nowMs();
    while (lane.queue.length > 0 && lane.bucket.take(nowMs)) lane.queue.shift()?.resolve(0);
    for (const [index, waiting] of [...lane.queue].entries()) {
      const waitMs = lane.bucket.readyInMs(nowMs, index);
      if (nowMs + waitMs <= waiting.untilMs) continue;
      lane.queue.splice(lane.queue.indexOf(waiting), 1);
      waiting.resolve(waitMs);
    }
    if (lane.queue.length === 0) return;
    lane.cancelTimer = this.#clock.after(Math.max(1, lane.bucket.readyInMs(nowMs, 0)), () => this.#drain(lane));
  }

  async #keep(name: string, { bucket }: Lane): Promise<void> {
    const kept = bucket.kept();
    const isSlow = bucket.fillsInMs() > NOT_WORTH_KEEPING_MS;
    const isPaused = kept.pausedUntilMs - this.#clock.nowMs() > NOT_WORTH_KEEPING_MS;
    if (isSlow || isPaused) await this.#notebook.write(keyOf(name), writeKept(kept));
  }
}

const keyOf = (name: string) => `bucket:${name}`;
