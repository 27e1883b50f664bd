import type { ShopId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import { openDemoCases } from '../cases/demo-cases.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import { PlatformFault, type PlatformConnector } from '../ports/platform-connector.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { WorkerLoop } from '../worker-loop.ts';
import { faultOf } from './fault-of.ts';
import { Network } from './network.ts';
import { keepHealth, lookAtAccount, ordersRound } from './orders-round.ts';
import { Reconciler } from './reconciler.ts';
import { cadenceMs, casesCadenceMs, isSilent } from './shop-health.ts';
import { StreamTimes } from './stream-times.ts';
import { openWaitingCases, syncCases } from './sync-cases.ts';
import type { SyncListener, SyncState } from './sync-state.ts';
import type { SyncResult } from './sync-shop.ts';

const IDLE_MS = 30_000;
/** A round that comes this much later than planned: the machine slept. */
const SLEPT_MS = 3 * 60_000;
const PROGRESS_EVERY_MS = 1_000;

/** When each shop is read: its orders, its cases, and the comparison. One shop's trouble never delays another's. */
export class SyncScheduler implements SyncState {
  readonly #deps: AppDeps;
  readonly #connections: Connections;
  readonly #listener: SyncListener;
  readonly #loop: WorkerLoop;
  readonly #times = new StreamTimes();
  readonly #network = new Network();
  readonly #reconciler: Reconciler;
  readonly #lifeMs = new Map<ShopId, number>();
  #isOffline = false;
  #awakeSinceMs = 0;
  #roundAtMs: number | null = null;
  #announcedAtMs = 0;

  constructor(deps: AppDeps, connections: Connections, listener: SyncListener) {
    this.#deps = deps;
    this.#connections = connections;
    this.#listener = listener;
    this.#reconciler = new Reconciler(deps, listener);
    this.#loop = new WorkerLoop('sync', deps.clock, deps.log, () => this.#round());
  }

  start(): void {
    this.#awakeSinceMs = this.#deps.clock.nowMs();
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
    await this.#times.settled();
  }

  /** Pulls every shop now: the seller asked. */
  async syncNow(): Promise<void> {
    for (const { id } of await this.#deps.store.read.shops()) {
      this.#times.soon(id, 'orders');
      this.#times.soon(id, 'cases');
    }
    this.#network.reset();
    this.#loop.wake();
  }

  /** The machine woke up, or the network came back: pulls every shop, and compares those not compared lately. */
  async resume(): Promise<void> {
    this.#awakeSinceMs = this.#deps.clock.nowMs();
    this.#reconciler.wokeUp();
    await this.syncNow();
  }

  /** Compares a shop with its platform as soon as possible. */
  reconcileNow(shopId: ShopId): void {
    this.#reconciler.ask(shopId);
    this.#times.soon(shopId, 'reconcile');
    this.#loop.wake();
  }

  /** Pulls the shop's orders, or its cases, as soon as possible. */
  pullSoon(shopId: ShopId, stream: 'orders' | 'cases'): void {
    this.#times.soon(shopId, stream);
    this.#loop.wake();
  }

  isSyncing(shopId: ShopId): boolean {
    return this.#times.isRunning(shopId, 'orders');
  }

  isOffline(shop: ShopRow): boolean {
    return this.#isOffline && isOnNetwork(this.#deps, shop);
  }

  isSilent(shop: ShopRow): boolean {
    return isSilent(this.#deps, shop, this.#deps.clock.nowMs(), this.#lifeMs.get(shop.id) ?? 0);
  }

  nextSyncMs(shop: ShopRow): number | null {
    const atMs = this.isOffline(shop) ? this.#network.probeAtMs : this.#times.nextAtMs(shop.id, 'orders');
    return atMs > 0 && Number.isFinite(atMs) ? atMs : null;
  }

  async #round(): Promise<number> {
    const nowMs = this.#deps.clock.nowMs();
    this.#noticeSleep(nowMs);
    const shops = (await this.#deps.store.read.shops()).filter((shop) => !shop.isPaused);
    const networked = shops.filter((shop) => isOnNetwork(this.#deps, shop)).map((shop) => shop.id);
    this.#noticeNetwork(networked);
    const probed = this.#isOffline ? this.#network.probe(networked, nowMs) : null;
    for (const shop of shops) {
      if (!this.isOffline(shop)) this.#startDue(shop, nowMs);
      else if (shop.id === probed && !this.isSyncing(shop.id)) this.#startOrders(shop);
    }
    this.#tellSilence(shops, nowMs);
    this.#roundAtMs = nowMs;
    return Math.max(50, Math.min(IDLE_MS, ...this.#waits(shops, nowMs)));
  }

  #startDue(shop: ShopRow, nowMs: number): void {
    if (this.#times.isDue(shop.id, 'orders', nowMs)) this.#startOrders(shop);
    if (this.#times.isDue(shop.id, 'cases', nowMs)) this.#startCases(shop);
    if (this.#times.isDue(shop.id, 'reconcile', nowMs) && this.#reconciler.isDue(shop)) this.#startReconcile(shop);
  }

  #waits(shops: readonly ShopRow[], nowMs: number): number[] {
    return shops.flatMap((shop) => {
      if (this.isOffline(shop)) return [this.#network.probeAtMs - nowMs];
      const streams = [
        ...(cadenceMs(this.#deps, shop) === null ? [] : (['orders'] as const)),
        ...(casesCadenceMs(this.#deps, shop) === null ? [] : (['cases'] as const)),
        ...(this.#reconciler.isDue(shop) ? (['reconcile'] as const) : []),
      ];
      return streams.map((stream) => this.#times.nextAtMs(shop.id, stream) - nowMs);
    });
  }

  #startOrders(shop: ShopRow): void {
    const everyMs = cadenceMs(this.#deps, shop);
    if (everyMs === null) return;
    this.#start(shop, 'orders', async () => {
      const result = await this.#reading(shop, (connector) =>
        ordersRound(this.#deps, shop, connector, () => this.#pageCame(shop.id)),
      );
      await this.#ordersCame(shop, result, everyMs);
      return this.#times.pauseMs(shop.id, 'orders', result, everyMs, this.#deps.ids.random());
    });
  }

  async #ordersCame(shop: ShopRow, result: SyncResult, everyMs: number): Promise<void> {
    this.#network.heard(shop.id, !result.ok && result.isNotSent, this.#deps.clock.nowMs());
    await keepHealth(this.#deps, shop.id, result, everyMs);
    if (!result.ok) return;
    this.#lifeMs.set(shop.id, this.#deps.clock.nowMs());
    this.#listener.shopSpoke(shop.id);
    if (result.changed > 0) await openWaitingCases(this.#deps, shop.id);
    if (shop.isDemo && shop.lastGoodSyncMs === null) await openDemoCases(this.#deps, shop, result.added);
    if (!result.isBackfill) await this.#listener.ordersCame(shop, result.added);
  }

  #startCases(shop: ShopRow): void {
    const everyMs = casesCadenceMs(this.#deps, shop);
    if (everyMs === null) return;
    this.#start(shop, 'cases', async () => {
      const result = await this.#reading(shop, (connector) => syncCases(this.#deps, shop.id, connector));
      const code = result.ok ? (result.warnings[0] ?? null) : result.code;
      // The orders' own stream tells that the platform cannot be reached; to wait for one's turn is no fault.
      if (result.ok || (code !== 'rate-limited' && code !== 'unreachable')) await this.#keepCasesFault(shop.id, code);
      return this.#times.pauseMs(shop.id, 'cases', result, everyMs, this.#deps.ids.random());
    });
  }

  #keepCasesFault(shopId: ShopId, code: string | null): Promise<void> {
    return this.#deps.store.write(async (tx) => {
      const row = await tx.shop(shopId);
      if (row !== null && row.afterSalesFault !== code) await tx.saveShop({ ...row, afterSalesFault: code });
    });
  }

  #startReconcile(shop: ShopRow): void {
    this.#start(shop, 'reconcile', async () => {
      const connector = this.#connections.of(shop);
      if (connector === null) return IDLE_MS;
      const pauseMs = await this.#reconciler.step(shop, connector);
      if (pauseMs !== null) return pauseMs;
      await lookAtAccount(this.#deps, shop.id, connector);
      await this.#listener.accountSeen(shop.id);
      return IDLE_MS;
    });
  }

  /** Never throws: settings that no connector can be made of are a fault of this shop alone. */
  async #reading<Result>(
    shop: ShopRow,
    read: (connector: PlatformConnector) => Promise<Result>,
  ): Promise<Result | ReturnType<typeof faultOf>> {
    try {
      const connector = this.#connections.of(shop);
      if (connector === null) throw new PlatformFault({ kind: 'rejected', code: 'platform-not-offered' });
      return await read(connector);
    } catch (error) {
      return faultOf(this.#deps, error);
    }
  }

  #start(shop: ShopRow, stream: 'orders' | 'cases' | 'reconcile', work: () => Promise<number>): void {
    const safely = async (): Promise<number> => {
      const pauseMs = await work().catch((error: unknown) => {
        this.#deps.log.error('sync-crashed', { shopId: shop.id, stream, error: errorText(error) });
        return IDLE_MS;
      });
      return this.#deps.clock.nowMs() + pauseMs;
    };
    this.#times.run(shop.id, stream, safely, () => {
      this.#announce();
      this.#loop.wake();
    });
    this.#announce();
  }

  #pageCame(shopId: ShopId): void {
    const nowMs = this.#deps.clock.nowMs();
    this.#lifeMs.set(shopId, nowMs);
    if (Math.abs(nowMs - this.#announcedAtMs) >= PROGRESS_EVERY_MS) this.#announce();
  }

  #noticeSleep(nowMs: number): void {
    const hasSlept = this.#roundAtMs !== null && nowMs - this.#roundAtMs > SLEPT_MS;
    if (!hasSlept) return;
    this.#awakeSinceMs = nowMs;
    this.#reconciler.wokeUp();
    this.#network.reset();
  }

  #noticeNetwork(networked: readonly ShopId[]): void {
    const wasOffline = this.#isOffline;
    this.#isOffline = this.#network.isOffline(networked);
    if (this.#isOffline === wasOffline) return;
    this.#deps.log.info(this.#isOffline ? 'offline' : 'online');
    this.#announce();
    if (this.#isOffline) return;
    this.#awakeSinceMs = this.#deps.clock.nowMs();
    for (const id of networked) this.#times.notLaterThan(id, 'orders', 0);
    this.#listener.cameOnline();
  }

  /** Silence counts from when the machine was awake, and on the network, to hear something. */
  #tellSilence(shops: readonly ShopRow[], nowMs: number): void {
    const silent = shops.filter((shop) =>
      isSilent(this.#deps, shop, nowMs, Math.max(this.#lifeMs.get(shop.id) ?? 0, this.#awakeSinceMs)),
    );
    this.#listener.silence(silent, this.#isOffline);
  }

  #announce(): void {
    this.#announcedAtMs = this.#deps.clock.nowMs();
    const announce = async () =>
      this.#deps.events.emit('shops.changed', { revision: await this.#deps.store.read.revision() });
    announce().catch(() => undefined);
  }
}

/** The demo's platforms are this machine, and say nothing of the network. */
const isOnNetwork = (deps: AppDeps, shop: ShopRow): boolean => !shop.isDemo && cadenceMs(deps, shop) !== null;
