import type { CaseId, LabelId, ParcelId, PrintJobId } from '../shared/ids.ts';
import type { CheckCode } from './checks.ts';
import type { ChosenOffer, ParcelMeasure } from './effects.ts';
import type { MoveRefusal } from './moves.ts';
import type { CaseKind, HoldReason, ParcelItem } from './work.ts';

/** What the seller, or the app in her name, asks of an order. */
export type Command =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly note: string; readonly untilMs: number | null }
  | { readonly kind: 'release' }
  | { readonly kind: 'accept-check'; readonly check: CheckCode }
  | { readonly kind: 'attach-label'; readonly parcelId: ParcelId; readonly labelId: LabelId }
  | {
      readonly kind: 'assign-tracking';
      readonly parcelId: ParcelId;
      readonly trackingNumber: string;
      readonly carrier: string | null;
      /** What lies in the parcel; null: what was said of it before, at first all of the order. */
      readonly items: readonly ParcelItem[] | null;
    }
  | {
      readonly kind: 'buy-label';
      readonly parcelId: ParcelId;
      readonly offer: ChosenOffer;
      readonly measure: ParcelMeasure;
    }
  | { readonly kind: 'record-labelled'; readonly parcelId: ParcelId; readonly printJobId: PrintJobId | null }
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'mark-exception'; readonly note: string }
  | { readonly kind: 'clear-exception' }
  | { readonly kind: 'mark-delivered' }
  | { readonly kind: 'cancel'; readonly reasonId: string; readonly message: string }
  | {
      readonly kind: 'open-case';
      readonly caseId: CaseId;
      readonly caseKind: CaseKind;
      readonly note: string;
      readonly dueAtMs: number | null;
    }
  | { readonly kind: 'close-case'; readonly caseId: CaseId }
  | { readonly kind: 'write-note'; readonly text: string }
  | { readonly kind: 'close' };

/** Refusals that are not about lanes. */
export const COMMAND_REFUSALS = [
  'order-closed',
  'not-on-hold',
  'check-not-failing',
  'platform-not-ready',
  'step-not-offered',
  'tracking-invalid',
  'tracking-by-platform',
  'tracking-missing',
  'items-unknown',
  'already-asked-cancel',
  'case-unknown',
  'nothing-changes',
] as const;
export type CommandRefusal = (typeof COMMAND_REFUSALS)[number] | MoveRefusal;
