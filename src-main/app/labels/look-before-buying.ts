import type { EffectId, OrderId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { isLive, purchaseOf, type Purchase } from './purchase.ts';

/** What is known of an order's earlier purchase. `settledId`: it came to nothing, by the platform's own word. */
export type Look =
  | { readonly kind: 'free'; readonly settledId: EffectId | null }
  | { readonly kind: 'bought' }
  | { readonly kind: 'unsure' };

/**
 * Asks the platform what became of a purchase that gave up, before money is spent a second time: it may have been made
 * after all, and is then kept as done. Never rejects for what a platform may do.
 */
export async function lookBeforeBuying(deps: AppDeps, connections: Connections, orderId: OrderId): Promise<Look> {
  const before = purchaseOf(await deps.store.read.effectsOfOrder(orderId));
  if (before === null) return { kind: 'free', settledId: null };
  if (isLive(before)) return { kind: 'bought' };
  const connector = await connections.byId(before.shopId);
  if (connector === null) return { kind: 'unsure' };
  const answer = await connector.confirm(before.effect, before.key);
  switch (answer.kind) {
    case 'not-done':
    case 'failed':
      return { kind: 'free', settledId: before.id };
    case 'done':
      await keepDone(deps, before);
      return { kind: 'bought' };
    default:
      return { kind: 'unsure' };
  }
}

async function keepDone({ store, clock, events }: AppDeps, { id, state, orderId }: Purchase): Promise<void> {
  await store.write(async (tx) => {
    const row = await tx.effect(id);
    if (row === null || row.state !== state) return;
    await tx.saveEffect({ ...row, state: 'done', lastCode: null, settledAtMs: clock.nowMs() });
  });
  const revision = await store.read.revision();
  events.emit('outbox.changed', { revision });
  if (orderId !== null) events.emit('orders.changed', { ids: [orderId], revision });
}
