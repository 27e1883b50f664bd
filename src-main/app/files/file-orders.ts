import { mergeFacts } from '../../core/order/merge.ts';
import type { Order } from '../../core/order/order.ts';
import { type FileAuthority, mergeFileFacts } from '../../core/order-file/merge-file-facts.ts';
import { FILE_PROFILES } from '../../core/order-file/profiles.ts';
import { writeRawRows } from '../../core/order-file/raw-rows.ts';
import { type FileOrder, readOrders, type ReadOrders } from '../../core/order-file/read-orders.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { OrderSnapshot } from '../ports/platform-connector.ts';
import type { Reads } from '../ports/store.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import type { HeldFile } from './held-files.ts';

/** Titles of a held file. */
export function titlesOf({ table, headIndex }: HeldFile): readonly string[] {
  return table.rows[headIndex]?.cells ?? [];
}

/** The orders of a held file, as its columns are taken now. */
export function ordersOf(file: HeldFile, platform: PlatformId, nowMs: number): ReadOrders {
  const rows = file.table.rows.slice(file.headIndex + 1);
  return readOrders(rows, file.columns, FILE_PROFILES[platform], nowMs);
}

/** Where files are all there is, the newest one stands; beside an API a file only adds. */
export const authorityOf = (shop: Pick<ShopRow, 'mode'>): FileAuthority =>
  shop.mode === 'file' ? 'file-only' : 'beside-api';

/** What the store would be told of an order: the file's word for a new one, for a known one both words as one. */
export function snapshotOf(
  ours: Order | undefined,
  order: FileOrder,
  titles: readonly string[],
  authority: FileAuthority,
): OrderSnapshot {
  const facts = ours === undefined ? order.facts : mergeFileFacts(ours.facts, order.facts, authority);
  return { facts, raw: writeRawRows({ titles, rows: order.rows }), warnings: [] };
}

export interface ImportPlan {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

const SLICE = 500;

/** What taking these orders in would change. */
export async function planImport(reads: Reads, shop: ShopRow, orders: readonly FileOrder[]): Promise<ImportPlan> {
  let [added, changed, same] = [0, 0, 0];
  for (let start = 0; start < orders.length; start += SLICE) {
    const slice = orders.slice(start, start + SLICE);
    const ids = slice.map((order) => order.facts.remoteId);
    const known = new Map((await reads.ordersByRemote(shop.id, ids)).map((order) => [order.facts.remoteId, order]));
    for (const order of slice) {
      const ours = known.get(order.facts.remoteId);
      if (ours === undefined) added += 1;
      else if (mergeFacts(ours.facts, mergeFileFacts(ours.facts, order.facts, authorityOf(shop))).isDifferent)
        changed += 1;
      else same += 1;
    }
  }
  return { added, changed, same };
}
