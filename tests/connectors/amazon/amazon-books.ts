import type { AfterSaleKind } from '../../../src-main/core/case/after-sale.ts';
import type { RemoteStage } from '../../../src-main/core/order/facts.ts';
import {
  buyerAsksToCancel,
  cancelByBuyer,
  giveFeedback,
  returnByBuyer,
  takeMoneyBack,
} from '../../../src-main/demo/amazon/happenings.ts';
import type { OrderWish } from '../../../src-main/demo/amazon/day/make-order.ts';
import type { AmazonOrder } from '../../../src-main/demo/amazon/order.ts';
import { statusOf } from '../../../src-main/demo/amazon/rules/order-status.ts';
import type { AmazonSimulator } from '../../../src-main/demo/amazon/simulator.ts';
import type { MoneyEvent } from '../../../src-main/demo/amazon/world.ts';
import type { BookedCase, BookedOrder } from '../connector-bench.ts';

const HOUR_MS = 3_600_000;

/** The statuses of the order operations in our words, written down a second time on purpose. */
const STAGES: Readonly<Record<string, RemoteStage>> = {
  PENDING_AVAILABILITY: 'not-ready',
  PENDING: 'not-ready',
  UNSHIPPED: 'to-confirm',
  PARTIALLY_SHIPPED: 'to-hand-over',
  SHIPPED: 'declared',
  CANCELLED: 'cancelled',
};

/** What the seller ships herself; Amazon's own orders are not asked for. */
export const isListed = (order: AmazonOrder): boolean => order.region === 'NA' && order.fulfilledBy === 'MERCHANT';

export function bookedOrder(order: AmazonOrder): BookedOrder {
  const { orderId, createdAtMs, shipByWindow, packages } = order;
  const stage = STAGES[statusOf(order)] ?? 'unknown';
  return {
    remoteId: orderId,
    stage: stage === 'declared' ? shippedStage(packages) : stage,
    placedAtMs: createdAtMs,
    shipByMs: Math.floor(shipByWindow.latestMs / 1_000) * 1_000,
  };
}

function shippedStage(packages: AmazonOrder['packages']): RemoteStage {
  if (packages.every(({ status }) => status === 'DELIVERED')) return 'delivered';
  return packages.some(({ status }) => status === 'IN_TRANSIT' || status === 'DELIVERED') ? 'in-transit' : 'declared';
}

export const secretsOf = ({ buyer, address }: AmazonOrder): string[] =>
  [buyer.name, buyer.email, address.name, address.phone, ...address.lines].filter((secret) => secret.length > 4);

/** Low chance: the buyer cancels. High: the deadline moves, which moves no status. */
export function disturb(simulator: AmazonSimulator, orderId: string, chance: number): void {
  simulator.happen((store, nowMs) => {
    const order = store.orderInBooks(orderId);
    if (chance > 0.9) {
      order.shipByWindow.latestMs += HOUR_MS;
      order.updatedAtMs = nowMs;
    } else if (chance < 0.4 && order.stage !== 'CANCELLED' && order.packages.length === 0) {
      cancelByBuyer(store, orderId, nowMs);
    }
  });
}

const MONEY: readonly MoneyEvent['kind'][] = ['Refund', 'GuaranteeClaim', 'Chargeback'];

/** A new case of a kind that the chance picks, or a cancellation that was asked for long enough ago happens. */
export function disturbCases(
  simulator: AmazonSimulator,
  add: (wish?: Partial<OrderWish>) => AmazonOrder,
  chance: number,
): void {
  const shipped = simulator.world().orders.filter((order) => isListed(order) && order.packages.length > 0);
  const one = shipped[Math.floor(chance * 1_000) % shipped.length];
  if (one === undefined) throw new Error('nothing was shipped');
  simulator.happen((store, nowMs) => {
    if (chance < 0.3) buyerAsksToCancel(store, add().orderId, 'NO_LONGER_NEEDED', nowMs);
    else if (chance < 0.5) cancelLongAsked(simulator, nowMs);
    else if (chance < 0.65) returnByBuyer(store, one.orderId, 'DEFECTIVE', nowMs);
    else if (chance < 0.8) giveFeedback(store, one.orderId, { rating: 2, comments: 'late' }, nowMs);
    else takeMoneyBack(store, one.orderId, MONEY[Math.floor(chance * 100) % 3]!, 500, nowMs);
  });
}

function cancelLongAsked(simulator: AmazonSimulator, nowMs: number): void {
  const asked = simulator.world().orders.find((order) => isOpenRequest(order) && order.updatedAtMs < nowMs - HOUR_MS);
  if (asked !== undefined) simulator.happen((store) => cancelByBuyer(store, asked.orderId, nowMs));
}

const isOpenRequest = (order: AmazonOrder): boolean =>
  isListed(order) && order.stage === 'OPEN' && order.lines.some((line) => line.cancellationRequest !== null);

const MONEY_KINDS: Readonly<Record<string, AfterSaleKind>> = {
  Refund: 'refund',
  GuaranteeClaim: 'claim',
  Chargeback: 'chargeback',
};

export function bookedCases(simulator: AmazonSimulator): BookedCase[] {
  const world = simulator.world();
  const asked = world.orders.filter((order) => isListed(order) && order.lines.some((line) => line.cancellationRequest));
  // One review an order: the newest is what the platform shows.
  const reviews = new Set(world.feedback.map(({ orderId }) => orderId));
  return [
    ...asked.map((order): BookedCase => ({
      kind: 'cancel-request',
      remoteId: order.orderId,
      stage: order.stage === 'CANCELLED' ? 'closed' : 'wait-seller',
    })),
    ...world.returns.map(({ rmaId }): BookedCase => ({ kind: 'return', remoteId: rmaId, stage: 'wait-seller' })),
    ...[...reviews].map((orderId): BookedCase => ({ kind: 'review', remoteId: orderId, stage: 'wait-seller' })),
    ...world.moneyEvents.flatMap(({ kind, eventId }): BookedCase[] => {
      const ours = MONEY_KINDS[kind];
      return ours === undefined ? [] : [{ kind: ours, remoteId: eventId, stage: 'closed' }];
    }),
  ];
}
