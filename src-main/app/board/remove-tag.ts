import { ContractError } from '../../contract/errors.ts';
import type { CommandId, OrderId, TagId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from '../orders/apply-command.ts';
import { checkContextFor } from '../orders/check-context.ts';
import type { Writes } from '../ports/store.ts';
import { breathe } from '../sync/breathe.ts';

/** So many orders a unit of work, so that the window is answered in between. */
const BATCH = 200;

/**
 * Removes a tag and takes it off every order that carries it, as a command of the app, so that their timelines keep it;
 * answers which. The tag goes first: no order gets it meanwhile, and a removal cut short leaves none that is seen.
 * Throws ContractError 'not-found'.
 */
export async function removeTag(deps: AppDeps, id: string): Promise<OrderId[]> {
  const tagId = id as TagId;
  const orderIds = await deps.store.write(async (tx) => {
    if (!(await tx.tags()).some((tag) => tag.id === tagId)) throw new ContractError('not-found');
    await tx.removeTag(tagId);
    return tx.ordersWithTag(tagId);
  });
  const commandId = deps.ids.next() as CommandId;
  for (let start = 0; start < orderIds.length; start += BATCH) {
    const batch = orderIds.slice(start, start + BATCH);
    await deps.store.write((tx) => takeOff(deps, tx, batch, { tagId, commandId }));
    await breathe();
  }
  return orderIds;
}

async function takeOff(
  deps: AppDeps,
  tx: Writes,
  orderIds: readonly OrderId[],
  { tagId, commandId }: { readonly tagId: TagId; readonly commandId: CommandId },
): Promise<void> {
  const orders = await tx.orders(orderIds);
  const context = await checkContextFor(tx, orders);
  const run = { commandId, actor: 'app', holdMs: 0 } as const;
  for (const order of orders) {
    await applyCommand(deps, tx, order, { kind: 'tag', add: [], remove: [tagId] }, run, context);
  }
}
