import type { AmazonOrder, ScheduledChange } from '../order.ts';
import type { AmazonStore } from '../store.ts';
import { addBusinessDays } from './business-days.ts';
import { askToCancel, canBeCancelled, cancelOrder } from './cancelling.ts';
import { moveMoney, orderTotalMinor } from './money-events.ts';
import { statusOf } from './order-status.ts';
import { requestReturn } from './returning.ts';

/** Not confirmed so long after its ship-by date, an order is cancelled by the platform (seller help, 2020 notice). */
const autoCancelBusinessDays = 7;

export interface Advanced {
  hasChanged: boolean;
  /** Until then nothing happens by itself, as long as nobody changes anything. */
  nextDueMs: number;
}

/** Lets everything happen to orders and labels that is due by `nowMs`, each thing at its own time. */
export function advance(store: AmazonStore, nowMs: number): Advanced {
  const refunds = decideRefunds(store, nowMs);
  let { hasChanged, nextDueMs } = refunds;
  for (const order of store.world.orders) {
    for (let next = order.script[0]; next !== undefined && next.atMs <= nowMs; next = order.script[0]) {
      order.script = order.script.slice(1);
      applyChange(store, order, next);
      hasChanged = true;
    }
    const overdueMs = overdueAtMs(order, nowMs);
    if (overdueMs <= nowMs) {
      cancelOrder(order, 'AMAZON', 'NOT_CONFIRMED_IN_TIME', overdueMs);
      hasChanged = true;
    } else nextDueMs = Math.min(nextDueMs, overdueMs, order.script[0]?.atMs ?? Number.POSITIVE_INFINITY);
  }
  return { hasChanged, nextDueMs };
}

/** When the platform cancels an order that nobody confirms; long before, an earlier time that is cheaper to know. */
function overdueAtMs(order: AmazonOrder, nowMs: number): number {
  if (order.stage !== 'OPEN' || order.packages.length > 0 || order.fulfilledBy !== 'MERCHANT') {
    return Number.POSITIVE_INFINITY;
  }
  const soonestMs = order.shipByWindow.latestMs + autoCancelBusinessDays * 86_400_000;
  return nowMs < soonestMs ? soonestMs : addBusinessDays(order.shipByWindow.latestMs, autoCancelBusinessDays);
}

function applyChange(store: AmazonStore, order: AmazonOrder, change: ScheduledChange): void {
  if (change.pays === true) pay(order, change.atMs);
  if (change.reveals !== undefined) reveal(store, order, change.reveals, change.atMs);
  if (change.moves !== undefined) move(order, change.moves, change.atMs);
  // What a buyer had planned may have become impossible in the meantime.
  if (change.buyerAsksToCancel !== undefined && order.stage === 'OPEN' && canBeCancelled(order)) {
    askToCancel(order, change.buyerAsksToCancel, change.atMs);
  }
  if (change.returns !== undefined && order.packages.length > 0) {
    requestReturn(store, order, change.returns, change.atMs);
  }
  if (change.cancels !== undefined && canBeCancelled(order)) {
    cancelOrder(order, change.cancels.by, change.cancels.reason, change.atMs);
  }
}

/** The payment is authorised: the order can be shipped. */
export function pay(order: AmazonOrder, nowMs: number): void {
  if (order.stage !== 'PENDING' && order.stage !== 'PENDING_AVAILABILITY') return;
  order.stage = 'OPEN';
  order.updatedAtMs = nowMs;
}

function reveal(store: AmazonStore, order: AmazonOrder, referenceId: string, atMs: number): void {
  const parcel = order.packages.find((candidate) => candidate.referenceId === referenceId);
  if (parcel === undefined) return;
  const before = statusOf(order);
  parcel.shown = parcel.facts;
  order.updatedAtMs = atMs;
  if (before !== 'SHIPPED' && statusOf(order) === 'SHIPPED') {
    moveMoney(store, order, { kind: 'Shipment', amountMinor: Math.round(orderTotalMinor(order) * 0.85), atMs });
  }
}

function move(order: AmazonOrder, moves: NonNullable<ScheduledChange['moves']>, atMs: number): void {
  const parcel = order.packages.find((candidate) => candidate.referenceId === moves.referenceId);
  if (parcel === undefined) return;
  parcel.status = moves.status;
  parcel.detailedStatus = moves.detailedStatus;
  if (moves.status === 'DELIVERED') parcel.deliveredAtMs = atMs;
  order.updatedAtMs = atMs;
}

/** Label refunds are decided in their own time: given when the carrier never saw the parcel. */
function decideRefunds(store: AmazonStore, nowMs: number): Advanced {
  const waiting = store.world.mfnShipments.filter(({ status }) => status === 'RefundPending');
  const due = waiting.filter(({ refundDecidedAtMs }) => (refundDecidedAtMs ?? nowMs) <= nowMs);
  for (const shipment of due) {
    const parcel = store
      .find(shipment.orderId)
      ?.packages.find((candidate) => candidate.referenceId === shipment.packageReferenceId);
    const wasScanned = parcel !== undefined && parcel.status !== 'PENDING' && parcel.status !== 'CANCELLED';
    shipment.status = wasScanned ? 'RefundRejected' : 'RefundApplied';
    shipment.updatedAtMs = shipment.refundDecidedAtMs ?? nowMs;
  }
  const later = waiting.map(({ refundDecidedAtMs }) => refundDecidedAtMs ?? nowMs).filter((atMs) => atMs > nowMs);
  return { hasChanged: due.length > 0, nextDueMs: Math.min(Number.POSITIVE_INFINITY, ...later) };
}
