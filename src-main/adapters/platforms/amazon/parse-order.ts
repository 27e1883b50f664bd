import type { OddOrder, OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import type { Alert, OrderFacts, RemoteParcel, RemoteStage } from '../../../core/order/facts.ts';
import { type JsonNode, member, plain, writeJson } from '../shared/json.ts';
import { parseAddress } from './parse-address.ts';
import { parseLines } from './parse-lines.ts';
import { readMoney } from './parse-money.ts';
import { parseTime } from './parse-time.ts';
import { careWarnings, noteOf, safeWord, serviceOf } from './order-notes.ts';
import { orderSchema, type OrderShape } from './schema.ts';
import { cancelledBy, stageOf, stepsOf } from './units-status.ts';

export type ParsedOrder =
  | { readonly ok: true; readonly snapshot: OrderSnapshot; readonly shape: OrderShape }
  | { readonly ok: false; readonly odd: OddOrder };

/**
 * One order of searchOrders or getOrder (Orders API v2026-01-01) as facts with warnings; or, when it lacks what an order
 * cannot be without, kept raw. Pure; never throws. `knownStatus` is what the search asked for, where the order itself
 * does not tell.
 */
export function parseOrder(node: JsonNode, knownStatus: string | null = null): ParsedOrder {
  const raw = writeJson(node);
  const odd = (reason: string): ParsedOrder => ({ ok: false, odd: { remoteId: idOf(node), raw, reason } });
  const parsed = orderSchema.safeParse(plain(node));
  if (!parsed.success) return odd(`unreadable:${parsed.error.issues[0]?.path.join('.') || 'order'}`);
  const shape = parsed.data;
  const placedAtMs = parseTime(shape.createdTime);
  if (placedAtMs === null) return odd('unreadable:createdTime');
  const warnings: string[] = [];
  const facts = toFacts(shape, placedAtMs, knownStatus, warnings);
  return { ok: true, shape, snapshot: { facts, raw, warnings } };
}

function toFacts(shape: OrderShape, placedAtMs: number, knownStatus: string | null, warnings: string[]): OrderFacts {
  const { fulfillment, recipient, programs } = shape;
  const status = fulfillment?.fulfillmentStatus ?? knownStatus;
  const stage = stageOf(status, shape.packages) ?? 'unknown';
  if (stage === 'unknown') warnings.push(`unknown-status:${safeWord(status ?? '')}`);
  const { lines, warnings: lineWarnings } = parseLines(shape.orderItems, stage === 'not-ready');
  const address = parseAddress(recipient?.deliveryAddress ?? null);
  const isShippable = stage === 'to-confirm' || stage === 'to-hand-over';
  if (isShippable && (address === null || address.lines.length === 0)) warnings.push('address-withheld');
  const facts: OrderFacts = {
    platform: 'amazon',
    remoteId: shape.orderId,
    remoteOrderNumber: shape.orderId,
    stage,
    rawStatus: status ?? '',
    rawSubstatus: substatusOf(shape),
    placedAtMs,
    shipByMs: parseDeadline(fulfillment?.shipByWindow, 'ship-by-unreadable', warnings),
    deliverByMs: parseDeadline(fulfillment?.deliverByWindow, 'deliver-by-unreadable', warnings),
    lines,
    buyerId: null,
    buyerName: shape.buyer?.buyerName ?? (address?.name || null),
    country: address?.country ?? null,
    address,
    isAddressSealed: false,
    buyerNote: noteOf(shape),
    ...stepsOf(stage, fulfillment?.fulfilledBy ?? null, programs),
    alerts: alertsOf(shape, stage),
    trackingNumber: null,
    remoteParcels: parcelsOf(shape),
    total: readMoney(shape.proceeds?.grandTotal ?? null),
    service: serviceOf(shape),
    cancellation: cancellationOf(shape, stage),
    scanCodes: [],
  };
  warnings.push(...lineWarnings, ...careWarnings(shape));
  return facts;
}

type Windows = NonNullable<OrderShape['fulfillment']>;

function parseDeadline(
  window: Windows['shipByWindow'] | undefined,
  warning: string,
  warnings: string[],
): number | null {
  const text = window?.latestDateTime ?? null;
  const atMs = parseTime(text);
  if (atMs === null && text !== null) warnings.push(warning);
  return atMs;
}

/** What an order is beside its status: whose replacement it is, and the newest detailed status of its packages. */
function substatusOf({ associatedOrders, packages }: OrderShape): string | null {
  const words = [
    ...associatedOrders.map(({ associationType, orderId }) => `${associationType ?? 'ASSOCIATED'}:${orderId ?? ''}`),
    ...packages.map(({ packageStatus }) => packageStatus?.detailedStatus ?? packageStatus?.status ?? null),
  ].filter((word) => word !== null);
  return words.length === 0 ? null : [...new Set(words)].join(' ').slice(0, 300);
}

/** A buyer can only ask while nothing of the order is settled: later the request is history. */
function alertsOf({ orderItems }: OrderShape, stage: RemoteStage): Alert[] {
  const isOpen = stage === 'to-confirm' || stage === 'to-hand-over' || stage === 'not-ready' || stage === 'unknown';
  return isOpen && orderItems.some(asksToCancel) ? ['cancel-requested'] : [];
}

/** True for an item whose buyer asked to cancel and which was not cancelled since. */
const asksToCancel = ({ cancellation }: OrderShape['orderItems'][number]): boolean =>
  (cancellation?.cancellationRequest ?? null) !== null && (cancellation?.cancellationExecution ?? null) === null;

function parcelsOf({ packages }: OrderShape): RemoteParcel[] {
  return packages.flatMap((one): RemoteParcel[] => {
    if (one.trackingNumber === null || one.packageStatus?.status === 'CANCELLED') return [];
    const items = one.packageItems.map(({ orderItemId, quantity }) => ({ lineRemoteId: orderItemId, quantity }));
    return [
      {
        trackingNumber: one.trackingNumber,
        carrier: one.carrier,
        shippedAtMs: parseTime(one.shipTime),
        items: items.length === 0 ? null : items,
      },
    ];
  });
}

function cancellationOf({ orderItems, packages }: OrderShape, stage: RemoteStage): OrderFacts['cancellation'] {
  if (stage !== 'cancelled') return null;
  const execution = orderItems
    .map((item) => item.cancellation?.cancellationExecution ?? null)
    .find((one) => one !== null);
  return {
    reason: execution?.cancelReason ?? '',
    by: cancelledBy(execution?.cancelledBy ?? null),
    afterHandOver: packages.some((one) => one.trackingNumber !== null),
  };
}

function idOf(node: JsonNode): string | null {
  const id = plain(member(node, 'orderId'));
  return typeof id === 'string' && id.trim() !== '' ? id.trim().slice(0, 100) : null;
}
