import type { Box, BoxStatus } from '../box.ts';
import type { CoupangTimings } from '../timings.ts';

/** Moves a box and remembers it. */
export function moveBox(box: Box, status: BoxStatus, atMs: number): void {
  box.status = status;
  box.history.push({ status, atMs });
  if (status === 'INSTRUCT') box.isAcknowledging = false;
  if (status === 'DELIVERING') box.inTransitAtMs = atMs;
  if (status === 'FINAL_DELIVERY') box.deliveredAtMs = atMs;
}

/** The seller's call is taken: at once, or when the platform has caught up with itself. */
export function acknowledgeBox(box: Box, nowMs: number, lagMs: number): void {
  box.effects.acknowledgements += 1;
  if (lagMs <= 0) {
    moveBox(box, 'INSTRUCT', nowMs);
    return;
  }
  box.isAcknowledging = true;
  box.script = [{ atMs: nowMs + lagMs, status: 'INSTRUCT' }];
}

/**
 * A number is stored: the box departs, and the carrier's scans do the rest. `DIRECT` has no scans, so that nobody can follow it
 * (coupang.md section 7); that such a box shows NONE_TRACKING at once is this simulator's reading.
 */
export function departBox(
  box: Box,
  invoice: { carrierCode: string; invoiceNumber: string },
  nowMs: number,
  timings: CoupangTimings,
): void {
  box.carrierCode = invoice.carrierCode;
  box.invoiceNumber = invoice.invoiceNumber;
  box.inTransitAtMs = null;
  box.deliveredAtMs = null;
  for (const item of box.items) item.invoiceUploadedAtMs = nowMs;
  if (invoice.carrierCode === 'DIRECT') {
    box.script = [];
    moveBox(box, 'NONE_TRACKING', nowMs);
    return;
  }
  moveBox(box, 'DEPARTURE', nowMs);
  const scanAtMs = nowMs + timings.firstScanDelayMs;
  box.script = [
    { atMs: scanAtMs, status: 'DELIVERING' },
    { atMs: scanAtMs + timings.deliveryDelayMs, status: 'FINAL_DELIVERY' },
  ];
}
