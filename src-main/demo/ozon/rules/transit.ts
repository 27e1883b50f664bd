import type { OzonPosting, ScheduledChange } from '../posting.ts';
import type { OzonTimings } from '../timings.ts';
import { schedule } from './script.ts';

/** The carrier takes a parcel that Ozon follows, at `atMs`; everything after that arrives by itself. */
export function scheduleHandOver(posting: OzonPosting, atMs: number, timings: OzonTimings): void {
  if (posting.script.some((change) => change.status === 'delivering')) return;
  schedule(
    posting,
    { atMs, status: 'delivering', substatus: 'posting_transferred_to_courier_service' },
    ...transitAfter(atMs, timings),
  );
}

/** From the carrier's hands to the buyer's. */
export function transitAfter(handedOverAtMs: number, timings: OzonTimings): ScheduledChange[] {
  const step = timings.transitStepMs;
  return [
    { atMs: handedOverAtMs + step, status: 'delivering', substatus: 'posting_on_way_to_city' },
    { atMs: handedOverAtMs + 2 * step, status: 'delivering', substatus: 'posting_on_way_to_pickup_point' },
    { atMs: handedOverAtMs + 3 * step, status: 'delivering', substatus: 'posting_in_pickup_point' },
    { atMs: handedOverAtMs + 4 * step, status: 'delivered', substatus: 'posting_received' },
  ];
}
