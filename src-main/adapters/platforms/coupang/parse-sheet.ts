import type { OddOrder, OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import type { Alert, OrderFacts, RemoteParcel, RemoteStage } from '../../../core/order/facts.ts';
import { type JsonNode, member, plain, writeJson } from '../shared/json.ts';
import { lacksClearance, parseBuyer } from './parse-buyer.ts';
import { parseLines } from './parse-lines.ts';
import { readMoney, sumMoney } from './parse-money.ts';
import { safeWord } from './safe-word.ts';
import { DAY_MS, endOfSeoulDay, readSeoulTime } from './seoul-time.ts';
import { type SheetShape, sheetSchema } from './sheet-schema.ts';
import { carrierCodeOf } from './units-carriers.ts';
import { isBeforeShipping, isSent, stageOf, stepsOf } from './units-status.ts';

export type ParsedSheet =
  | { readonly ok: true; readonly snapshot: OrderSnapshot }
  | { readonly ok: false; readonly odd: OddOrder };

/** "More than a month after the number": then the seller may call a parcel delivered. */
const STALE_MS = 30 * DAY_MS;

/**
 * One order sheet as facts with warnings; or, when it lacks what an order cannot be without, kept raw. `nowMs` is the
 * platform's time. Pure; never throws.
 */
export function parseSheet(node: JsonNode, nowMs: number): ParsedSheet {
  const raw = writeJson(node);
  const shape = sheetSchema.safeParse(plain(node));
  if (!shape.success) {
    const path = shape.error.issues[0]?.path.join('.') ?? '';
    return { ok: false, odd: { remoteId: idOf(node), raw, reason: `unreadable:${path === '' ? 'sheet' : path}` } };
  }
  const warnings: string[] = [];
  const facts = toFacts(shape.data, nowMs, warnings);
  if (facts === null)
    return { ok: false, odd: { remoteId: shape.data.shipmentBoxId, raw, reason: 'unreadable:orderedAt' } };
  return { ok: true, snapshot: { facts, raw, warnings } };
}

function toFacts(sheet: SheetShape, nowMs: number, warnings: string[]): OrderFacts | null {
  const placedAtMs = readSeoulTime(sheet.orderedAt) ?? readSeoulTime(sheet.paidAt);
  if (placedAtMs === null) return null;
  const status = sheet.status ?? '';
  const { lines, warnings: lineWarnings } = parseLines(sheet.orderItems, status);
  warnings.push(...lineWarnings);
  const total = totalOf(sheet);
  if (total === null) warnings.push('total-unreadable');
  const type = sheet.shipmentType ?? 'THIRD_PARTY';
  return {
    platform: 'coupang',
    remoteId: sheet.shipmentBoxId,
    remoteOrderNumber: sheet.orderId,
    stage: stageIn(sheet, status, warnings),
    rawStatus: status,
    rawSubstatus: null,
    placedAtMs,
    shipByMs: shipBy(sheet),
    deliverByMs: null,
    lines,
    buyerId: null,
    country: 'KR',
    ...parseBuyer(sheet),
    isAddressSealed: false,
    ...stepsOf(status, !isHubs(type), isStale(sheet, nowMs)),
    alerts: alertsOf(sheet, status),
    trackingNumber: null,
    remoteParcels: parcelsOf(sheet),
    total,
    service: type === 'THIRD_PARTY' ? null : type,
    cancellation: isGone(sheet) ? { reason: '', by: 'unknown', afterHandOver: isSent(status) } : null,
    scanCodes: [],
  };
}

/**
 * What Coupang's hub ships is never on the seller's desk: it counts as under way from the start. A box that was split
 * off with its number is under way too: it is entered only when that parcel leaves.
 */
function stageIn(sheet: SheetShape, status: string, warnings: string[]): RemoteStage {
  if (isGone(sheet)) return 'cancelled';
  const stage = stageOf(status);
  if (stage === null) {
    warnings.push(`unknown-status:${safeWord(status)}`);
    return 'unknown';
  }
  const type = sheet.shipmentType ?? 'THIRD_PARTY';
  if (type !== 'THIRD_PARTY' && !isHubs(type)) warnings.push(`unknown-shipment-type:${safeWord(type)}`);
  const isSplitOff = sheet.splitShipping && status === 'DEPARTURE';
  return (isHubs(type) && stage !== 'delivered') || isSplitOff ? 'in-transit' : stage;
}

/** CGF, CGF LITE: Coupang Global Fulfillment. A type that nobody knows is taken for the seller's own, and said. */
const isHubs = (type: string): boolean => type.startsWith('CGF');

/** All of it cancelled; such a box should be in no list any more. */
const isGone = ({ orderItems }: SheetShape): boolean =>
  orderItems.length > 0 && orderItems.every((item) => item.shippingCount <= item.cancelCount);

/** The earliest day of its items, to its last moment in Seoul; a later part of a split delivery has a day of its own. */
function shipBy({ orderItems }: SheetShape): number | null {
  const days = orderItems.flatMap(
    (item) => endOfSeoulDay(item.plannedShippingDate) ?? endOfSeoulDay(item.estimatedShippingDate) ?? [],
  );
  return days.length === 0 ? null : Math.min(...days);
}

/** A held count before shipping is a buyer who wants out: a cancel that is pending, or a request to stop the parcel. */
function alertsOf(sheet: SheetShape, status: string): Alert[] {
  if (!isBeforeShipping(status)) return [];
  const alerts: Alert[] = [];
  if (sheet.orderItems.some((item) => item.holdCountForCancel > 0)) alerts.push('cancel-requested');
  if (lacksClearance(sheet)) alerts.push('customs-data-pending');
  return alerts;
}

/** The name of the carrier is all that a sheet tells; the code of the same name is what writes want. */
function parcelsOf(sheet: SheetShape): RemoteParcel[] {
  const { invoiceNumber, deliveryCompanyName, inTrasitDateTime } = sheet;
  if (invoiceNumber === null) return [];
  const carrier = deliveryCompanyName === null ? null : carrierCodeOf(deliveryCompanyName);
  const shippedAtMs = readSeoulTime(inTrasitDateTime) ?? uploadedAtMs(sheet);
  return [{ trackingNumber: invoiceNumber, carrier, shippedAtMs, items: null }];
}

const uploadedAtMs = ({ orderItems }: SheetShape): number | null =>
  readSeoulTime(orderItems.find((item) => item.invoiceNumberUploadDate !== null)?.invoiceNumberUploadDate ?? null);

function isStale(sheet: SheetShape, nowMs: number): boolean {
  const atMs = uploadedAtMs(sheet);
  const isUnderWay = ['DEPARTURE', 'DELIVERING', 'NONE_TRACKING'].includes(sheet.status ?? '');
  return isUnderWay && atMs !== null && nowMs - atMs > STALE_MS;
}

/** Items less their discounts, the delivery, and what remote places cost more. */
function totalOf({ orderItems, shippingPrice, remotePrice }: SheetShape): OrderFacts['total'] {
  const prices = orderItems.map((item) => readMoney(item.orderPrice));
  const extras = [shippingPrice, remotePrice].map(readMoney).filter((money) => money !== null);
  const discounts = orderItems.map((item) => readMoney(item.discountPrice)).filter((money) => money !== null);
  return sumMoney([...prices, ...extras], discounts);
}

function idOf(node: JsonNode): string | null {
  const id = plain(member(node, 'shipmentBoxId'));
  return typeof id === 'string' && /^\d{1,19}$/.test(id.trim()) ? id.trim() : null;
}
