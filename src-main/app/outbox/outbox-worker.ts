import type { ShopId, EffectId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import type { PlatformConnector } from '../ports/platform-connector.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import { WorkerLoop } from '../worker-loop.ts';
import { afterConfirm, afterPush, doubted, isWaitingForAccess } from './settle.ts';
import { errorText } from '../error-text.ts';

const BATCH = 50;
const MOST_ROWS = 10_000;
const PARALLEL = 8;
const IDLE_MS = 60_000;
const PAUSED_LOOK_MS = 1_000;
const CRASH_PAUSE_MS = 5_000;

/** A shop whose rows wait; `isAskedFor` when its platform named the time. */
interface Pause {
  readonly untilMs: number;
  readonly isAskedFor: boolean;
}

/** Told when a row reached an end, so that the order can be read afresh from its platform. */
export type OnSettled = (row: EffectRow) => void;

/**
 * Pushes effects: in order within one order, side by side across orders, never one that another is waiting for. A
 * row is 'running' on disk before its request leaves, so a crash leaves a row that is asked about, not sent again.
 */
export class OutboxWorker {
  readonly #deps: AppDeps;
  readonly #connections: Connections;
  readonly #onSettled: OnSettled;
  readonly #loop: WorkerLoop;
  readonly #pauses = new Map<ShopId, Pause>();

  constructor(deps: AppDeps, connections: Connections, onSettled: OnSettled) {
    this.#deps = deps;
    this.#connections = connections;
    this.#onSettled = onSettled;
    this.#loop = new WorkerLoop('outbox', deps.clock, deps.log, () => this.#round());
  }

  /** Rows found running were cut off by a crash: nobody knows, so they are asked about first. */
  async start(): Promise<void> {
    await this.#deps.store.write(async (tx) => {
      for (const row of await tx.effectsInState('running', MOST_ROWS)) {
        await tx.saveEffect(doubted(row, 'restarted', this.#now()));
      }
    });
    this.#loop.start();
  }

  wake(): void {
    this.#loop.wake();
  }

  /** Tries at once what waits for a network or a valid key: the seller, or the machine, has mended something. */
  async retryNow(): Promise<void> {
    for (const [shopId, pause] of this.#pauses) if (!pause.isAskedFor) this.#pauses.delete(shopId);
    const nowMs = this.#deps.clock.nowMs();
    await this.#deps.store.write(async (tx) => {
      for (const row of await tx.effectsInState('queued', MOST_ROWS)) {
        if (isWaitingForAccess(row) && row.dueAtMs > nowMs) await tx.saveEffect({ ...row, dueAtMs: nowMs });
      }
    });
    this.#loop.wake();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #round(): Promise<number | null> {
    for (;;) {
      const nowMs = this.#deps.clock.nowMs();
      const due = await this.#deps.store.read.dueEffects(nowMs, BATCH);
      const ready = due.filter((row) => !this.#isPaused(row.shopId, nowMs));
      if (ready.length === 0) return this.#nextWakeMs(nowMs, due.length > 0);
      for (let start = 0; start < ready.length; start += PARALLEL) {
        await Promise.all(ready.slice(start, start + PARALLEL).map((row) => this.#advanceSafely(row)));
      }
    }
  }

  /** Rows of a paused shop are due already and hide when the next row of another shop is: then look again soon. */
  async #nextWakeMs(nowMs: number, isPausedRowDue: boolean): Promise<number> {
    if (isPausedRowDue) return PAUSED_LOOK_MS;
    const nextMs = await this.#deps.store.read.nextEffectAtMs();
    return nextMs === null ? IDLE_MS : Math.min(IDLE_MS, Math.max(10, nextMs - nowMs));
  }

  #isPaused(shopId: ShopId, nowMs: number): boolean {
    return (this.#pauses.get(shopId)?.untilMs ?? 0) > nowMs;
  }

  #pause(shopId: ShopId, forMs: number, isAskedFor = false): void {
    this.#pauses.set(shopId, { untilMs: this.#deps.clock.nowMs() + forMs, isAskedFor });
  }

  async #advanceSafely(row: EffectRow): Promise<void> {
    try {
      await this.#advance(row);
    } catch (error) {
      this.#deps.log.error('effect-failed', {
        effectId: row.id,
        error: errorText(error),
      });
      this.#pause(row.shopId, CRASH_PAUSE_MS);
      await this.#afterCrash(row.id).catch(() => undefined);
    }
  }

  /** A fault of our own in the middle of a push leaves the same doubt as a crash of the app. */
  #afterCrash(id: EffectId): Promise<void> {
    return this.#deps.store.write(async (tx) => {
      const row = await tx.effect(id);
      if (row === null || row.state !== 'running') return;
      await tx.saveEffect(doubted(row, 'internal', this.#now()));
    });
  }

  async #advance(row: EffectRow): Promise<void> {
    // An earlier row of this round may have met a closed door.
    if (this.#isPaused(row.shopId, this.#deps.clock.nowMs())) return;
    const shop = await this.#deps.store.read.shop(row.shopId);
    const connector = shop === null || shop.isPaused ? null : this.#connections.of(shop);
    if (connector === null) {
      this.#pause(row.shopId, IDLE_MS);
      return;
    }
    const next = row.state === 'unconfirmed' ? await this.#ask(row, connector) : await this.#push(row, connector);
    if (next === null) return;
    await this.#keep(next);
  }

  async #push(row: EffectRow, connector: PlatformConnector): Promise<EffectRow | null> {
    const running = await this.#claim(row.id);
    if (running === null) return null;
    const outcome = await connector.push(running.effect, running.key);
    if (outcome.kind === 'rate-limited') this.#pause(row.shopId, outcome.afterMs, true);
    if (outcome.kind === 'needs-login') this.#pause(row.shopId, IDLE_MS);
    return afterPush(running, outcome, this.#now());
  }

  async #ask(row: EffectRow, connector: PlatformConnector): Promise<EffectRow> {
    return afterConfirm(row, await connector.confirm(row.effect, row.key), this.#now());
  }

  /** Marks the row running if it still waits; undo may have been quicker. */
  #claim(id: EffectId): Promise<EffectRow | null> {
    return this.#deps.store.write(async (tx) => {
      const row = await tx.effect(id);
      if (row === null || row.state !== 'queued') return null;
      const running: EffectRow = {
        ...row,
        state: 'running',
        attempts: row.attempts + 1,
        startedAtMs: this.#deps.clock.nowMs(),
      };
      await tx.saveEffect(running);
      return running;
    });
  }

  async #keep(row: EffectRow): Promise<void> {
    const isSettled = row.settledAtMs !== null;
    const { orderId } = row;
    await this.#deps.store.write(async (tx) => {
      await tx.saveEffect(row);
      if (!isSettled || orderId === null) return;
      await tx.appendJournal([
        {
          orderId,
          atMs: this.#deps.clock.nowMs(),
          actor: 'app',
          commandId: null,
          body: { kind: 'effect-settled', effect: row.effect.kind, state: row.state, code: row.lastCode },
        },
      ]);
    });
    const revision = await this.#deps.store.read.revision();
    this.#deps.events.emit('outbox.changed', { revision });
    if (orderId !== null) this.#deps.events.emit('orders.changed', { ids: [orderId], revision });
    if (row.effect.kind === 'answer-case') this.#deps.events.emit('afterSales.changed', { revision });
    if (isSettled) this.#onSettled(row);
  }

  #now(): { nowMs: number; random: number } {
    return { nowMs: this.#deps.clock.nowMs(), random: this.#deps.ids.random() };
  }
}
