import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { PlatformFault, type PlatformConnector } from '../ports/platform-connector.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { faultOf } from './fault-of.ts';
import { beginReconcile, endReconcile, type Reconciling, stepReconcile } from './reconcile-shop.ts';
import type { SyncListener } from './sync-state.ts';

const HOUR_MS = 3_600_000;
const LATEST_MS = 24 * HOUR_MS;
const AFTER_WAKE_MS = 3 * HOUR_MS;
const AT_NIGHT_MS = 12 * HOUR_MS;
/** The seller's own night, minutes of her day. */
const NIGHT_FROM = 2 * 60;
const NIGHT_TO = 5 * 60;
/** Between two steps, for the pulls; and after a fault. */
const BREATH_MS = 5_000;
const FAULT_MS = 5 * 60_000;

/**
 * When a shop is compared with its platform, and how far that is: at night if the app runs, after a wake if the last time
 * was hours ago, and once a day in any case. In small steps, since a platform may give one order in two seconds.
 */
export class Reconciler {
  readonly #deps: AppDeps;
  readonly #listener: SyncListener;
  readonly #under = new Map<ShopId, Reconciling>();
  readonly #asked = new Set<ShopId>();
  #wokeAtMs = 0;

  constructor(deps: AppDeps, listener: SyncListener) {
    this.#deps = deps;
    this.#listener = listener;
  }

  /** The seller asked for it. */
  ask(shopId: ShopId): void {
    this.#asked.add(shopId);
  }

  wokeUp(): void {
    this.#wokeAtMs = this.#deps.clock.nowMs();
  }

  isDue(shop: ShopRow): boolean {
    if (shop.mode === 'file') return false;
    if (this.#under.has(shop.id) || this.#asked.has(shop.id)) return true;
    // The first sync brings the open orders itself.
    if (shop.backfill !== null || shop.lastGoodSyncMs === null || shop.lastFault !== null) return false;
    const lastMs = shop.lastReconcileMs ?? 0;
    const ageMs = this.#deps.clock.nowMs() - lastMs;
    const hasWoken = this.#wokeAtMs > lastMs && shop.lastGoodSyncMs >= this.#wokeAtMs;
    return ageMs >= LATEST_MS || (hasWoken && ageMs >= AFTER_WAKE_MS) || (this.#isNight() && ageMs >= AT_NIGHT_MS);
  }

  /** One step. Gives the pause before the next one; null when the comparison is at its end. */
  async step(shop: ShopRow, connector: PlatformConnector): Promise<number | null> {
    try {
      const state = this.#under.get(shop.id) ?? (await beginReconcile(this.#deps, shop.id, connector));
      const { next, afterMs } = await stepReconcile(this.#deps, shop.id, connector, state);
      if (next.rest.length > 0) {
        this.#under.set(shop.id, next);
        return afterMs ?? BREATH_MS;
      }
      await endReconcile(this.#deps, shop.id, next);
      this.#forget(shop.id);
      if (next.counts.missing > 0) this.#listener.ordersMissed(shop, next.counts.missing);
      return null;
    } catch (error) {
      const { afterMs, code } = faultOf(this.#deps, error);
      const isLimited = error instanceof PlatformFault && error.outcome.kind === 'rate-limited';
      if (!isLimited) {
        this.#forget(shop.id);
        this.#deps.log.warn('reconcile-failed', { shopId: shop.id, code });
      }
      return Math.max(afterMs ?? 0, isLimited ? BREATH_MS : FAULT_MS);
    }
  }

  #forget(shopId: ShopId): void {
    this.#under.delete(shopId);
    this.#asked.delete(shopId);
  }

  #isNight(): boolean {
    const minute = this.#deps.notifier.minuteOfDay();
    return minute >= NIGHT_FROM && minute < NIGHT_TO;
  }
}
