import type { OrderView } from '../../../src-main/contract/methods/orders.ts';

type Deadline = OrderView['deadlines'][number];

/** The clock that stands large over the order: the one its card goes by, with its zone; else the next that runs. */
export function headClock({
  card,
  deadlines,
}: Pick<OrderView, 'card' | 'deadlines'>): Pick<Deadline, 'kind' | 'atMs' | 'zone'> | null {
  const { dueAtMs, dueKind } = card;
  if (dueAtMs === null) return deadlines[0] ?? null;
  const own = deadlines.find(({ kind, atMs }) => kind === dueKind && atMs === dueAtMs);
  return own ?? { kind: dueKind ?? 'ship-by', atMs: dueAtMs, zone: null };
}
