import type { OrderView } from '../../../src-main/contract/methods/orders.ts';

type Check = OrderView['checks'][number];

/** Groups of checks that are told in one word when all of them pass. */
const GROUPS = {
  cancel: ['cancelled-after-label', 'cancel-requested'],
  address: ['address-changed-after-label', 'address-broken'],
  stock: ['out-of-stock'],
  price: ['price-low'],
  platform: ['confirm-failed', 'registration-failed', 'customs-data-pending', 'unknown-status'],
} as const satisfies Record<string, readonly Check['code'][]>;
export type CheckGroup = keyof typeof GROUPS;

export interface ChecksView {
  /** Blocking ones first, then those that want a look, then the accepted ones. */
  readonly failing: readonly Check[];
  readonly passed: readonly CheckGroup[];
  /** How many of the failing ones were not accepted yet. */
  readonly openCount: number;
}

/** Failing checks in the order of their urgency, and the groups in which nothing was found. */
export function checksView(order: Pick<OrderView, 'checks' | 'address'>): ChecksView {
  const rank = (check: Check) => (check.isAccepted ? 2 : check.blocking ? 0 : 1);
  const failing = [...order.checks].sort((left, right) => rank(left) - rank(right));
  const groups = Object.keys(GROUPS) as CheckGroup[];
  const passed = groups
    // Where the platform hides the address nothing was looked at, so nothing is promised.
    .filter((group) => group !== 'address' || order.address !== null)
    .filter((group) => !failing.some((check) => (GROUPS[group] as readonly string[]).includes(check.code)));
  return { failing, passed, openCount: failing.filter((check) => !check.isAccepted).length };
}

/** Checks that the seller may decide to live with; the others need the world to change first. */
export function canAccept(check: Check): boolean {
  return check.blocking && !check.isAccepted;
}

export type CheckFix = 'correct-address' | 'see-stock' | 'cancel';

/** What the seller can do about a check from here; null: only the platform can. */
export function checkFix(
  { address, isAddressSealed, canCancel, card }: Pick<OrderView, 'address' | 'isAddressSealed' | 'canCancel' | 'card'>,
  { code, params }: Check,
): CheckFix | null {
  if (code === 'address-broken' && address !== null && !isAddressSealed && card.lane !== null) return 'correct-address';
  if ((code === 'out-of-stock' || code === 'price-low') && params['sku'] !== undefined) return 'see-stock';
  return code === 'cancel-requested' && canCancel ? 'cancel' : null;
}
