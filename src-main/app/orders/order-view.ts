import { ContractError } from '../../contract/errors.ts';
import type { AddressView, EffectView, OrderView } from '../../contract/methods/orders.ts';
import type { Address } from '../../core/address/address.ts';
import { sumByCurrency, timesMoney } from '../../core/money/money.ts';
import { maskAddress, maskCustomsId } from '../../core/order/mask.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { labelOfOrder } from '../labels/label-of-order.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import type { ProductRow } from '../ports/store-rows.ts';
import { cardViews } from './card-view.ts';
import { timelineOf } from './timeline.ts';

type Deps = Pick<AppDeps, 'store' | 'connectors'>;

/** Everything known of one order, the address masked. Throws ContractError 'not-found'. */
export async function orderView(deps: Deps, id: OrderId): Promise<OrderView> {
  const reads = deps.store.read;
  const order = await reads.order(id);
  const [card] = await cardViews(reads, await reads.cardsById([id]));
  if (order === null || card === undefined) throw new ContractError('not-found');
  const { facts, work } = order;
  const shop = await reads.shop(order.shopId);
  const label = await labelOfOrder(reads, order);
  const products = await reads.products([...new Set(facts.lines.map((line) => line.sku))]);
  return {
    card,
    remoteOrderNumber: facts.remoteOrderNumber,
    shopName: shop?.name ?? '',
    placedAtMs: facts.placedAtMs,
    shipByMs: facts.shipByMs,
    deliverByMs: facts.deliverByMs,
    rawSubstatus: facts.rawSubstatus,
    lines: linesOf(order, products),
    totals: totalsOf(order),
    total: facts.total,
    remoteParcels: facts.remoteParcels.map(({ trackingNumber, carrier, shippedAtMs }) => ({
      trackingNumber,
      carrier,
      shippedAtMs,
    })),
    isAddressSealed: facts.isAddressSealed,
    address: maskedAddress(order),
    buyerNote: facts.buyerNote,
    note: work.note,
    checks: order.checks.map((check) => ({
      ...check,
      params: { ...check.params },
      isAccepted: work.acceptedChecks.includes(check.code),
    })),
    hold: work.hold,
    cases: [...work.cases],
    parcels: work.parcels.map(({ id: parcel, items, trackingNumber, carrier, labelledAtMs, handedOverAtMs }) => ({
      id: parcel,
      items: items === null ? null : items.map((item) => ({ ...item })),
      trackingNumber,
      carrier,
      labelledAtMs,
      handedOverAtMs,
    })),
    trackingBy: facts.steps.includes('push-tracking') ? 'seller' : 'platform',
    labelBy: labelBy(deps, order),
    label: label === null ? null : { id: label.id, source: label.source, fileName: label.fileName },
    canCancel: facts.steps.includes('cancel') && (facts.openSteps?.includes('cancel') ?? true) && work.cancel === null,
    orderLink: orderLink(deps, order),
    effects: (await reads.effectsOfOrder(id)).map(effectView),
    timeline: timelineOf(await reads.journal(id)),
  };
}

/** One outbox row as the window shows it. */
export function effectView(row: EffectRow): EffectView {
  return {
    id: row.id,
    kind: row.effect.kind,
    state: row.state,
    code: row.lastCode,
    attempts: row.attempts,
    dueAtMs: row.dueAtMs,
    trackingNumber: row.effect.kind === 'push-tracking' ? row.effect.trackingNumber : null,
  };
}

/** An address in the contract's shape. */
export function addressView(address: Address, customsId: string | null): AddressView {
  return { ...address, lines: [...address.lines], customsId };
}

function maskedAddress({ facts: { address, customsId } }: Order): AddressView | null {
  if (address === null) return null;
  return addressView(maskAddress(address), customsId == null ? null : maskCustomsId(customsId));
}

function linesOf(order: Order, products: readonly ProductRow[]): OrderView['lines'] {
  const bySku = new Map(products.map((product) => [product.sku, product]));
  return order.facts.lines.map((line) => {
    const product = bySku.get(line.sku);
    return {
      remoteId: line.remoteId,
      sku: line.sku,
      title: product?.title ?? line.title,
      variant: product?.variant ?? line.variant,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      picture: product?.picture ?? null,
      bin: product?.bin ?? null,
      stock: product?.quantity ?? null,
    };
  });
}

function totalsOf(order: Order): OrderView['totals'] {
  const amounts = order.facts.lines.flatMap((line) =>
    line.unitPrice === null ? [] : [timesMoney(line.unitPrice, line.quantity)],
  );
  return sumByCurrency(amounts);
}

function labelBy(deps: Deps, { facts }: Order): OrderView['labelBy'] {
  if (!facts.steps.includes('platform-label')) return 'seller';
  return deps.connectors.get(facts.platform)?.manifest.labels === 'bought' ? 'bought' : 'platform';
}

function orderLink(deps: Deps, order: Order): string | null {
  const manifest = deps.connectors.get(order.facts.platform)?.manifest;
  return manifest === undefined
    ? null
    : manifest.orderLink
        .replace('{remoteId}', encodeURIComponent(order.facts.remoteId))
        .replace('{orderNumber}', encodeURIComponent(order.facts.remoteOrderNumber));
}
