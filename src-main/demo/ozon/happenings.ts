import type { WorldStore } from './store.ts';
import { cancelPosting, isFinal } from './rules/cancelling.ts';
import { scheduleHandOver } from './rules/transit.ts';
import type { OzonTimings } from './timings.ts';

/** What happens to postings without the seller: the buyer, the carrier and the platform's own people. */

const buyerReason = { id: '505', title: 'Покупатель отменил заказ' };
const day = 86_400_000;

export function cancelByBuyer(store: WorldStore, postingNumber: string, nowMs: number): void {
  const posting = store.posting(postingNumber);
  if (isFinal(posting)) throw new Error(`posting ${postingNumber} is over already: ${posting.status}`);
  cancelPosting(posting, 'customer', buyerReason, nowMs);
}

/** The id of the new request. */
export function askToCancel(store: WorldStore, postingNumber: string, message: string, nowMs: number): string {
  const posting = store.posting(postingNumber);
  if (posting.customer === null)
    throw new Error(`posting ${postingNumber} is not rFBS: its buyer cancels without asking`);
  const cancellationId = store.newId();
  store.world.cancellationRequests.push({
    cancellationId,
    postingNumber,
    reasonId: buyerReason.id,
    reasonName: buyerReason.title,
    message,
    state: 'ON_APPROVAL',
    requestedAtMs: nowMs,
    autoApproveAtMs: nowMs + 2 * day,
    answeredAtMs: null,
    answerComment: '',
  });
  return cancellationId;
}

/** The deadline may move after the order came in; the original one stays readable beside it. */
export function changeShipmentDate(store: WorldStore, postingNumber: string, shipmentDateMs: number): void {
  store.posting(postingNumber).shipmentDateMs = shipmentDateMs;
}

export function failNextShip(store: WorldStore, postingNumber: string): void {
  store.posting(postingNumber).failsNextShip = true;
}

export function handOver(store: WorldStore, postingNumber: string, nowMs: number, timings: OzonTimings): void {
  const posting = store.posting(postingNumber);
  if (posting.status !== 'awaiting_deliver')
    throw new Error(`posting ${postingNumber} is not packed: ${posting.status}`);
  scheduleHandOver(posting, nowMs, timings);
}
