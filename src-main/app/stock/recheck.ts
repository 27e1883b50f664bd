import type { OrderId } from '../../core/shared/ids.ts';
import { inTurn, missingInTurn } from '../../core/stock/claims.ts';
import type { AppDeps } from '../deps.ts';
import { checkContextFor, withChecks } from '../orders/check-context.ts';
import type { Reads, Writes } from '../ports/store.ts';

type Deps = Pick<AppDeps, 'store' | 'clock' | 'events'>;

/** Orders that one unit of work looks at again: the board is answered between two of them. */
export const RECHECK_PAGE = 60;

/**
 * Looks again at orders that lack other pieces of this product than their checks say: goods came in, were counted or
 * left, or an order before them in turn came or went. One page, first in turn first; true when more are left.
 */
export async function recheckProduct(deps: Deps, sku: string): Promise<boolean> {
  const stale = await staleOrders(deps.store.read, sku);
  const changed = await recheckOrders(deps, stale.slice(0, RECHECK_PAGE));
  return changed > 0 && stale.length > RECHECK_PAGE;
}

/** Runs the checks of a page of orders again; announces those that changed, and says how many. */
export async function recheckOrders(deps: Deps, ids: readonly OrderId[]): Promise<number> {
  if (ids.length === 0) return 0;
  const changed = await deps.store.write((tx) => recheck(tx, ids, deps.clock.nowMs()));
  if (changed.length > 0) {
    deps.events.emit('orders.changed', { ids: changed, revision: await deps.store.read.revision() });
  }
  return changed.length;
}

async function recheck(tx: Writes, ids: readonly OrderId[], nowMs: number): Promise<OrderId[]> {
  const orders = await tx.orders(ids);
  const context = await checkContextFor(tx, orders);
  const changed: OrderId[] = [];
  for (const order of orders) {
    const next = withChecks({ ...order, updatedAtMs: nowMs }, context);
    if (JSON.stringify(next.checks) === JSON.stringify(order.checks)) continue;
    await tx.saveOrder(next);
    changed.push(order.id);
  }
  return changed;
}

async function staleOrders(reads: Reads, sku: string): Promise<OrderId[]> {
  const [product] = await reads.products([sku]);
  const turn = inTurn(await reads.claims(sku));
  const missing = missingInTurn(product?.quantity ?? null, turn);
  return turn.filter((claim, index) => claim.missing !== missing[index]).map(({ orderId }) => orderId);
}
