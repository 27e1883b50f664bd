import type { MethodInput } from '../../src-main/contract/index.ts';
import type { CaseView } from '../../src-main/contract/methods/cases.ts';
import { afterWorkingDays, fromTimeField, toTimeField } from './local-time.ts';

export type CaseKind = CaseView['kind'];
export type CaseReason = NonNullable<CaseView['reason']>;

/** How long there is: by working days from now, to the minute, or without an end. */
export const CASE_DUES = ['none', 'day1', 'days3', 'days5', 'exact'] as const;
export type CaseDue = (typeof CASE_DUES)[number];

const DAYS: Readonly<Record<Exclude<CaseDue, 'none' | 'exact'>, number>> = { day1: 1, days3: 3, days5: 5 };

/** What the form of a case holds while it is filled in. */
export interface CaseDraft {
  readonly kind: CaseKind | null;
  readonly reason: CaseReason | null;
  readonly due: CaseDue;
  /** Of the field for an exact time; counts with due 'exact'. */
  readonly dueAt: string;
  readonly note: string;
}

export const NEW_CASE: CaseDraft = { kind: null, reason: null, due: 'days3', dueAt: '', note: '' };

/** The draft that changes a case: its own values, its due time to the minute. */
export function draftOf({ kind, reason, dueAtMs }: CaseView): CaseDraft {
  const due = dueAtMs === null ? 'none' : 'exact';
  return { kind, reason, due, dueAt: dueAtMs === null ? '' : toTimeField(dueAtMs), note: '' };
}

/** When the drafted case is due; null: never. UTC ms. */
export function dueOf(draft: CaseDraft, nowMs: number): number | null {
  if (draft.due === 'none') return null;
  return draft.due === 'exact' ? fromTimeField(draft.dueAt) : afterWorkingDays(nowMs, DAYS[draft.due]);
}

/** True once it can be sent: a kind is chosen, and an exact time is whole. */
export function isCaseReady(draft: CaseDraft): draft is CaseDraft & { readonly kind: CaseKind } {
  return draft.kind !== null && (draft.due !== 'exact' || fromTimeField(draft.dueAt) !== null);
}

/** What cases.open takes; null while the draft is not ready. */
export function openInput(
  orderIds: readonly string[],
  draft: CaseDraft,
  nowMs: number,
): MethodInput<'cases.open'> | null {
  if (!isCaseReady(draft)) return null;
  const { kind, reason, note } = draft;
  return { ids: [...orderIds], kind, reason, note: note.trim(), dueAtMs: dueOf(draft, nowMs) };
}
