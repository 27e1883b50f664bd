import { solutions, type Solution } from '../services.ts';
import type { AliStore } from '../store.ts';

export interface ParcelSize {
  weightKg: number;
  sidesCm: readonly number[];
}

/** Nothing beyond 2 kg, 60 cm a side or 90 cm in all, nor for an order that was declared offline already. */
export function offeredSolutions(store: AliStore, orderId: string, parcel: ParcelSize): Solution[] {
  const order = store.order(orderId);
  const sum = parcel.sidesCm.reduce((total, side) => total + side, 0);
  if (order === undefined || parcel.weightKg > 2 || Math.max(...parcel.sidesCm) > 60 || sum > 90) return [];
  const isDeclaredOffline = order.shipments.some(
    (shipment) => store.waybill((waybill) => waybill.internationalNo === shipment.logisticsNo) === undefined,
  );
  if (isDeclaredOffline) return [];
  return solutions.filter((one) => one.countries?.includes(order.address.country) ?? true);
}

/** The postage in fen. */
export function feeCents(solution: Solution, weightKg: number): number {
  return solution.baseCents + Math.round(solution.centsPerKg * weightKg);
}
