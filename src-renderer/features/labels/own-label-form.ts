import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';

export type OwnLabelInput = MethodInput<'labels.makeOwn'>;

/** What the form starts with: what is known of the parcel. */
export function ownLabelValues(order: OrderView): OwnLabelInput {
  const [parcel] = order.parcels;
  return {
    orderId: order.card.orderId,
    size: '100x150',
    carrier: parcel?.carrier ?? '',
    service: '',
    trackingNumber: parcel?.trackingNumber ?? '',
    symbol: 'code128',
    hasItems: true,
    note: '',
  };
}

/** Fields that have to be filled first. */
export function ownLabelFaults(values: OwnLabelInput): readonly ('carrier' | 'trackingNumber')[] {
  return (['carrier', 'trackingNumber'] as const).filter((field) => values[field].trim() === '');
}
