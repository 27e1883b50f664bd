import type { Money } from '../money/money.ts';
import type { PlatformId } from '../shared/platform.ts';

/** What a buyer, a platform or a bank may bring up after, or instead of, a sale. */
export const AFTER_SALE_KINDS = [
  'cancel-request',
  'return',
  'refund',
  'exchange',
  'dispute',
  'claim',
  'chargeback',
  'inquiry',
  'review',
  'message',
] as const;
export type AfterSaleKind = (typeof AFTER_SALE_KINDS)[number];

/** Whose turn it is. 'unknown' keeps what we could not map. */
export const AFTER_SALE_STAGES = ['wait-seller', 'wait-buyer', 'wait-platform', 'closed', 'unknown'] as const;
export type AfterSaleStage = (typeof AFTER_SALE_STAGES)[number];

/**
 * What the seller can answer through a platform's API:
 * accept, refuse (a cancel, a refund, an offer) · offer (a counter-offer, with amount and text) · stop-shipment,
 * already-shipped (a cancel that came after the order was confirmed) · confirm-received (goods are back) ·
 * approve-refund · send-exchange (carrier and number of the replacement) · reply (text) · close (no answer needed).
 */
export const AFTER_SALE_ACTIONS = [
  'accept',
  'refuse',
  'offer',
  'stop-shipment',
  'already-shipped',
  'confirm-received',
  'approve-refund',
  'send-exchange',
  'reply',
  'close',
] as const;
export type AfterSaleAction = (typeof AFTER_SALE_ACTIONS)[number];

/** One word in a case, oldest first. */
export interface AfterSaleMessage {
  readonly by: 'buyer' | 'seller' | 'platform';
  readonly atMs: number | null;
  readonly text: string;
}

/** All that a platform says of one case. Replaced whole by every snapshot; unique in a shop by kind and remoteId. */
export interface AfterSale {
  readonly platform: PlatformId;
  readonly kind: AfterSaleKind;
  readonly remoteId: string;
  /** The order as OrderFacts.remoteId has it; null where the platform does not say (a question about a product). */
  readonly orderRemoteId: string | null;
  /** The number the buyer sees; several orders may share it. */
  readonly orderNumber: string | null;
  readonly stage: AfterSaleStage;
  readonly rawStatus: string;
  /** The platform's reason, as text or code. */
  readonly reason: string | null;
  readonly messages: readonly AfterSaleMessage[];
  readonly amount: Money | null;
  readonly items: readonly { readonly remoteSku: string; readonly title: string; readonly quantity: number }[];
  /** 1 to 5, of a review. */
  readonly rating: number | null;
  /** The parcel that comes back. */
  readonly trackingNumber: string | null;
  readonly carrier: string | null;
  readonly openedAtMs: number;
  readonly updatedAtMs: number;
  /** When the platform decides without the seller; null where no clock runs or the platform does not say. */
  readonly dueAtMs: number | null;
  /** What the API would take from the seller right now. */
  readonly openActions: readonly AfterSaleAction[];
}
