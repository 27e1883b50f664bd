import type { BucketLevel } from '../kit/limits/token-buckets.ts';
import type { AccessToken, AmazonAccount, AmazonApp, RestrictedToken } from './account.ts';
import type { Region } from './marketplaces.ts';
import type { AmazonOrder } from './order.ts';
import type { MfnOffer, MfnShipment, RateOffer, ShippingShipment } from './shipment.ts';

/** Everything the simulated platform knows: plain JSON, so that it can be kept in a file. */
export interface AmazonWorld {
  readonly version: 1;
  app: AmazonApp;
  accounts: AmazonAccount[];
  accessTokens: AccessToken[];
  restrictedTokens: RestrictedToken[];
  orders: AmazonOrder[];
  listings: AmazonListing[];
  documents: StoredDocument[];
  feeds: AmazonFeed[];
  reports: AmazonReport[];
  mfnOffers: MfnOffer[];
  mfnShipments: MfnShipment[];
  rateOffers: RateOffer[];
  shippingShipments: ShippingShipment[];
  returns: AmazonReturn[];
  feedback: AmazonFeedback[];
  moneyEvents: MoneyEvent[];
  buckets: Record<string, BucketLevel>;
  /** New orders that come in by themselves; null when nothing comes. */
  stream: OrderStream | null;
  /** Makes ids; only ever grows. */
  nextSerial: number;
  /** Answered and refused requests, counted by operation. */
  requestCounts: Record<string, number>;
}

export interface AmazonListing {
  region: Region;
  sku: string;
  asin: string;
  productType: string;
  quantity: number;
  /** Each accepted change, to count them. */
  changes: { atMs: number; quantity: number; submissionId: string }[];
}

/** Bytes behind a presigned address. */
export interface StoredDocument {
  documentId: string;
  region: Region;
  kind: 'feed-input' | 'feed-result' | 'report' | 'upload';
  /** Base64 MD5 that the bytes must have; null takes any. */
  contentMd5: string | null;
  contentType: string;
  isGzip: boolean;
  contentBase64: string | null;
  createdAtMs: number;
  /** Each look makes a new address; they die after five minutes. */
  addresses: { token: string; expiresAtMs: number }[];
}

export type ProcessingStatus = 'IN_QUEUE' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED' | 'FATAL';

interface Processed {
  region: Region;
  marketplaceIds: string[];
  createdAtMs: number;
  startsAtMs: number;
  endsAtMs: number;
  status: ProcessingStatus;
}

export interface AmazonFeed extends Processed {
  feedId: string;
  feedType: string;
  inputDocumentId: string;
  resultDocumentId: string | null;
}

export interface AmazonReport extends Processed {
  reportId: string;
  reportType: string;
  dataStartMs: number;
  dataEndMs: number;
  documentId: string | null;
}

export interface AmazonReturn {
  orderId: string;
  rmaId: string;
  orderItemId: string;
  quantity: number;
  reason: string;
  status: string;
  requestedAtMs: number;
}

export interface AmazonFeedback {
  orderId: string;
  atMs: number;
  rating: number;
  comments: string;
}

/** Money that moved; shown by Finances after a delay. */
export interface MoneyEvent {
  eventId: string;
  orderId: string;
  kind: 'Shipment' | 'Refund' | 'GuaranteeClaim' | 'Chargeback';
  atMs: number;
  amountMinor: number;
  currency: string;
  sku: string;
}

export interface OrderStream {
  regions: Region[];
  seed: number;
  serial: number;
  nextAtMs: number;
  meanGapMs: number;
  /** Null goes on for ever. */
  left: number | null;
}
