import { addressFaults } from '../address/address.ts';
import { isLabelledFor } from '../address/keep-hidden.ts';
import type { OrderFacts } from './facts.ts';
import { isHandedOver, isLabelled } from './lane-of.ts';
import type { OrderWork } from './work.ts';

export const CHECK_CODES = [
  'cancelled-after-label',
  'cancel-requested',
  'refund-open',
  'frozen',
  'address-changed-after-label',
  'address-broken',
  'out-of-stock',
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

/** What the checks must know beyond the order itself. */
export interface CheckContext {
  /** Pieces on the shelf for a seller's SKU; null when the product is not in the catalogue. */
  readonly stockOf: (sku: string) => number | null;
}

/** Checks that only the desk can mend: they fall silent once the goods are gone. */
const DESK_ONLY: readonly CheckCode[] = [
  'frozen',
  'address-broken',
  'out-of-stock',
  'confirm-failed',
  'registration-failed',
];

/**
 * Every check that fails, worst first. Pure; run after each change of facts or work. Nothing blocks any more once the
 * goods are gone or the seller has accepted it, save a cancellation after the label: that one wants her eye always.
 */
export function runChecks(facts: OrderFacts, work: OrderWork, context: CheckContext): Check[] {
  const rank = (check: Check) => CHECK_CODES.indexOf(check.code);
  const isAccepted = (check: Check) => work.acceptedChecks.includes(check.code);
  return standingChecks(facts, work, context)
    .map((check) => (isAccepted(check) ? { ...check, blocking: false } : check))
    .sort((left, right) => rank(left) - rank(right));
}

function standingChecks(facts: OrderFacts, work: OrderWork, context: CheckContext): Check[] {
  if (facts.stage === 'replaced') return [];
  if (facts.stage === 'cancelled') return cancelledChecks(facts, work);
  const found = [
    ...cancelChecks(facts, work),
    ...addressChecks(facts, work),
    ...stockChecks(facts, work, context),
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

function addressChecks(facts: OrderFacts, work: OrderWork): Check[] {
  const { address } = facts;
  if (address === null) return [];
  const stale = work.parcels.filter(({ labelledFor }) => labelledFor !== null && !isLabelledFor(labelledFor, address));
  if (stale.length > 0) {
    const blocking = stale.some((parcel) => parcel.handedOverAtMs === null);
    return [{ code: 'address-changed-after-label', blocking, params: {} }];
  }
  const faults = addressFaults(address);
  return faults.length === 0 ? [] : [{ code: 'address-broken', blocking: true, params: { faults: faults.join(',') } }];
}

function stockChecks(facts: OrderFacts, work: OrderWork, context: CheckContext): Check[] {
  if (isLabelled({ work })) return [];
  const wanted = new Map<string, number>();
  for (const line of facts.lines) wanted.set(line.sku, (wanted.get(line.sku) ?? 0) + line.quantity);
  for (const [sku, quantity] of wanted) {
    const stock = context.stockOf(sku);
    if (stock !== null && stock < quantity) {
      return [{ code: 'out-of-stock', blocking: true, params: { sku, missing: String(quantity - stock) } }];
    }
  }
  return [];
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
