import type { Money } from '../../../core/money/money.ts';
import type { EffectItem, ParcelMeasure } from '../../../core/order/effects.ts';
import { readMoney } from './parse-money.ts';
import { parseTime } from './parse-time.ts';
import type { OrderShape } from './schema.ts';
import type { ShipFrom } from './settings.ts';

/** A parcel for which a label is to be bought, as both label APIs need to know it. */
export interface ParcelRequest {
  readonly orderId: string;
  readonly items: readonly ParcelRequestItem[];
  readonly measure: ParcelMeasure;
  readonly shipFrom: ShipFrom;
  readonly currency: string;
  /** Our name of the package. */
  readonly reference: string;
  readonly deliverByMs: number | null;
  /** Constraints that are mandatory, e.g. signatureConfirmation. */
  readonly constraints: readonly string[];
}

export interface ParcelRequestItem {
  readonly orderItemId: string;
  readonly quantity: number;
  readonly title: string;
  readonly unitPrice: Money | null;
}

/** Puts a parcel together; null when nothing of the order is left to ship. */
export function parcelRequest(
  shape: OrderShape,
  shipFrom: ShipFrom,
  parcel: {
    readonly measure: ParcelMeasure;
    readonly items: readonly EffectItem[] | null;
    readonly reference: string;
  },
): ParcelRequest | null {
  const wanted = new Map(parcel.items?.map((item) => [item.lineRemoteId, item.quantity]));
  const packed = shape.orderItems.flatMap((item) => {
    const left = item.fulfillment?.quantityUnfulfilled ?? item.quantityOrdered;
    const quantity = parcel.items === null ? left : (wanted.get(item.orderItemId) ?? 0);
    return quantity > 0 ? [{ item, quantity }] : [];
  });
  if (packed.length === 0) return null;
  const items = packed.map(({ item, quantity }): ParcelRequestItem => ({
    orderItemId: item.orderItemId,
    quantity,
    title: item.product?.title ?? item.product?.sellerSku ?? item.orderItemId,
    unitPrice: readMoney(item.product?.price?.unitPrice ?? null),
  }));
  const total = readMoney(shape.proceeds?.grandTotal ?? null);
  return {
    orderId: shape.orderId,
    items,
    measure: parcel.measure,
    shipFrom,
    currency: items.find((item) => item.unitPrice !== null)?.unitPrice?.currency ?? total?.currency ?? 'USD',
    reference: parcel.reference,
    deliverByMs: parseTime(shape.fulfillment?.deliverByWindow?.latestDateTime ?? null),
    constraints: packed.flatMap(({ item }) => Object.keys(item.fulfillment?.shipping?.shippingConstraints ?? {})),
  };
}
