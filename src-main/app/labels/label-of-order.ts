import type { Order } from '../../core/order/order.ts';
import type { Reads } from '../ports/store.ts';
import type { LabelRow } from '../ports/store-printing.ts';

/**
 * The rule for the label's source: the one that the seller put on the order, her own file or one we drew, else the
 * platform's own label once fetched.
 */
export async function labelOfOrder(reads: Reads, order: Order): Promise<LabelRow | null> {
  const attached = order.work.parcels.find((parcel) => parcel.labelId !== null)?.labelId ?? null;
  if (attached !== null) return reads.label(attached);
  const latest = await reads.latestLabel(order.id);
  return latest?.source === 'platform' ? latest : null;
}
