import type { TaobaoRefund } from './refund.ts';
import type { TaobaoOrder, TaobaoTrade } from './trade.ts';
import type { TaobaoWaybill } from './waybill.ts';
import type { TaobaoItem, TaobaoSku, TaobaoWorld } from './world.ts';

/** Above 2^53 and odd, so that a client which reads ids as doubles gets a wrong one and a test can see it. */
const firstId = 9_007_199_254_740_993n;

/** The world with its indexes. */
export class WorldStore {
  readonly world: TaobaoWorld;
  readonly #trades = new Map<string, TaobaoTrade>();
  readonly #tradeOfOrder = new Map<string, TaobaoTrade>();
  readonly #refunds = new Map<string, TaobaoRefund>();
  readonly #waybills = new Map<string, TaobaoWaybill>();
  #byCreation: readonly TaobaoTrade[] | null = null;

  constructor(world: TaobaoWorld) {
    this.world = world;
    for (const trade of world.trades) this.#index(trade);
    for (const refund of world.refunds) this.#refunds.set(refund.refundId, refund);
    for (const waybill of world.waybills) this.#waybills.set(waybill.waybillCode, waybill);
  }

  trade(tid: string): TaobaoTrade | undefined {
    return this.#trades.get(tid);
  }

  /** The child and its trade; a single-line trade has the same id for both. */
  order(oid: string): { trade: TaobaoTrade; order: TaobaoOrder } | undefined {
    const trade = this.#tradeOfOrder.get(oid);
    const order = trade?.orders.find((candidate) => candidate.oid === oid);
    return trade === undefined || order === undefined ? undefined : { trade, order };
  }

  refund(refundId: string): TaobaoRefund | undefined {
    return this.#refunds.get(refundId);
  }

  refundsOf(oid: string): TaobaoRefund[] {
    return this.world.refunds.filter((refund) => refund.oid === oid);
  }

  waybill(waybillCode: string): TaobaoWaybill | undefined {
    return this.#waybills.get(waybillCode);
  }

  addTrade(trade: TaobaoTrade): void {
    if (this.#trades.has(trade.tid)) throw new Error(`trade ${trade.tid} is already there`);
    this.world.trades.push(trade);
    this.#index(trade);
    this.#byCreation = null;
  }

  addRefund(refund: TaobaoRefund): void {
    this.world.refunds.push(refund);
    this.#refunds.set(refund.refundId, refund);
  }

  addWaybill(waybill: TaobaoWaybill): void {
    this.world.waybills.push(waybill);
    this.#waybills.set(waybill.waybillCode, waybill);
  }

  /** Newest first. */
  tradesByCreation(): readonly TaobaoTrade[] {
    this.#byCreation ??= this.world.trades.toSorted((first, second) => second.createdMs - first.createdMs);
    return this.#byCreation;
  }

  sku(skuId: string): { item: TaobaoItem; sku: TaobaoSku } | undefined {
    for (const item of this.world.items) {
      const sku = item.skus.find((candidate) => candidate.skuId === skuId);
      if (sku !== undefined) return { item, sku };
    }
    return undefined;
  }

  newId(): string {
    return (firstId + 2n * BigInt(this.newSerial())).toString();
  }

  newSerial(): number {
    this.world.nextSerial += 1;
    return this.world.nextSerial;
  }

  #index(trade: TaobaoTrade): void {
    this.#trades.set(trade.tid, trade);
    for (const order of trade.orders) this.#tradeOfOrder.set(order.oid, trade);
  }
}
