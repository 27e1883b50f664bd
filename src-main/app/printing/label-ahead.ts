import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import { labelOfOrder } from '../labels/label-of-order.ts';
import { keepPlatformLabel } from '../labels/keep-platform-label.ts';
import { isBought, purchaseOf } from '../labels/purchase.ts';
import type { LabelFault, PlatformConnector } from '../ports/platform-connector.ts';
import { WorkerLoop } from '../worker-loop.ts';
import type { ReadyLabels } from './ready-labels.ts';

const FIRST_AFTER_MS = 3_000;
/** Somebody is at the key: the next press must not find the machine busy with what may be wanted later. */
const REST_MS = 8_000;
/** One order at a time, so that nobody in the foreground waits for a label that may be wanted later. */
const PAUSE_MS = 300;
const IDLE_MS = 30_000;
/** The top of the lane is what is printed next. */
const ORDERS = 300;
const TRIES = 10;
const AFTER_FAULT_MS = 5 * 60_000;

interface Wish {
  readonly ticket: string | null;
  readonly tries: number;
  readonly dueAtMs: number;
}

/**
 * Gets the labels of confirmed orders before anybody asks for them, where they cost nothing or are bought, and makes
 * them ready for the label printer: the key finds them at hand. Only while nothing is being printed; what fails is
 * left to the key.
 */
export class LabelAhead {
  readonly #deps: AppDeps;
  readonly #connections: Connections;
  readonly #labels: ReadyLabels;
  readonly #loop: WorkerLoop;
  readonly #ready = new Set<OrderId>();
  readonly #wishes = new Map<OrderId, Wish>();
  #restsUntilMs: number;

  constructor(deps: AppDeps, connections: Connections, labels: ReadyLabels) {
    this.#deps = deps;
    this.#connections = connections;
    this.#labels = labels;
    this.#restsUntilMs = deps.clock.nowMs() + FIRST_AFTER_MS;
    this.#loop = new WorkerLoop('label-ahead', deps.clock, deps.log, () => this.#round());
  }

  start(): void {
    this.#loop.start();
  }

  /** Something was done for the order on its platform: what was found of its label before does not count. */
  lookAgainAt(id: OrderId): void {
    this.#ready.delete(id);
    this.#loop.wake();
  }

  /** The print key was pressed. */
  rest(): void {
    this.#restsUntilMs = Math.max(this.#restsUntilMs, this.#deps.clock.nowMs() + REST_MS);
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #round(): Promise<number> {
    const { store, clock } = this.#deps;
    const nowMs = clock.nowMs();
    if (nowMs < this.#restsUntilMs) return this.#restsUntilMs - nowMs;
    const underWay = await store.read.printJobSteps(['waiting', 'queued', 'sending']);
    if (underWay.length > 0) return IDLE_MS;
    const cards = await store.read.cards('to-ship', 0, ORDERS);
    this.#forget(new Set(cards.map((card) => card.orderId)));
    const next = cards.find(
      ({ orderId }) => !this.#ready.has(orderId) && (this.#wishes.get(orderId)?.dueAtMs ?? 0) <= nowMs,
    );
    if (next === undefined) return this.#untilNext(nowMs);
    const order = await store.read.order(next.orderId);
    if (order === null) this.#ready.add(next.orderId);
    else await this.#get(order);
    return PAUSE_MS;
  }

  #untilNext(nowMs: number): number {
    const waits = [...this.#wishes.values()].map((wish) => wish.dueAtMs - nowMs);
    return Math.max(PAUSE_MS, Math.min(IDLE_MS, ...waits));
  }

  async #get(order: Order): Promise<void> {
    try {
      const label = await labelOfOrder(this.#deps.store.read, order);
      if (label === null) return await this.#ask(order);
      await this.#labels.prefetch(order, label);
      this.#done(order.id);
    } catch (error) {
      this.#deps.log.warn('label-ahead-failed', { orderId: order.id, error: errorText(error) });
      this.#later(order.id, AFTER_FAULT_MS);
    }
  }

  async #ask(order: Order): Promise<void> {
    const connector = await this.#connections.byId(order.shopId);
    const isOffered = order.facts.steps.includes('platform-label');
    if (connector === null || !isOffered) return this.#done(order.id);
    if (!(await this.#isPaid(order, connector))) return this.#done(order.id);
    const isFree = connector.manifest.labels === 'free';
    if (isFree && order.facts.stage !== 'to-hand-over') return this.#lookAgain(order.id);
    const ticket = this.#wishes.get(order.id)?.ticket ?? null;
    if (ticket === null) return this.#request(order, connector);
    const answer = await connector.fetchLabel(order.facts.remoteId, ticket);
    if (answer.kind === 'pending') return this.#later(order.id, answer.afterMs, ticket);
    if (answer.kind !== 'ready') return this.#afterFault(order.id, answer);
    const label = await keepPlatformLabel(this.#deps, order.id, answer);
    await this.#labels.prefetch(order, label);
    this.#done(order.id);
  }

  /** A label that costs money is fetched once it is bought; the purchase brings the order back here. */
  async #isPaid({ id }: Order, { manifest }: PlatformConnector): Promise<boolean> {
    if (manifest.labels !== 'bought') return manifest.labels === 'free';
    const purchase = purchaseOf(await this.#deps.store.read.effectsOfOrder(id));
    return purchase !== null && isBought(purchase);
  }

  async #request(order: Order, connector: PlatformConnector): Promise<void> {
    const answer = await connector.requestLabel(order.facts.remoteId);
    if (answer.kind === 'requested') this.#later(order.id, answer.afterMs, answer.ticket);
    else this.#afterFault(order.id, answer);
  }

  #afterFault(id: OrderId, fault: LabelFault): void {
    this.#later(id, fault.kind === 'not-ready' ? Math.max(fault.afterMs, IDLE_MS) : AFTER_FAULT_MS);
  }

  /** The platform is not so far: the order is not confirmed there. */
  #lookAgain(id: OrderId): void {
    this.#wishes.set(id, { ticket: null, tries: 0, dueAtMs: this.#deps.clock.nowMs() + IDLE_MS });
  }

  /** After some tries the order is left to the key. */
  #later(id: OrderId, afterMs: number, ticket: string | null = null): void {
    const tries = (this.#wishes.get(id)?.tries ?? 0) + 1;
    if (tries > TRIES) return this.#done(id);
    this.#wishes.set(id, { ticket, tries, dueAtMs: this.#deps.clock.nowMs() + afterMs });
  }

  #done(id: OrderId): void {
    this.#wishes.delete(id);
    this.#ready.add(id);
  }

  #forget(here: ReadonlySet<OrderId>): void {
    for (const id of this.#ready) if (!here.has(id)) this.#ready.delete(id);
    for (const id of this.#wishes.keys()) if (!here.has(id)) this.#wishes.delete(id);
  }
}
