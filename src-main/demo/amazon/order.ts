import type { Region } from './marketplaces.ts';

export type OrderStage = 'PENDING_AVAILABILITY' | 'PENDING' | 'OPEN' | 'CANCELLED' | 'UNFULFILLABLE';

/** The status words of Orders v2026-01-01. */
export type FulfillmentStatus =
  | 'PENDING_AVAILABILITY'
  | 'PENDING'
  | 'UNSHIPPED'
  | 'PARTIALLY_SHIPPED'
  | 'SHIPPED'
  | 'CANCELLED'
  | 'UNFULFILLABLE';

/** An order in the platform's own books: what was accepted, and apart from it what the order operations already show. */
export interface AmazonOrder {
  orderId: string;
  sellerOrderId: string | null;
  region: Region;
  marketplaceId: string;
  createdAtMs: number;
  updatedAtMs: number;
  stage: OrderStage;
  fulfilledBy: 'MERCHANT' | 'AMAZON';
  serviceLevel: string;
  programs: string[];
  associatedOrders: { orderId: string; associationType: string }[];
  shipByWindow: TimeSpan;
  deliverByWindow: TimeSpan;
  /** Null means that labels may be printed at any time. */
  labelPrintingFromMs: number | null;
  buyer: AmazonBuyer;
  address: AmazonAddress;
  addressInstruction: string;
  /** The address is kept back for this order, whatever the roles. */
  isAddressWithheld: boolean;
  currency: string;
  lines: AmazonLine[];
  packages: AmazonPackage[];
  /** What will happen by itself, soonest first. */
  script: ScheduledChange[];
  effects: OrderEffects;
}

export interface TimeSpan {
  earliestMs: number;
  latestMs: number;
}

export interface AmazonBuyer {
  name: string;
  email: string;
  companyName: string;
  purchaseOrderNumber: string;
  /** For example `en-US`. */
  locale: string;
}

export interface AmazonAddress {
  name: string;
  companyName: string;
  lines: string[];
  city: string;
  districtOrCounty: string;
  stateOrRegion: string;
  postalCode: string;
  countryCode: string;
  phone: string;
  addressType: 'RESIDENTIAL' | 'COMMERCIAL' | 'PICKUP_POINT';
  /** What a carrier prints where its label knows Latin letters only. */
  latin: { name: string; lines: string[]; city: string };
}

export interface AmazonLine {
  orderItemId: string;
  asin: string;
  sku: string;
  title: string;
  quantity: number;
  unitPriceMinor: number;
  taxMinor: number;
  programs: string[];
  giftMessage: string;
  giftWrapLevel: string;
  customizedUrl: string;
  iossNumber: string;
  /** Names of constraints that are MANDATORY, for example `signatureConfirmation`. */
  shippingConstraints: string[];
  scheduledDelivery: TimeSpan | null;
  cancellationRequest: { requester: 'BUYER'; cancelReason: string } | null;
  cancellationExecution: { cancelledBy: string; cancelReason: string } | null;
}

/** What a seller said about a package. */
export interface PackageFacts {
  carrierCode: string;
  carrierName: string;
  shippingMethod: string;
  trackingNumber: string;
  shipDateMs: number;
  items: PackageItem[];
}

export interface PackageItem {
  orderItemId: string;
  quantity: number;
  transparencyCodes: string[];
}

export type PackageStatus = 'PENDING' | 'IN_TRANSIT' | 'SHIPPED' | 'DELIVERED' | 'CANCELLED' | 'UNDELIVERABLE';

export interface AmazonPackage {
  referenceId: string;
  acceptedAtMs: number;
  /** How it was told. */
  via: 'api' | 'feed' | 'mfn' | 'shipping-v2';
  /** The newest accepted word. */
  facts: PackageFacts;
  /** What the order operations show; null until the first word has come through. */
  shown: PackageFacts | null;
  status: PackageStatus;
  detailedStatus: string;
  deliveredAtMs: number | null;
}

/** One thing that happens by itself at a time; only what is named changes. */
export interface ScheduledChange {
  atMs: number;
  pays?: true;
  /** The accepted facts of this package come through. */
  reveals?: string;
  /** A package moves on. */
  moves?: { referenceId: string; status: PackageStatus; detailedStatus: string };
  buyerAsksToCancel?: string;
  cancels?: { by: string; reason: string };
  returns?: { reason: string; quantity: number };
}

/** Every effect that a call had, so that a test can prove "exactly once". */
export interface OrderEffects {
  /** Each accepted confirmation, edits too. */
  confirmations: { atMs: number; referenceId: string; trackingNumber: string; via: AmazonPackage['via'] }[];
  labelsBought: number;
  sellerCancels: number;
  refunds: number;
  messages: { atMs: number; kind: string; text: string }[];
  solicitations: number;
}

export function noEffects(): OrderEffects {
  return { confirmations: [], labelsBought: 0, sellerCancels: 0, refunds: 0, messages: [], solicitations: 0 };
}
