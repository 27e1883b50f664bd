import type { AmazonOrder, PackageFacts, PackageStatus } from '../order.ts';
import { scheduleTransit } from '../rules/transit.ts';
import type { AmazonTimings } from '../timings.ts';

const hour = 3_600_000;

/** How far a seeded order has come. */
export type Stage = 'to-ship' | 'shipped' | 'on-its-way' | 'delivered';

/** Moves a fresh order to its stage, as its calls would have, and lets it go on from there by itself. */
export function bringTo(stage: Stage, order: AmazonOrder, nowMs: number, timings: AmazonTimings): void {
  if (stage === 'to-ship') return;
  const acceptedAtMs = stage === 'delivered' ? order.shipByWindow.latestMs - 5 * hour : nowMs - 2 * hour;
  const facts: PackageFacts = {
    carrierCode: 'Other',
    carrierName: 'YunExpress',
    shippingMethod: 'Standard',
    trackingNumber: `YT26${order.orderId.replaceAll('-', '').slice(3)}`,
    shipDateMs: acceptedAtMs,
    items: order.lines.map(({ orderItemId, quantity }) => ({ orderItemId, quantity, transparencyCodes: [] })),
  };
  const [status, detailedStatus] = words[stage];
  order.packages = [
    {
      referenceId: '1',
      acceptedAtMs,
      via: 'api',
      facts,
      shown: facts,
      status,
      detailedStatus,
      deliveredAtMs: stage === 'delivered' ? acceptedAtMs + 7 * 24 * hour : null,
    },
  ];
  order.effects.confirmations = [
    { atMs: acceptedAtMs, referenceId: '1', trackingNumber: facts.trackingNumber, via: 'api' },
  ];
  order.updatedAtMs = stage === 'delivered' ? acceptedAtMs + 7 * 24 * hour : acceptedAtMs;
  if (stage === 'shipped') scheduleTransit(order, '1', nowMs, timings);
  if (stage === 'on-its-way') {
    order.script = [
      {
        atMs: nowMs + timings.transitStepMs,
        moves: { referenceId: '1', status: 'DELIVERED', detailedStatus: 'DELIVERED' },
      },
    ];
  }
}

const words: Record<Exclude<Stage, 'to-ship'>, readonly [PackageStatus, string]> = {
  shipped: ['PENDING', ''],
  'on-its-way': ['IN_TRANSIT', 'PICKED_UP'],
  delivered: ['DELIVERED', 'DELIVERED'],
};
