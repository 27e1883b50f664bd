import type { AliOrder } from '../order.ts';
import { move } from '../rules/move.ts';
import { declareParcels } from '../rules/shipping.ts';
import type { AliTimings } from '../timings.ts';

const hour = 3_600_000;

/** How far a seeded order has come. */
export type Stage = 'unpaid' | 'risk' | 'to-ship' | 'shipped' | 'finished';

/** Moves a fresh order to its stage, each step at a time in the past, and lets it go on from there by itself. */
export function bringTo(stage: Stage, order: AliOrder, nowMs: number, timings: AliTimings): void {
  if (stage === 'unpaid') return;
  const paidAtMs = Math.min(order.createdAtMs + 5 * 60_000, nowMs);
  move(order, 'pay', paidAtMs, timings);
  if (stage === 'risk') return;
  move(order, 'passRisk', Math.min(paidAtMs + 24 * hour, nowMs), timings);
  if (stage === 'to-ship') return;
  const sentAtMs = Math.min(paidAtMs + 40 * hour, nowMs - hour);
  declareParcels(order, [wholeOrder(order)], sentAtMs, timings);
  if (stage === 'shipped') {
    // The demo's carriers are quick; this parcel set out long ago and is still on its way.
    order.timers['buyer-accepts'] = nowMs + 9 * timings.transitStepMs;
    return;
  }
  move(order, 'buyerAccepts', nowMs - 60 * hour, timings);
}

function wholeOrder(order: AliOrder): Parameters<typeof declareParcels>[1][number] {
  const serviceName = order.lines[0]?.logisticsType ?? 'CAINIAO_STANDARD';
  return {
    serviceName,
    logisticsNo: `UB${order.orderId.slice(-9)}YP`,
    sortId: null,
    sendType: 'all',
    trackingWebsite: '',
    actualCarrier: '',
    packageType: '',
    ioss: '',
  };
}
