import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import type { PrinterView, PrintJobView } from '../../contract/methods/printing.ts';
import type { OrderId, PrinterId, PrintJobId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PrinterRow, PrintJobRow } from '../ports/store-printing.ts';
import { answerJob, cancelJob, retryJob } from '../printing/job-commands.ts';
import { printOrders } from '../printing/print-orders.ts';
import { reprint } from '../printing/reprint.ts';
import { printTestPage } from '../printing/test-page.ts';
import type { Workers } from '../workers.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** Paper: printing orders, the ledger of jobs, printers, and the virtual printer's papers. */
export function printingHandlers(deps: AppDeps, workers: Workers): HandlersOf<'printing'> {
  const woken = async <Value>(work: Promise<Value>): Promise<Value> => {
    const value = await work;
    workers.wake();
    return value;
  };
  return {
    'printing.print': ({ ids }) => woken(printOrders(deps, ids as OrderId[])),
    'printing.reprint': ({ id, reason }) => woken(reprint(deps, id as OrderId, reason)),
    'printing.answer': async ({ jobId, cameOut }) => {
      await woken(answerJob(deps, jobId as PrintJobId, cameOut));
      return DONE;
    },
    'printing.retry': async ({ jobId }) => {
      await woken(retryJob(deps, jobId as PrintJobId));
      return DONE;
    },
    'printing.cancel': async ({ jobId }) => {
      await woken(cancelJob(deps, jobId as PrintJobId));
      return DONE;
    },
    'printing.jobs': async ({ limit }) => ({
      jobs: await jobViews(deps, await deps.store.read.recentPrintJobs(limit)),
    }),
    'printing.printers': async () => ({ printers: (await deps.store.read.printers()).map(printerView) }),
    'printing.savePrinter': async (input) => ({ id: await savePrinter(deps, input) }),
    'printing.removePrinter': async ({ id }) => {
      await deps.store.write(async (tx) => {
        if (!(await tx.printers()).some((printer) => printer.id === id)) throw new ContractError('not-found');
        await tx.removePrinter(id as PrinterId);
      });
      await announcePrinters(deps);
      return DONE;
    },
    'printing.testPage': async ({ id }) => printTestPage(deps, id as PrinterId),
    'printing.papers': async () => ({ papers: [...deps.demo.papers()] }),
  };
}

async function jobViews(deps: AppDeps, jobs: readonly PrintJobRow[]): Promise<PrintJobView[]> {
  const cards = await deps.store.read.cardsById([...new Set(jobs.map((job) => job.orderId))]);
  const numbers = new Map(cards.map((card) => [card.orderId, card.remoteId]));
  return jobs.map((job) => ({
    id: job.id,
    orderId: job.orderId,
    printerId: job.printerId,
    remoteId: numbers.get(job.orderId) ?? '',
    state: job.state,
    step: job.step,
    copy: job.copy,
    createdAtMs: job.createdAtMs,
    settledAtMs: job.settledAtMs,
    byteCount: job.byteCount,
    preview: job.previewPng === null ? null : Buffer.from(job.previewPng).toString('base64'),
    warnings: [...job.warnings],
  }));
}

function printerView(row: PrinterRow): PrinterView {
  const { id, name, address, profile, isDefault, isVirtual } = row;
  return { id, name, host: address.host, port: address.port, profile, isDefault, isVirtual };
}

async function savePrinter(deps: AppDeps, input: MethodInput<'printing.savePrinter'>): Promise<PrinterId> {
  const id = await deps.store.write(async (tx) => {
    const printers = await tx.printers();
    const known = printers.find((printer) => printer.id === input.id);
    if (input.id !== null && known === undefined) throw new ContractError('not-found');
    const isDefault = input.isDefault || printers.length === 0;
    if (isDefault) for (const other of printers) await tx.savePrinter({ ...other, isDefault: false });
    const row: PrinterRow = {
      id: known?.id ?? (deps.ids.next() as PrinterId),
      name: input.name,
      address: { kind: 'tcp', host: input.host, port: input.port },
      profile: input.profile,
      isDefault,
      isVirtual: known?.isVirtual ?? false,
    };
    await tx.savePrinter(row);
    return row.id;
  });
  await announcePrinters(deps);
  return id;
}

async function announcePrinters(deps: AppDeps): Promise<void> {
  deps.events.emit('printing.changed', { revision: await deps.store.read.revision() });
}
