import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import { followReport, openWaitingReports } from '../cases/open-reported.ts';
import type { AppDeps } from '../deps.ts';
import type { AfterSalePage, PlatformConnector } from '../ports/platform-connector.ts';
import { PlatformFault } from '../ports/platform-connector.ts';
import { breathe } from './breathe.ts';
import { faultOf, type RoundFault } from './fault-of.ts';
import { ingestCases, tellOrder, type IngestedCases } from './ingest-cases.ts';
import { orderOfCase } from './order-of-case.ts';

const STREAM = 'after-sales';
const MAX_PAGES = 2_000;
const MOST_UNLINKED = 200;

export type CasesResult = { readonly ok: true; readonly warnings: readonly string[] } | RoundFault;

/** One round of pulling a shop's cases, then another look for the orders of those that had none. Never throws. */
export async function syncCases(deps: AppDeps, shopId: ShopId, connector: PlatformConnector): Promise<CasesResult> {
  const warnings = new Set<string>();
  try {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const pulled = await connector.pullAfterSales(await deps.store.read.cursor(shopId, STREAM));
      await announce(deps, await keepCases(deps, shopId, pulled));
      for (const warning of pulled.warnings) warnings.add(warning);
      if (!pulled.hasMore) {
        await announce(deps, await linkCases(deps, shopId));
        await openWaitingCases(deps, shopId);
        return { ok: true, warnings: [...warnings] };
      }
      await breathe();
    }
    return { ok: false, code: 'endless-pages', afterMs: null, isNotSent: false };
  } catch (error) {
    return faultOf(deps, error);
  }
}

function keepCases(deps: AppDeps, shopId: ShopId, page: AfterSalePage): Promise<IngestedCases> {
  const seenAtMs = deps.clock.nowMs();
  return deps.store.write(async (tx) => {
    if ((await tx.shop(shopId)) === null) throw new PlatformFault({ kind: 'rejected', code: 'shop-removed' });
    const result = await ingestCases(deps, tx, shopId, page.cases);
    for (const odd of page.odd)
      await tx.saveOddOrder({
        ...odd,
        shopId,
        seenAtMs,
        remoteId: odd.remoteId === null ? null : `case:${odd.remoteId}`,
      });
    await tx.saveCursor(shopId, STREAM, page.nextCursor);
    return result;
  });
}

/** Orders may come after their cases. */
async function linkCases(deps: AppDeps, shopId: ShopId): Promise<IngestedCases> {
  const unlinked = await deps.store.read.unlinkedAfterSales(shopId, MOST_UNLINKED);
  const found: { readonly row: (typeof unlinked)[number]; readonly orderId: OrderId }[] = [];
  for (const row of unlinked) {
    const orderId = await orderOfCase(deps.store.read, shopId, row.afterSale);
    if (orderId !== null) found.push({ row, orderId });
  }
  if (found.length === 0) return { changed: 0, orderIds: [] };
  await deps.store.write(async (tx) => {
    for (const { row, orderId } of found) {
      await tx.linkAfterSale(row.id, orderId);
      await tellOrder(deps, tx, orderId, row.afterSale);
      await followReport(deps, tx, { ...row, orderId }, null);
    }
  });
  return { changed: found.length, orderIds: found.map(({ orderId }) => orderId) };
}

/** Cases of ours for what a platform reported while its order was still on the desk. */
export async function openWaitingCases(deps: AppDeps, shopId: ShopId): Promise<void> {
  const orderIds = await openWaitingReports(deps, shopId);
  await announce(deps, { changed: orderIds.length, orderIds });
}

async function announce(deps: AppDeps, { changed, orderIds }: IngestedCases): Promise<void> {
  if (changed === 0) return;
  const revision = await deps.store.read.revision();
  deps.events.emit('afterSales.changed', { revision });
  if (orderIds.length > 0) deps.events.emit('orders.changed', { ids: [...orderIds], revision });
}
