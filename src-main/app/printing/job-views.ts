import type { MethodOutput } from '../../contract/index.ts';
import type { BatchView, PrintJobView } from '../../contract/methods/printing.ts';
import type { AppDeps } from '../deps.ts';
import type { PrintBatchRow, PrintJobRow, SlipPrintRow } from '../ports/store-printing.ts';
import { HELD_BACK } from './held-back.ts';

/** Jobs as the window shows them. */
export async function jobViews(deps: Pick<AppDeps, 'store'>, jobs: readonly PrintJobRow[]): Promise<PrintJobView[]> {
  const cards = await deps.store.read.cardsById([...new Set(jobs.map((job) => job.orderId))]);
  const numbers = new Map(cards.map((card) => [card.orderId, card.remoteId]));
  return jobs.map((job) => ({
    id: job.id,
    batchId: job.batchId,
    position: job.position,
    orderId: job.orderId,
    printerId: job.printerId,
    remoteId: numbers.get(job.orderId) ?? '',
    state: job.state,
    step: job.step,
    copy: job.copy,
    reprintReason: job.reprintReason,
    createdAtMs: job.createdAtMs,
    settledAtMs: job.settledAtMs,
    byteCount: job.byteCount,
    preview: job.previewPng === null ? null : Buffer.from(job.previewPng).toString('base64'),
    warnings: [...job.warnings],
  }));
}

/** The seller's day at the printers: its batches with what is left of older ones, and the totals. */
export async function todayView(deps: AppDeps, dayStartMs: number): Promise<MethodOutput<'printing.today'>> {
  const { read } = deps.store;
  const since = await read.printBatchesSince(dayStartMs);
  const open = (await read.printBatchesInStates(['running', 'paused', 'stopped'])).filter(
    (batch) => batch.createdAtMs < dayStartMs,
  );
  const rows = [...since, ...open.reverse()];
  const jobs = await Promise.all(rows.map((batch) => read.printJobsOfBatch(batch.id)));
  const batches: BatchView[] = [];
  for (const [index, batch] of rows.entries()) {
    const own = jobs[index] ?? [];
    // The jobs of a batch may all have gone on to a later one, by a second press.
    if (own.length > 0) batches.push(await batchView(deps, batch, own));
  }
  return {
    batches,
    totals: {
      ...labelTotals(jobs.flat().filter((job) => (job.settledAtMs ?? 0) >= dayStartMs)),
      ...slipTotals(await read.slipPrintsSince(dayStartMs)),
    },
  };
}

async function batchView(deps: AppDeps, batch: PrintBatchRow, jobs: readonly PrintJobRow[]): Promise<BatchView> {
  const last = new Map(jobs.map((job) => [job.position, job]));
  return { ...batch, jobs: await jobViews(deps, [...last.values()]) };
}

function labelTotals(jobs: readonly PrintJobRow[]): { labels: number; reprints: number; heldBack: number } {
  const out = jobs.filter((job) => job.state === 'sent' || job.state === 'confirmed');
  return {
    labels: out.length,
    reprints: out.filter((job) => job.copy > 1).length,
    heldBack: jobs.filter((job) => job.state === 'failed' && (HELD_BACK as readonly string[]).includes(job.step))
      .length,
  };
}

/** Lists are counted as lists, slips and cards by their orders. */
function slipTotals(prints: readonly SlipPrintRow[]) {
  const out = (kind: SlipPrintRow['kind']): SlipPrintRow[] =>
    prints.filter((print) => print.outcome === 'sent' && print.kind === kind);
  const orders = (kind: SlipPrintRow['kind']): number =>
    out(kind).reduce((sum, print) => sum + print.orderIds.length, 0);
  return {
    pickLists: out('pick-list').length,
    packingSlips: orders('packing-slip'),
    thankYouCards: orders('thank-you-card'),
  };
}
