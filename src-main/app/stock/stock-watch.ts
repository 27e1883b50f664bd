import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { breathe } from '../sync/breathe.ts';
import { WorkerLoop } from '../worker-loop.ts';
import { RECHECK_PAGE, recheckOrders, recheckProduct } from './recheck.ts';

/** What no announcement told of (a shop was removed, an older version wrote the checks) is found within this time. */
const FULL_LOOK_EVERY_MS = 10 * 60_000;

/**
 * Follows the orders that change, whoever changes them: an order that leaves the desk frees pieces for those that wait,
 * one that comes in late takes its place before them. Looks only at the products of those orders, a page at a time.
 */
export class StockWatch {
  readonly #deps: AppDeps;
  readonly #loop: WorkerLoop;
  readonly #changed = new Set<OrderId>();
  /** Products, and orders, of which a first page was looked at when they changed. */
  readonly #products = new Set<string>();
  readonly #orders = new Set<OrderId>();
  #nextFullLookMs = 0;

  constructor(deps: AppDeps) {
    this.#deps = deps;
    this.#loop = new WorkerLoop('stock', deps.clock, deps.log, () => this.#look());
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** These orders are not what they were. */
  ordersChanged(ids: readonly string[]): void {
    for (const id of ids) this.#changed.add(id as OrderId);
    this.#loop.wake();
  }

  /** More or fewer pieces of a product: the first who wait for it are looked at before this resolves. */
  async piecesChanged(sku: string): Promise<void> {
    if (!(await recheckProduct(this.#deps, sku))) return;
    this.#products.add(sku);
    this.#loop.wake();
  }

  /** What is asked of these orders changed, or how they look: the first are checked before this resolves. */
  async lookAgainAt(ids: readonly OrderId[]): Promise<void> {
    if (ids.length === 0) return;
    await recheckOrders(this.#deps, ids.slice(0, RECHECK_PAGE));
    for (const id of ids.slice(RECHECK_PAGE)) this.#orders.add(id);
    const { store, events } = this.#deps;
    events.emit('orders.changed', { ids: [...ids], revision: await store.read.revision() });
    this.#loop.wake();
  }

  /** Answers in how many milliseconds it wants to look at everything. */
  async #look(): Promise<number> {
    const { store, clock, events } = this.#deps;
    const nextFullLookMs = this.#nextFullLookMs;
    const isFull = clock.nowMs() >= nextFullLookMs;
    // A look that fails forgets what it was for: the next one is at everything.
    this.#nextFullLookMs = 0;
    const changed = takeAll(this.#changed);
    const asked = isFull || changed.length > 0 ? await store.read.countedProducts(isFull ? null : changed) : [];
    for (const sku of new Set([...asked, ...takeAll(this.#products)])) {
      while (await recheckProduct(this.#deps, sku)) await breathe();
    }
    const orders = takeAll(this.#orders);
    for (let start = 0; start < orders.length; start += RECHECK_PAGE) {
      await recheckOrders(this.#deps, orders.slice(start, start + RECHECK_PAGE));
      await breathe();
    }
    this.#nextFullLookMs = isFull ? clock.nowMs() + FULL_LOOK_EVERY_MS : nextFullLookMs;
    if (changed.length > 0 && asked.length > 0) events.emit('stock.changed', { revision: await store.read.revision() });
    return Math.max(0, this.#nextFullLookMs - clock.nowMs());
  }
}

function takeAll<Item>(items: Set<Item>): Item[] {
  const all = [...items];
  items.clear();
  return all;
}
