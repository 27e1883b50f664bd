import type { OrderId, PrintBatchId, PrintJobId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { cancelBatch, pauseBatch, resumeBatch } from '../printing/batch-commands.ts';
import { answerJob, cancelJob, retryJob } from '../printing/job-commands.ts';
import { jobViews, todayView } from '../printing/job-views.ts';
import { printOrders } from '../printing/print-orders.ts';
import { reprint } from '../printing/reprint.ts';
import type { Workers } from '../workers.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** Paper: printing orders, the ledger of batches and jobs, and the virtual printer's papers. */
export function printingHandlers(deps: AppDeps, workers: Workers): HandlersOf<'printing'> {
  const woken = async <Value>(work: Promise<Value>): Promise<Value> => {
    const value = await work;
    workers.wake();
    return value;
  };
  const done = async (work: Promise<void>): Promise<typeof DONE> => {
    await woken(work);
    return DONE;
  };
  return {
    'printing.print': async ({ ids, order }) => {
      workers.readAhead(ids as OrderId[]);
      const { outcome, batchId } = await woken(printOrders(deps, ids as OrderId[], order));
      return { ...outcome, batchId };
    },
    'printing.expect': async ({ ids }) => {
      workers.readAhead(ids as OrderId[]);
      return DONE;
    },
    'printing.reprint': ({ id, reason }) => woken(reprint(deps, id as OrderId, reason)),
    'printing.answer': ({ jobId, cameOut }) => done(answerJob(deps, jobId as PrintJobId, cameOut)),
    'printing.retry': ({ jobId }) => done(retryJob(deps, jobId as PrintJobId)),
    'printing.cancel': ({ jobId }) => done(cancelJob(deps, jobId as PrintJobId)),
    'printing.pauseBatch': ({ batchId }) => done(pauseBatch(deps, batchId as PrintBatchId)),
    'printing.resumeBatch': async ({ batchId, fromPosition }) => {
      await resumeBatch(deps, batchId as PrintBatchId, fromPosition);
      workers.readAfresh();
      workers.wake();
      return DONE;
    },
    'printing.cancelBatch': ({ batchId }) => done(cancelBatch(deps, batchId as PrintBatchId)),
    'printing.jobs': async ({ limit }) => ({
      jobs: await jobViews(deps, await deps.store.read.recentPrintJobs(limit)),
    }),
    'printing.today': ({ dayStartMs }) => todayView(deps, dayStartMs),
    'printing.papers': async () => ({ papers: [...deps.demo.papers()] }),
  };
}
