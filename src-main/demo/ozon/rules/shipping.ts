import type { OzonPosting } from '../posting.ts';
import type { WorldStore } from '../store.ts';
import type { OzonTimings } from '../timings.ts';
import { changeStatus } from './change-status.ts';
import { childPosting, linesWithout } from './postings-of-order.ts';
import { schedule } from './script.ts';

export type ShippedParts = { postingNumber: string; lines: OzonPosting['lines'] }[];

/** A ship call was accepted: nothing shows yet but `ship_async_in_process`. */
export function beginShipping(posting: OzonPosting, parts: ShippedParts, nowMs: number, timings: OzonTimings): void {
  posting.isShipping = true;
  posting.effects.shipCalls += 1;
  schedule(posting, { atMs: nowMs + timings.shipDelayMs, shipped: { parts } });
}

/** The ship call comes true, or fails if it was told to. */
export function finishShipping(
  store: WorldStore,
  posting: OzonPosting,
  parts: ShippedParts,
  atMs: number,
  timings: OzonTimings,
): void {
  posting.isShipping = false;
  if (posting.failsNextShip) {
    posting.failsNextShip = false;
    changeStatus(posting, 'awaiting_packaging', 'ship_failed', atMs);
    return;
  }
  const children = parts.map((part) => childPosting(posting, part.postingNumber, part.lines));
  posting.lines = linesWithout(posting.lines, countBySku(parts.flatMap((part) => part.lines)));
  for (const child of children) store.add(child);
  for (const packed of [posting, ...children]) becomePacked(packed, atMs, timings);
}

function becomePacked(posting: OzonPosting, atMs: number, timings: OzonTimings): void {
  if (posting.integration !== 'aggregator') {
    changeStatus(posting, 'awaiting_deliver', packedSubstatus(posting), atMs);
    if (posting.integration === 'ozon') posting.trackingNumber = platformTracking(posting);
    posting.labelReadyAtMs = atMs + timings.labelReadyDelayMs;
    return;
  }
  const registeredAtMs = atMs + timings.registrationDelayMs;
  changeStatus(posting, 'awaiting_registration', 'posting_awaiting_registration', atMs);
  schedule(posting, {
    atMs: registeredAtMs,
    status: 'awaiting_deliver',
    substatus: 'posting_registered',
    trackingNumber: platformTracking(posting),
    labelReadyAtMs: registeredAtMs + timings.labelReadyDelayMs,
  });
}

function packedSubstatus(posting: OzonPosting): string {
  return posting.integration === 'ozon' ? 'posting_not_in_carriage' : 'posting_transferring_to_delivery';
}

/** Ozon and its aggregators hand out the number themselves. */
export function platformTracking(posting: OzonPosting): string {
  const digits = posting.postingNumber.replaceAll('-', '');
  return posting.integration === 'ozon' ? posting.postingNumber : `CEL${digits.slice(-13)}RU`;
}

export function countBySku(lines: readonly { sku: string; quantity: number }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line.sku, (counts.get(line.sku) ?? 0) + line.quantity);
  return counts;
}
