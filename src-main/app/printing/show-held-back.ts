import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { checkContextFor } from '../orders/check-context.ts';
import { keepEvent } from '../orders/keep-event.ts';
import type { Writes } from '../ports/store.ts';

/**
 * An order that was cancelled in time leaves the board by itself; one whose label was asked for may lie packed on the
 * bench. It stays red, as held because its buyer cancelled, until the seller has seen it. Her own cancellation she knows of.
 */
export async function showHeldBack(deps: Pick<AppDeps, 'clock'>, tx: Writes, orderId: OrderId): Promise<void> {
  const order = await tx.order(orderId);
  if (order === null || order.facts.stage !== 'cancelled') return;
  const isHers = order.work.cancel !== null || order.facts.cancellation?.by === 'seller';
  if (isHers || order.work.hold !== null) return;
  const atMs = deps.clock.nowMs();
  const event = { kind: 'held', atMs, reason: 'buyer-asked-cancel', note: '', untilMs: null } as const;
  await keepEvent(tx, order, event, await checkContextFor(tx, [order]));
}
