import type { Order } from '../../core/order/order.ts';
import type { OrderId, PrintBatchId, PrinterId, PrintJobId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import { obtainLabel } from '../labels/obtain-label.ts';
import type { Writes } from '../ports/store.ts';
import type { PrintBatchRow, PrintJobRow } from '../ports/store-printing.ts';
import type { PrinterStates } from '../printers/printer-states.ts';
import { WorkerLoop } from '../worker-loop.ts';
import { askAfterBatch } from './ask-after-batch.ts';
import { closeBatches } from './close-batches.ts';
import { heldBack } from './held-back.ts';
import { FreshReads, PRESS_MS } from './fresh-reads.ts';
import { FEW, JobMaker } from './make-job.ts';
import { PrinterLane } from './printer-lane.ts';
import { PrintNews } from './print-news.ts';
import { missingPrinter, printerForLabel, takesLabel } from './printer-of-role.ts';
import type { ReadyLabels } from './ready-labels.ts';
import { failed } from './settle-job.ts';
import { showHeldBack } from './show-held-back.ts';
import { stopBatch } from './batch-state.ts';

const IDLE_MS = 60_000;
/** Labels asked for side by side. */
const PARALLEL_LABELS = 6;
const LANE_FAILED_PAUSE_MS = 5_000;

export interface PrintTools {
  readonly connections: Connections;
  readonly labels: ReadyLabels;
  readonly states: PrinterStates;
  /** How long the paper waits for the platform's word on the order's state. */
  readonly stateReadMs?: number;
  /** What was printed leaves something in the outbox. */
  readonly effectsAdded?: () => void;
}

/** Moves print jobs on: the labels side by side, whatever their batches do; then the paper, each printer in its own lane. */
export class PrintWorker {
  readonly #deps: AppDeps;
  readonly #tools: PrintTools;
  readonly #reads: FreshReads;
  readonly #maker: JobMaker;
  readonly #news: PrintNews;
  readonly #loop: WorkerLoop;
  readonly #fetches = new Map<PrintJobId, Promise<void>>();
  readonly #lanes = new Map<PrinterId, PrinterLane>();
  readonly #runs = new Map<PrinterId, Promise<void>>();
  /** Lanes that found nothing to print: at which news, and when to look again without any. */
  readonly #idle = new Map<PrinterId, { readonly newsCount: number; readonly lookAtMs: number | null }>();
  readonly #asked = new Map<PrintBatchId, Promise<void>>();
  #newsCount = 0;
  #isStopped = false;

  constructor(deps: AppDeps, tools: PrintTools) {
    this.#deps = deps;
    this.#tools = tools;
    this.#reads = new FreshReads(deps, tools.connections, tools.stateReadMs);
    this.#maker = new JobMaker(deps, tools.labels, this.#reads);
    this.#news = new PrintNews(deps, tools.effectsAdded);
    this.#loop = new WorkerLoop('printing', deps.clock, deps.log, () => this.#round());
  }

  /** Jobs found sending were cut off: only the seller can see whether paper came out. */
  async start(): Promise<void> {
    const nowMs = this.#deps.clock.nowMs();
    await this.#deps.store.write(async (tx) => {
      for (const job of await tx.printJobsInStates(['sending'])) {
        await tx.savePrintJob({ ...job, state: 'unknown', step: 'restarted', settledAtMs: nowMs });
        await stopBatch(tx, job, 'restarted');
      }
    });
    this.#loop.start();
  }

  /** Jobs or batches changed. */
  wake(): void {
    this.#newsCount += 1;
    this.#loop.wake();
  }

  /** The key was pressed: what the platform says of these few is asked while their jobs are made. */
  async readAhead(ids: readonly OrderId[]): Promise<void> {
    if (ids.length > FEW) return;
    const sinceMs = this.#deps.clock.nowMs() - PRESS_MS;
    for (const order of await this.#deps.store.read.orders(ids)) void this.#reads.isRead(order, sinceMs, false);
  }

  /** The seller lets a batch go on: what the platform said before does not count any more. */
  readAfresh(): void {
    this.#reads.clear();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const lane of this.#lanes.values()) lane.stop();
    await this.#loop.stop();
    await Promise.all([...this.#fetches.values(), ...this.#runs.values(), ...this.#asked.values()]);
    await this.#reads.settled();
  }

  async #round(): Promise<number> {
    const { store, clock } = this.#deps;
    const nowMs = clock.nowMs();
    const jobs = await store.read.printJobsInStates(['waiting', 'queued']);
    this.#startFetches(jobs.filter((job) => job.state === 'waiting' && job.dueAtMs <= nowMs));
    const running = new Set((await store.read.printBatchesInStates(['running'])).map((batch) => batch.id));
    const printable = jobs.filter((job) => job.state === 'queued' && running.has(job.batchId));
    for (const printerId of new Set(printable.map((job) => job.printerId))) this.#startLane(printerId, nowMs);
    for (const batch of await closeBatches(this.#deps, this.#news)) this.#askAfter(batch);
    const later = [
      ...jobs.filter((job) => job.state === 'waiting' && job.dueAtMs > nowMs).map((job) => job.dueAtMs),
      ...[...this.#idle.values()].flatMap(({ lookAtMs }) => (lookAtMs !== null && lookAtMs > nowMs ? [lookAtMs] : [])),
    ];
    return Math.max(10, Math.min(IDLE_MS, ...later.map((atMs) => atMs - nowMs)));
  }

  #startFetches(due: readonly PrintJobRow[]): void {
    for (const job of due) {
      if (this.#fetches.size >= PARALLEL_LABELS) return;
      if (this.#fetches.has(job.id)) continue;
      const work = this.#fetch(job)
        .catch(async (error: unknown) => {
          this.#deps.log.error('print-job-failed', { jobId: job.id, error: errorText(error) });
          await this.#keep(job, failed(job, 'internal', { nowMs: this.#deps.clock.nowMs() })).catch(() => undefined);
        })
        .finally(() => {
          this.#fetches.delete(job.id);
          this.wake();
        });
      this.#fetches.set(job.id, work);
    }
  }

  async #fetch(job: PrintJobRow): Promise<void> {
    const { store, clock } = this.#deps;
    const order = await store.read.order(job.orderId);
    const connector = order === null ? null : await this.#tools.connections.byId(order.shopId);
    const nowMs = clock.nowMs();
    if (order === null || connector === null) return this.#keep(job, failed(job, 'shop-gone', { nowMs }));
    const next = await obtainLabel(this.#deps, job, connector);
    await this.#keep(job, next.state === 'failed' ? await this.#explained(order, next) : next);
  }

  /** A platform refuses the label of an order that is no more: then that is the reason, in its own words. */
  async #explained(order: Order, job: PrintJobRow): Promise<PrintJobRow> {
    await this.#reads.isRead(order, this.#deps.clock.nowMs(), false);
    const now = await this.#deps.store.read.order(order.id);
    const reason = now === null ? null : heldBack(now, job.copy);
    return reason === null ? job : { ...job, step: reason };
  }

  /** Unless the job was taken back meanwhile, perhaps asked for anew: what was done for the old request is forgotten. */
  async #keep(job: PrintJobRow, next: PrintJobRow): Promise<void> {
    const kept = await this.#deps.store.write(async (tx) => {
      const row = await tx.printJob(job.id);
      if (row === null || row.state !== 'waiting' || row.commandId !== job.commandId) return null;
      if (next.step === 'order-cancelled') await showHeldBack(this.#deps, tx, row.orderId);
      const placed = { ...next, batchId: row.batchId, position: row.position, printerId: row.printerId };
      const routed = placed.state === 'queued' ? await this.#routed(tx, placed) : placed;
      await tx.savePrintJob(routed);
      return routed;
    });
    if (kept !== null) this.#news.jobChanged(kept);
  }

  /** A label that came is for the printer that can put it out, whichever the job was meant for. */
  async #routed(tx: Writes, job: PrintJobRow): Promise<PrintJobRow> {
    const kind = job.labelId === null ? null : await tx.labelKind(job.labelId);
    const printers = await tx.printers();
    const meant = printers.find(({ id }) => id === job.printerId);
    // A job whose printer was removed says so in its turn.
    if (kind === null || meant === undefined || takesLabel(meant, kind)) return job;
    const printer = printerForLabel(printers, kind);
    if (printer === null) return failed(job, missingPrinter(kind), { nowMs: this.#deps.clock.nowMs() });
    return { ...job, printerId: printer.id };
  }

  #startLane(printerId: PrinterId, nowMs: number): void {
    const idle = this.#idle.get(printerId);
    const isIdle =
      idle !== undefined && idle.newsCount === this.#newsCount && (idle.lookAtMs === null || idle.lookAtMs > nowMs);
    if (this.#isStopped || this.#runs.has(printerId) || isIdle) return;
    const tools = { deps: this.#deps, maker: this.#maker, states: this.#tools.states, news: this.#news };
    const lane = this.#lanes.get(printerId) ?? new PrinterLane(tools, printerId);
    this.#lanes.set(printerId, lane);
    const newsCount = this.#newsCount;
    const run = lane
      .run()
      .catch((error: unknown) => {
        this.#deps.log.error('printer-lane-failed', { printerId, error: errorText(error) });
        return this.#deps.clock.nowMs() + LANE_FAILED_PAUSE_MS;
      })
      .then((lookAtMs) => {
        this.#idle.set(printerId, { newsCount, lookAtMs });
        this.#runs.delete(printerId);
        this.#loop.wake();
      });
    this.#runs.set(printerId, run);
  }

  #askAfter(batch: PrintBatchRow): void {
    if (this.#isStopped || this.#asked.has(batch.id)) return;
    const asking = askAfterBatch(this.#deps, this.#tools.states, this.#news, batch, () => this.#isStopped)
      .catch((error: unknown) => this.#deps.log.warn('printer-not-asked', { error: errorText(error) }))
      .finally(() => this.#asked.delete(batch.id));
    this.#asked.set(batch.id, asking);
  }
}
