import { parcelId } from '../../core/order/parcel-id.ts';
import type { LabelId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { LabelDocument } from '../ports/printing.ts';
import type { LabelRow } from '../ports/store-printing.ts';

/** Keeps a label that the platform made for an order's first parcel. */
export async function keepPlatformLabel(
  deps: Pick<AppDeps, 'clock' | 'ids' | 'sha256' | 'store'>,
  orderId: OrderId,
  document: LabelDocument,
): Promise<LabelRow> {
  const label: LabelRow = {
    id: deps.ids.next() as LabelId,
    orderId,
    parcelId: parcelId(orderId, 1),
    source: 'platform',
    fileName: null,
    document,
    sha256: deps.sha256(document.bytes),
    createdAtMs: deps.clock.nowMs(),
  };
  await deps.store.write((tx) => tx.saveLabel(label));
  return label;
}
