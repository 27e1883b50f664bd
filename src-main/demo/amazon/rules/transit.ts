import type { AmazonOrder } from '../order.ts';
import type { AmazonTimings } from '../timings.ts';
import { schedule } from './script.ts';

/** The carrier takes the parcel, carries it and hands it over. */
export function scheduleTransit(order: AmazonOrder, referenceId: string, nowMs: number, timings: AmazonTimings): void {
  const scannedMs = nowMs + timings.confirmDelayMs + timings.pickupDelayMs;
  schedule(
    order,
    { atMs: scannedMs, moves: { referenceId, status: 'IN_TRANSIT', detailedStatus: 'PICKED_UP' } },
    {
      atMs: scannedMs + timings.transitStepMs,
      moves: { referenceId, status: 'IN_TRANSIT', detailedStatus: 'OUT_FOR_DELIVERY' },
    },
    {
      atMs: scannedMs + 2 * timings.transitStepMs,
      moves: { referenceId, status: 'DELIVERED', detailedStatus: 'DELIVERED' },
    },
  );
}

/** A label that was given back goes nowhere. */
export function stopTransit(order: AmazonOrder, referenceId: string): void {
  order.script = order.script.filter((change) => change.moves?.referenceId !== referenceId);
}
