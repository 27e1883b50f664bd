import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { PlatformFault, type PullPage } from '../ports/platform-connector.ts';
import type { Writes } from '../ports/store.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { breathe } from './breathe.ts';
import { ingest, type Ingested } from './ingest.ts';

export const ORDERS_STREAM = 'orders';

/** The board must be answered within 50 ms while a page is written: so many orders take a fifth of that. */
const SLICE = 20;

type Deps = Pick<AppDeps, 'store' | 'clock' | 'ids'>;

export interface KeptPage extends Ingested {
  /** The seller stopped the backfill that this page belongs to. */
  readonly isStopped: boolean;
}

/**
 * Keeps a page in slices. The cursor is written with the last one, so that it is never ahead of its orders; a kill before
 * it repeats the page, which changes nothing. Throws PlatformFault 'shop-removed'.
 */
export async function keepPage(deps: Deps, shopId: ShopId, page: PullPage, isBackfill: boolean): Promise<KeptPage> {
  const added: OrderId[] = [];
  const changed: OrderId[] = [];
  const slices = slicesOf(page.snapshots);
  for (const [index, slice] of slices.entries()) {
    const isLast = index === slices.length - 1;
    const taken = await deps.store.write(async (tx) => {
      const shop = await tx.shop(shopId);
      if (shop === null) throw new PlatformFault({ kind: 'rejected', code: 'shop-removed' });
      const result = await ingest(deps, tx, shopId, slice);
      const count = added.length + result.added.length;
      const isStopped = isLast && (await finishPage(deps, tx, shop, page, isBackfill ? count : null));
      return { ...result, isStopped };
    });
    added.push(...taken.added);
    changed.push(...taken.changed);
    if (isLast) return { added, changed, isStopped: taken.isStopped };
    await breathe();
  }
  return { added, changed, isStopped: false };
}

/** At least one slice, if an empty one: the cursor moves on with it. */
function slicesOf(snapshots: PullPage['snapshots']): PullPage['snapshots'][] {
  const slices: PullPage['snapshots'][] = [];
  for (let start = 0; start < snapshots.length; start += SLICE) slices.push(snapshots.slice(start, start + SLICE));
  return slices.length === 0 ? [[]] : slices;
}

/** What the page says beside its orders. True when the seller stopped the backfill. */
async function finishPage(
  deps: Deps,
  tx: Writes,
  shop: ShopRow,
  page: PullPage,
  backfilled: number | null,
): Promise<boolean> {
  const { id: shopId } = shop;
  for (const odd of page.odd) await tx.saveOddOrder({ shopId, seenAtMs: deps.clock.nowMs(), ...odd });
  await tx.saveCursor(shopId, ORDERS_STREAM, page.nextCursor);
  const isStopped = page.hasMore && shop.backfill?.isStopped === true;
  const orderCount = (shop.backfill?.orderCount ?? 0) + (backfilled ?? 0);
  const backfill =
    backfilled === null || !page.hasMore
      ? null
      : { part: page.progress ?? shop.backfill?.part ?? null, orderCount, isStopped };
  const clockSkewMs = page.clockSkewMs ?? shop.clockSkewMs;
  if (JSON.stringify(backfill) !== JSON.stringify(shop.backfill) || clockSkewMs !== shop.clockSkewMs)
    await tx.saveShop({ ...shop, backfill, clockSkewMs });
  return isStopped;
}
