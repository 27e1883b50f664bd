import type { OutcomeList } from '../../src-main/contract/methods/outcome.ts';
import type { CallError } from '../client/call-error.ts';
import { codeText, errorText } from '../i18n/code-text.ts';
import { currentWords } from '../i18n/use-words.ts';
import { nowMs } from './now.ts';
import { showToast } from './toast.ts';
import { canUndoGroup, effectCountOf, undoUntilOf, type UndoGroup } from './undo-groups.ts';

/** The refusals of an outcome, one an order. */
export function refusalsOf(outcome: OutcomeList): string[] {
  return outcome.results.flatMap((result) => (result.ok ? [] : [result.refusal]));
}

/** What a group did, what leaves for the platforms and when, and what stayed as it was. */
export function showGroup(group: UndoGroup, refusals: readonly string[]): void {
  const t = currentWords();
  const count = effectCountOf(group);
  const countsUntilMs = undoUntilOf(group, nowMs());
  const isHeld = countsUntilMs !== null && count > 0;
  showToast({
    text: t(`board:did.${group.deed}`, { count: group.doneCount }),
    detail: partRefusedText(refusals),
    detailIn: isHeld
      ? (seconds) => (seconds === 0 ? t('board:pushing') : t('board:leavesIn', { count, seconds }))
      : null,
    countsUntilMs,
    canUndo: group.commands.length > 0,
  });
}

/** Labels of a group came out; `untilMs`: when the first number leaves. */
export function showPrinted(group: UndoGroup, untilMs: number): void {
  const t = currentWords();
  showToast({
    text: t('board:printed', { count: group.printedCount }),
    detailIn: (seconds) => (seconds === 0 ? t('board:pushing') : t('board:numberLeavesIn', { seconds })),
    countsUntilMs: undoUntilOf(group, nowMs()) ?? untilMs,
    canUndo: canUndoGroup(group, nowMs()),
  });
}

/** Nothing was done at all: the first reason. */
export function showRefused(refusals: readonly string[]): void {
  const [first] = refusals;
  if (first !== undefined) showToast({ tone: 'late', text: codeText('refusal', first) });
}

function partRefusedText(refusals: readonly string[]): string | null {
  const [refusal] = refusals;
  if (refusal === undefined) return null;
  return currentWords()('board:partRefused', { count: refusals.length, reason: codeText('refusal', refusal) });
}

/** What an undo took back, and why the rest stays. */
export function showUndone(
  group: UndoGroup,
  undoneCount: number,
  refusals: readonly string[],
  errors: readonly CallError[],
): void {
  const t = currentWords();
  const [refusal] = refusals;
  const [error] = errors;
  const errorWords = error === undefined ? null : undoErrorText(error);
  if (undoneCount > 0) {
    const paperWords = group.printedCount > 0 ? t('board:paperIsOut') : null;
    const detail = partRefusedText(refusals) ?? errorWords ?? paperWords;
    const isOrder = group.deed !== 'change-stock' && group.deed !== 'change-view';
    showToast({ text: isOrder ? t('board:undone', { count: undoneCount }) : t('board:takenBack'), detail });
  } else if (refusal !== undefined) showToast({ tone: 'late', text: codeText('refusal', refusal) });
  else showToast({ tone: 'late', text: errorWords ?? t('board:nothingToUndo') });
}

/** A command that main no longer finds has nothing left that could be taken back. */
function undoErrorText(error: CallError): string {
  return error.code === 'not-found' ? currentWords()('board:nothingToUndo') : errorText(error);
}
