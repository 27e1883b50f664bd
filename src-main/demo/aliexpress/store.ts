import { createHash } from 'node:crypto';
import type { AliIssue } from './after-sales.ts';
import type { AliAddress, AliLine, AliOrder } from './order.ts';
import type { AliWaybill } from './waybill.ts';
import type { AliWorld } from './world.ts';

/** Above 2^53 and odd, so that a client which reads ids as doubles gets a wrong one and a test can see it. */
const firstId = 9_007_199_254_740_993n;

/** The world with an index by id and the lists' own order. */
export class AliStore {
  readonly world: AliWorld;
  readonly #byId = new Map<string, AliOrder>();
  #newestFirst: readonly AliOrder[] | null = null;

  constructor(world: AliWorld) {
    this.world = world;
    for (const order of world.orders) this.#byId.set(order.orderId, order);
  }

  order(orderId: string): AliOrder | undefined {
    return this.#byId.get(orderId);
  }

  /** For happenings and tests; throws Error on an unknown id. */
  knownOrder(orderId: string): AliOrder {
    const order = this.#byId.get(orderId);
    if (order === undefined) throw new Error(`there is no order ${orderId}`);
    return order;
  }

  line(orderId: string, childId: string): { order: AliOrder; line: AliLine } | undefined {
    const order = this.#byId.get(orderId);
    const line = order?.lines.find((candidate) => candidate.childId === childId);
    return order === undefined || line === undefined ? undefined : { order, line };
  }

  add(order: AliOrder): void {
    if (this.#byId.has(order.orderId)) throw new Error(`order ${order.orderId} is already there`);
    this.world.orders.push(order);
    this.#byId.set(order.orderId, order);
    this.#newestFirst = null;
  }

  /** The order of the lists. A new order shifts every page by one. */
  newestFirst(): readonly AliOrder[] {
    this.#newestFirst ??= this.world.orders.toSorted(
      (first, second) => second.createdAtMs - first.createdAtMs || (first.orderId < second.orderId ? 1 : -1),
    );
    return this.#newestFirst;
  }

  issue(issueId: string): AliIssue | undefined {
    return this.world.issues.find((issue) => issue.issueId === issueId);
  }

  waybill(matches: (waybill: AliWaybill) => boolean): AliWaybill | undefined {
    return this.world.waybills.find(matches);
  }

  newId(): string {
    this.world.nextSerial += 1;
    return (firstId + 2n * BigInt(this.world.nextSerial)).toString();
  }
}

/** The digest of an address, with the URL escapes that the platform leaves in it. Another address, another digest. */
export function digestOf(orderId: string, address: AliAddress): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([orderId, address]))
    .digest('base64')
    .slice(0, 40);
  // At least one escape in each, so that a client which escapes twice or not at all is found out.
  return `2${bytes.replaceAll('+', '%2B').replaceAll('/', '%2F')}%2B1`;
}
