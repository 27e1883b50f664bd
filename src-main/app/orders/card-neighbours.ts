import type { CardView } from '../../contract/methods/board.ts';
import { UNLABELLED_LANES } from '../../core/order/lane.ts';
import { allowsMerge } from '../../core/order/merge-rule.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import type { CardRow } from '../ports/store-board.ts';

/** What cards have to do with each other: orders of one buyer, and goods in one parcel. */
export interface CardNeighbours {
  siblingCount(row: CardRow): number;
  parcelOf(row: CardRow): CardView['parcelOf'];
}

/** Reads once for all cards. */
export async function cardNeighbours(
  { store, connectors }: Pick<AppDeps, 'store' | 'connectors'>,
  rows: readonly CardRow[],
): Promise<CardNeighbours> {
  const reads = store.read;
  // What its platform never lets travel together is no neighbour on the board; the order itself tells why.
  const mayMerge = ({ platform, country, lane }: CardRow): boolean =>
    UNLABELLED_LANES.some((early) => early === lane) &&
    allowsMerge(connectors.get(platform)?.manifest.canMerge ?? null, country ?? '');
  const keys = rows.flatMap((row) => (row.buyerKey !== null && mayMerge(row) ? [row.buyerKey] : []));
  const siblings = keys.length === 0 ? NONE : await reads.siblings([...new Set(keys)]);
  const led = await reads.companions([...new Set(rows.map(leadIdOf))]);
  return {
    siblingCount: (row) => (mayMerge(row) ? siblingsOf(siblings, row).length : 0),
    parcelOf: (row) => {
      const leadOrderId = leadIdOf(row);
      const companions = led.get(leadOrderId) ?? [];
      if (companions.length === 0) return null;
      return { leadOrderId, isLead: row.shipsWith === null, orderCount: companions.length + 1 };
    },
  };
}

const NONE: Awaited<ReturnType<Reads['siblings']>> = new Map();

const leadIdOf = (row: CardRow): CardRow['orderId'] => row.shipsWith ?? row.orderId;

/** Others of the same buyer on the desk that do not travel with it already. */
function siblingsOf(siblings: Awaited<ReturnType<Reads['siblings']>>, row: CardRow): readonly CardRow[] {
  if (row.buyerKey === null) return [];
  const others = siblings.get(row.buyerKey) ?? [];
  return others.filter((other) => leadIdOf(other) !== leadIdOf(row));
}
