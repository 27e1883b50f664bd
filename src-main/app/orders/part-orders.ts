import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import { allOrNone, Refused } from './all-or-none.ts';
import { applyCommand } from './apply-command.ts';
import { checkContextFor } from './check-context.ts';
import { isLabelUnderWay } from './merge-terms.ts';
import { tellLead } from './tell-lead.ts';

/** Gives each its own parcel again, all or none: a companion leaves, a lead lets all go. Not once a label is under way. */
export function partOrders(deps: AppDeps, ids: readonly OrderId[]): Promise<OutcomeList> {
  return allOrNone(deps, ids, async (tx, orders, run) => {
    const leaving = await leavingWith(tx, orders);
    const context = await checkContextFor(tx, leaving);
    for (const order of leaving) {
      const lead = order.work.shipsWith ?? order.id;
      if (await isLabelUnderWay(tx, lead)) throw new Refused(new Map([[order.id, 'merge-already-labelled']]));
      const applied = await applyCommand(deps, tx, order, { kind: 'join', lead: null }, run, context);
      if (!applied.ok) throw new Refused(new Map([[order.id, applied.refusal]]));
      await tellLead(deps, tx, lead, { kind: 'companion-left', companion: order.id }, run);
    }
    return leaving.flatMap((order) => [order.id, order.work.shipsWith ?? order.id]);
  });
}

/** The companions among the orders, and those of the leads among them. */
async function leavingWith(tx: Writes, orders: readonly Order[]): Promise<Order[]> {
  const led = await tx.companions(orders.map((order) => order.id));
  const alone = orders.filter((order) => order.work.shipsWith === null && !led.has(order.id));
  if (alone.length > 0) throw new Refused(new Map(alone.map((order) => [order.id, 'nothing-changes'])));
  const companions = orders.filter((order) => order.work.shipsWith !== null).map((order) => order.id);
  return await tx.orders([...new Set([...companions, ...[...led.values()].flat()])]);
}
