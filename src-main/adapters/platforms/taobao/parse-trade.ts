import type { OddOrder, OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import type { Alert, OrderFacts, PlatformStep, RemoteStage } from '../../../core/order/facts.ts';
import { type JsonNode, member, plain, writeJson } from '../shared/json.ts';
import { safe } from './errors.ts';
import { parseGmt8 } from './gmt8.ts';
import { shipByOf } from './parse-deadlines.ts';
import { parseLines, parseParcels, parseYuan } from './parse-lines.ts';
import { toAddress } from './parse-receiver.ts';
import { readTrade, type TradeShape } from './schema.ts';
import { hasOpenRefund, isFrozen, isKnownStatus, isPastDesk, isToShip, isUnpaid, stageOf } from './units-status.ts';

export type ParsedTrade =
  | { readonly ok: true; readonly snapshot: OrderSnapshot; readonly trade: TradeShape }
  | { readonly ok: false; readonly odd: OddOrder };

/**
 * One trade, from a list or from fullinfo, as facts with warnings; or, when it lacks what an order cannot be without,
 * kept raw. Pure; never throws.
 */
export function parseTrade(node: JsonNode): ParsedTrade {
  const raw = writeJson(node);
  const read = readTrade(node);
  if (!read.ok) return { ok: false, odd: { remoteId: tidOf(node), raw, reason: `unreadable:${read.path}` } };
  const { trade } = read;
  const warnings: string[] = [];
  const facts = toFacts(trade, warnings);
  if (facts === null) return { ok: false, odd: { remoteId: trade.tid, raw, reason: 'unreadable:created' } };
  return { ok: true, trade, snapshot: { facts, raw, warnings: [...new Set(warnings)] } };
}

/** The id of a trade that may be unreadable otherwise. */
export function tidOf(node: JsonNode): string | null {
  const tid = plain(member(node, 'tid'));
  return typeof tid === 'string' && /^\d{1,19}$/.test(tid) ? tid : null;
}

function toFacts(trade: TradeShape, warnings: string[]): OrderFacts | null {
  const paidAtMs = parseGmt8(trade.pay_time ?? '');
  const placedAtMs = parseGmt8(trade.created ?? '') ?? paidAtMs;
  if (placedAtMs === null) return null;
  if (!isKnownStatus(trade.status)) warnings.push(`unknown-status:${safe(trade.status ?? '')}`);
  const stage = stageOf(trade);
  const address = toAddress(receiverOf(trade));
  if (address !== null && address.country === null) warnings.push('unknown-country');
  return {
    platform: 'taobao',
    remoteId: trade.tid,
    remoteOrderNumber: trade.tid,
    stage,
    rawStatus: trade.status ?? '',
    rawSubstatus: trade.step_trade_status,
    placedAtMs,
    shipByMs: shipByOf(trade),
    deliverByMs: parseGmt8(trade.sign_time ?? ''),
    lines: parseLines(trade.orders, warnings),
    buyerId: trade.buyer_open_uid,
    buyerName: trade.receiver_name ?? trade.buyer_nick,
    country: address?.country ?? null,
    address,
    isAddressSealed: address !== null && trade.oaid !== null,
    buyerNote: trade.buyer_message,
    ...stepsOf(trade, stage),
    alerts: alertsOf(trade, stage),
    trackingNumber: null,
    remoteParcels: parseParcels(trade.orders),
    total: parseYuan(trade.payment, warnings),
    service: null,
    cancellation: stage === 'cancelled' ? cancellationOf(trade) : null,
    scanCodes: [],
  };
}

export const receiverOf = (trade: TradeShape) => ({
  name: trade.receiver_name,
  mobile: trade.receiver_mobile,
  phone: trade.receiver_phone,
  country: trade.receiver_country,
  state: trade.receiver_state,
  city: trade.receiver_city,
  district: trade.receiver_district,
  town: trade.receiver_town,
  street: trade.receiver_address,
  zip: trade.receiver_zip,
});

/** Virtual goods have no parcel; only what nobody has paid can be closed by the seller. */
function stepsOf(trade: TradeShape, stage: RemoteStage): Pick<OrderFacts, 'steps' | 'openSteps'> {
  const parcelSteps: readonly PlatformStep[] = ['platform-label', 'push-tracking'];
  const steps: readonly PlatformStep[] = trade.shipping_type === 'virtual' ? ['cancel'] : [...parcelSteps, 'cancel'];
  const open: readonly PlatformStep[] = openStepsOf(trade, stage);
  return { steps, openSteps: open.filter((step) => steps.includes(step)) };
}

function openStepsOf(trade: TradeShape, stage: RemoteStage): readonly PlatformStep[] {
  if (isUnpaid(trade)) return ['cancel'];
  if (stage === 'to-confirm' || stage === 'to-hand-over' || stage === 'unknown')
    return ['platform-label', 'push-tracking'];
  // A number that was wrong can be put right for fifty days.
  return stage === 'declared' ? ['push-tracking'] : [];
}

function alertsOf(trade: TradeShape, stage: RemoteStage): Alert[] {
  if (isPastDesk(stage)) return [];
  const alerts: Alert[] = isFrozen(trade) ? ['frozen'] : [];
  const isRefundOpen = trade.orders.some((child) => isToShip(child) && hasOpenRefund(child));
  return isRefundOpen ? [...alerts, 'refund-open'] : alerts;
}

/** After a payment only a refund closes a trade, which the buyer asked for; before one, nobody says who did it. */
const cancellationOf = (trade: TradeShape): OrderFacts['cancellation'] => ({
  reason: '',
  by: trade.status === 'TRADE_CLOSED' ? 'buyer' : 'unknown',
  afterHandOver: trade.consign_time !== null,
});
