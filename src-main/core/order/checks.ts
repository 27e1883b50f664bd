import { addressFaults } from '../address/address.ts';
import { isLabelledFor } from '../address/keep-hidden.ts';
import type { OrderId } from '../shared/ids.ts';
import { shelfChecks, type ShelfProduct } from '../stock/shelf-checks.ts';
import type { OrderFacts } from './facts.ts';
import { isHandedOver, isLabelled } from './lane-of.ts';
import { shipTo } from './ship-to.ts';
import type { OrderWork } from './work.ts';

export const CHECK_CODES = [
  'cancelled-after-label',
  'cancel-requested',
  'refund-open',
  'frozen',
  'address-changed-after-label',
  'address-broken',
  'out-of-stock',
  'price-low',
  'confirm-failed',
  'registration-failed',
  'customs-data-pending',
  'unknown-status',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** A failed check. `blocking` puts the order into 有问题 until it is mended or the seller accepts it. */
export interface Check {
  readonly code: CheckCode;
  readonly blocking: boolean;
  /** Facts for the sentence, never a buyer's data: fault names, SKUs, counts. */
  readonly params: Readonly<Record<string, string>>;
}

/** The part of an order that is checked. */
export interface CheckedOrder {
  readonly id: OrderId;
  readonly facts: OrderFacts;
  readonly work: OrderWork;
}

/** What the checks must know beyond the order itself. */
export interface CheckContext {
  /** What stands for an article of this order; null when no product does. */
  readonly productOf: (orderId: OrderId, articleSku: string) => ShelfProduct | null;
}

/** Checks that only the desk can mend: they fall silent once the goods are gone. */
const DESK_ONLY: readonly CheckCode[] = [
  'frozen',
  'address-broken',
  'out-of-stock',
  'price-low',
  'confirm-failed',
  'registration-failed',
];

/**
 * Every check that fails, worst first. Pure; run after each change of facts or work. Nothing blocks any more once the
 * goods are gone or the seller has accepted it, save a cancellation after the label: that one wants her eye always. Only what is asked of the
 * shelf may fail several times, once a product.
 */
export function runChecks(order: CheckedOrder, context: CheckContext): Check[] {
  const rank = (check: Check) => CHECK_CODES.indexOf(check.code);
  const isAccepted = (check: Check) => order.work.acceptedChecks.includes(check.code);
  return standingChecks(order, context)
    .map((check) => (isAccepted(check) ? { ...check, blocking: false } : check))
    .sort((left, right) => rank(left) - rank(right));
}

function standingChecks(order: CheckedOrder, context: CheckContext): Check[] {
  const { facts, work } = order;
  if (facts.stage === 'replaced') return [];
  if (facts.stage === 'cancelled') return cancelledChecks(facts, work);
  const found = [
    ...cancelChecks(facts, work),
    ...addressChecks(order),
    ...stockChecks(order, context),
    ...alertChecks(facts),
  ];
  if (!isGone(facts, work)) return found;
  return found.filter((check) => !DESK_ONLY.includes(check.code)).map((check) => ({ ...check, blocking: false }));
}

/** True once nothing can be done at the desk any more. */
function isGone(facts: OrderFacts, work: OrderWork): boolean {
  const isPastDesk = facts.stage === 'delivered' || facts.stage === 'rejected' || facts.stage === 'disputed';
  return isPastDesk || work.deliveredAtMs !== null || isHandedOver({ facts, work });
}

/** The parcel must be fetched back from the pile, unless the seller asked for the cancellation herself. */
function cancelledChecks(facts: OrderFacts, work: OrderWork): Check[] {
  if (!isLabelled({ work }) || work.cancel !== null) return [];
  return [{ code: 'cancelled-after-label', blocking: true, params: { by: facts.cancellation?.by ?? 'unknown' } }];
}

/** Somebody asked for a cancellation that the platform has not settled: the order must not be shipped by mistake. */
function cancelChecks(facts: OrderFacts, work: OrderWork): Check[] {
  if (work.cancel !== null) return [{ code: 'cancel-requested', blocking: true, params: { by: 'seller' } }];
  return facts.alerts.includes('cancel-requested')
    ? [{ code: 'cancel-requested', blocking: true, params: { by: 'buyer' } }]
    : [];
}

function addressChecks(order: CheckedOrder): Check[] {
  const { work } = order;
  const address = shipTo(order);
  if (address === null) return [];
  const stale = work.parcels.filter(({ labelledFor }) => labelledFor !== null && !isLabelledFor(labelledFor, address));
  if (stale.length > 0) {
    const blocking = stale.some((parcel) => parcel.handedOverAtMs === null);
    return [{ code: 'address-changed-after-label', blocking, params: {} }];
  }
  const faults = addressFaults(address);
  return faults.length === 0 ? [] : [{ code: 'address-broken', blocking: true, params: { faults: faults.join(',') } }];
}

/** What is packed has its pieces, and its price was seen. */
function stockChecks({ id, facts, work }: CheckedOrder, context: CheckContext): Check[] {
  return isLabelled({ work }) ? [] : shelfChecks(facts.lines, (sku) => context.productOf(id, sku));
}

function alertChecks(facts: OrderFacts): Check[] {
  const checks: Check[] = [];
  if (facts.alerts.includes('refund-open')) checks.push({ code: 'refund-open', blocking: true, params: {} });
  if (facts.alerts.includes('frozen')) checks.push({ code: 'frozen', blocking: true, params: {} });
  if (facts.alerts.includes('confirm-failed')) checks.push({ code: 'confirm-failed', blocking: false, params: {} });
  if (facts.alerts.includes('registration-failed'))
    checks.push({ code: 'registration-failed', blocking: true, params: {} });
  if (facts.alerts.includes('customs-data-pending'))
    checks.push({ code: 'customs-data-pending', blocking: false, params: {} });
  if (facts.stage === 'unknown')
    checks.push({ code: 'unknown-status', blocking: true, params: { status: facts.rawStatus } });
  return checks;
}
