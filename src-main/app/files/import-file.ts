import { ContractError } from '../../contract/errors.ts';
import { missingFields } from '../../core/order-file/match-columns.ts';
import { FILE_PROFILES } from '../../core/order-file/profiles.ts';
import type { FileOrder } from '../../core/order-file/read-orders.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { ingest, type Ingested } from '../sync/ingest.ts';
import { authorityOf, ordersOf, snapshotOf, titlesOf } from './file-orders.ts';
import type { HeldFile } from './held-files.ts';
import { rememberTitles } from './remembered-columns.ts';

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly faultCount: number;
}

/** Orders that one unit of work takes: others wait for no longer than a page of a sync takes. */
const SLICE = 100;

/**
 * Takes a file's orders in, slice by slice, and remembers what its columns meant. Cut off in the middle it has kept what
 * it took, and the same file again takes the rest. Throws ContractError 'refused' while a required column is missing.
 */
export async function importFile(deps: AppDeps, shop: ShopRow, file: HeldFile): Promise<Imported> {
  const missing = missingFields(file.columns, FILE_PROFILES[shop.platform]);
  if (missing.length > 0) throw new ContractError('refused', { code: 'columns-missing', missing: missing.join(',') });
  const nowMs = deps.clock.nowMs();
  const { orders, faults } = ordersOf(file, shop.platform, nowMs);
  await deps.store.write((tx) => rememberTitles(tx, shop.platform, titlesOf(file), file.columns));
  const [added, changed]: [OrderId[], OrderId[]] = [[], []];
  for (let start = 0; start < orders.length; start += SLICE) {
    const slice = orders.slice(start, start + SLICE);
    const taken = await deps.store.write((tx) => takeSlice(deps, tx, shop, file, slice));
    added.push(...taken.added);
    changed.push(...taken.changed);
    await announce(deps, [...taken.added, ...taken.changed]);
  }
  await noteGoodImport(deps, shop, nowMs);
  deps.log.info('order-file-imported', {
    shopId: shop.id,
    added: added.length,
    changed: changed.length,
    faults: faults.length,
  });
  const same = orders.length - added.length - changed.length;
  return { added: added.length, changed: changed.length, same, faultCount: faults.length };
}

async function takeSlice(
  deps: AppDeps,
  tx: Writes,
  { id }: ShopRow,
  file: HeldFile,
  slice: readonly FileOrder[],
): Promise<Ingested> {
  const shop = await tx.shop(id);
  if (shop === null) throw new ContractError('not-found');
  const ids = slice.map((order) => order.facts.remoteId);
  const known = new Map((await tx.ordersByRemote(id, ids)).map((order) => [order.facts.remoteId, order]));
  const snapshots = slice.map((order) =>
    snapshotOf(known.get(order.facts.remoteId), order, titlesOf(file), authorityOf(shop)),
  );
  return ingest(deps, tx, id, snapshots);
}

async function announce(deps: Pick<AppDeps, 'store' | 'events'>, ids: readonly OrderId[]): Promise<void> {
  if (ids.length === 0) return;
  deps.events.emit('orders.changed', { ids: [...ids], revision: await deps.store.read.revision() });
}

/** A shop without API is as fresh as its last file. */
async function noteGoodImport(deps: AppDeps, { id }: ShopRow, nowMs: number): Promise<void> {
  await deps.store.write(async (tx) => {
    const shop = await tx.shop(id);
    if (shop?.mode === 'file')
      await tx.saveShop({ ...shop, lastGoodSyncMs: nowMs, lastFault: null, lastFaultAtMs: null });
  });
  const revision = await deps.store.read.revision();
  deps.events.emit('shops.changed', { revision });
  deps.events.emit('app.changed', { revision });
}
