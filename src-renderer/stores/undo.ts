import type { EventPayload } from '../../src-main/contract/events.ts';
import type { OutcomeList } from '../../src-main/contract/methods/outcome.ts';
import { asCallError, type CallError } from '../client/call-error.ts';
import { invoke, onEvent } from '../client/client.ts';
import { codeText, errorText } from '../i18n/code-text.ts';
import { currentWords } from '../i18n/use-words.ts';
import { nowMs } from './now.ts';
import { showToast, useToast } from './toast.ts';
import {
  addToUndo,
  canUndoGroup,
  effectCountOf,
  emptyUndo,
  lastGroup,
  undoUntilOf,
  withHeld,
  withoutLastGroup,
  type UndoGroup,
  type UndoState,
} from './undo-groups.ts';

let state: UndoState = emptyUndo;

/**
 * Tells the seller what a command did: how many, what goes to the platforms and when, and what was refused and why.
 * Keeps it for undo. Commands of one deed that follow each other while their toast is up are summed up and undone as one.
 */
export function reportOutcome(deed: UndoGroup['deed'], outcome: OutcomeList): void {
  const doneCount = outcome.results.filter((result) => result.ok).length;
  const refusals = refusalsOf(outcome);
  if (doneCount === 0) {
    const [first] = refusals;
    if (first !== undefined) showToast({ tone: 'late', text: codeText('refusal', first) });
    return;
  }
  const isJoined = useToast.getState().toast?.canUndo === true;
  state = addToUndo(state, { deed, outcome, doneCount }, isJoined);
  const group = lastGroup(state);
  if (group !== null) showGroup(group, refusals);
}

function refusalsOf(outcome: OutcomeList): string[] {
  return outcome.results.flatMap((result) => (result.ok ? [] : [result.refusal]));
}

/** Hears of labels that came out after their command had answered: only then is there a number to hold back. Returns the stop. */
export function watchHeldEffects(): () => void {
  return onEvent('effects.held', reportHeld);
}

function reportHeld(held: EventPayload<'effects.held'>): void {
  const before = state;
  state = withHeld(state, held, nowMs());
  const group = lastGroup(state);
  if (state === before || group === null) return;
  const t = currentWords();
  showToast({
    text: t('board:printed', { count: group.printedCount }),
    detailIn: (seconds) => (seconds === 0 ? t('board:pushing') : t('board:numberLeavesIn', { seconds })),
    countsUntilMs: undoUntilOf(group, nowMs()) ?? held.undoUntilMs,
    canUndo: canUndoGroup(group, nowMs()),
  });
}

function showGroup(group: UndoGroup, refusals: readonly string[]): void {
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

function partRefusedText(refusals: readonly string[]): string | null {
  const [refusal] = refusals;
  if (refusal === undefined) return null;
  return currentWords()('board:partRefused', { count: refusals.length, reason: codeText('refusal', refusal) });
}

/** Takes back the last thing that was done. What has left for the platforms stays done, and the toast says so. */
export async function undoLast(): Promise<void> {
  const group = lastGroup(state);
  if (group === null) {
    showToast({ text: currentWords()('board:nothingToUndo') });
    return;
  }
  state = withoutLastGroup(state);
  let undoneCount = 0;
  const refusals: string[] = [];
  const errors: CallError[] = [];
  for (const { commandId } of group.commands.toReversed()) {
    try {
      const outcome = await invoke('board.undo', { commandId });
      undoneCount += outcome.results.filter((result) => result.ok).length;
      refusals.push(...refusalsOf(outcome));
    } catch (thrown) {
      errors.push(asCallError(thrown));
    }
  }
  showUndone(group, undoneCount, refusals, errors);
}

function showUndone(
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
    showToast({ text: t('board:undone', { count: undoneCount }), detail });
  } else if (refusal !== undefined) showToast({ tone: 'late', text: codeText('refusal', refusal) });
  else showToast({ tone: 'late', text: errorWords ?? t('board:nothingToUndo') });
}

/** A command that main no longer finds has nothing left that could be taken back. */
function undoErrorText(error: CallError): string {
  return error.code === 'not-found' ? currentWords()('board:nothingToUndo') : errorText(error);
}
