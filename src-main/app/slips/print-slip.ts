import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { OrderId, PrinterId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { TransportOutcome } from '../ports/printers.ts';
import { composeSlip } from './compose-slip.ts';
import { drawSlip, pictureSlip } from './draw-slip.ts';
import { slipPrinter } from './slip-printer.ts';

/** A preview shows the first papers; nobody leafs through hundreds. */
const PREVIEW_PAPERS = 12;

/** Pictures of a slip; nothing is printed or kept. Throws ContractError 'printer-missing' or 'not-found'. */
export async function previewSlip(
  deps: AppDeps,
  { kind, ids, printerId }: MethodInput<'slips.preview'>,
): Promise<MethodOutput<'slips.preview'>> {
  const printer = await slipPrinter(deps.store.read, kind, printerId as PrinterId | null);
  const shown = kind === 'pick-list' ? ids : ids.slice(0, PREVIEW_PAPERS);
  const composed = await composeSlip(deps, kind, shown as OrderId[]);
  const { pages, widthMm, warnings } = await pictureSlip(deps, composed.slip, printer.profile, PREVIEW_PAPERS);
  return {
    pages: pages.map((page) => Buffer.from(page.previewPng).toString('base64')),
    printerId: printer.id,
    widthMm,
    warnings: [...composed.warnings, ...warnings],
  };
}

/** Prints a slip and keeps that it did, for the day's totals. Throws ContractError 'printer-missing' or 'not-found'. */
export async function printSlip(
  deps: AppDeps,
  { kind, ids, printerId }: MethodInput<'slips.print'>,
): Promise<MethodOutput<'slips.print'>> {
  const printer = await slipPrinter(deps.store.read, kind, printerId as PrinterId | null);
  const { slip, orderIds, warnings } = await composeSlip(deps, kind, ids as OrderId[]);
  const drawn = await drawSlip(deps, slip, printer.profile);
  const outcome = await deps.transport.send(printer, drawn.payload, { title: `Chudan ${kind}`, isStatusAsked: true });
  await deps.store.write(async (tx) => {
    await tx.addSlipPrint({
      id: deps.ids.next(),
      kind,
      printerId: printer.id,
      orderIds,
      outcome: outcome.kind === 'confirmed' ? 'sent' : outcome.kind,
      atMs: deps.clock.nowMs(),
    });
  });
  deps.log.info('slip-printed', { kind, orderCount: orderIds.length, outcome: outcome.kind });
  deps.events.emit('printing.changed', { revision: await deps.store.read.revision() });
  return {
    outcome: outcome.kind,
    reason: reasonOf(outcome),
    printerId: printer.id,
    pageCount: drawn.pageCount,
    warnings: [...warnings, ...drawn.warnings],
  };
}

function reasonOf(outcome: TransportOutcome): string | null {
  return outcome.kind === 'not-sent' || outcome.kind === 'uncertain' ? outcome.reason : null;
}
