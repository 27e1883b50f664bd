import type { OrderId, ParcelId } from '../shared/ids.ts';

/** The id of an order's n-th parcel (from 1). Derived, so that two commands at once mean the same parcel. */
export function parcelId(orderId: OrderId, number: number): ParcelId {
  return `${orderId}:${number}` as ParcelId;
}
