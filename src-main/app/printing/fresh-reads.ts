import type { Order } from '../../core/order/order.ts';
import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import type { PlatformConnector } from '../ports/platform-connector.ts';
import { ingest } from '../sync/ingest.ts';
import { announceOrders, syncShop } from '../sync/sync-shop.ts';

/** A platform that has not answered by then does not keep the paper waiting. */
const LIMIT_MS = 2_500;
/** So long a reading counts: a long batch asks once a minute. */
const COUNTS_MS = 60_000;

/**
 * The key goes down this long before its job is made: the window waits whether it is the first of a scanned code
 * (scan-burst.ts), and asks the platform meanwhile. Such an answer counts.
 */
export const PRESS_MS = 250;

interface Reading {
  readonly begunAtMs: number;
  readonly done: Promise<boolean>;
  result: boolean | null;
}

/**
 * Asks the platform what became of an order since the key was pressed, just before its label goes out: single orders
 * one by one, a whole batch by one pull of the shop. What comes goes the ordinary way into the store.
 */
export class FreshReads {
  readonly #deps: AppDeps;
  readonly #connections: Connections;
  readonly #limitMs: number;
  readonly #pulls = new Map<ShopId, Reading>();
  readonly #gets = new Map<OrderId, Reading>();

  constructor(deps: AppDeps, connections: Connections, limitMs = LIMIT_MS) {
    this.#deps = deps;
    this.#connections = connections;
    this.#limitMs = limitMs;
  }

  /** True once the store holds what the platform says now, read since the time; false: it did not say in time. Never rejects. */
  async isRead(order: Order, sinceMs: number, isMany: boolean): Promise<boolean> {
    const standing = [this.#pulls.get(order.shopId), this.#gets.get(order.id)].find(
      (reading) => reading !== undefined && this.#counts(reading, sinceMs),
    );
    const reading = standing ?? (await this.#begin(order, isMany));
    return reading === null ? true : this.#within(reading);
  }

  /** The next label is asked for anew, whatever was read before. */
  clear(): void {
    this.#pulls.clear();
    this.#gets.clear();
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#pulls.values(), ...this.#gets.values()].map((reading) => reading.done));
  }

  #counts(reading: Reading, sinceMs: number): boolean {
    return reading.begunAtMs >= sinceMs && this.#deps.clock.nowMs() - reading.begunAtMs <= COUNTS_MS;
  }

  /** Null where there is nobody to ask. */
  async #begin(order: Order, isMany: boolean): Promise<Reading | null> {
    const begunAtMs = this.#deps.clock.nowMs();
    const connector = await this.#connections.byId(order.shopId);
    if (connector === null) return null;
    const again = isMany ? this.#pulls.get(order.shopId) : this.#gets.get(order.id);
    // Two labels of one batch ask at the same time.
    if (again !== undefined && again.begunAtMs >= begunAtMs) return again;
    const work = isMany ? this.#pull(order.shopId, connector) : this.#get(order, connector);
    const done = work.catch((error: unknown) => {
      this.#deps.log.warn('state-not-read', { shopId: order.shopId, error: errorText(error) });
      return false;
    });
    const reading: Reading = { begunAtMs, done, result: null };
    void done.then((result) => {
      reading.result = result;
    });
    this.#forgetOld();
    if (isMany) this.#pulls.set(order.shopId, reading);
    else this.#gets.set(order.id, reading);
    return reading;
  }

  async #pull(shopId: ShopId, connector: PlatformConnector): Promise<boolean> {
    return (await syncShop(this.#deps, shopId, connector)).ok;
  }

  async #get(order: Order, connector: PlatformConnector): Promise<boolean> {
    const snapshot = await connector.get(order.facts.remoteId);
    if (snapshot === null) return true;
    const { changed } = await this.#deps.store.write((tx) => ingest(this.#deps, tx, order.shopId, [snapshot]));
    await announceOrders(this.#deps, changed);
    return true;
  }

  #within(reading: Reading): Promise<boolean> {
    const leftMs = reading.begunAtMs + this.#limitMs - this.#deps.clock.nowMs();
    if (reading.result !== null || leftMs <= 0) return Promise.resolve(reading.result === true);
    return new Promise((resolve) => {
      const cancel = this.#deps.clock.after(leftMs, () => resolve(false));
      void reading.done.then((result) => {
        cancel();
        resolve(result);
      });
    });
  }

  #forgetOld(): void {
    const oldestMs = this.#deps.clock.nowMs() - COUNTS_MS;
    for (const [id, reading] of this.#gets) if (reading.begunAtMs < oldestMs) this.#gets.delete(id);
  }
}
