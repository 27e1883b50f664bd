import type { Integration } from './world.ts';

/** A posting: the platform's unit of work, one parcel of an order. Status words are the platform's own. */
export interface OzonPosting {
  postingNumber: string;
  orderId: string;
  orderNumber: string;
  parentPostingNumber: string;
  status: string;
  substatus: string;
  previousSubstatus: string;
  statusChangedAtMs: number;
  integration: Integration;
  methodId: string;
  trackingNumber: string;
  /** What the new labels carry since 5 October 2026, for example `ii30525117479`. */
  scanit: string;
  upperBarcode: string;
  lowerBarcode: string;
  inProcessAtMs: number;
  shipmentDateMs: number;
  originalShipmentDateMs: number;
  deliveringAtMs: number | null;
  lines: PostingLine[];
  /** Null where Ozon delivers: the seller sees no buyer then. */
  customer: PostingCustomer | null;
  destination: { region: string; city: string; cluster: string };
  cancellation: PostingCancellation | null;
  /** A ship call was taken and has not come true yet. */
  isShipping: boolean;
  /** The next ship call is taken and then fails, once. */
  failsNextShip: boolean;
  /** A tracking number was taken; it shows later. */
  acceptedTracking: string;
  /** A status call of the seller was taken and has not come true yet. */
  isChangingStatus: boolean;
  labelReadyAtMs: number | null;
  /** What will happen by itself, soonest first. */
  script: ScheduledChange[];
  effects: PostingEffects;
}

export interface PostingLine {
  sku: string;
  offerId: string;
  name: string;
  quantity: number;
  /** Decimal text, two places. */
  price: string;
  oldPrice: string;
  currency: string;
  weightKg: number;
  color: string;
}

export interface PostingCustomer {
  customerId: string;
  name: string;
  /** A relay number; the extension is dialled afterwards. */
  phone: string;
  extension: string;
  address: {
    country: string;
    region: string;
    district: string;
    city: string;
    zipCode: string;
    addressTail: string;
    comment: string;
    latitude: number;
    longitude: number;
  };
}

export interface PostingCancellation {
  reasonId: string;
  reason: string;
  type: 'seller' | 'customer' | 'ozon' | 'system' | 'delivery';
  afterShip: boolean;
  affectsRating: boolean;
}

/** One thing that happens by itself at a time; only what is named changes. */
export interface ScheduledChange {
  atMs: number;
  status?: string;
  substatus?: string;
  trackingNumber?: string;
  /** A ship call comes true: the posting leaves these parts behind as postings of their own. */
  shipped?: { parts: { postingNumber: string; lines: PostingLine[] }[] };
  /** The label can be had from this time on. */
  labelReadyAtMs?: number;
  endsStatusChange?: true;
}

/** Every effect that a call had, counted, so that a test can prove "exactly once". */
export interface PostingEffects {
  shipCalls: number;
  trackingSets: string[];
  delivering: number;
  lastMile: number;
  delivered: number;
  cancels: number;
  productCancels: number;
  labelTasks: number;
  labelDownloads: number;
}

export function noEffects(): PostingEffects {
  return {
    shipCalls: 0,
    trackingSets: [],
    delivering: 0,
    lastMile: 0,
    delivered: 0,
    cancels: 0,
    productCancels: 0,
    labelTasks: 0,
    labelDownloads: 0,
  };
}
