import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { Command } from '../../core/order/commands.ts';
import type { Order } from '../../core/order/order.ts';
import type { CommandId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from './apply-command.ts';
import { checkContextFor, skusOf } from './check-context.ts';

/** Picks the command for one order of a selection. */
export type CommandFor = (order: Order) => Command | { readonly refusal: string };

export interface RunOptions {
  /** Effects wait this long; the undo window unless told. */
  readonly holdMs?: number;
}

/**
 * Runs a seller's command over a selection in one unit of work: each order is decided for itself, so a mixed
 * selection does what can be done. One command id for all, so that one undo takes all back.
 */
export async function runCommand(
  deps: AppDeps,
  ids: readonly OrderId[],
  commandFor: CommandFor,
  options: RunOptions = {},
): Promise<OutcomeList> {
  const commandId = deps.ids.next() as CommandId;
  const run = { commandId, actor: 'seller', holdMs: options.holdMs ?? deps.preferences.read().undoWindowMs } as const;
  const outcome = await deps.store.write(async (tx) => {
    const found = new Map((await tx.orders(ids)).map((order) => [order.id, order]));
    const context = await checkContextFor(tx, [...found.values()].flatMap(skusOf));
    const results: OutcomeList['results'] = [];
    let effectCount = 0;
    for (const orderId of new Set(ids)) {
      const order = found.get(orderId);
      const command = order === undefined ? { refusal: 'not-found' } : commandFor(order);
      if (order === undefined || 'refusal' in command) {
        results.push({ orderId, ok: false, refusal: 'refusal' in command ? command.refusal : 'not-found' });
        continue;
      }
      const applied = await applyCommand(deps, tx, order, command, run, context);
      if (applied.ok) effectCount += applied.effectCount;
      results.push(applied.ok ? { orderId, ok: true } : { orderId, ok: false, refusal: applied.refusal });
    }
    const isChanged = results.some((result) => result.ok);
    return {
      commandId: isChanged ? commandId : null,
      undoUntilMs: effectCount > 0 ? deps.clock.nowMs() + run.holdMs : null,
      effectCount,
      results,
    };
  });
  await announce(deps, outcome);
  return outcome;
}

/** Tells the window which orders a command touched. */
export async function announce(deps: Pick<AppDeps, 'store' | 'events'>, outcome: OutcomeList): Promise<void> {
  const ids = outcome.results.filter((result) => result.ok).map((result) => result.orderId);
  if (ids.length === 0) return;
  const revision = await deps.store.read.revision();
  deps.events.emit('orders.changed', { ids, revision });
  if (outcome.effectCount > 0) deps.events.emit('outbox.changed', { revision });
}
