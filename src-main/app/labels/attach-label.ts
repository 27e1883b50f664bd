import { ContractError } from '../../contract/errors.ts';
import type { MethodOutput } from '../../contract/index.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, LabelId, OrderId } from '../../core/shared/ids.ts';
import { trackingCandidates } from '../../core/shipment/tracking-candidates.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from '../orders/apply-command.ts';
import { checkContextFor, skusOf } from '../orders/check-context.ts';
import type { PreparedLabels } from '../printing/prepared-labels.ts';
import { LabelUnreadable, type FoundBarcode, type LabelDocument } from '../ports/printing.ts';

const MAX_BYTES = 25 * 1024 * 1024;

/**
 * Keeps a dropped label file on an order. The file is opened and its barcodes are read before anything is stored;
 * where exactly one of them can be a tracking number and the order wants one, it is assigned. Throws ContractError
 * 'not-found', 'label-unreadable' (with the reason) or 'file-too-large'.
 */
export async function attachLabel(
  deps: AppDeps,
  prepared: PreparedLabels,
  orderId: OrderId,
  fileName: string,
  bytes: Uint8Array,
): Promise<MethodOutput<'orders.attachLabel'>> {
  if (bytes.length > MAX_BYTES) throw new ContractError('file-too-large', { limitMb: 25 });
  const order = await deps.store.read.order(orderId);
  if (order === null) throw new ContractError('not-found');
  const document: LabelDocument = { kind: kindOf(bytes), bytes };
  const barcodes = await read(deps, document);
  const orderNumbers = [order.facts.remoteId, order.facts.remoteOrderNumber];
  const proposals = trackingCandidates(barcodes, { orderNumbers });
  const [only] = proposals;
  const wantsNumber =
    order.facts.steps.includes('push-tracking') && order.work.parcels.every((parcel) => parcel.trackingNumber === null);
  const assigned = wantsNumber && proposals.length === 1 && only !== undefined ? only : null;
  const labelId = await keep(deps, orderId, fileName, document, assigned);
  await prepare(deps, prepared, document);
  deps.events.emit('orders.changed', { ids: [orderId], revision: await deps.store.read.revision() });
  return { labelId, proposals: [...proposals], assigned };
}

function kindOf(bytes: Uint8Array): LabelDocument['kind'] {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('\x89PNG')) return 'png';
  throw new ContractError('label-unreadable', { reason: bytes.length === 0 ? 'empty' : 'not-pdf-or-png' });
}

async function read(deps: AppDeps, document: LabelDocument): Promise<readonly FoundBarcode[]> {
  try {
    return await deps.rasteriser.readBarcodes(document);
  } catch (error) {
    if (error instanceof LabelUnreadable) throw new ContractError('label-unreadable', { reason: error.reason });
    throw error;
  }
}

/** The label is made ready for the default printer at once, so that the key finds it ready. */
async function prepare(deps: AppDeps, prepared: PreparedLabels, document: LabelDocument): Promise<void> {
  const printers = await deps.store.read.printers();
  const printer = printers.find((candidate) => candidate.isDefault);
  if (printer === undefined) return;
  void prepared.pages({ sha256: deps.sha256(document.bytes), document }, printer.profile).catch(() => undefined);
}

async function keep(
  deps: AppDeps,
  orderId: OrderId,
  fileName: string,
  document: LabelDocument,
  trackingNumber: string | null,
): Promise<LabelId> {
  const labelId = deps.ids.next() as LabelId;
  const parcel = parcelId(orderId, 1);
  const run = {
    commandId: deps.ids.next() as CommandId,
    actor: 'seller',
    holdMs: deps.preferences.read().undoWindowMs,
  } as const;
  await deps.store.write(async (tx) => {
    const order = await tx.order(orderId);
    if (order === null) throw new ContractError('not-found');
    const context = await checkContextFor(tx, skusOf(order));
    const sha256 = deps.sha256(document.bytes);
    const createdAtMs = deps.clock.nowMs();
    await tx.saveLabel({
      id: labelId,
      orderId,
      parcelId: parcel,
      source: 'file',
      fileName,
      document,
      sha256,
      createdAtMs,
    });
    const attached = await applyCommand(
      deps,
      tx,
      order,
      { kind: 'attach-label', parcelId: parcel, labelId },
      run,
      context,
    );
    if (!attached.ok) throw new ContractError('refused', { code: attached.refusal });
    if (trackingNumber === null) return;
    const command = { kind: 'assign-tracking', parcelId: parcel, trackingNumber, carrier: null } as const;
    await applyCommand(deps, tx, attached.order, command, run, context);
  });
  return labelId;
}
