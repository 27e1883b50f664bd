import type { PrintBatchId, PrinterId, PrintJobId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import { checkContextFor } from '../orders/check-context.ts';
import type { TransportOutcome } from '../ports/printers.ts';
import type { Writes } from '../ports/store.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import { noteOutcome } from '../printers/note-outcome.ts';
import type { PrinterStates } from '../printers/printer-states.ts';
import { stopBatch } from './batch-state.ts';
import { chooseJob, queuesOf, type Choice } from './choose-job.ts';
import type { JobMaker, MadeJob } from './make-job.ts';
import { parcelHeldBack } from './parcels-to-print.ts';
import type { PrintNews } from './print-news.ts';
import { NOTHING_HELD, recordLabelled, type Recorded } from './record-labelled.ts';
import { afterTransport, failed } from './settle-job.ts';
import { showHeldBack } from './show-held-back.ts';

/** After so long without a job the printer is asked how it is before the next. */
const ASK_AFTER_MS = 5_000;
/** Labels made ready while one leaves. */
const AHEAD = 8;

export interface LaneTools {
  readonly deps: AppDeps;
  readonly maker: JobMaker;
  readonly states: PrinterStates;
  readonly news: PrintNews;
}

type ReadyJob = Extract<MadeJob, { readonly kind: 'ready' }>;
/** A job marked 'sending' on disk, with what is to be sent. */
interface Claimed {
  readonly job: PrintJobRow;
  readonly made: ReadyJob;
}

/**
 * The labels of one printer, one after the other. 'sending' is on disk before the first byte leaves, so a crash leaves
 * a question for the seller and never a second label. The record of a label and the claim of the next are one write.
 */
export class PrinterLane {
  readonly #tools: LaneTools;
  readonly #printerId: PrinterId;
  readonly #lastAtMs = new Map<PrintBatchId, number>();
  readonly #making = new Map<PrintJobId, Promise<MadeJob>>();
  #lastBatchId: PrintBatchId | null = null;
  #lastSentAtMs = Number.NEGATIVE_INFINITY;
  #isStopped = false;

  constructor(tools: LaneTools, printerId: PrinterId) {
    this.#tools = tools;
    this.#printerId = printerId;
  }

  /** No label after the one that is leaving. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Prints what can be printed now; answers when to look again, null: when something happens. */
  async run(): Promise<number | null> {
    let claimed: Claimed | null = null;
    try {
      for (;;) {
        if (claimed === null) {
          if (this.#isStopped) return null;
          const choice = await this.#choose();
          if (choice.kind === 'wait') return choice.untilMs;
          claimed = await this.#claim(await this.#make(choice.job));
        } else {
          claimed = await this.#sendAndGoOn(claimed);
        }
      }
    } finally {
      this.#making.clear();
    }
  }

  async #choose(): Promise<Choice> {
    const { store, clock } = this.#tools.deps;
    const open = await store.read.printJobsInStates(['waiting', 'queued']);
    const jobs = open.filter((job) => job.printerId === this.#printerId);
    const batches = await store.read.printBatchesInStates(['running']);
    const queues = queuesOf(batches, jobs, (batch) => this.#lastAtMs.get(batch.id) ?? batch.createdAtMs);
    this.#makeAhead(queues.flatMap((queue) => queue.jobs));
    return chooseJob(queues, clock.nowMs());
  }

  #makeAhead(jobs: readonly PrintJobRow[]): void {
    const queued = jobs.filter((job) => job.state === 'queued').slice(0, AHEAD);
    for (const job of queued) void this.#tools.maker.prepare(job, jobs.length);
  }

  /** Made once, however often it is asked for; an own fault is a job that failed. Never rejects. */
  #make(job: PrintJobRow): Promise<MadeJob> {
    const known = this.#making.get(job.id);
    if (known !== undefined) return known;
    const { deps, maker } = this.#tools;
    const making = maker.make(job).catch((error: unknown): MadeJob => {
      deps.log.error('print-job-failed', { jobId: job.id, error: errorText(error) });
      return { kind: 'failed', job: failed(job, 'internal', { nowMs: deps.clock.nowMs() }) };
    });
    this.#making.set(job.id, making);
    return making;
  }

  async #claim(made: MadeJob): Promise<Claimed | null> {
    const { deps, news } = this.#tools;
    const result = await deps.store.write((tx) => this.#claimIn(tx, made));
    if (result.touched !== null) news.jobChanged(result.touched);
    return result.claimed;
  }

  /** Marks the job sending if nothing came between: undo, a pause, a cancellation on the platform. */
  async #claimIn(
    tx: Writes,
    made: MadeJob,
  ): Promise<{ readonly claimed: Claimed | null; readonly touched: PrintJobRow | null }> {
    const { job } = made;
    this.#making.delete(job.id);
    const row = await tx.printJob(job.id);
    if (row === null || row.state !== 'queued' || row.commandId !== job.commandId) return NOT_CLAIMED;
    if ((await tx.printBatch(row.batchId))?.state !== 'running') return NOT_CLAIMED;
    const order = await tx.order(row.orderId);
    const reason = order === null ? 'order-gone' : await parcelHeldBack(tx, order, row.copy);
    const nowMs = this.#tools.deps.clock.nowMs();
    if (made.kind === 'failed' || reason !== null) {
      const next = reason === null ? { ...job, attempts: row.attempts } : failed(row, reason, { nowMs });
      await tx.savePrintJob(next);
      if (reason === 'order-cancelled') await showHeldBack(this.#tools.deps, tx, row.orderId);
      if (next.step === 'printer-gone') await stopBatch(tx, next, 'printer-gone');
      return { claimed: null, touched: next };
    }
    const sending: PrintJobRow = { ...job, attempts: row.attempts, state: 'sending', step: 'printer' };
    await tx.savePrintJob(sending);
    return { claimed: { job: sending, made }, touched: sending };
  }

  /** Sends the claimed job, records what became of it, and claims the next one in the same write if that is ready. */
  async #sendAndGoOn({ job, made }: Claimed): Promise<Claimed | null> {
    const { deps, states } = this.#tools;
    const next = this.#lookAhead(job);
    const outcome = await deps.transport.send(made.printer, made.payload, {
      title: job.id,
      isStatusAsked: this.#isWorthAsking(job),
    });
    void noteOutcome(states, this.#printerId, outcome).catch(() => undefined);
    this.#lastBatchId = job.batchId;
    this.#lastSentAtMs = deps.clock.nowMs();
    return this.#settle(job, outcome, this.#isStopped ? null : next.made).catch(async (error: unknown) => {
      deps.log.error('print-job-failed', { jobId: job.id, error: errorText(error) });
      await this.#giveUp(job);
      return null;
    });
  }

  /** At the beginning of a batch and after a pause, unless the printer is known to keep silent: asking it takes time. */
  #isWorthAsking({ batchId }: PrintJobRow): boolean {
    const { deps, states } = this.#tools;
    if (states.of(this.#printerId)?.status.kind === 'silent') return false;
    return this.#lastBatchId !== batchId || deps.clock.nowMs() - this.#lastSentAtMs > ASK_AFTER_MS;
  }

  /** The job after this one, made ready in the time that this one takes; `made` is null until it is. */
  #lookAhead(current: PrintJobRow): { made: MadeJob | null } {
    const ahead: { made: MadeJob | null } = { made: null };
    const look = async (): Promise<void> => {
      this.#lastAtMs.set(current.batchId, this.#tools.deps.clock.nowMs());
      const choice = await this.#choose();
      if (choice.kind === 'print') ahead.made = await this.#make(choice.job);
    };
    // The same error comes up when it is that job's turn.
    look().catch(() => undefined);
    return ahead;
  }

  async #settle(job: PrintJobRow, outcome: TransportOutcome, next: MadeJob | null): Promise<Claimed | null> {
    const { deps, news } = this.#tools;
    const nowMs = deps.clock.nowMs();
    const result = await deps.store.write(async (tx) => {
      const tries = (await this.#isInTrouble(tx)) ? 1 : undefined;
      const { job: settled, stopReason } = afterTransport(job, outcome, nowMs, tries);
      await tx.savePrintJob(settled);
      if (stopReason !== null) await stopBatch(tx, settled, stopReason);
      const recorded = await this.#record(tx, settled);
      const isNext = next !== null && settled.state !== 'queued' && stopReason === null;
      return { settled, recorded, ...(isNext ? await this.#claimIn(tx, next) : NOT_CLAIMED) };
    });
    this.#lastAtMs.set(job.batchId, nowMs);
    news.jobChanged(result.settled, result.recorded);
    if (result.touched !== null) news.jobChanged(result.touched);
    return result.claimed;
  }

  /** Another batch stands because of this printer: one try tells whether it answers again. */
  async #isInTrouble(tx: Writes): Promise<boolean> {
    const stopped = await tx.printBatchesInStates(['stopped']);
    return stopped.some((batch) => batch.printerId === this.#printerId && batch.stopReason !== 'restarted');
  }

  async #record(tx: Writes, job: PrintJobRow): Promise<Recorded> {
    if (job.state !== 'sent' && job.state !== 'confirmed') return NOTHING_HELD;
    const order = await tx.order(job.orderId);
    if (order === null) return NOTHING_HELD;
    return recordLabelled(this.#tools.deps, tx, order, job, await checkContextFor(tx, [order]));
  }

  /** After a fault of our own. Bytes may have left: only the seller can say what became of them. */
  async #giveUp(job: PrintJobRow): Promise<void> {
    const { deps, news } = this.#tools;
    const lost: PrintJobRow = { ...job, state: 'unknown', step: 'internal', settledAtMs: deps.clock.nowMs() };
    await deps.store.write(async (tx) => {
      await tx.savePrintJob(lost);
      await stopBatch(tx, lost, 'unknown');
    });
    news.jobChanged(lost);
  }
}

const NOT_CLAIMED = { claimed: null, touched: null } as const;
