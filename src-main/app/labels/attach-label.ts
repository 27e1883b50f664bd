import { ContractError } from '../../contract/errors.ts';
import type { MethodOutput } from '../../contract/index.ts';
import { kindOfLabel } from '../../core/label/label-kind.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { trackingCandidates } from '../../core/shipment/tracking-candidates.ts';
import type { AppDeps } from '../deps.ts';
import { leadOf } from '../orders/together.ts';
import { LabelUnreadable, type FoundBarcode, type LabelDocument } from '../ports/printing.ts';
import type { PreparedLabels } from '../printing/prepared-labels.ts';
import { ReadyLabels } from '../printing/ready-labels.ts';
import { keepLabel } from './keep-label.ts';

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
  const asked = await deps.store.read.order(orderId);
  if (asked === null) throw new ContractError('not-found');
  // The label is the parcel's, whichever of its orders the file was dropped on.
  const order = await leadOf(deps.store.read, asked);
  const document: LabelDocument = { kind: kindOf(bytes), bytes };
  const barcodes = await read(deps, document);
  const orderNumbers = [order.facts.remoteId, order.facts.remoteOrderNumber];
  const proposals = trackingCandidates(barcodes, { orderNumbers });
  const [only] = proposals;
  const wantsNumber =
    order.facts.steps.includes('push-tracking') && order.work.parcels.every((parcel) => parcel.trackingNumber === null);
  const assigned = wantsNumber && proposals.length === 1 && only !== undefined ? only : null;
  const number = assigned === null ? null : { trackingNumber: assigned, carrier: null };
  const { label, outcome } = await keepLabel(deps, order.id, { source: 'file', fileName, document, number });
  // Made ready at once, so that the key finds it so.
  void new ReadyLabels(deps, prepared).prefetch(order, label).catch(() => undefined);
  return { labelId: label.id, proposals: [...proposals], assigned, outcome };
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
