import type { Box } from '../box.ts';
import { acknowledgeBox, departBox, moveBox } from '../rules/box-life.ts';
import { storeNumber } from '../rules/invoice-entry.ts';
import type { WorldStore } from '../store.ts';
import type { CoupangTimings } from '../timings.ts';

const hour = 3_600_000;

/** How far a seeded box has come. */
export type Stage = 'paid' | 'preparing' | 'departed' | 'on-its-way' | 'delivered' | 'sent-by-hand';

/** Moves a fresh box to its stage, as the seller's calls and the carrier's scans would have, and lets it go on from there. */
export function bringTo(stage: Stage, store: WorldStore, box: Box, nowMs: number, timings: CoupangTimings): void {
  if (stage === 'paid') return;
  acknowledgeBox(box, Math.min(box.orderedAtMs + 2 * hour, nowMs), 0);
  if (stage === 'preparing') return;
  const carrierCode = stage === 'sent-by-hand' ? 'DIRECT' : 'CJGLS';
  const invoiceNumber = `6804${box.shipmentBoxId.slice(-8)}`;
  const sentAtMs = Math.min(box.orderedAtMs + 6 * hour, nowMs);
  departBox(box, { carrierCode, invoiceNumber }, sentAtMs, timings);
  storeNumber(store, box, sentAtMs);
  box.effects.invoices.push(`${carrierCode} ${invoiceNumber}`);
  if (stage === 'departed') {
    // It was handed over only now: nobody has scanned it.
    box.script = box.script.map((change) => ({ ...change, atMs: Math.max(change.atMs, nowMs + hour / 2) }));
  } else if (stage === 'on-its-way') {
    moveBox(box, 'DELIVERING', Math.min(sentAtMs + 8 * hour, nowMs));
    box.script = [{ atMs: nowMs + timings.deliveryDelayMs, status: 'FINAL_DELIVERY' }];
  } else if (stage === 'delivered') {
    moveBox(box, 'DELIVERING', Math.min(sentAtMs + 8 * hour, nowMs));
    moveBox(box, 'FINAL_DELIVERY', Math.min(sentAtMs + 30 * hour, nowMs));
    box.script = [];
  }
}
