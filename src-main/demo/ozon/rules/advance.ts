import type { OzonPosting, ScheduledChange } from '../posting.ts';
import type { WorldStore } from '../store.ts';
import type { OzonTimings } from '../timings.ts';
import { cancelPosting, isFinal } from './cancelling.ts';
import { changeStatus } from './change-status.ts';
import { finishShipping } from './shipping.ts';

/** Lets everything happen that is due by `nowMs`, each thing at its own time. True when anything did. */
export function advance(store: WorldStore, nowMs: number, timings: OzonTimings): boolean {
  let hasChanged = approveOverdueRequests(store, nowMs);
  // A loop by index: postings that split off while we walk are walked too.
  for (let index = 0; index < store.world.postings.length; index += 1) {
    const posting = store.world.postings[index];
    if (posting !== undefined && advancePosting(store, posting, nowMs, timings)) hasChanged = true;
  }
  return hasChanged;
}

function advancePosting(store: WorldStore, posting: OzonPosting, nowMs: number, timings: OzonTimings): boolean {
  let hasChanged = false;
  for (let next = posting.script[0]; next !== undefined && next.atMs <= nowMs; next = posting.script[0]) {
    posting.script = posting.script.slice(1);
    applyChange(store, posting, next, timings);
    hasChanged = true;
  }
  return hasChanged;
}

function applyChange(store: WorldStore, posting: OzonPosting, change: ScheduledChange, timings: OzonTimings): void {
  if (change.shipped !== undefined) finishShipping(store, posting, change.shipped.parts, change.atMs, timings);
  if (change.trackingNumber !== undefined) posting.trackingNumber = change.trackingNumber;
  if (change.labelReadyAtMs !== undefined) posting.labelReadyAtMs = change.labelReadyAtMs;
  if (change.endsStatusChange === true) posting.isChangingStatus = false;
  if (change.status !== undefined) {
    changeStatus(posting, change.status, change.substatus ?? posting.substatus, change.atMs);
  }
}

/** After `auto_approve_date` the platform takes silence for a yes. */
function approveOverdueRequests(store: WorldStore, nowMs: number): boolean {
  const overdue = store.world.cancellationRequests.filter(
    (request) => request.state === 'ON_APPROVAL' && request.autoApproveAtMs <= nowMs,
  );
  for (const request of overdue) {
    request.state = 'APPROVED';
    request.answeredAtMs = request.autoApproveAtMs;
    const posting = store.find(request.postingNumber);
    if (posting === undefined || isFinal(posting)) continue;
    cancelPosting(posting, 'customer', { id: request.reasonId, title: request.reasonName }, request.autoApproveAtMs);
  }
  return overdue.length > 0;
}
