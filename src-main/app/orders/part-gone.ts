import { partReason } from '../../core/order/one-parcel.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import { showHeldBack } from '../printing/show-held-back.ts';
import { checkContextFor } from './check-context.ts';
import { keepEvent } from './keep-event.ts';
import { tellLead } from './tell-lead.ts';

/**
 * Orders that shared a parcel and cannot any more, by what was just learnt of them, stand alone again: a companion whose
 * lead was cancelled gets a label of its own, goods of a cancelled one do not travel. Answers which orders it changed.
 */
export async function partGone(
  tools: Pick<AppDeps, 'clock'>,
  tx: Writes,
  changed: readonly Order[],
): Promise<OrderId[]> {
  if (changed.length === 0) return [];
  const led = [...(await tx.companions(changed.map((order) => order.id))).values()].flat();
  const own = changed.filter((order) => order.work.shipsWith !== null && !led.includes(order.id));
  const companions = [...own, ...(led.length === 0 ? [] : await tx.orders(led))];
  if (companions.length === 0) return [];
  const leadIds = companions.flatMap(({ work }) => (work.shipsWith === null ? [] : [work.shipsWith]));
  const leads = new Map((await tx.orders([...new Set(leadIds)])).map((lead) => [lead.id, lead]));
  const parted: OrderId[] = [];
  for (const order of companions) {
    const { shipsWith } = order.work;
    const why = partReason(order, shipsWith === null ? null : (leads.get(shipsWith) ?? null));
    if (why === null) continue;
    const alone = { kind: 'joined', atMs: tools.clock.nowMs(), shipsWith: null, why } as const;
    await keepEvent(tx, order, alone, await checkContextFor(tx, [order]));
    const left = { kind: 'companion-left', companion: order.id } as const;
    if (shipsWith !== null) await tellLead(tools, tx, shipsWith, left, { actor: 'app', commandId: null });
    // Its goods may lie in the box already: somebody has to look.
    if (why === 'order-cancelled') await showHeldBack(tools, tx, order.id);
    parted.push(order.id);
  }
  return parted;
}
