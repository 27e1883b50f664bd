import type { AppDeps } from '../deps.ts';
import type { PrinterStatus } from '../ports/printers.ts';
import type { PrintBatchRow, PrintJobRow } from '../ports/store-printing.ts';
import type { PrinterStates } from '../printers/printer-states.ts';
import type { PrintNews } from './print-news.ts';
import { troubleOf } from './trouble-of.ts';

/** The last label needs about this long to come out. */
const PAPER_MS = 2_000;
const LIMIT_MS = 1_000;
const ASKS = 2;
/** What was sent longer ago is not vouched for by how the printer is now. */
const CONFIRMS_MS = 60_000;

/**
 * Asks the printer once its batch is out: ready and idle means that the paper is out; out of paper means that nobody
 * knows about the last label. A printer that does not say changes nothing.
 */
export async function askAfterBatch(
  deps: AppDeps,
  states: PrinterStates,
  news: PrintNews,
  batch: PrintBatchRow,
  isOver: () => boolean,
): Promise<void> {
  const printer = (await deps.store.read.printers()).find((candidate) => candidate.id === batch.printerId);
  if (printer === undefined || states.of(printer.id)?.status.kind === 'silent') return;
  for (let ask = 0; ask < ASKS; ask += 1) {
    const isQuiet = (await deps.store.read.printJobsInStates(['sending'])).every((job) => job.printerId !== printer.id);
    if (!isQuiet || isOver()) return;
    const status = await deps.transport.status(printer, LIMIT_MS);
    await states.note(printer.id, status);
    if (status.kind !== 'answered') return;
    if (await keepWord(deps, news, batch, status)) return;
    if (ask + 1 < ASKS) await new Promise<void>((resolve) => deps.clock.after(PAPER_MS, resolve));
  }
}

/** True once the printer's word settled the batch. */
async function keepWord(
  deps: AppDeps,
  news: PrintNews,
  { id, printerId }: PrintBatchRow,
  status: Extract<PrinterStatus, { readonly kind: 'answered' }>,
): Promise<boolean> {
  const trouble = troubleOf(status);
  if (trouble === null && status.isBusy) return false;
  const nowMs = deps.clock.nowMs();
  const changed = await deps.store.write(async (tx) => {
    const batch = await tx.printBatch(id);
    const sent = (await tx.printJobsOfBatch(id)).filter(
      (job) => job.printerId === printerId && isSentSince(job, nowMs - CONFIRMS_MS),
    );
    const last = sent.toSorted((a, b) => (a.settledAtMs ?? 0) - (b.settledAtMs ?? 0)).at(-1);
    if (batch === null || last === undefined) return [];
    if (trouble === null) {
      const confirmed = sent.map((job): PrintJobRow => ({ ...job, state: 'confirmed' }));
      for (const job of confirmed) await tx.savePrintJob(job);
      return confirmed;
    }
    const lost: PrintJobRow = { ...last, state: 'unknown', step: trouble };
    await tx.savePrintJob(lost);
    await tx.savePrintBatch({ ...batch, state: 'stopped', stopReason: trouble, stoppedAt: lost.position });
    return [lost];
  });
  for (const job of changed) news.jobChanged(job);
  return true;
}

const isSentSince = (job: PrintJobRow, sinceMs: number): boolean =>
  job.state === 'sent' && (job.settledAtMs ?? 0) >= sinceMs;
