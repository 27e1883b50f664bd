import type { PrinterId, PrintJobId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { obtainLabel } from '../labels/obtain-label.ts';
import { checkContextFor, skusOf } from '../orders/check-context.ts';
import { LabelUnreadable } from '../ports/printing.ts';
import type { LabelRow, PrinterRow, PrintJobRow } from '../ports/store-printing.ts';
import { WorkerLoop } from '../worker-loop.ts';
import type { PreparedLabels } from './prepared-labels.ts';
import { NOTHING_HELD, recordLabelled, type Recorded } from './record-labelled.ts';
import { afterTransport, failed } from './settle-job.ts';
import { errorText } from '../error-text.ts';

const IDLE_MS = 60_000;
/** Labels asked for side by side. */
const PARALLEL_LABELS = 6;

/**
 * Moves print jobs on: the label first, side by side; then the paper, one job at a time for each printer. 'sending'
 * is on disk before the first byte leaves, so a crash leaves a question for the seller and never a second label.
 */
export class PrintWorker {
  readonly #deps: AppDeps;
  readonly #connections: Connections;
  readonly #prepared: PreparedLabels;
  readonly #loop: WorkerLoop;
  readonly #busyJobs = new Map<PrintJobId, Promise<void>>();
  readonly #busyPrinters = new Set<PrinterId>();

  constructor(deps: AppDeps, connections: Connections, prepared: PreparedLabels) {
    this.#deps = deps;
    this.#connections = connections;
    this.#prepared = prepared;
    this.#loop = new WorkerLoop('printing', deps.clock, deps.log, () => this.#round());
  }

  /** Jobs found sending were cut off: only the seller can see whether paper came out. */
  async start(): Promise<void> {
    const nowMs = this.#deps.clock.nowMs();
    await this.#deps.store.write(async (tx) => {
      for (const job of await tx.printJobsInStates(['sending'])) {
        await tx.savePrintJob({ ...job, state: 'unknown', step: 'restarted', settledAtMs: nowMs });
      }
    });
    this.#loop.start();
  }

  wake(): void {
    this.#loop.wake();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
    await Promise.all(this.#busyJobs.values());
  }

  async #round(): Promise<number> {
    const nowMs = this.#deps.clock.nowMs();
    const jobs = await this.#deps.store.read.printJobsInStates(['waiting', 'queued']);
    const due = jobs.filter((job) => job.dueAtMs <= nowMs && !this.#busyJobs.has(job.id));
    for (const job of due) {
      if (job.state === 'queued') this.#startPaper(job);
      else if (this.#busyJobs.size < PARALLEL_LABELS) this.#track(job, this.#fetch(job));
    }
    const later = jobs.filter((job) => job.dueAtMs > nowMs).map((job) => job.dueAtMs - nowMs);
    return Math.max(10, Math.min(IDLE_MS, ...later));
  }

  #startPaper(job: PrintJobRow): void {
    if (this.#busyPrinters.has(job.printerId)) return;
    this.#busyPrinters.add(job.printerId);
    this.#track(
      job,
      this.#print(job).finally(() => this.#busyPrinters.delete(job.printerId)),
    );
  }

  #track(job: PrintJobRow, work: Promise<void>): void {
    const tracked = work
      .catch(async (error: unknown) => {
        this.#deps.log.error('print-job-failed', {
          jobId: job.id,
          error: errorText(error),
        });
        await this.#giveUp(job).catch(() => undefined);
      })
      .finally(() => {
        this.#busyJobs.delete(job.id);
        this.#loop.wake();
      });
    this.#busyJobs.set(job.id, tracked);
  }

  async #fetch(job: PrintJobRow): Promise<void> {
    const order = await this.#deps.store.read.order(job.orderId);
    const connector = order === null ? null : await this.#connections.byId(order.shopId);
    const nowMs = this.#deps.clock.nowMs();
    const next =
      connector === null ? failed(job, 'shop-gone', { nowMs }) : await obtainLabel(this.#deps, job, connector);
    await this.#keep(next);
  }

  async #print(job: PrintJobRow): Promise<void> {
    const nowMs = this.#deps.clock.nowMs();
    const order = await this.#deps.store.read.order(job.orderId);
    if (order?.facts.stage === 'cancelled') return this.#keep(failed(job, 'order-cancelled', { nowMs }));
    const printer = (await this.#deps.store.read.printers()).find((candidate) => candidate.id === job.printerId);
    const label = job.labelId === null ? null : await this.#deps.store.read.label(job.labelId);
    if (printer === undefined) return this.#keep(failed(job, 'printer-gone', { nowMs }));
    if (label === null) return this.#keep(failed(job, 'label-gone', { nowMs }));
    const rendered = await this.#render(job, printer, label);
    if (rendered.bytes === null) return this.#keep(rendered.job);
    const sending = await this.#claim(rendered.job);
    if (sending === null) return undefined;
    const outcome = await this.#deps.transport.send(printer.address, rendered.bytes);
    return this.#keep(
      afterTransport(sending, outcome, { nowMs: this.#deps.clock.nowMs(), random: this.#deps.ids.random() }),
    );
  }

  async #render(
    job: PrintJobRow,
    printer: PrinterRow,
    label: LabelRow,
  ): Promise<{ readonly job: PrintJobRow; readonly bytes: Uint8Array | null }> {
    try {
      const pages = await this.#prepared.pages(label, printer.profile);
      const parts = pages.map((page) => this.#deps.encode(page.bitmap, printer.profile, 1));
      const warnings = [...new Set(pages.flatMap((page) => page.warnings))];
      return { job: { ...job, previewPng: pages[0]?.previewPng ?? null, warnings }, bytes: concatenate(parts) };
    } catch (error) {
      const code = error instanceof LabelUnreadable ? `label-${error.reason}` : 'label-unreadable';
      if (!(error instanceof LabelUnreadable)) {
        this.#deps.log.error('raster-failed', {
          jobId: job.id,
          error: errorText(error),
        });
      }
      return { job: failed(job, code, { nowMs: this.#deps.clock.nowMs() }), bytes: null };
    }
  }

  /** Marks the job sending if it is still queued; undo may have been quicker. */
  #claim(job: PrintJobRow): Promise<PrintJobRow | null> {
    return this.#deps.store.write(async (tx) => {
      const row = await tx.printJob(job.id);
      if (row === null || row.state !== 'queued' || row.commandId !== job.commandId) return null;
      const sending: PrintJobRow = { ...job, state: 'sending', step: 'printer' };
      await tx.savePrintJob(sending);
      return sending;
    });
  }

  /** After a fault of our own. Where bytes may have left, only the seller can say what became of them. */
  async #giveUp(job: PrintJobRow): Promise<void> {
    const nowMs = this.#deps.clock.nowMs();
    const row = await this.#deps.store.read.printJob(job.id);
    const isSending = row !== null && row.state === 'sending';
    await this.#keep(
      isSending
        ? { ...row, state: 'unknown', step: 'internal', settledAtMs: nowMs }
        : failed(job, 'internal', { nowMs }),
    );
  }

  async #keep(job: PrintJobRow): Promise<void> {
    const isOut = job.state === 'sent' || job.state === 'confirmed';
    const recorded = await this.#deps.store.write(async (tx) => {
      const row = await tx.printJob(job.id);
      // Taken back meanwhile, perhaps asked for anew: what was done for the old request is forgotten.
      if (row === null || row.state === 'cancelled' || row.commandId !== job.commandId) return NOTHING_HELD;
      await tx.savePrintJob(job);
      const order = isOut ? await tx.order(job.orderId) : null;
      if (order === null) return NOTHING_HELD;
      return recordLabelled(this.#deps, tx, order, job, await checkContextFor(tx, skusOf(order)));
    });
    await announceJob(this.#deps, job, recorded);
  }
}

/** Tells the window that a job moved on, and what its record holds back for undo. */
export async function announceJob(
  deps: Pick<AppDeps, 'store' | 'events'>,
  job: PrintJobRow,
  { effectCount, effectsDueAtMs }: Recorded = NOTHING_HELD,
): Promise<void> {
  const revision = await deps.store.read.revision();
  deps.events.emit('printing.changed', { revision });
  deps.events.emit('orders.changed', { ids: [job.orderId], revision });
  deps.events.emit('outbox.changed', { revision });
  if (effectsDueAtMs !== null)
    deps.events.emit('effects.held', { commandId: job.commandId, effectCount, undoUntilMs: effectsDueAtMs });
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
