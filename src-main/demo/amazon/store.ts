import type { AmazonAccount } from './account.ts';
import type { Region } from './marketplaces.ts';
import type { AmazonOrder } from './order.ts';
import { notFound } from './refusal.ts';
import type { AmazonWorld, StoredDocument } from './world.ts';

/** The world with an index of its orders and a source of ids. */
export class AmazonStore {
  readonly world: AmazonWorld;
  readonly #byId = new Map<string, AmazonOrder>();

  constructor(world: AmazonWorld) {
    this.world = world;
    for (const order of world.orders) this.#byId.set(order.orderId, order);
  }

  find(orderId: string): AmazonOrder | undefined {
    return this.#byId.get(orderId);
  }

  /** An order of the account; throws the platform's 404. */
  order(orderId: string, region: Region): AmazonOrder {
    const order = this.find(orderId);
    if (order === undefined || order.region !== region) throw notFound(`Order ${orderId} was not found.`);
    return order;
  }

  /** For whoever turns the switches: throws when there is no such order. */
  orderInBooks(orderId: string): AmazonOrder {
    const order = this.find(orderId);
    if (order === undefined) throw new Error(`the world has no order ${orderId}`);
    return order;
  }

  add(order: AmazonOrder): void {
    if (this.#byId.has(order.orderId)) throw new Error(`order ${order.orderId} is already there`);
    this.world.orders.push(order);
    this.#byId.set(order.orderId, order);
  }

  account(region: Region): AmazonAccount {
    const account = this.world.accounts.find((candidate) => candidate.region === region);
    if (account === undefined) throw new Error(`the world has no account in ${region}`);
    return account;
  }

  document(documentId: string): StoredDocument | undefined {
    return this.world.documents.find((candidate) => candidate.documentId === documentId);
  }

  /** The next number of this world; never twice the same. */
  newSerial(): number {
    this.world.nextSerial += 1;
    return this.world.nextSerial;
  }

  /** Looks like a UUID and is unique in this world. */
  newUuid(): string {
    const serial = this.newSerial();
    const mixed = Math.imul(serial, 0x9e3779b1) >>> 0;
    const head = mixed.toString(16).padStart(8, '0');
    return `${head}-5eed-4a7a-8a7a-${serial.toString(16).padStart(12, '0')}`;
  }
}
