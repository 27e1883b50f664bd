import type { OddOrder, OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import type { Alert, OrderFacts, RemoteStage } from '../../../core/order/facts.ts';
import { type JsonNode, member, plain, writeJson } from '../shared/json.ts';
import { parseBuyer } from './parse-buyer.ts';
import { parseLines } from './parse-lines.ts';
import { parseTime } from './parse-time.ts';
import { type PostingShape, postingSchema } from './schema.ts';
import { alertsOf, cancelledBy, isFinalStage, isKnownSubstatus, stageOf } from './units-status.ts';
import { stepsOf } from './units-steps.ts';

export type ParsedPosting =
  | { readonly ok: true; readonly snapshot: OrderSnapshot }
  | { readonly ok: false; readonly odd: OddOrder };

/**
 * One posting, from the v4 lists or the v3 get, as facts with warnings; or, when it lacks what an order cannot be
 * without, kept raw. `asksCancel`: a buyer's cancel request waits for the seller's answer. Pure; never throws.
 */
export function parsePosting(node: JsonNode, asksCancel: boolean): ParsedPosting {
  const raw = writeJson(node);
  const shape = postingSchema.safeParse(plain(node));
  if (!shape.success) {
    const path = shape.error.issues[0]?.path.join('.') ?? '';
    return {
      ok: false,
      odd: { remoteId: numberOf(node), raw, reason: `unreadable:${path === '' ? 'posting' : path}` },
    };
  }
  const warnings: string[] = [];
  const facts = toFacts(shape.data, asksCancel, warnings);
  if (facts === null)
    return { ok: false, odd: { remoteId: shape.data.posting_number, raw, reason: 'unreadable:in_process_at' } };
  return { ok: true, snapshot: { facts, raw, warnings } };
}

function toFacts(posting: PostingShape, asksCancel: boolean, warnings: string[]): OrderFacts | null {
  const shipByMs = timeOrWarn(posting.shipment_date, 'ship-by-unreadable', warnings);
  const placedAtMs = timeOrWarn(posting.in_process_at, 'placed-at-unreadable', warnings) ?? shipByMs;
  if (placedAtMs === null) return null;
  const { lines, warnings: lineWarnings } = parseLines(posting.products);
  const { facts: buyer, warnings: buyerWarnings } = parseBuyer(posting);
  const stage = parseStage(posting, warnings);
  const { steps, openSteps, integration } = stepsOf(
    [posting.tpl_integration_type, posting.integration_type_flow],
    posting.available_actions,
  );
  if (integration === null) warnings.push(`unknown-integration:${safe(posting.tpl_integration_type ?? '')}`);
  if (wantsExtraData(posting)) warnings.push('needs-exemplar-data');
  warnings.push(...lineWarnings, ...buyerWarnings);
  return {
    platform: 'ozon',
    remoteId: posting.posting_number,
    remoteOrderNumber: posting.order_number ?? posting.posting_number,
    stage,
    rawStatus: posting.status ?? '',
    rawSubstatus: posting.substatus,
    placedAtMs,
    shipByMs,
    deliverByMs: parseTime(posting.analytics_data?.delivery_date_end ?? null),
    lines,
    ...buyer,
    steps,
    openSteps,
    alerts: parseAlerts(posting, stage, asksCancel),
    isAddressSealed: false,
    trackingNumber: posting.tracking_number,
    remoteParcels: parseParcels(posting),
    // The lists give prices of products, not what the buyer paid for all.
    total: null,
    service: posting.delivery_method?.name ?? posting.delivery_method?.tpl_provider ?? null,
    cancellation: parseCancellation(posting, stage),
    scanCodes: parseScanCodes(posting),
  };
}

function parseStage(posting: PostingShape, warnings: string[]): RemoteStage {
  const stage = stageOf(posting.status ?? '');
  if (stage === null) warnings.push(`unknown-status:${safe(posting.status ?? '')}`);
  if (posting.substatus !== null && !isKnownSubstatus(posting.substatus))
    warnings.push(`unknown-substatus:${safe(posting.substatus)}`);
  return stage ?? 'unknown';
}

function parseAlerts(posting: PostingShape, stage: RemoteStage, asksCancel: boolean): Alert[] {
  const alerts = alertsOf(stage, posting.substatus, posting.available_actions ?? []);
  return asksCancel && !isFinalStage(stage) ? [...alerts, 'cancel-requested'] : alerts;
}

/** Every posting carries a cancellation object; it only means something on a cancelled one. */
function parseCancellation(posting: PostingShape, stage: RemoteStage): OrderFacts['cancellation'] {
  if (stage !== 'cancelled') return null;
  const given = posting.cancellation;
  return {
    reason: given?.cancel_reason ?? '',
    by: cancelledBy(given?.cancellation_type ?? null),
    afterHandOver: given?.cancelled_after_ship ?? false,
  };
}

function parseParcels({ tracking_number: trackingNumber, delivery_method }: PostingShape): OrderFacts['remoteParcels'] {
  if (trackingNumber === null) return [];
  return [{ trackingNumber, carrier: delivery_method?.tpl_provider ?? null, shippedAtMs: null, items: null }];
}

function parseScanCodes(posting: PostingShape): string[] {
  const codes = [posting.barcodes?.upper_barcode, posting.barcodes?.lower_barcode, posting.scanit];
  return [...new Set(codes.filter((code) => typeof code === 'string'))];
}

/** Customs or marking data that Ozon wants before packing (ozon.md §5); the app has no screen for it. */
function wantsExtraData(posting: PostingShape): boolean {
  const wanted = Object.entries(posting.requirements ?? {}).filter(([name]) => name.startsWith('products_requiring_'));
  return wanted.some(([, skus]) => Array.isArray(skus) && skus.length > 0);
}

/** An absent time, or Go's zero time, is silent; an unreadable one warns. */
function timeOrWarn(text: string | null, warning: string, warnings: string[]): number | null {
  const atMs = parseTime(text);
  if (atMs === null && text !== null && !text.startsWith('0001-')) warnings.push(warning);
  return atMs;
}

function numberOf(node: JsonNode): string | null {
  const number = plain(member(node, 'posting_number'));
  return typeof number === 'string' && number.trim() !== '' ? number.trim().slice(0, 100) : null;
}

/** A platform's word, cut down to what may stand in a code. */
const safe = (word: string): string => word.replace(/[^\w-]+/g, '_').slice(0, 60);
