import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import { errorText } from './error-text.ts';

/**
 * Runs `work` whenever it is woken, never twice at once; a wake during a run leads to one more run. `work` answers
 * in how many milliseconds it wants to be woken by itself, or null. A throw is logged and tried again after a pause.
 */
export class WorkerLoop {
  readonly #name: string;
  readonly #work: () => Promise<number | null>;
  readonly #clock: Clock;
  readonly #log: Log;
  #running: Promise<void> | null = null;
  #isWoken = false;
  #isStopped = true;
  #cancelTimer: () => void = () => undefined;

  constructor(name: string, clock: Clock, log: Log, work: () => Promise<number | null>) {
    this.#name = name;
    this.#clock = clock;
    this.#log = log;
    this.#work = work;
  }

  /** Runs at once, or first in so many milliseconds unless it is woken before. */
  start(afterMs = 0): void {
    this.#isStopped = false;
    if (afterMs === 0) this.wake();
    else this.#cancelTimer = this.#clock.after(afterMs, () => this.wake());
  }

  /** Takes no new work; resolves when the run under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelTimer();
    await this.#running;
  }

  wake(): void {
    if (this.#isStopped) return;
    this.#isWoken = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#isWoken) this.wake();
    });
  }

  async #run(): Promise<void> {
    this.#cancelTimer();
    let nextMs: number | null = null;
    while (this.#isWoken && !this.#isStopped) {
      this.#isWoken = false;
      nextMs = await this.#work().catch((error: unknown) => {
        this.#log.error('worker-failed', {
          worker: this.#name,
          error: errorText(error),
        });
        return FAILED_PAUSE_MS;
      });
    }
    if (nextMs !== null && !this.#isStopped) this.#cancelTimer = this.#clock.after(nextMs, () => this.wake());
  }
}

const FAILED_PAUSE_MS = 5_000;
