import type { OzonPosting, PostingCancellation } from '../posting.ts';
import { changeStatus } from './change-status.ts';

const packed = new Set([
  'awaiting_registration',
  'awaiting_deliver',
  'driver_pickup',
  'delivering',
  'arbitration',
  'client_arbitration',
]);

export function isPacked(posting: OzonPosting): boolean {
  return packed.has(posting.status);
}

/** Final for the platform as for the simulator: whatever was still going to happen does not. */
export function isFinal(posting: OzonPosting): boolean {
  return (
    posting.status === 'cancelled' ||
    posting.status === 'delivered' ||
    posting.status === 'cancelled_from_split_pending'
  );
}

/** Ends a posting; what was scheduled for it is dropped. */
export function cancelPosting(
  posting: OzonPosting,
  by: PostingCancellation['type'],
  reason: { id: string; title: string },
  nowMs: number,
): void {
  posting.cancellation = {
    reasonId: reason.id,
    reason: reason.title,
    type: by,
    afterShip: isPacked(posting),
    affectsRating: by === 'seller',
  };
  posting.script = [];
  posting.isShipping = false;
  posting.isChangingStatus = false;
  posting.effects.cancels += 1;
  changeStatus(posting, 'cancelled', 'posting_canceled', nowMs);
}
