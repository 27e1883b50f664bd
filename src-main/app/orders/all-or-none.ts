import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { Order } from '../../core/order/order.ts';
import type { CommandId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { CommandRun } from './apply-command.ts';
import { announce } from './run-command.ts';

/** Thrown inside a unit of work: takes back what it has written. Orders that are not named are refused along. */
export class Refused extends Error {
  readonly reasons: ReadonlyMap<OrderId, string>;

  constructor(reasons: ReadonlyMap<OrderId, string>) {
    super([...new Set(reasons.values())].join());
    this.name = 'Refused';
    this.reasons = reasons;
  }
}

/** Does something to orders together, given in the order of the ids; answers all orders that it changed. */
type Work = (tx: Writes, orders: readonly Order[], run: CommandRun) => Promise<readonly OrderId[]>;

/** Runs it in one unit of work under one command id. What is refused of one is done to none. */
export async function allOrNone(deps: AppDeps, ids: readonly OrderId[], work: Work): Promise<OutcomeList> {
  const commandId = deps.ids.next() as CommandId;
  const run = { commandId, actor: 'seller', holdMs: deps.preferences.read().undoWindowMs } as const;
  const asked = [...new Set(ids)];
  try {
    const touched = await deps.store.write(async (tx) => work(tx, await found(tx, asked), run));
    const results = asked.map((orderId) => ({ orderId, ok: true as const }));
    const outcome: OutcomeList = { commandId, undoUntilMs: null, effectCount: 0, results };
    await announce(deps, outcome, touched);
    return outcome;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const [first = 'not-found'] = error.reasons.values();
    const results = asked.map((orderId) => ({
      orderId,
      ok: false as const,
      refusal: error.reasons.get(orderId) ?? first,
    }));
    return { commandId: null, undoUntilMs: null, effectCount: 0, results };
  }
}

async function found(tx: Writes, ids: readonly OrderId[]): Promise<Order[]> {
  const byId = new Map((await tx.orders(ids)).map((order) => [order.id, order]));
  const missing = ids.filter((id) => !byId.has(id));
  if (missing.length > 0) throw new Refused(new Map(missing.map((id) => [id, 'not-found'])));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
