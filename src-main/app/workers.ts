import type { OrderId } from '../core/shared/ids.ts';
import type { Connections } from './connections.ts';
import type { AppDeps } from './deps.ts';
import { OutboxWorker } from './outbox/outbox-worker.ts';
import type { EffectRow } from './ports/store-outbox.ts';
import type { PrinterStates } from './printers/printer-states.ts';
import { Notices } from './notices/notices.ts';
import { PrinterWatch } from './printers/printer-watch.ts';
import { LabelAhead } from './printing/label-ahead.ts';
import { PrintWorker } from './printing/print-worker.ts';
import type { ReadyLabels } from './printing/ready-labels.ts';
import { StockWatch } from './stock/stock-watch.ts';
import { refreshOrders } from './sync/refresh-orders.ts';
import { SyncScheduler } from './sync/sync-scheduler.ts';
import { dropRemovedFiles } from './upkeep/drop-removed-files.ts';
import { clearDelivered, endHolds } from './upkeep/let-time-pass.ts';
import { WorkerLoop } from './worker-loop.ts';
import { errorText } from './error-text.ts';

const UPKEEP_EVERY_MS = 60_000;
/** Orders leave the board by the day: that waits until the window stands, and is looked at once an hour. */
const CLEAR_FIRST_MS = 30_000;
const CLEAR_EVERY_MS = 3_600_000;

export interface WorkerTools {
  readonly connections: Connections;
  readonly labels: ReadyLabels;
  readonly states: PrinterStates;
  /** How long the paper waits for the platform's word on the order's state. */
  readonly stateReadMs?: number;
}

/** What goes on by itself: pulling shops, pushing effects, printing, and what time alone does to orders. */
export class Workers {
  readonly scheduler: SyncScheduler;
  readonly notices: Notices;
  readonly stock: StockWatch;
  readonly #outbox: OutboxWorker;
  readonly #printing: PrintWorker;
  readonly #printers: PrinterWatch;
  readonly #labelAhead: LabelAhead;
  readonly #upkeep: WorkerLoop;
  readonly #clearing: WorkerLoop;
  readonly #deps: AppDeps;
  readonly #connections: Connections;

  constructor(deps: AppDeps, tools: WorkerTools) {
    const { connections } = tools;
    this.#deps = deps;
    this.#connections = connections;
    this.notices = new Notices(deps, () => this.#tryAgain());
    this.scheduler = new SyncScheduler(deps, connections, this.notices);
    this.stock = new StockWatch(deps);
    this.#printing = new PrintWorker(deps, { ...tools, effectsAdded: () => this.#outbox.wake() });
    this.#printers = new PrinterWatch(deps, tools.states);
    this.#labelAhead = new LabelAhead(deps, connections, tools.labels);
    this.#upkeep = new WorkerLoop('upkeep', deps.clock, deps.log, async () => {
      await endHolds(deps);
      await dropRemovedFiles(deps);
      return UPKEEP_EVERY_MS;
    });
    this.#clearing = new WorkerLoop('clearing', deps.clock, deps.log, async () => {
      await clearDelivered(deps);
      return CLEAR_EVERY_MS;
    });
    this.#outbox = new OutboxWorker(deps, connections, (row) => this.#effectSettled(row));
  }

  async start(): Promise<void> {
    await this.#outbox.start();
    await this.#printing.start();
    this.#upkeep.start();
    this.#clearing.start(CLEAR_FIRST_MS);
    this.stock.start();
    this.#printers.start();
    this.#labelAhead.start();
    this.scheduler.start();
    this.notices.start();
  }

  /** New effects or jobs may be waiting. */
  wake(): void {
    this.#outbox.wake();
    this.#printing.wake();
  }

  /** The key was pressed on these. */
  readAhead(ids: readonly OrderId[]): void {
    this.#labelAhead.rest();
    this.#printing.readAhead(ids).catch(() => undefined);
  }

  /** Labels that go out from now on need a newer word of the platform. */
  readAfresh(): void {
    this.#printing.readAfresh();
  }

  /** Pulls now, and tries what waits for the network. */
  syncNow(): void {
    void this.scheduler.syncNow().catch((error: unknown) => {
      this.#deps.log.error('sync-not-begun', { error: errorText(error) });
    });
    this.#tryAgain();
  }

  /** The machine woke up, or the network came back. */
  resume(): void {
    void this.scheduler.resume().catch((error: unknown) => {
      this.#deps.log.error('sync-not-begun', { error: errorText(error) });
    });
    this.#tryAgain();
  }

  #tryAgain(): void {
    this.#printing.wake();
    void this.#outbox.retryNow().catch((error: unknown) => {
      this.#deps.log.error('retry-failed', { error: errorText(error) });
    });
  }

  async stop(): Promise<void> {
    const workers = [
      this.#upkeep,
      this.#clearing,
      this.stock,
      this.scheduler,
      this.notices,
      this.#outbox,
      this.#printing,
      this.#printers,
      this.#labelAhead,
    ];
    await Promise.all(workers.map((worker) => worker.stop()));
  }

  /** The order is read afresh, so that the board shows the platform's own word and the label can be asked for. */
  #effectSettled(row: EffectRow): void {
    this.#printing.wake();
    const { orderId } = row;
    void this.#refresh(row)
      .catch((error: unknown) => this.#deps.log.warn('refresh-failed', { orderId, error: errorText(error) }))
      .finally(() => {
        if (orderId !== null) this.#labelAhead.lookAgainAt(orderId);
      });
  }

  async #refresh(row: EffectRow): Promise<void> {
    const { effect, shopId } = row;
    if (effect.kind === 'answer-case') this.scheduler.pullSoon(shopId, 'cases');
    const remoteId = effect.kind === 'answer-case' ? effect.orderRemoteId : effect.remoteId;
    const connector = await this.#connections.byId(shopId);
    if (connector === null || remoteId === null || effect.kind === 'push-stock') return;
    await refreshOrders(this.#deps, shopId, connector, [remoteId]);
  }
}
