import type { Money } from '../money/money.ts';
import type { CaseId, LabelId, ParcelId, PrintJobId } from '../shared/ids.ts';
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
  'urging',
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

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

export interface OpenCase {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly note: string;
  readonly openedAtMs: number;
  readonly dueAtMs: number | null;
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
    }
  | { readonly kind: 'case-closed'; readonly atMs: number; readonly caseId: CaseId }
  | { readonly kind: 'note-written'; readonly atMs: number; readonly text: string }
  | { readonly kind: 'closed'; readonly atMs: number };
