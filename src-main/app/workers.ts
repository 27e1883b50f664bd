import type { Connections } from './connections.ts';
import type { AppDeps } from './deps.ts';
import { OutboxWorker } from './outbox/outbox-worker.ts';
import type { EffectRow } from './ports/store-outbox.ts';
import type { PreparedLabels } from './printing/prepared-labels.ts';
import { PrintWorker } from './printing/print-worker.ts';
import { refreshOrders } from './sync/reconcile-shop.ts';
import { SyncScheduler } from './sync/sync-scheduler.ts';
import { letTimePass } from './upkeep/let-time-pass.ts';
import { WorkerLoop } from './worker-loop.ts';
import { errorText } from './error-text.ts';

const UPKEEP_EVERY_MS = 60_000;

/** What goes on by itself: pulling shops, pushing effects, printing, and what time alone does to orders. */
export class Workers {
  readonly scheduler: SyncScheduler;
  readonly #outbox: OutboxWorker;
  readonly #printing: PrintWorker;
  readonly #upkeep: WorkerLoop;
  readonly #deps: AppDeps;
  readonly #connections: Connections;

  constructor(deps: AppDeps, connections: Connections, prepared: PreparedLabels) {
    this.#deps = deps;
    this.#connections = connections;
    this.scheduler = new SyncScheduler(deps, connections);
    this.#printing = new PrintWorker(deps, connections, prepared);
    this.#upkeep = new WorkerLoop('upkeep', deps.clock, deps.log, async () => {
      await letTimePass(deps);
      return UPKEEP_EVERY_MS;
    });
    this.#outbox = new OutboxWorker(deps, connections, (row) => this.#effectSettled(row));
  }

  async start(): Promise<void> {
    await this.#outbox.start();
    await this.#printing.start();
    this.#upkeep.start();
    this.scheduler.start();
  }

  /** New effects or jobs may be waiting. */
  wake(): void {
    this.#outbox.wake();
    this.#printing.wake();
  }

  /** Pulls now, and tries what waits for the network. */
  syncNow(): void {
    this.scheduler.syncNow();
    this.#printing.wake();
    void this.#outbox.retryNow().catch((error: unknown) => {
      this.#deps.log.error('retry-failed', { error: errorText(error) });
    });
  }

  async stop(): Promise<void> {
    await Promise.all([this.#upkeep.stop(), this.scheduler.stop(), this.#outbox.stop(), this.#printing.stop()]);
  }

  /** The order is read afresh, so that the board shows the platform's own word and the label can be asked for. */
  #effectSettled(row: EffectRow): void {
    this.#printing.wake();
    void this.#refresh(row).catch((error: unknown) => {
      this.#deps.log.warn('refresh-failed', {
        orderId: row.orderId,
        error: errorText(error),
      });
    });
  }

  async #refresh(row: EffectRow): Promise<void> {
    const connector = await this.#connections.byId(row.shopId);
    if (connector !== null) await refreshOrders(this.#deps, row.shopId, connector, [row.effect.remoteId]);
  }
}
