import type { ResultCode } from '../answers/verdicts.ts';
import { isGone, livePieces, type Box } from '../box.ts';
import type { WorldStore } from '../store.ts';
import { openStopRequests } from './receipts.ts';

/** The box behind an id, as a seller's call may see it: an order that the API does not show yet is not there. */
export function findBox(
  store: WorldStore,
  shipmentBoxId: string,
  nowMs: number,
): { box: Box } | { refused: ResultCode } {
  if (store.world.otherVendorsBoxIds.includes(shipmentBoxId)) return { refused: 'PERMISSION_DENIED' };
  const box = store.box(shipmentBoxId);
  if (box === undefined || box.visibleAtMs > nowMs) return { refused: 'NOT_FOUND_SHIPMENT_BOX' };
  // What the platform ships itself is nothing for the seller to acknowledge or send.
  return box.shipmentType === 'THIRD_PARTY' ? { box } : { refused: 'PERMISSION_DENIED' };
}

/** Null when the parcel may leave, else what the buyer has against it. */
export function judgeCancels(store: WorldStore, box: Box): ResultCode | null {
  if (isGone(box)) return 'ORDER_DELIVERY_CANCELED';
  const isHeld = box.items.some((item) => item.holdCountForCancel > 0);
  if (!isHeld) return null;
  if (openStopRequests(store, box).length === 0) return 'ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL';
  const isWhole = box.items.every((item) => livePieces(item) - item.holdCountForCancel <= 0);
  return isWhole ? 'ORDER_DELIVERY_CANCELED' : 'ORDER_DELIVERY_PARTIAL_STOP_REQUESTED';
}
