import { ContractError } from '../../contract/errors.ts';
import type { MethodOutput } from '../../contract/index.ts';
import { kindOfLabel } from '../../core/label/label-kind.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, LabelId, OrderId } from '../../core/shared/ids.ts';
import { trackingCandidates } from '../../core/shipment/tracking-candidates.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from '../orders/apply-command.ts';
import { checkContextFor, skusOf } from '../orders/check-context.ts';
import { LabelUnreadable, type FoundBarcode, type LabelDocument } from '../ports/printing.ts';
import type { LabelRow } from '../ports/store-printing.ts';
import type { PreparedLabels } from '../printing/prepared-labels.ts';
import { ReadyLabels } from '../printing/ready-labels.ts';

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
  const label = await keep(deps, orderId, fileName, document, assigned);
  // Made ready at once, so that the key finds it so.
  void new ReadyLabels(deps, prepared).prefetch(order, label).catch(() => undefined);
  deps.events.emit('orders.changed', { ids: [orderId], revision: await deps.store.read.revision() });
  return { labelId: label.id, proposals: [...proposals], assigned };
}

function kindOf(bytes: Uint8Array): LabelDocument['kind'] {
  const kind = kindOfLabel(bytes);
  if (kind === null)
    throw new ContractError('label-unreadable', { reason: bytes.length === 0 ? 'empty' : 'unknown-kind' });
  return kind;
}

async function read(deps: AppDeps, document: LabelDocument): Promise<readonly FoundBarcode[]> {
  try {
    return await deps.rasteriser.readBarcodes(document);
  } catch (error) {
    if (error instanceof LabelUnreadable) throw new ContractError('label-unreadable', { reason: error.reason });
    throw error;
  }
}

async function keep(
  deps: AppDeps,
  orderId: OrderId,
  fileName: string,
  document: LabelDocument,
  trackingNumber: string | null,
): Promise<LabelRow> {
  const parcel = parcelId(orderId, 1);
  const row: LabelRow = {
    id: deps.ids.next() as LabelId,
    orderId,
    parcelId: parcel,
    source: 'file',
    fileName,
    document,
    sha256: deps.sha256(document.bytes),
    createdAtMs: deps.clock.nowMs(),
  };
  const run = {
    commandId: deps.ids.next() as CommandId,
    actor: 'seller',
    holdMs: deps.preferences.read().undoWindowMs,
  } as const;
  await deps.store.write(async (tx) => {
    const order = await tx.order(orderId);
    if (order === null) throw new ContractError('not-found');
    const context = await checkContextFor(tx, skusOf(order));
    await tx.saveLabel(row);
    const attach = { kind: 'attach-label', parcelId: parcel, labelId: row.id } as const;
    const attached = await applyCommand(deps, tx, order, attach, run, context);
    if (!attached.ok) throw new ContractError('refused', { code: attached.refusal });
    if (trackingNumber === null) return;
    const command = { kind: 'assign-tracking', parcelId: parcel, trackingNumber, carrier: null, items: null } as const;
    await applyCommand(deps, tx, attached.order, command, run, context);
  });
  return row;
}
