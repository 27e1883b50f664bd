import type { Address } from '../address/address.ts';
import type { Money } from '../money/money.ts';
import type { PlatformId } from '../shared/platform.ts';

/** Where the order stands on its platform, in words that all platforms share. 'unknown' keeps what we could not map. */
export const REMOTE_STAGES = [
  'not-ready',
  'to-confirm',
  'registering',
  'to-hand-over',
  /** The seller, or we in her name, told the platform that it left; no carrier has confirmed that. */
  'declared',
  'in-transit',
  'disputed',
  'delivered',
  'cancelled',
  'rejected',
  'replaced',
  'unknown',
] as const;
export type RemoteStage = (typeof REMOTE_STAGES)[number];

/** Steps of the seller that the platform wants to hear of, or offers, for one order. */
export const PLATFORM_STEPS = [
  'confirm',
  'platform-label',
  'push-tracking',
  'push-in-transit',
  'push-last-mile',
  'push-delivered',
  'cancel',
] as const;
export type PlatformStep = (typeof PLATFORM_STEPS)[number];

/** Things the platform reports that want the seller's eye. */
export const ALERTS = [
  'confirm-failed',
  'registration-failed',
  'customs-data-pending',
  'cancel-requested',
  /** The platform forbids shipping for now: a risk check, frozen funds, an open group buy. */
  'frozen',
  /** A refund is asked for something that has not left: not to be shipped before it is settled. */
  'refund-open',
] as const;
export type Alert = (typeof ALERTS)[number];

export interface OrderLine {
  /** The platform's id of the line, unique within the order. */
  readonly remoteId: string;
  /** The id that the platform's ship call wants (Ozon: sku). */
  readonly remoteSku: string;
  /** The seller's own article number. */
  readonly sku: string;
  readonly title: string;
  readonly variant: string | null;
  /** Pieces to ship: what was ordered without what was cancelled. 0: nothing of this line is to leave any more. */
  readonly quantity: number;
  readonly unitPrice: Money | null;
}

/** All that the platform says of one order. Replaced whole by every snapshot; never changed by the seller. */
export interface OrderFacts {
  readonly platform: PlatformId;
  /** The platform's unit of work (Ozon: posting number). Unique within a shop. */
  readonly remoteId: string;
  /** The number the buyer sees; several orders may share it after a split. */
  readonly remoteOrderNumber: string;
  readonly stage: RemoteStage;
  readonly rawStatus: string;
  readonly rawSubstatus: string | null;
  readonly placedAtMs: number;
  readonly shipByMs: number | null;
  readonly deliverByMs: number | null;
  readonly lines: readonly OrderLine[];
  readonly buyerId: string | null;
  readonly buyerName: string | null;
  readonly country: string | null;
  /** null where the platform delivers itself and shows the seller no address. */
  readonly address: Address | null;
  /** True when `address` came masked and PlatformConnector.revealAddress() can give it in full. */
  readonly isAddressSealed: boolean;
  readonly buyerNote: string | null;
  /** The buyer's number for customs (Korea: PCCC, P and twelve digits); null or left out where none is told. */
  readonly customsId?: string | null;
  /** Steps that this order has over its whole life. */
  readonly steps: readonly PlatformStep[];
  /** Steps that the platform allows right now; null where it does not say. */
  readonly openSteps: readonly PlatformStep[] | null;
  readonly alerts: readonly Alert[];
  /** Number given by the platform; the seller's own number is in the parcel. */
  readonly trackingNumber: string | null;
  /** Parcels that the platform knows of, with the numbers it was told or gave. */
  readonly remoteParcels: readonly RemoteParcel[];
  /** What the buyer paid for all of it, shipping included; null where the platform does not say. */
  readonly total: Money | null;
  /** The carrier's product as the platform names it. */
  readonly service: string | null;
  readonly cancellation: Cancellation | null;
  /** Other codes found on the parcel or its label (barcodes), for the scanner. */
  readonly scanCodes: readonly string[];
}

export interface RemoteParcel {
  readonly trackingNumber: string;
  /** The platform's code or name of the carrier. */
  readonly carrier: string | null;
  readonly shippedAtMs: number | null;
  /** Line remoteId and pieces; null: the platform does not say. */
  readonly items: readonly { readonly lineRemoteId: string; readonly quantity: number }[] | null;
}

export interface Cancellation {
  readonly reason: string;
  readonly by: 'seller' | 'buyer' | 'platform' | 'carrier' | 'unknown';
  readonly afterHandOver: boolean;
}
