import { ContractError } from '../../contract/errors.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { makePackingSlips, makePickList, makeThankYouCards } from '../../core/slip/make-slip.ts';
import type { Slip } from '../../core/slip/slip.ts';
import type { AppDeps } from '../deps.ts';
import type { SlipKind } from '../ports/store-printing.ts';
import { parcelsToPrint, type ParcelToPrint } from '../printing/parcels-to-print.ts';
import { productsFor } from '../stock/products-for.ts';
import { cardText, ownCards } from './card-settings.ts';

export interface ComposedSlip {
  readonly slip: Slip;
  readonly orderIds: readonly OrderId[];
  /** 'orders-left-out:<count>' where some were cancelled or closed meanwhile. */
  readonly warnings: readonly string[];
}

type Deps = Pick<AppDeps, 'store' | 'clock' | 'locale'>;

/**
 * Fills a slip with what the orders say now, in the order they were given; goods that travel in one parcel are together,
 * whichever of its orders was given. Cancelled and closed orders are left out: nobody is to pick or pack them. Throws
 * ContractError 'not-found' when none is left.
 */
export async function composeSlip(deps: Deps, kind: SlipKind, ids: readonly OrderId[]): Promise<ComposedSlip> {
  const { parcels } = await parcelsToPrint(deps.store.read, [...new Set(ids)]);
  const wanted = parcels.flatMap(wantedPart);
  const orders = ordersIn(wanted);
  if (orders.length === 0) throw new ContractError('not-found');
  const leftOut = ordersIn(parcels).length - orders.length;
  return {
    slip: await fill(deps, kind, wanted),
    orderIds: orders.map((order) => order.id),
    warnings: leftOut === 0 ? [] : [`orders-left-out:${leftOut}`],
  };
}

const ordersIn = (parcels: readonly ParcelToPrint[]): Order[] =>
  parcels.flatMap(({ order, companions }) => [order, ...companions]);

/** What of a parcel is to be packed. */
function wantedPart({ order, companions }: ParcelToPrint): ParcelToPrint[] {
  const [first, ...others] = [order, ...companions].filter(isWanted);
  return first === undefined ? [] : [{ order: first, companions: others }];
}

function isWanted({ facts, work }: Order): boolean {
  const isGone = facts.stage === 'cancelled' || facts.stage === 'rejected' || facts.stage === 'replaced';
  return !isGone && work.cancel === null && work.closedAtMs === null;
}

async function fill(deps: Deps, kind: SlipKind, parcels: readonly ParcelToPrint[]): Promise<Slip> {
  const { read } = deps.store;
  const leads = parcels.map(({ order }) => order);
  if (kind === 'pick-list') return await pickList(deps, ordersIn(parcels));
  const shops = new Map((await read.shops()).map((shop) => [shop.id, shop.name]));
  const shopOf = (order: Order): string => shops.get(order.shopId) ?? '';
  if (kind === 'packing-slip') {
    const companions = new Map(parcels.map((parcel) => [parcel.order.id, parcel.companions]));
    return makePackingSlips({
      orders: leads,
      shopOf,
      dateOf: (order) => dateText(order.facts.placedAtMs, false),
      companionsOf: ({ id }) => companions.get(id) ?? [],
    });
  }
  const own = await ownCards(read);
  return makeThankYouCards({
    orders: leads,
    shopOf,
    textOf: (order, language) => cardText(own, order.facts.platform, language),
  });
}

async function pickList({ store, clock, locale }: Deps, orders: readonly Order[]): Promise<Slip> {
  const articles = orders.flatMap(({ facts }) => facts.lines.map(({ sku }) => ({ platform: facts.platform, sku })));
  const productOf = await productsFor(store.read, articles);
  const date = dateText(clock.nowMs(), true);
  return makePickList({
    orders,
    binOf: (platform, sku) => productOf(platform, sku)?.bin ?? null,
    language: locale(),
    date,
  });
}

/** Year first, as every reader understands it, in the time of the desk. */
function dateText(atMs: number, hasTime: boolean): string {
  const style = hasTime ? ({ dateStyle: 'short', timeStyle: 'short' } as const) : ({ dateStyle: 'short' } as const);
  return new Intl.DateTimeFormat('sv-SE', style).format(atMs);
}
