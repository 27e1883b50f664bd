import type { Region } from './marketplaces.ts';

/** Merchant Fulfillment's words for label files. */
export type LabelFormat = 'PDF' | 'PNG' | 'ZPL203' | 'ZPL300';

/** A service that was offered for one shipment and can be bought for a while. */
export interface MfnOffer {
  offerId: string;
  serviceId: string;
  orderId: string;
  expiresAtMs: number;
  amountMinor: number;
  currency: string;
  needsInputs: boolean;
}

export type RefundStatus = 'Purchased' | 'RefundPending' | 'RefundRejected' | 'RefundApplied';

/** A label bought through Merchant Fulfillment v0. `request` is the ShipmentRequestDetails as they came. */
export interface MfnShipment {
  shipmentId: string;
  region: Region;
  orderId: string;
  serviceId: string;
  offerId: string;
  packageReferenceId: string;
  trackingId: string;
  labelFormat: LabelFormat;
  customText: string;
  amountMinor: number;
  currency: string;
  request: Record<string, unknown>;
  status: RefundStatus;
  createdAtMs: number;
  updatedAtMs: number;
  refundDecidedAtMs: number | null;
}

/** Rates that getRates gave; they can be bought for ten minutes. */
export interface RateOffer {
  requestToken: string;
  region: Region;
  /** Null for parcels of other channels. */
  orderId: string | null;
  expiresAtMs: number;
  shipTo: LabelAddress;
  shipFrom: LabelAddress;
  packages: { referenceId: string; items: { itemIdentifier: string; quantity: number }[] }[];
  rates: { rateId: string; serviceId: string; amountMinor: number }[];
  currency: string;
}

/** A label bought through Shipping v2. */
export interface ShippingShipment {
  shipmentId: string;
  region: Region;
  orderId: string | null;
  idempotencyKey: string | null;
  carrierId: string;
  serviceId: string;
  amountMinor: number;
  currency: string;
  shipTo: LabelAddress;
  shipFrom: LabelAddress;
  parcels: ShippingParcel[];
  format: 'PDF' | 'PNG' | 'ZPL';
  dpi: number;
  createdAtMs: number;
  isCancelled: boolean;
}

export interface ShippingParcel {
  referenceId: string;
  trackingId: string;
  packageReferenceId: string | null;
}

/** An address as a label shows it. */
export interface LabelAddress {
  name: string;
  lines: string[];
  city: string;
  stateOrRegion: string;
  postalCode: string;
  countryCode: string;
}
