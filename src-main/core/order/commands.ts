import type { Address } from '../address/address.ts';
import type { AfterSaleId, CaseId, LabelId, OrderId, ParcelId, PrintJobId, TagId } from '../shared/ids.ts';
import type { CheckCode } from './checks.ts';
import type { ChosenOffer, ParcelMeasure } from './effects.ts';
import type { MoveRefusal } from './moves.ts';
import type { CaseKind, CaseOutcome, CaseReason, HoldReason, ParcelItem } from './work.ts';

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
      readonly reason: CaseReason | null;
      readonly note: string;
      readonly dueAtMs: number | null;
      readonly afterSaleId: AfterSaleId | null;
    }
  | {
      readonly kind: 'change-case';
      readonly caseId: CaseId;
      readonly caseKind: CaseKind;
      readonly reason: CaseReason | null;
      readonly dueAtMs: number | null;
    }
  | { readonly kind: 'note-case'; readonly caseId: CaseId; readonly text: string }
  | { readonly kind: 'close-case'; readonly caseId: CaseId; readonly outcome: CaseOutcome | null }
  | { readonly kind: 'tag'; readonly add: readonly TagId[]; readonly remove: readonly TagId[] }
  /** null drops the correction. */
  | { readonly kind: 'correct-address'; readonly address: Address | null }
  | { readonly kind: 'promise'; readonly untilMs: number | null }
  /** `lead` is null to ship by itself again. */
  | { readonly kind: 'join'; readonly lead: OrderId | null }
  | { readonly kind: 'write-note'; readonly text: string }
  | { readonly kind: 'close' };

/** Commands of some kinds. */
export type CommandOf<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>;

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
  'address-hidden',
  'merge-not-allowed',
  'merge-other-buyer',
  'merge-already-labelled',
  'ships-with-other',
  'nothing-changes',
] as const;
export type CommandRefusal = (typeof COMMAND_REFUSALS)[number] | MoveRefusal;
