import type { AmazonPackage } from '../order.ts';
import { instantMs, instant } from './values.ts';

/** A package as the order operations show it; none before its confirmation has come through. */
export function packageView(parcel: AmazonPackage): unknown[] {
  const { shown } = parcel;
  if (shown === null) return [];
  const isNamed = shown.carrierName !== '' && shown.carrierCode.toLowerCase() === 'other';
  return [
    {
      packageReferenceId: parcel.referenceId,
      createdTime: instantMs(parcel.acceptedAtMs),
      packageStatus: {
        status: parcel.status,
        detailedStatus: parcel.detailedStatus === '' ? undefined : parcel.detailedStatus,
      },
      carrier: isNamed ? shown.carrierName : shown.carrierCode,
      shipTime: instant(shown.shipDateMs),
      shippingService: shown.shippingMethod === '' ? undefined : shown.shippingMethod,
      trackingNumber: shown.trackingNumber,
      packageItems: shown.items.map(({ orderItemId, quantity, transparencyCodes }) => ({
        orderItemId,
        quantity,
        transparencyCodes: transparencyCodes.length === 0 ? undefined : transparencyCodes,
      })),
    },
  ];
}
