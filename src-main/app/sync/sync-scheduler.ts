import type { ShopId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { backoffMs } from '../outbox/backoff.ts';
import { PlatformFault, type PlatformConnector } from '../ports/platform-connector.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { WorkerLoop } from '../worker-loop.ts';
import { reconcileShop } from './reconcile-shop.ts';
import { faultOf, syncShop, type SyncResult } from './sync-shop.ts';
import { errorText } from '../error-text.ts';

const RECONCILE_EVERY_MS = 24 * 3_600_000;
const IDLE_MS = 30_000;
/** The demo's platform is this machine: look often, so that the demo lives. */
const DEMO_EVERY_MS = 10_000;

/** When each shop is pulled. One shop's trouble never delays another's. */
export class SyncScheduler {
  readonly #deps: AppDeps;
  readonly #connections: Connections;
  readonly #loop: WorkerLoop;
  readonly #nextAtMs = new Map<ShopId, number>();
  readonly #failures = new Map<ShopId, number>();
  readonly #running = new Map<ShopId, Promise<void>>();
  readonly #askedAgain = new Set<ShopId>();

  constructor(deps: AppDeps, connections: Connections) {
    this.#deps = deps;
    this.#connections = connections;
    this.#loop = new WorkerLoop('sync', deps.clock, deps.log, () => this.#round());
  }

  start(): void {
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
    await Promise.all(this.#running.values());
  }

  /** Pulls every shop now: the seller asked, the machine woke up, the network came back. A pull under way may be of no use. */
  syncNow(): void {
    this.#nextAtMs.clear();
    for (const shopId of this.#running.keys()) this.#askedAgain.add(shopId);
    this.#loop.wake();
  }

  isSyncing(shopId: ShopId): boolean {
    return this.#running.has(shopId);
  }

  nextSyncMs(shopId: ShopId): number | null {
    return this.#nextAtMs.get(shopId) ?? null;
  }

  async #round(): Promise<number> {
    const nowMs = this.#deps.clock.nowMs();
    const shops = (await this.#deps.store.read.shops()).filter((shop) => !shop.isPaused);
    for (const shop of shops) {
      const isDue = (this.#nextAtMs.get(shop.id) ?? 0) <= nowMs;
      if (isDue && !this.#running.has(shop.id)) this.#startShop(shop);
    }
    const times = shops.flatMap((shop) => this.#nextAtMs.get(shop.id) ?? []);
    return Math.max(50, Math.min(IDLE_MS, ...times.map((time) => time - nowMs)));
  }

  #startShop(shop: ShopRow): void {
    const everyMs = this.#cadenceMs(shop);
    if (everyMs === null) return;
    this.#nextAtMs.set(shop.id, this.#deps.clock.nowMs() + everyMs);
    const run = this.#runShop(shop, everyMs)
      .catch((error: unknown) => {
        this.#deps.log.error('sync-crashed', {
          shopId: shop.id,
          error: errorText(error),
        });
      })
      .finally(() => {
        this.#running.delete(shop.id);
        if (this.#askedAgain.delete(shop.id)) this.#nextAtMs.delete(shop.id);
        this.#announce();
        this.#loop.wake();
      });
    this.#running.set(shop.id, run);
    this.#announce();
  }

  async #runShop(shop: ShopRow, everyMs: number): Promise<void> {
    const { result, reconciledAtMs } = await this.#pullAndReconcile(shop);
    const failures = result.ok ? 0 : (this.#failures.get(shop.id) ?? 0) + 1;
    this.#failures.set(shop.id, failures);
    const pauseMs = result.ok ? everyMs : (result.afterMs ?? backoffMs(failures, this.#deps.ids.random()));
    this.#nextAtMs.set(shop.id, this.#deps.clock.nowMs() + pauseMs);
    await this.#keepHealth(shop.id, result.ok ? null : result.code, reconciledAtMs);
  }

  /** Never throws: settings that no connector can be made of are a fault of this shop alone. */
  async #pullAndReconcile(
    shop: ShopRow,
  ): Promise<{ readonly result: SyncResult; readonly reconciledAtMs: number | null }> {
    try {
      const connector = this.#connections.of(shop);
      if (connector === null) throw new PlatformFault({ kind: 'rejected', code: 'platform-not-offered' });
      const result = await syncShop(this.#deps, shop.id, connector);
      const isDue = this.#deps.clock.nowMs() - (shop.lastReconcileMs ?? 0) >= RECONCILE_EVERY_MS;
      if (!result.ok || !isDue) return { result, reconciledAtMs: null };
      const found = await reconcileShop(this.#deps, shop.id, connector);
      this.#deps.log.info('reconciled', { shopId: shop.id, missing: found.missing, stale: found.stale });
      await this.#lookAtAccount(shop.id, connector);
      return { result, reconciledAtMs: this.#deps.clock.nowMs() };
    } catch (error) {
      return { result: faultOf(this.#deps, error), reconciledAtMs: null };
    }
  }

  /** Once a day with the reconcile: keys get new end dates, and a shop of the demo gets its first. */
  async #lookAtAccount(shopId: ShopId, connector: PlatformConnector): Promise<void> {
    const check = await connector.check();
    if (check.kind !== 'ok') return;
    await this.#deps.store.write(async (tx) => {
      const row = await tx.shop(shopId);
      if (row !== null)
        await tx.saveShop({ ...row, currency: check.currency ?? row.currency, keyExpiresAtMs: check.keyExpiresAtMs });
    });
  }

  async #keepHealth(shopId: ShopId, fault: string | null, reconciledAtMs: number | null): Promise<void> {
    const nowMs = this.#deps.clock.nowMs();
    if (fault !== null) this.#deps.log.warn('shop-fault', { shopId, code: fault });
    await this.#deps.store.write(async (tx) => {
      const row = await tx.shop(shopId);
      if (row === null) return;
      await tx.saveShop({
        ...row,
        lastGoodSyncMs: fault === null ? nowMs : row.lastGoodSyncMs,
        lastFault: fault,
        lastFaultAtMs: fault === null ? row.lastFaultAtMs : nowMs,
        lastReconcileMs: reconciledAtMs ?? row.lastReconcileMs,
      });
    });
  }

  #announce(): void {
    const announce = async () =>
      this.#deps.events.emit('shops.changed', { revision: await this.#deps.store.read.revision() });
    announce().catch(() => undefined);
  }

  /** Null for a platform that this version has no connector for. */
  #cadenceMs(shop: ShopRow): number | null {
    const manifest = this.#deps.connectors.get(shop.platform)?.manifest;
    if (manifest === undefined) return null;
    return shop.isDemo ? DEMO_EVERY_MS : manifest.pullEveryMs;
  }
}
