import { ContractError } from '../../contract/errors.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { makePackingSlips, makePickList, makeThankYouCards } from '../../core/slip/make-slip.ts';
import type { Slip } from '../../core/slip/slip.ts';
import type { AppDeps } from '../deps.ts';
import type { SlipKind } from '../ports/store-printing.ts';
import { cardText, ownCards } from './card-settings.ts';

export interface ComposedSlip {
  readonly slip: Slip;
  readonly orderIds: readonly OrderId[];
  /** 'orders-left-out:<count>' where some were cancelled or closed meanwhile. */
  readonly warnings: readonly string[];
}

type Deps = Pick<AppDeps, 'store' | 'clock' | 'locale'>;

/**
 * Fills a slip with what the orders say now, in the order they were given. Cancelled and closed orders are left out:
 * nobody is to pick or pack them. Throws ContractError 'not-found' when none is left.
 */
export async function composeSlip(deps: Deps, kind: SlipKind, ids: readonly OrderId[]): Promise<ComposedSlip> {
  const found = new Map((await deps.store.read.orders(ids)).map((order) => [order.id, order]));
  const given = [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
  const orders = given.filter(isWanted);
  if (orders.length === 0) throw new ContractError('not-found');
  const leftOut = given.length - orders.length;
  return {
    slip: await fill(deps, kind, orders),
    orderIds: orders.map((order) => order.id),
    warnings: leftOut === 0 ? [] : [`orders-left-out:${leftOut}`],
  };
}

function isWanted({ facts, work }: Order): boolean {
  const isGone = facts.stage === 'cancelled' || facts.stage === 'rejected' || facts.stage === 'replaced';
  return !isGone && work.cancel === null && work.closedAtMs === null;
}

async function fill(deps: Deps, kind: SlipKind, orders: readonly Order[]): Promise<Slip> {
  const { read } = deps.store;
  if (kind === 'pick-list') {
    const skus = new Set(orders.flatMap((order) => order.facts.lines.map((line) => line.sku)));
    const bins = new Map((await read.products([...skus])).map((product) => [product.sku, product.bin]));
    const date = dateText(deps.clock.nowMs(), true);
    return makePickList({ orders, binOf: (sku) => bins.get(sku) ?? null, language: deps.locale(), date });
  }
  const shops = new Map((await read.shops()).map((shop) => [shop.id, shop.name]));
  const shopOf = (order: Order): string => shops.get(order.shopId) ?? '';
  if (kind === 'packing-slip') {
    return makePackingSlips({ orders, shopOf, dateOf: (order) => dateText(order.facts.placedAtMs, false) });
  }
  const own = await ownCards(read);
  return makeThankYouCards({
    orders,
    shopOf,
    textOf: (order, language) => cardText(own, order.facts.platform, language),
  });
}

/** Year first, as every reader understands it, in the time of the desk. */
function dateText(atMs: number, hasTime: boolean): string {
  const style = hasTime ? ({ dateStyle: 'short', timeStyle: 'short' } as const) : ({ dateStyle: 'short' } as const);
  return new Intl.DateTimeFormat('sv-SE', style).format(atMs);
}
