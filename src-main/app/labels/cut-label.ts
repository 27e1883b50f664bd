import { ContractError } from '../../contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { LabelUnreadable } from '../ports/printing.ts';
import type { LabelRow, PrinterRow } from '../ports/store-printing.ts';
import { printerForLabel } from '../printing/printer-of-role.ts';
import { fitKeyOf, fitOfLabel, looksOf } from './fit-of-label.ts';
import { labelOfOrder } from './label-of-order.ts';

type Deps = Pick<AppDeps, 'store' | 'rasteriser'>;

/** The label of an order as it came, with the cut in force. Throws ContractError 'not-found' or 'label-unreadable'. */
export async function labelSource(deps: Deps, orderId: string): Promise<MethodOutput<'labels.source'>> {
  const { order, label } = await labelled(deps, orderId);
  return readable(async () => {
    const pages = await deps.rasteriser.sourcePages(label.document);
    return {
      pages: pages.map(({ png, widthMm, heightMm }) => ({ png: base64(png), widthMm, heightMm })),
      fit: await fitOfLabel(deps, order, label),
      remembersFor: await looksOf(deps, order),
    };
  });
}

/** What would come out with a cut; nothing is kept. Throws ContractError, also 'printer-missing'. */
export async function previewCut(
  deps: Deps,
  { orderId, printerId, fit }: MethodInput<'labels.preview'>,
): Promise<MethodOutput<'labels.preview'>> {
  const { label } = await labelled(deps, orderId);
  const { profile } = printerFor(await deps.store.read.printers(), label, printerId);
  const pages = await readable(() => deps.rasteriser.rasterise(label.document, profile, { fit }));
  return {
    pages: pages.map(({ previewPng, warnings }) => ({ png: base64(previewPng), warnings: [...warnings] })),
    widthMm: profile.mediaWidthMm,
    heightMm: profile.mediaHeightMm,
  };
}

/** Keeps a cut for all labels that look like this order's, or forgets it. Throws ContractError. */
export async function saveCut(
  deps: Deps & Pick<AppDeps, 'events'>,
  { orderId, fit }: MethodInput<'labels.saveFit'>,
): Promise<void> {
  const { order, label } = await labelled(deps, orderId);
  // Of a waybill there is nothing to cut: the print client draws it.
  if (label.document.kind === 'cainiao') throw new ContractError('label-unreadable', { reason: 'drawn-by-client' });
  const key = await readable(() => fitKeyOf(deps, order, label));
  await deps.store.write((tx) => (fit === null ? tx.removeLabelFit(key) : tx.saveLabelFit({ key, fit })));
  deps.events.emit('printing.changed', { revision: await deps.store.read.revision() });
}

async function labelled(
  { store }: Deps,
  orderId: string,
): Promise<{ readonly order: Order; readonly label: LabelRow }> {
  const order = await store.read.order(orderId as OrderId);
  const label = order === null ? null : await labelOfOrder(store.read, order);
  if (order === null || label === null) throw new ContractError('not-found');
  return { order, label };
}

function printerFor(printers: readonly PrinterRow[], { document }: LabelRow, id: string | null): PrinterRow {
  const printer = id === null ? printerForLabel(printers, document.kind) : printers.find((one) => one.id === id);
  if (printer === undefined || printer === null) throw new ContractError('printer-missing');
  return printer;
}

async function readable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LabelUnreadable) throw new ContractError('label-unreadable', { reason: error.reason });
    throw error;
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
