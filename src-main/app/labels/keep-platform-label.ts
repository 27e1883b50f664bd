import type { Order } from '../../core/order/order.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, LabelId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from '../orders/apply-command.ts';
import { checkContextFor } from '../orders/check-context.ts';
import type { LabelAnswer } from '../ports/platform-connector.ts';
import type { Writes } from '../ports/store.ts';
import type { LabelRow } from '../ports/store-printing.ts';
import { rememberBought } from './buying-habits.ts';
import { isBought, purchaseOf } from './purchase.ts';

type Ready = Extract<LabelAnswer, { readonly kind: 'ready' }>;

/**
 * Keeps a label that the platform made for an order's first parcel, and the number on it: the platform hears of that
 * when the shop's moment comes. What was bought is the likely choice for the next such order.
 */
export async function keepPlatformLabel(
  deps: AppDeps,
  orderId: OrderId,
  { document, tracking }: Pick<Ready, 'document' | 'tracking'>,
): Promise<LabelRow> {
  const label: LabelRow = {
    id: deps.ids.next() as LabelId,
    orderId,
    parcelId: parcelId(orderId, 1),
    source: 'platform',
    fileName: null,
    document,
    sha256: deps.sha256(document.bytes),
    createdAtMs: deps.clock.nowMs(),
  };
  const isNumbered = await deps.store.write(async (tx) => {
    await tx.saveLabel(label);
    const order = await tx.order(orderId);
    if (order === null) return false;
    const purchase = purchaseOf(await tx.effectsOfOrder(orderId));
    if (purchase !== null && isBought(purchase)) await rememberBought(deps, tx, order, purchase.effect.offer);
    return tracking !== null && tracking !== undefined && assign(deps, tx, order, tracking);
  });
  if (isNumbered) {
    const revision = await deps.store.read.revision();
    deps.events.emit('orders.changed', { ids: [orderId], revision });
    deps.events.emit('outbox.changed', { revision });
  }
  return label;
}

/** False where the platform gives the numbers itself, or has this one already. */
async function assign(
  deps: AppDeps,
  tx: Writes,
  order: Order,
  tracking: NonNullable<Ready['tracking']>,
): Promise<boolean> {
  const run = { commandId: deps.ids.next() as CommandId, actor: 'app', holdMs: 0 } as const;
  const command = { kind: 'assign-tracking', parcelId: parcelId(order.id, 1), ...tracking, items: null } as const;
  const applied = await applyCommand(deps, tx, order, command, run, await checkContextFor(tx, [order]));
  if (!applied.ok && applied.refusal === 'tracking-invalid')
    deps.log.warn('bought-number-unreadable', { orderId: order.id });
  return applied.ok;
}
