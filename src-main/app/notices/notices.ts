import type { Lane } from '../../core/order/lane.ts';
import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import type { Notice } from '../ports/notifier.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import type { SyncListener } from '../sync/sync-state.ts';
import { WorkerLoop } from '../worker-loop.ts';
import { badgeOf } from './badge-of.ts';
import { DueAlarms } from './due-alarms.ts';
import { isQuiet } from './quiet-hours.ts';
import { dueReminder } from './key-reminder.ts';

/** Changes of a moment make one new badge; and time alone makes orders due. */
const SETTLE_MS = 300;
const BADGE_EVERY_MS = 60_000;
const MOST_ORDERS = 500;
/** Where an order may stand that has just come in and waits for the seller. */
export const NEWS_LANES = ['new', 'problem', 'to-ship'] as const satisfies readonly Lane[];

type NewsDeps = Pick<AppDeps, 'store' | 'clock' | 'log' | 'preferences' | 'notifier'>;

/**
 * What the system tells the seller while she looks elsewhere: new orders, a shop that has fallen silent, a key near its
 * end, orders that were missed, clocks that run out; and the counts on the tray.
 */
export class Notices implements SyncListener {
  readonly #deps: NewsDeps;
  readonly #onOnline: () => void;
  readonly #badge: WorkerLoop;
  readonly #alarms: DueAlarms;
  readonly #toldSilent = new Set<ShopId>();
  #isOfflineTold = false;
  #silentShops = 0;
  #shown = '';
  #cancelSettling: () => void = () => undefined;

  constructor(deps: NewsDeps, onOnline: () => void) {
    this.#deps = deps;
    this.#onOnline = onOnline;
    this.#badge = new WorkerLoop('badge', deps.clock, deps.log, async () => {
      await this.#showBadge();
      return BADGE_EVERY_MS;
    });
    this.#alarms = new DueAlarms(deps, (notice) => this.#show(notice));
  }

  start(): void {
    this.#badge.start();
    this.#alarms.start();
  }

  async stop(): Promise<void> {
    this.#cancelSettling();
    await this.#badge.stop();
    await this.#alarms.stop();
  }

  /** Orders or shops changed: the counts may be others. */
  changed(): void {
    this.#cancelSettling();
    this.#cancelSettling = this.#deps.clock.after(SETTLE_MS, () => this.#badge.wake());
  }

  /** One notice a shop and round. Orders that came in finished, or are closed already, are no news. */
  async ordersCame(shop: ShopRow, added: readonly OrderId[]): Promise<void> {
    if (added.length === 0) return;
    const cards = await this.#deps.store.read.cardsById(added.slice(0, MOST_ORDERS));
    const fresh = cards.filter(({ lane }) => NEWS_LANES.some((news) => news === lane));
    const wishes = this.#deps.preferences.read();
    if (fresh.length === 0 || isQuiet(wishes, this.#deps.notifier.minuteOfDay())) return;
    this.#show({
      kind: 'new-orders',
      shopId: shop.id,
      shopName: shop.name,
      platform: shop.platform,
      orderIds: fresh.map((card) => card.orderId),
    });
  }

  shopSpoke(shopId: ShopId): void {
    this.#toldSilent.delete(shopId);
  }

  /** Once a silence; and once for all shops when it is the network that is silent. */
  silence(shops: readonly ShopRow[], isOffline: boolean): void {
    if (!isOffline) this.#isOfflineTold = false;
    for (const { id, name, lastFault } of shops) {
      if (this.#toldSilent.has(id)) continue;
      this.#toldSilent.add(id);
      if (isOffline && this.#isOfflineTold) continue;
      this.#isOfflineTold = isOffline;
      this.#show({ kind: 'shop-silent', shopId: id, shopName: name, code: isOffline ? 'offline' : lastFault });
    }
    if (this.#silentShops === shops.length) return;
    this.#silentShops = shops.length;
    this.#badge.wake();
  }

  ordersMissed({ id, name }: ShopRow, count: number): void {
    this.#show({ kind: 'orders-missed', shopId: id, shopName: name, count });
  }

  async accountSeen(shopId: ShopId): Promise<void> {
    const shop = await this.#deps.store.read.shop(shopId);
    const reminder = shop === null || shop.isDemo ? null : dueReminder(shop, this.#deps.clock.nowMs());
    if (shop === null || reminder === null) return;
    await this.#deps.store.write(async (tx) => {
      const row = await tx.shop(shopId);
      if (row !== null) await tx.saveShop({ ...row, keyReminder: reminder.id });
    });
    this.#show({ kind: 'key-expires', shopId, shopName: shop.name, days: reminder.days });
  }

  /** One notice stood for all shops while the network was silent; from now on each speaks for itself. */
  cameOnline(): void {
    this.#toldSilent.clear();
    this.#onOnline();
  }

  #show(notice: Notice): void {
    const { hasNotices, hasSound } = this.#deps.preferences.read();
    if (!hasNotices) return;
    try {
      this.#deps.notifier.show(notice, { hasSound });
    } catch (error) {
      this.#deps.log.warn('notice-failed', { kind: notice.kind, error: errorText(error) });
    }
  }

  async #showBadge(): Promise<void> {
    const { store, clock, notifier } = this.#deps;
    const badge = await badgeOf(store.read, clock.nowMs(), notifier.minuteOfDay(), this.#silentShops);
    const text = JSON.stringify(badge);
    if (text === this.#shown) return;
    this.#shown = text;
    notifier.badge(badge);
  }
}
