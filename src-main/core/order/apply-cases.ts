import { assertNever } from '../shared/assert-never.ts';
import type { CaseId } from '../shared/ids.ts';
import type { OpenCase, OrderWork, WorkEventOf } from './work.ts';

/** Folds what happened to one of an order's cases into its work. */
export function applyCaseEvent(
  work: OrderWork,
  event: WorkEventOf<'case-opened' | 'case-changed' | 'case-noted' | 'case-closed'>,
): OrderWork {
  switch (event.kind) {
    case 'case-opened':
      return caseOpened(work, event);
    case 'case-changed':
      return caseChanged(work, event);
    case 'case-noted':
      return caseNoted(work, event);
    case 'case-closed':
      return caseClosed(work, event);
    default:
      return assertNever(event);
  }
}

/** A case of that id which stands already, open or ended, gives way to the new one. */
function caseOpened(work: OrderWork, event: WorkEventOf<'case-opened'>): OrderWork {
  const { caseId, caseKind, note, dueAtMs, atMs } = event;
  const opened: OpenCase = {
    id: caseId,
    kind: caseKind,
    reason: event.reason ?? null,
    note,
    notes: [],
    openedAtMs: atMs,
    dueAtMs,
    afterSaleId: event.afterSaleId ?? null,
  };
  return {
    ...work,
    cases: [...work.cases.filter((open) => open.id !== caseId), opened],
    pastCases: work.pastCases.filter((past) => past.id !== caseId),
  };
}

function caseChanged(work: OrderWork, event: WorkEventOf<'case-changed'>): OrderWork {
  const { caseId, caseKind: kind, reason, dueAtMs } = event;
  return { ...work, cases: changed(work.cases, caseId, (open) => ({ ...open, kind, reason, dueAtMs })) };
}

/** Something may also be said of a case that has ended. */
function caseNoted(work: OrderWork, { caseId, atMs, text }: WorkEventOf<'case-noted'>): OrderWork {
  const noted = <Case extends OpenCase>(one: Case): Case => ({ ...one, notes: [...one.notes, { atMs, text }] });
  return {
    ...work,
    cases: changed(work.cases, caseId, noted),
    pastCases: changed(work.pastCases, caseId, noted),
  };
}

function caseClosed(work: OrderWork, { caseId, atMs, outcome = null }: WorkEventOf<'case-closed'>): OrderWork {
  const ended = work.cases.find((open) => open.id === caseId);
  if (ended === undefined) return work;
  return {
    ...work,
    cases: work.cases.filter((open) => open.id !== caseId),
    pastCases: [...work.pastCases, { ...ended, closedAtMs: atMs, outcome }],
  };
}

function changed<Case extends OpenCase>(
  cases: readonly Case[],
  id: CaseId,
  change: (one: Case) => Case,
): readonly Case[] {
  return cases.map((one) => (one.id === id ? change(one) : one));
}
