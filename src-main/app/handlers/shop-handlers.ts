import { ContractError } from '../../contract/errors.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { connectShop, testShop } from '../shops/connect-shop.ts';
import { startDemo } from '../shops/demo-shop.ts';
import { shopViews } from '../shops/shop-views.ts';
import type { Workers } from '../workers.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** Shops: connecting, health, the demo. */
export function shopHandlers(deps: AppDeps, workers: Workers): HandlersOf<'shops'> {
  const changed = async (): Promise<void> => {
    workers.syncNow();
    const revision = await deps.store.read.revision();
    deps.events.emit('shops.changed', { revision });
    deps.events.emit('app.changed', { revision });
  };
  return {
    'shops.list': async () => ({ nowMs: deps.clock.nowMs(), shops: await shopViews(deps, workers.scheduler) }),
    'shops.platforms': async () => ({
      platforms: [...deps.connectors.values()].map(({ manifest }) => ({
        platform: manifest.platform,
        settings: manifest.settings.map((field) => ({ ...field })),
      })),
    }),
    'shops.test': (input) => testShop(deps, input),
    'shops.connect': async (input) => {
      const connected = await connectShop(deps, input);
      if (connected.shopId !== null) await changed();
      return connected;
    },
    'shops.pause': async ({ id, isPaused }) => {
      await deps.store.write(async (tx) => {
        const shop = await tx.shop(id as ShopId);
        if (shop === null) throw new ContractError('not-found');
        await tx.saveShop({ ...shop, isPaused });
      });
      await changed();
      return DONE;
    },
    'shops.remove': async ({ id }) => {
      await deps.store.write(async (tx) => {
        if ((await tx.shop(id as ShopId)) === null) throw new ContractError('not-found');
        await tx.removeShop(id as ShopId);
      });
      deps.events.emit('orders.changed', { ids: [], revision: await deps.store.read.revision() });
      await changed();
      return DONE;
    },
    'shops.syncNow': async () => {
      workers.syncNow();
      return DONE;
    },
    'shops.startDemo': async () => {
      await startDemo(deps);
      await changed();
      return DONE;
    },
  };
}
