import type { CommandId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import { NOTHING_HELD, type Recorded } from './record-labelled.ts';

/** The window hears of a batch at most so often: it reads what it shows each time. */
const PAUSE_MS = 100;

type Tools = Pick<AppDeps, 'store' | 'events' | 'clock'>;

interface Held {
  readonly effectCount: number;
  readonly undoUntilMs: number;
}

/** What the printing has to tell the window: the first thing at once, what follows in a bunch. */
export class PrintNews {
  readonly #tools: Tools;
  readonly #effectsAdded: () => void;
  readonly #orders = new Set<OrderId>();
  readonly #held = new Map<CommandId, Held>();
  readonly #told = new Set<CommandId>();
  #isNews = false;
  #isPausing = false;

  /** `effectsAdded` hears of records that leave something in the outbox. */
  constructor(tools: Tools, effectsAdded: () => void = () => undefined) {
    this.#tools = tools;
    this.#effectsAdded = effectsAdded;
  }

  /** A batch changed, none of its jobs did. */
  batchChanged(): void {
    this.#isNews = true;
    this.#soon();
  }

  /** A job moved on; `recorded`: what its record holds back for undo. */
  jobChanged(job: PrintJobRow, { effectCount, effectsDueAtMs, companions }: Recorded = NOTHING_HELD): void {
    this.#isNews = true;
    for (const orderId of [job.orderId, ...companions]) this.#orders.add(orderId);
    if (effectsDueAtMs !== null) {
      // One command's labels come out one by one: the window is told of all that can be taken back together.
      const before = this.#held.get(job.commandId)?.effectCount ?? 0;
      this.#held.set(job.commandId, { effectCount: before + effectCount, undoUntilMs: effectsDueAtMs });
      this.#told.delete(job.commandId);
      this.#effectsAdded();
    }
    this.#soon();
  }

  #soon(): void {
    if (this.#isPausing) return;
    this.#isPausing = true;
    this.#tell().catch(() => undefined);
    this.#tools.clock.after(PAUSE_MS, () => {
      this.#isPausing = false;
      if (this.#isNews) this.#soon();
    });
  }

  async #tell(): Promise<void> {
    this.#isNews = false;
    const ids = [...this.#orders];
    this.#orders.clear();
    const nowMs = this.#tools.clock.nowMs();
    const held = [...this.#held].filter(([commandId]) => !this.#told.has(commandId));
    for (const [commandId, { undoUntilMs }] of this.#held) {
      this.#told.add(commandId);
      if (undoUntilMs >= nowMs) continue;
      this.#held.delete(commandId);
      this.#told.delete(commandId);
    }
    const revision = await this.#tools.store.read.revision();
    const { events } = this.#tools;
    events.emit('printing.changed', { revision });
    if (ids.length > 0) events.emit('orders.changed', { ids, revision });
    if (ids.length > 0) events.emit('outbox.changed', { revision });
    for (const [commandId, what] of held) events.emit('effects.held', { commandId, ...what });
  }
}
