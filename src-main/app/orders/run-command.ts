import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { CheckContext } from '../../core/order/checks.ts';
import type { Command } from '../../core/order/commands.ts';
import type { Order } from '../../core/order/order.ts';
import type { CommandId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import { applyCommand, touchedBy, type Applied, type CommandRun } from './apply-command.ts';
import { checkContextFor } from './check-context.ts';
import { sharesParcel } from './together.ts';

/** Picks the command for one order of a selection. */
export type CommandFor = (order: Order) => Command | { readonly refusal: string };

export interface RunOptions {
  /** Effects wait this long; the undo window unless told. */
  readonly holdMs?: number;
}

/**
 * Runs a seller's command over a selection in one unit of work: each order is decided for itself, so a mixed
 * selection does what can be done. What means a parcel is done once, by the order that leads it, whichever of its orders
 * was chosen. One command id for all, so that one undo takes all back.
 */
export async function runCommand(
  deps: AppDeps,
  ids: readonly OrderId[],
  commandFor: CommandFor,
  options: RunOptions = {},
): Promise<OutcomeList> {
  const commandId = deps.ids.next() as CommandId;
  const run = { commandId, actor: 'seller', holdMs: options.holdMs ?? deps.preferences.read().undoWindowMs } as const;
  const { outcome, touched } = await deps.store.write(async (tx) => {
    const selection = await Selection.read(deps, tx, ids, run);
    const results: OutcomeList['results'] = [];
    for (const orderId of new Set(ids)) {
      const refusal = await selection.run(orderId, commandFor);
      results.push(refusal === null ? { orderId, ok: true } : { orderId, ok: false, refusal });
    }
    const isChanged = results.some((result) => result.ok);
    const { effectCount } = selection;
    return {
      touched: selection.touched,
      outcome: {
        commandId: isChanged ? commandId : null,
        undoUntilMs: effectCount > 0 ? deps.clock.nowMs() + run.holdMs : null,
        effectCount,
        results,
      },
    };
  });
  await announce(deps, outcome, touched);
  return outcome;
}

/** The orders of a command, with those that lead their parcels. */
class Selection {
  readonly touched = new Set<OrderId>();
  effectCount = 0;
  readonly #deps: AppDeps;
  readonly #tx: Writes;
  readonly #orders: Map<OrderId, Order>;
  readonly #context: CheckContext;
  readonly #run: CommandRun;
  readonly #done = new Map<OrderId, Applied>();

  private constructor(deps: AppDeps, tx: Writes, orders: Map<OrderId, Order>, context: CheckContext, run: CommandRun) {
    this.#deps = deps;
    this.#tx = tx;
    this.#orders = orders;
    this.#context = context;
    this.#run = run;
  }

  static async read(deps: AppDeps, tx: Writes, ids: readonly OrderId[], run: CommandRun): Promise<Selection> {
    const orders = new Map((await tx.orders(ids)).map((order) => [order.id, order]));
    const leads = [...orders.values()].flatMap(({ work }) => (work.shipsWith === null ? [] : [work.shipsWith]));
    const others = [...new Set(leads)].filter((id) => !orders.has(id));
    for (const order of others.length === 0 ? [] : await tx.orders(others)) orders.set(order.id, order);
    const context = await checkContextFor(tx, orders.values());
    return new Selection(deps, tx, orders, context, run);
  }

  /** Why not, or null. */
  async run(id: OrderId, commandFor: CommandFor): Promise<string | null> {
    const chosen = this.#orders.get(id);
    if (chosen === undefined) return 'not-found';
    const wish = commandFor(chosen);
    if ('refusal' in wish) return wish.refusal;
    const lead = chosen.work.shipsWith === null ? undefined : this.#orders.get(chosen.work.shipsWith);
    if (lead === undefined || !sharesParcel(wish)) return refusalOf(await this.#apply(chosen, wish));
    // The lead may have been chosen too, or come up by another companion.
    const done = this.#done.get(lead.id);
    if (done !== undefined) return refusalOf(done);
    const command = commandFor(lead);
    return 'refusal' in command ? command.refusal : refusalOf(await this.#apply(lead, command));
  }

  async #apply(order: Order, command: Command): Promise<Applied> {
    const known = sharesParcel(command) ? this.#done.get(order.id) : undefined;
    if (known !== undefined) return known;
    const applied = await applyCommand(this.#deps, this.#tx, order, command, this.#run, this.#context);
    if (sharesParcel(command)) this.#done.set(order.id, applied);
    if (!applied.ok) return applied;
    this.effectCount += applied.effectCount;
    for (const changed of [applied.order, ...applied.companions]) this.#orders.set(changed.id, changed);
    for (const touched of touchedBy(applied)) this.touched.add(touched);
    return applied;
  }
}

const refusalOf = (applied: Applied): string | null => (applied.ok ? null : applied.refusal);

/** Tells the window which orders a command touched: those of its results, and others that went with them. */
export async function announce(
  deps: Pick<AppDeps, 'store' | 'events'>,
  outcome: OutcomeList,
  others: Iterable<OrderId> = [],
): Promise<void> {
  const ids = outcome.results.filter((result) => result.ok).map((result) => result.orderId);
  const all = [...new Set([...ids, ...others])];
  if (all.length === 0) return;
  const revision = await deps.store.read.revision();
  deps.events.emit('orders.changed', { ids: all, revision });
  if (outcome.effectCount > 0) deps.events.emit('outbox.changed', { revision });
}
