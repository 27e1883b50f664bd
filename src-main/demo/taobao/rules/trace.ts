import type { TaobaoParcel, TaobaoTrade } from '../trade.ts';
import type { TaobaoTimings } from '../timings.ts';

export interface TraceStep {
  atMs: number;
  description: string;
  action: 'GOT' | 'DEPARTURE' | 'ARRIVAL' | 'SENT_SCAN' | 'SIGNED';
}

/** When the buyer has the parcel. */
export function deliveredAtMs(consignMs: number, timings: TaobaoTimings): number {
  return consignMs + timings.pickupDelayMs + 4 * timings.transitStepMs;
}

/** The carrier took the parcel: from then on its number stands. */
export function isPickedUp(parcel: TaobaoParcel, nowMs: number, timings: TaobaoTimings): boolean {
  return parcel.consignMs !== null && nowMs >= parcel.consignMs + timings.pickupDelayMs;
}

/** What the carrier has scanned by now, oldest first. */
export function traceOf(trade: TaobaoTrade, parcel: TaobaoParcel, nowMs: number, timings: TaobaoTimings): TraceStep[] {
  if (parcel.consignMs === null || parcel.kind === 'dummy') return [];
  const start = parcel.consignMs + timings.pickupDelayMs;
  const { state, city, district } = trade.receiver;
  const place = `${state}${city}`;
  const steps: Omit<TraceStep, 'atMs'>[] = [
    { action: 'GOT', description: '浙江省金华市义乌市 【义乌福田营业部】已收件' },
    { action: 'DEPARTURE', description: '浙江省金华市 快件离开【金华转运中心】' },
    { action: 'ARRIVAL', description: `${place} 快件到达【${city === '' ? district : city}转运中心】` },
    { action: 'SENT_SCAN', description: `${place}${district} 快件正在派送` },
    { action: 'SIGNED', description: '快件已签收' },
  ];
  return steps
    .map((step, index) => ({ ...step, atMs: start + index * timings.transitStepMs }))
    .filter((step) => step.atMs <= nowMs);
}

/** The status of the logistics order in `taobao.logistics.orders.detail.get`. */
export function logisticsStatus(parcel: TaobaoParcel, nowMs: number, timings: TaobaoTimings): string {
  if (parcel.consignMs === null) return 'CREATED';
  if (!isPickedUp(parcel, nowMs, timings)) return parcel.kind === 'online' ? 'ACCEPTED' : 'CREATED';
  return nowMs >= deliveredAtMs(parcel.consignMs, timings) ? 'ACCEPTED_BY_RECEIVER' : 'PICK_UP';
}
