import { applyEvent } from '../../core/order/apply.ts';
import type { CheckContext } from '../../core/order/checks.ts';
import type { Order } from '../../core/order/order.ts';
import type { WorkEvent } from '../../core/order/work.ts';
import type { Writes } from '../ports/store.ts';
import { withChecks } from './check-context.ts';

/** Keeps what befell an order's work without anybody's command: the order, its checks run again, and a line in its timeline. */
export async function keepEvent(tx: Writes, order: Order, event: WorkEvent, context: CheckContext): Promise<void> {
  const { atMs } = event;
  await tx.saveOrder(withChecks({ ...order, work: applyEvent(order.work, event), updatedAtMs: atMs }, context));
  await tx.appendJournal([{ orderId: order.id, atMs, actor: 'app', commandId: null, body: { kind: 'work', event } }]);
}
