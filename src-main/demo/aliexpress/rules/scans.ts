import type { AliOrder } from '../order.ts';
import type { AliStore } from '../store.ts';
import type { AliTimings } from '../timings.ts';
import type { AliWaybill } from '../waybill.ts';

export interface Scan {
  actionCode: string;
  text: string;
  place: string;
  atMs: number;
}

/** The journey of a parcel in the platform's `action_code` words, one step after another. */
const journey: readonly (readonly [actionCode: string, text: string, place: 'here' | 'there'])[] = [
  ['PU_PICKUP_SUCCESS', 'Accepted by carrier', 'here'],
  ['SC_INBOUND_SUCCESS', 'Inbound in sorting center', 'here'],
  ['SC_OUTBOUND_SUCCESS', 'Outbound in sorting center', 'here'],
  ['LH_DEPART', 'Leaving from departure country/region', 'here'],
  ['LH_ARRIVE', 'Arrived at destination country/region', 'there'],
  ['CC_IM_START', 'Import customs clearance started', 'there'],
  ['CC_IM_SUCCESS', 'Import customs clearance complete', 'there'],
  ['GTMS_ACCEPT', 'Received by local delivery company', 'there'],
  ['GTMS_DELIVERING', 'Out for delivery', 'there'],
  ['GTMS_SIGNED', 'Delivered', 'there'],
];

/** What the carrier has scanned by now. `startsAtMs` is the hand-over; nothing is known before. */
export function scansOf(country: string, startsAtMs: number | null, nowMs: number, timings: AliTimings): Scan[] {
  if (startsAtMs === null) return [];
  return journey
    .map(([actionCode, text, place], index) => ({
      actionCode,
      text,
      place: place === 'here' ? 'CN' : country,
      atMs: startsAtMs + index * timings.transitStepMs,
    }))
    .filter((scan) => scan.atMs <= nowMs);
}

/** The codes after which a parcel goes no further by itself. */
const stuckCodes = new Set([
  'PU_PICKUP_FAILURE',
  'SC_INBOUND_FAILURE',
  'CC_IM_FAILURE',
  'GTMS_DEL_FAILURE',
  'RETURNED',
]);

/** The ordinary scans and what was added to them; nothing ordinary follows a scan that says the parcel is stuck. */
export function allScansOf(store: AliStore, order: AliOrder, wish: ScanWish, timings: AliTimings): Scan[] {
  const { logisticsNo, country, nowMs } = wish;
  const extra = store.world.extraScans
    .filter((scan) => scan.logisticsNo === logisticsNo && scan.atMs <= nowMs)
    .map(({ actionCode, text, atMs }) => ({ actionCode, text, place: country, atMs }));
  const stuckAtMs = extra.find((scan) => stuckCodes.has(scan.actionCode))?.atMs ?? Number.POSITIVE_INFINITY;
  const ordinary = scansOf(country, handOverOf(store, order, logisticsNo, timings), nowMs, timings);
  return [...ordinary.filter((scan) => scan.atMs < stuckAtMs), ...extra].toSorted((a, b) => a.atMs - b.atMs);
}

export interface ScanWish {
  logisticsNo: string;
  country: string;
  nowMs: number;
}

export function isStuckCode(actionCode: string): boolean {
  return stuckCodes.has(actionCode);
}

/** When the carrier has the parcel with this number; null when nobody has heard of it. */
function handOverOf(store: AliStore, order: AliOrder, logisticsNo: string, timings: AliTimings): number | null {
  const waybill = store.waybill((candidate) => candidate.internationalNo === logisticsNo);
  if (waybill?.handedOverAtMs != null) return waybill.handedOverAtMs;
  const declared = order.shipments.find((shipment) => shipment.logisticsNo === logisticsNo);
  return declared === undefined ? null : declared.declaredAtMs + timings.pickupDelayMs;
}

/** `logistics_status` of online shipping. */
export function waybillStatus(waybill: AliWaybill, nowMs: number, timings: AliTimings): string {
  if (waybill.isClosed) return 'closed';
  if (waybill.trouble !== '') return waybill.trouble;
  if (nowMs < waybill.numberReadyAtMs) return 'init';
  const scans = scansOf(waybill.receiver.country, waybill.handedOverAtMs, nowMs, timings);
  switch (scans.at(-1)?.actionCode) {
    case undefined:
      return 'wait_warehouse_receive_goods';
    case 'PU_PICKUP_SUCCESS':
      return 'pickup_success';
    case 'SC_INBOUND_SUCCESS':
      return 'wait_warehouse_send_goods';
    case 'SC_OUTBOUND_SUCCESS':
      return 'out_stock_success';
    default:
      return 'send_goods_success';
  }
}

/** Empty until the carrier has given one out. */
export function numberOf(waybill: AliWaybill, nowMs: number): string {
  return nowMs >= waybill.numberReadyAtMs ? waybill.internationalNo : '';
}
