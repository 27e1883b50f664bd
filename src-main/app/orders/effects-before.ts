import type { Effect } from '../../core/order/effects.ts';
import type { Order } from '../../core/order/order.ts';
import type { Writes } from '../ports/store.ts';

/** Code of a push that a correction replaced before it left; undoing the correction brings it back. */
export const SUPERSEDED = 'superseded';

/**
 * A parcel's label has one key until its purchase is taken back, whatever command asks for it: a second purchase beside it
 * is refused by the store as a duplicate.
 */
export async function nextPurchaseKey(tx: Writes, order: Order, effects: readonly Effect[]): Promise<string> {
  const wish = effects.find((effect) => effect.kind === 'buy-label');
  if (wish === undefined) return '';
  const undone = (await tx.effectsOfOrder(order.id)).filter(
    ({ effect, state }) => effect.kind === 'buy-label' && effect.parcelId === wish.parcelId && state === 'undone',
  );
  return `${wish.parcelId}:buy-label:${undone.length + 1}`;
}

/** A corrected tracking number replaces the one that has not been sent; one that is on its way is left alone. */
export async function supersede(tx: Writes, order: Order, effects: readonly Effect[], nowMs: number): Promise<void> {
  const corrected = effects.flatMap((effect) => (effect.kind === 'push-tracking' ? [effect.parcelId] : []));
  if (corrected.length === 0) return;
  for (const row of await tx.effectsOfOrder(order.id)) {
    const isOld = row.effect.kind === 'push-tracking' && corrected.includes(row.effect.parcelId);
    if (isOld && row.state === 'queued' && row.attempts === 0) {
      await tx.saveEffect({ ...row, state: 'undone', settledAtMs: nowMs, lastCode: SUPERSEDED });
    }
  }
}
