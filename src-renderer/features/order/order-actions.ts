import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import type { CardView } from '../../../src-main/contract/methods/board.ts';

/** What the seller may do with one order; moves keep the words of the contract. */
export const ORDER_ACTIONS = [
  'print',
  'release',
  'hand-over',
  'confirm',
  'reprint',
  'hold',
  'clear-exception',
  'mark-delivered',
  'open-case',
  'mark-exception',
  'cancel',
] as const;
export type OrderActionId = (typeof ORDER_ACTIONS)[number];

export interface OrderAction {
  readonly id: OrderActionId;
  /** Lane whose drop does the same; null for actions that no drop does. */
  readonly lane: NonNullable<CardView['lane']> | null;
  /** Key of the board that does it. */
  readonly key: string | null;
  readonly isPrimary: boolean;
  /** True for what belongs into the "more" menu. */
  readonly isRare: boolean;
}

const KEYS: Readonly<Partial<Record<OrderActionId, string>>> = { print: 'p', hold: 'h', 'open-case': 'e' };
const PRIMARY: readonly OrderActionId[] = ['print', 'release', 'hand-over', 'clear-exception'];
const RARE: readonly OrderActionId[] = ['mark-exception', 'mark-delivered', 'confirm', 'cancel'];

/** Actions that the view model allows now, the next step first. Rules stay in main: this only reads its answers. */
export function orderActions(order: OrderView): OrderAction[] {
  const lanes = new Map<string, NonNullable<CardView['lane']>>();
  for (const [lane, move] of Object.entries(order.card.moves)) {
    if (move !== undefined && 'action' in move) lanes.set(move.action, lane as NonNullable<CardView['lane']>);
  }
  const allowed = ORDER_ACTIONS.filter(
    (id) => lanes.has(id) || (id === 'reprint' && canReprint(order)) || (id === 'cancel' && order.canCancel),
  );
  const primary = PRIMARY.find((id) => allowed.includes(id));
  return allowed
    .map((id) => ({
      id,
      lane: lanes.get(id) ?? null,
      key: KEYS[id] ?? null,
      isPrimary: id === primary,
      isRare: id !== primary && RARE.includes(id),
    }))
    .sort((left, right) => Number(right.isPrimary) - Number(left.isPrimary));
}

/** A label that was printed once can be printed again as long as the order is on the board. */
function canReprint(order: OrderView): boolean {
  return order.card.isLabelled && order.card.lane !== null;
}
