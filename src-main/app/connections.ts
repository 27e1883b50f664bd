import type { ShopId } from '../core/shared/ids.ts';
import type { AppDeps } from './deps.ts';
import type { PlatformConnector } from './ports/platform-connector.ts';
import type { ShopRow } from './ports/store-rows.ts';
import { shopNotebook } from './shops/shop-notebook.ts';

type Deps = Pick<AppDeps, 'connectors' | 'store'>;

/** One connector a shop, made anew when the shop's settings change, so that pacing and tokens are shared. */
export class Connections {
  readonly #deps: Deps;
  readonly #made = new Map<ShopId, { readonly settings: string; readonly connector: PlatformConnector }>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The connector of a shop row; null for a shop by file, and when its platform has none in this version. */
  of(shop: ShopRow): PlatformConnector | null {
    const factory = this.#deps.connectors.get(shop.platform);
    if (factory === undefined || shop.mode === 'file') return null;
    const settings = JSON.stringify(shop.settings);
    const made = this.#made.get(shop.id);
    if (made !== undefined && made.settings === settings) return made.connector;
    const connector = factory.create(shop.settings, { notebook: shopNotebook(this.#deps.store, shop.id) });
    this.#made.set(shop.id, { settings, connector });
    return connector;
  }

  async byId(id: ShopId): Promise<PlatformConnector | null> {
    const shop = await this.#deps.store.read.shop(id);
    return shop === null ? null : this.of(shop);
  }

  /** The next call makes the shop's connector anew: its notebook was written by somebody else, or it is gone. */
  forget(id: ShopId): void {
    this.#made.delete(id);
  }
}
