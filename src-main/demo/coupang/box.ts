/** The words of the order sheet table, in the order a box goes through them; `NONE_TRACKING` is the seller's own delivery. */
export const boxStatuses = [
  'ACCEPT',
  'INSTRUCT',
  'DEPARTURE',
  'DELIVERING',
  'FINAL_DELIVERY',
  'NONE_TRACKING',
] as const;
export type BoxStatus = (typeof boxStatuses)[number];

/** A shipment box: the platform's unit of work, one parcel of an order. 64-bit ids are decimal strings. */
export interface Box {
  shipmentBoxId: string;
  orderId: string;
  paymentId: string;
  status: BoxStatus;
  orderedAtMs: number;
  paidAtMs: number;
  /** The API shows an order some minutes after it was paid. */
  visibleAtMs: number;
  orderer: { name: string; safeNumber: string };
  receiver: BoxReceiver;
  /** What the buyer asks of the courier. */
  parcelPrintMessage: string | null;
  shippingPriceKrw: number;
  remotePriceKrw: number | null;
  isRemoteArea: boolean;
  canSplit: boolean;
  isSplit: boolean;
  items: BoxItem[];
  /** For goods that come from abroad; null for goods that do not. */
  customs: { clearanceCode: string | null; phone: string } | null;
  carrierCode: string;
  invoiceNumber: string;
  inTransitAtMs: number | null;
  deliveredAtMs: number | null;
  /** Where it was paid: `아이폰앱`, `안드로이드앱`, `PC웹`. */
  refer: string;
  shipmentType: 'THIRD_PARTY' | 'CGF' | 'CGF LITE';
  /** Oldest first. */
  history: { status: BoxStatus; atMs: number }[];
  /** What will happen by itself, soonest first. */
  script: { atMs: number; status: BoxStatus }[];
  /** Acknowledged, but the platform lags and still says ACCEPT. */
  isAcknowledging: boolean;
  effects: BoxEffects;
}

export interface BoxReceiver {
  name: string;
  /** A relay number. */
  safeNumber: string;
  addr1: string;
  addr2: string;
  postCode: string;
}

export interface BoxItem {
  vendorItemId: string;
  vendorItemName: string;
  productId: string;
  sellerProductId: string;
  sellerProductName: string;
  sellerProductItemName: string;
  externalVendorSkuCode: string;
  /** As ordered; never goes down. */
  shippingCount: number;
  cancelCount: number;
  holdCountForCancel: number;
  unitPriceKrw: number;
  discountKrw: { instant: number; downloadable: number; coupang: number };
  etcInfoHeader: string | null;
  etcInfoValues: string[] | null;
  /** `2026-11-06`, the day in Seoul. */
  estimatedShippingDate: string;
  /** Set by a split delivery only; '' otherwise. */
  plannedShippingDate: string;
  invoiceUploadedAtMs: number | null;
}

/** Every effect that a call had, counted, so that a test can prove "exactly once". */
export interface BoxEffects {
  acknowledgements: number;
  /** `CJGLS 680405450931`, one an upload that was taken. */
  invoices: string[];
  invoiceUpdates: string[];
  completions: number;
  sellerCancels: number;
}

export function noEffects(): BoxEffects {
  return { acknowledgements: 0, invoices: [], invoiceUpdates: [], completions: 0, sellerCancels: 0 };
}

/** How many pieces are neither cancelled nor returned. */
export function livePieces(item: BoxItem): number {
  return item.shippingCount - item.cancelCount;
}

/** All of it cancelled or returned: such a box vanishes from every list. */
export function isGone(box: Box): boolean {
  return box.items.every((item) => livePieces(item) <= 0);
}
