import type { Money } from '../money/money.ts';
import type { Address } from '../address/address.ts';
import type { AfterSaleId, CaseId, LabelId, OrderId, ParcelId, PrintJobId, TagId } from '../shared/ids.ts';
import type { CheckCode } from './checks.ts';

export const HOLD_REASONS = [
  'out-of-stock',
  'price',
  'address',
  'frozen',
  'buyer-asked-cancel',
  'wait-for-buyer',
  'other',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const CASE_KINDS = [
  'return',
  'refund',
  'exchange',
  'resend',
  'dispute',
  'chargeback',
  'claim',
  'frozen',
  'urging',
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const CASE_REASONS = [
  'not-received',
  'late',
  'damaged',
  'wrong-item',
  'missing-part',
  'not-as-described',
  'quality',
  'changed-mind',
  'customs',
  'fraud',
  'other',
] as const;
export type CaseReason = (typeof CASE_REASONS)[number];

/** How a case ended. 'by-platform': the platform closed it; how, it says itself. */
export const CASE_OUTCOMES = [
  'refunded',
  'part-refunded',
  'returned',
  'replaced',
  'explained',
  'won',
  'lost',
  'withdrawn',
  'by-platform',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** Why goods that were to travel in another order's parcel need one of their own after all. */
export const PART_REASONS = ['lead-gone', 'order-cancelled', 'other-address'] as const;
export type PartReason = (typeof PART_REASONS)[number];

export interface Hold {
  readonly reason: HoldReason;
  readonly note: string;
  readonly sinceMs: number;
  readonly untilMs: number | null;
}

/** Pieces of one line that lie in one parcel. */
export interface ParcelItem {
  /** OrderLine.remoteId */
  readonly lineRemoteId: string;
  readonly quantity: number;
}

export interface Parcel {
  readonly id: ParcelId;
  /** What lies in it; null: all of the order. */
  readonly items: readonly ParcelItem[] | null;
  readonly trackingNumber: string | null;
  readonly carrier: string | null;
  readonly labelId: LabelId | null;
  readonly labelledAtMs: number | null;
  /** Address (as addressKey) that the printed label carries; null for labels whose address we never see. */
  readonly labelledFor: string | null;
  readonly handedOverAtMs: number | null;
}

export interface CaseNote {
  readonly atMs: number;
  readonly text: string;
}

export interface OpenCase {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly reason: CaseReason | null;
  /** What was said when it was opened. */
  readonly note: string;
  /** What was said since, oldest first. */
  readonly notes: readonly CaseNote[];
  readonly openedAtMs: number;
  readonly dueAtMs: number | null;
  /** The report of the platform that it came from; null: opened by hand. */
  readonly afterSaleId: AfterSaleId | null;
}

export interface ClosedCase extends OpenCase {
  readonly closedAtMs: number;
  /** null: closed before outcomes were asked for. */
  readonly outcome: CaseOutcome | null;
}

/** The seller's own words for where the parcel goes, as long as the platform still says what it said then. */
export interface CorrectedAddress {
  readonly address: Address;
  /** addressKey of the platform's address that it corrects; a newer one of the platform's wins. */
  readonly correctedFrom: string;
}

/** All that the seller did with the order. A fold of its events, so that undo is a fold without the undone ones. */
export interface OrderWork {
  readonly confirmedAtMs: number | null;
  readonly hold: Hold | null;
  readonly parcels: readonly Parcel[];
  readonly acceptedChecks: readonly CheckCode[];
  readonly exception: { readonly note: string; readonly sinceMs: number } | null;
  readonly deliveredAtMs: number | null;
  readonly cancel: { readonly reasonId: string; readonly atMs: number } | null;
  readonly cases: readonly OpenCase[];
  /** Newest last. */
  readonly pastCases: readonly ClosedCase[];
  readonly tags: readonly TagId[];
  readonly correctedAddress: CorrectedAddress | null;
  /** Until when the seller promised to ship. */
  readonly promisedMs: number | null;
  /** The order whose parcel carries this one's goods too; null: its own. */
  readonly shipsWith: OrderId | null;
  readonly note: string;
  readonly closedAtMs: number | null;
}

export const EMPTY_WORK: OrderWork = {
  confirmedAtMs: null,
  hold: null,
  parcels: [],
  acceptedChecks: [],
  exception: null,
  deliveredAtMs: null,
  cancel: null,
  cases: [],
  pastCases: [],
  tags: [],
  correctedAddress: null,
  promisedMs: null,
  shipsWith: null,
  note: '',
  closedAtMs: null,
};

/** What happened, in the past tense; `atMs` is when. The journal stores these; applyEvent folds them. */
export type WorkEvent =
  | { readonly kind: 'confirmed'; readonly atMs: number }
  | {
      readonly kind: 'held';
      readonly atMs: number;
      readonly reason: HoldReason;
      readonly note: string;
      readonly untilMs: number | null;
    }
  | { readonly kind: 'released'; readonly atMs: number }
  | { readonly kind: 'check-accepted'; readonly atMs: number; readonly check: CheckCode }
  | { readonly kind: 'label-attached'; readonly atMs: number; readonly parcelId: ParcelId; readonly labelId: LabelId }
  | {
      readonly kind: 'tracking-assigned';
      readonly atMs: number;
      readonly parcelId: ParcelId;
      readonly trackingNumber: string;
      readonly carrier: string | null;
      readonly items: readonly ParcelItem[] | null;
    }
  | {
      readonly kind: 'label-ordered';
      readonly atMs: number;
      readonly parcelId: ParcelId;
      readonly carrier: string;
      readonly service: string;
      readonly price: Money | null;
    }
  | {
      readonly kind: 'labelled';
      readonly atMs: number;
      readonly parcelId: ParcelId;
      readonly printJobId: PrintJobId | null;
      readonly labelledFor: string | null;
    }
  | { readonly kind: 'handed-over'; readonly atMs: number; readonly parcelId: ParcelId }
  | { readonly kind: 'exception-marked'; readonly atMs: number; readonly note: string }
  | { readonly kind: 'exception-cleared'; readonly atMs: number }
  | { readonly kind: 'delivered-marked'; readonly atMs: number }
  | { readonly kind: 'cancel-asked'; readonly atMs: number; readonly reasonId: string }
  | {
      readonly kind: 'case-opened';
      readonly atMs: number;
      readonly caseId: CaseId;
      readonly caseKind: CaseKind;
      readonly note: string;
      readonly dueAtMs: number | null;
      /** These two are missing in events of earlier versions. */
      readonly reason?: CaseReason | null;
      readonly afterSaleId?: AfterSaleId | null;
    }
  | {
      readonly kind: 'case-changed';
      readonly atMs: number;
      readonly caseId: CaseId;
      readonly caseKind: CaseKind;
      readonly reason: CaseReason | null;
      readonly dueAtMs: number | null;
    }
  | { readonly kind: 'case-noted'; readonly atMs: number; readonly caseId: CaseId; readonly text: string }
  | {
      readonly kind: 'case-closed';
      readonly atMs: number;
      readonly caseId: CaseId;
      /** Missing in events of earlier versions. */
      readonly outcome?: CaseOutcome | null;
    }
  | {
      readonly kind: 'tagged';
      readonly atMs: number;
      readonly added: readonly TagId[];
      readonly removed: readonly TagId[];
    }
  /** null: back to what the platform says. */
  | { readonly kind: 'address-corrected'; readonly atMs: number; readonly corrected: CorrectedAddress | null }
  | { readonly kind: 'promised'; readonly atMs: number; readonly untilMs: number | null }
  /** The goods travel in that order's parcel from now on; null: in a parcel of their own again. */
  | {
      readonly kind: 'joined';
      readonly atMs: number;
      readonly shipsWith: OrderId | null;
      /** What parted them by itself; left out where the seller did. */
      readonly why?: PartReason | null;
    }
  | { readonly kind: 'note-written'; readonly atMs: number; readonly text: string }
  | { readonly kind: 'closed'; readonly atMs: number };

/** Events of some kinds. */
export type WorkEventOf<Kind extends WorkEvent['kind']> = Extract<WorkEvent, { readonly kind: Kind }>;
