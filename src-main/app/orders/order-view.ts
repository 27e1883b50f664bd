import { ContractError } from '../../contract/errors.ts';
import type { EffectView, OrderView } from '../../contract/methods/orders.ts';
import { sumByCurrency, timesMoney } from '../../core/money/money.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { attachmentView } from '../attachments/attachment-view.ts';
import { orderCaseView } from '../cases/order-case-views.ts';
import type { AppDeps } from '../deps.ts';
import { labelOfOrder } from '../labels/label-of-order.ts';
import type { Reads } from '../ports/store.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import type { JournalEntry } from '../ports/store-rows.ts';
import { productsFor, type ProductLookup } from '../stock/products-for.ts';
import { addressPart } from './address-view.ts';
import { cardViews } from './card-view.ts';
import { marginOf } from './margin.ts';
import { orderDeadlines } from './order-deadlines.ts';
import { orderSiblings } from './order-siblings.ts';
import { timelineOf, type OrderNumbers } from './timeline.ts';

type Deps = Pick<AppDeps, 'store' | 'connectors'>;

/** Everything known of one order, the address masked. Throws ContractError 'not-found'. */
export async function orderView(deps: Deps, id: OrderId): Promise<OrderView> {
  const reads = deps.store.read;
  const order = await reads.order(id);
  const rows = await reads.cardsById([id]);
  const [card] = await cardViews(deps, rows);
  if (order === null || card === undefined) throw new ContractError('not-found');
  const { facts, work } = order;
  const shop = await reads.shop(order.shopId);
  const label = await labelOfOrder(reads, order);
  const articles = facts.lines.map(({ sku }) => ({ platform: facts.platform, sku }));
  const journal = await reads.journal(id);
  return {
    card,
    remoteOrderNumber: facts.remoteOrderNumber,
    shopName: shop?.name ?? '',
    placedAtMs: facts.placedAtMs,
    shipByMs: facts.shipByMs,
    deliverByMs: facts.deliverByMs,
    rawSubstatus: facts.rawSubstatus,
    lines: linesOf(order, await productsFor(reads, articles)),
    totals: totalsOf(order),
    total: facts.total,
    remoteParcels: facts.remoteParcels.map(({ trackingNumber, carrier, shippedAtMs }) => ({
      trackingNumber,
      carrier,
      shippedAtMs,
    })),
    ...addressPart(order),
    buyerNote: facts.buyerNote,
    note: work.note,
    checks: order.checks.map((check) => ({
      ...check,
      params: { ...check.params },
      isAccepted: work.acceptedChecks.includes(check.code),
    })),
    hold: work.hold,
    cases: casesOf(order),
    attachments: (await reads.attachments(id)).map(attachmentView),
    deadlines: await orderDeadlines(reads, order),
    promisedMs: work.promisedMs,
    siblings: await orderSiblings(deps, reads, order, rows[0]?.buyerKey ?? null),
    margin: await marginOf(deps, order),
    parcels: work.parcels.map(({ id: parcel, items, trackingNumber, carrier, labelledAtMs, handedOverAtMs }) => ({
      id: parcel,
      items: items === null ? null : items.map((item) => ({ ...item })),
      trackingNumber,
      carrier,
      labelledAtMs,
      handedOverAtMs,
    })),
    trackingBy: facts.steps.includes('push-tracking') ? 'seller' : 'platform',
    labelBy: labelBy(deps, order, card.parcelOf !== null),
    label: label === null ? null : { id: label.id, source: label.source, fileName: label.fileName },
    canCancel: facts.steps.includes('cancel') && (facts.openSteps?.includes('cancel') ?? true) && work.cancel === null,
    orderLink: orderLink(deps, order),
    effects: (await reads.effectsOfOrder(id)).map(effectView),
    timeline: timelineOf(journal, await sharedNumbers(reads, journal)),
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

/** Open ones due first, those without a time last; then ended ones, newest first. */
function casesOf({ work }: Order): OrderView['cases'] {
  const dueAt = ({ dueAtMs }: { readonly dueAtMs: number | null }): number => dueAtMs ?? Number.MAX_SAFE_INTEGER;
  const open = work.cases.toSorted((left, right) => dueAt(left) - dueAt(right));
  const ended = work.pastCases.toSorted((left, right) => right.closedAtMs - left.closedAtMs);
  return [...open, ...ended].map(orderCaseView);
}

/** Platform numbers of the orders that led this one's parcel or came into it, for the timeline. */
async function sharedNumbers(reads: Reads, journal: readonly JournalEntry[]): Promise<OrderNumbers> {
  const others = journal.flatMap(({ body }) => {
    if (body.kind === 'companion-joined' || body.kind === 'companion-left') return [body.companion];
    return body.kind === 'work' && body.event.kind === 'joined' ? (body.event.shipsWith ?? []) : [];
  });
  const cards = others.length === 0 ? [] : await reads.cardsById([...new Set(others)]);
  return new Map(cards.map((card) => [card.orderId, card.remoteId]));
}

function linesOf(order: Order, productOf: ProductLookup): OrderView['lines'] {
  return order.facts.lines.map((line) => {
    const product = productOf(order.facts.platform, line.sku);
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

/** A platform's label is for one order's goods. */
function labelBy(deps: Deps, { facts }: Order, isShared: boolean): OrderView['labelBy'] {
  if (!facts.steps.includes('platform-label') || isShared) return 'seller';
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
