import type { CheckContext } from '../../core/order/checks.ts';
import type { Command, CommandRefusal } from '../../core/order/commands.ts';
import { decide } from '../../core/order/decide.ts';
import type { DecideContext, Decision } from '../../core/order/decision.ts';
import type { Order } from '../../core/order/order.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Reads } from '../ports/store.ts';
import { checkContextFor } from './check-context.ts';

/** Commands that mean the parcel, and so every order whose goods lie in it. */
const OF_PARCEL = ['attach-label', 'assign-tracking', 'record-labelled', 'hand-over', 'correct-address'] as const;
type ParcelCommand = Extract<Command, { readonly kind: (typeof OF_PARCEL)[number] }>;

/** Answers that leave a companion as it is, and the parcel on its way. */
const LEAVES_OUT: readonly CommandRefusal[] = ['nothing-changes', 'order-closed', 'already-handed-over'];

export function sharesParcel(command: Command): command is ParcelCommand {
  return (OF_PARCEL as readonly string[]).includes(command.kind);
}

/** What the command comes to for each companion, or what stops it for all. */
export type Together =
  | {
      readonly parts: readonly {
        readonly order: Order;
        readonly decision: Extract<Decision, { readonly kind: 'accepted' }>;
        readonly context: CheckContext;
      }[];
    }
  | { readonly refusal: CommandRefusal };

/** The leading order takes the command: decides for those whose goods lie in its parcel. Nothing is written. */
export async function decideTogether(
  reads: Reads,
  lead: Order,
  command: ParcelCommand,
  moment: DecideContext,
): Promise<Together> {
  const companions = await companionsOf(reads, lead);
  if (companions.length === 0) return { parts: [] };
  if (!isOfFirstParcel(lead, command)) return { refusal: 'ships-with-other' };
  const context = await checkContextFor(reads, companions);
  const parts = [];
  for (const order of companions) {
    const decision = decide(order, forOrder(order, command), { ...moment, isFromLead: true });
    if (decision.kind === 'accepted') parts.push({ order, decision, context });
    else if (!LEAVES_OUT.includes(decision.code)) return { refusal: decision.code };
  }
  return { parts };
}

/** Orders whose goods lie in this one's parcel. */
export async function companionsOf(reads: Reads, { id }: Pick<Order, 'id'>): Promise<Order[]> {
  const ids = (await reads.companions([id])).get(id) ?? [];
  return ids.length === 0 ? [] : await reads.orders(ids);
}

/** The order whose parcel carries this one's goods: itself, unless it ships with another. */
export async function leadOf(reads: Reads, order: Order): Promise<Order> {
  const { shipsWith } = order.work;
  return shipsWith === null ? order : ((await reads.order(shipsWith)) ?? order);
}

/** Goods of several orders lie in one parcel, all of them. */
function isOfFirstParcel({ id }: Order, command: ParcelCommand): boolean {
  const isPart = command.kind === 'assign-tracking' && command.items !== null;
  return !isPart && (!('parcelId' in command) || command.parcelId === parcelId(id, 1));
}

function forOrder({ id }: { readonly id: OrderId }, command: ParcelCommand): Command {
  return 'parcelId' in command ? { ...command, parcelId: parcelId(id, 1) } : command;
}
