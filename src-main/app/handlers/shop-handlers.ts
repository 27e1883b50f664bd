import { ContractError } from '../../contract/errors.ts';
import type { MethodOutput } from '../../contract/index.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import type { PlatformManifest } from '../ports/platform-connector.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { connectShop, testShop } from '../shops/connect-shop.ts';
import { startDemo } from '../shops/demo-shop.ts';
import { freshShop } from '../shops/fresh-shop.ts';
import { promisesView, savePromise } from '../shops/shop-promises.ts';
import { authorizeUrl } from '../shops/shop-settings.ts';
import { shopViews } from '../shops/shop-views.ts';
import { TrialNotebooks } from '../shops/trial-notebooks.ts';
import type { Workers } from '../workers.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** What the handlers share with the rest of the app. */
export interface ShopTools {
  readonly connections: Connections;
  readonly workers: Workers;
}

/** Shops: connecting, health, the demo. */
export function shopHandlers(deps: AppDeps, { connections, workers }: ShopTools): HandlersOf<'shops'> {
  const trials = new TrialNotebooks(deps.clock);
  const changed = async (): Promise<void> => {
    workers.syncNow();
    const revision = await deps.store.read.revision();
    deps.events.emit('shops.changed', { revision });
    deps.events.emit('app.changed', { revision });
  };
  return {
    'shops.list': async () => ({ nowMs: deps.clock.nowMs(), shops: await shopViews(deps, workers.scheduler) }),
    'shops.platforms': async () => ({
      platforms: [...deps.connectors.values()].map(({ manifest }) => platformView(manifest)),
    }),
    'shops.authorizeUrl': async ({ platform, settings }) => {
      const manifest = deps.connectors.get(platform)?.manifest;
      return { url: manifest === undefined ? null : authorizeUrl(manifest, settings) };
    },
    'shops.test': (input) => testShop(deps, trials, input),
    'shops.connect': async (input) => {
      const connected = await connectShop(deps, trials, input);
      if (connected.shopId !== null) {
        connections.forget(connected.shopId as ShopId);
        await changed();
      }
      return connected;
    },
    'shops.addFileShop': async ({ platform, name }) => {
      const shop: ShopRow = { ...freshShop(deps, platform, name.trim()), mode: 'file' };
      await deps.store.write((tx) => tx.saveShop(shop));
      await changed();
      return { shopId: shop.id };
    },
    'shops.rename': async ({ id, name }) => {
      await changeShop(deps, id, (shop) => ({ ...shop, name: name.trim() }));
      await changed();
      return DONE;
    },
    'shops.pause': async ({ id, isPaused }) => {
      await changeShop(deps, id, (shop) => ({ ...shop, isPaused }));
      await changed();
      return DONE;
    },
    'shops.remove': async ({ id }) => {
      await removeShop(deps, id as ShopId);
      connections.forget(id as ShopId);
      await changed();
      return DONE;
    },
    'shops.startDemo': async () => {
      await startDemo(deps);
      await changed();
      return DONE;
    },
    ...syncHandlers(deps, { connections, workers }),
    ...promiseHandlers(deps),
  };
}

/** What the seller tells her buyers. */
function promiseHandlers(deps: AppDeps): Pick<HandlersOf<'shops'>, 'shops.promises' | 'shops.savePromise'> {
  return {
    'shops.promises': () => promisesView(deps),
    'shops.savePromise': async (input) => {
      await savePromise(deps, input);
      deps.events.emit('shops.changed', { revision: await deps.store.read.revision() });
      return DONE;
    },
  };
}

async function removeShop({ store, events }: AppDeps, id: ShopId): Promise<void> {
  await store.write(async (tx) => {
    if ((await tx.shop(id)) === null) throw new ContractError('not-found');
    await tx.removeShop(id);
  });
  const revision = await store.read.revision();
  events.emit('orders.changed', { ids: [], revision });
  events.emit('afterSales.changed', { revision });
}

type SyncMethods =
  | 'shops.syncNow'
  | 'shops.stopBackfill'
  | 'shops.resumeBackfill'
  | 'shops.reconcileNow'
  | 'shops.reconcileReport'
  | 'shops.oddOrders';

/** How far a shop's reading is, and what it found. */
function syncHandlers(deps: AppDeps, { connections, workers }: ShopTools): Pick<HandlersOf<'shops'>, SyncMethods> {
  const setStopped = async (id: string, isStopped: boolean): Promise<void> => {
    await changeShop(deps, id, (shop) => ({ ...shop, backfill: stoppedBackfill(shop, isStopped) }));
    deps.events.emit('shops.changed', { revision: await deps.store.read.revision() });
  };
  const shopOrThrow = async (id: string): Promise<ShopRow> => {
    const shop = await deps.store.read.shop(id as ShopId);
    if (shop === null) throw new ContractError('not-found');
    return shop;
  };
  return {
    'shops.syncNow': async () => {
      workers.syncNow();
      return DONE;
    },
    'shops.stopBackfill': async ({ id }) => {
      await setStopped(id, true);
      return DONE;
    },
    'shops.resumeBackfill': async ({ id }) => {
      await setStopped(id, false);
      workers.scheduler.pullSoon(id as ShopId, 'orders');
      return DONE;
    },
    'shops.reconcileNow': async ({ id }) => {
      const shop = await shopOrThrow(id);
      if (shop.isPaused || connections.of(shop) === null) throw new ContractError('platform-unavailable');
      workers.scheduler.reconcileNow(shop.id);
      return DONE;
    },
    'shops.reconcileReport': async ({ id }) => {
      const shop = await shopOrThrow(id);
      const report = await deps.store.read.reconcileReport(shop.id);
      return { report: report === null ? null : { ...report, differences: [...report.differences] } };
    },
    'shops.oddOrders': async ({ id }) => {
      const orders = await deps.store.read.oddOrders((await shopOrThrow(id)).id);
      deps.log.info('odd-orders-shown', { shopId: id });
      return { orders: orders.map(({ remoteId, reason, seenAtMs, raw }) => ({ remoteId, reason, seenAtMs, raw })) };
    },
  };
}

/** A shop whose first sync has only just begun has no count yet; one that is through with it has nothing to stop. */
function stoppedBackfill(shop: ShopRow, isStopped: boolean): ShopRow['backfill'] {
  if (shop.backfill !== null) return { ...shop.backfill, isStopped };
  const isFirst = shop.lastGoodSyncMs === null && shop.mode === 'api';
  return isStopped && isFirst ? { part: null, orderCount: 0, isStopped } : null;
}

function changeShop(deps: AppDeps, id: string, change: (shop: ShopRow) => ShopRow): Promise<void> {
  return deps.store.write(async (tx) => {
    const shop = await tx.shop(id as ShopId);
    if (shop === null) throw new ContractError('not-found');
    await tx.saveShop(change(shop));
  });
}

function platformView(manifest: PlatformManifest): MethodOutput<'shops.platforms'>['platforms'][number] {
  return {
    platform: manifest.platform,
    settings: manifest.settings.map(({ key, secret, required, pattern, defaultValue, input, choices, isRare }) => ({
      key,
      secret,
      required,
      pattern,
      defaultValue,
      input: input ?? 'text',
      choices: choices === undefined ? null : [...choices],
      isRare: isRare ?? false,
    })),
    credentialsUrl: manifest.credentialsUrl,
    isAuthorisedInBrowser: manifest.authorizeUrl !== null,
    withoutApi: manifest.withoutApi.map((step) => ({ ...step })),
  };
}
