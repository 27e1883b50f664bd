import type { OutcomeList } from '../../src-main/contract/methods/outcome.ts';
import { invoke } from '../client/client.ts';
import { codeText } from '../i18n/code-text.ts';
import { currentWords } from '../i18n/use-words.ts';
import { nowMs } from './now.ts';
import { showError, showToast, useToast } from './toast.ts';
import { addToUndo, emptyUndo, lastGroup, withoutLastGroup, type UndoGroup, type UndoState } from './undo-groups.ts';

let state: UndoState = emptyUndo;

/**
 * Tells the seller what a command did: how many, what goes to the platforms and when, and what was refused and why.
 * Keeps it for undo. Commands of one deed that follow each other while their toast is up are summed up and undone as one.
 */
export function reportOutcome(deed: UndoGroup['deed'], outcome: OutcomeList): void {
  const doneCount = outcome.results.filter((result) => result.ok).length;
  const refusals = outcome.results.flatMap((result) => (result.ok ? [] : [result.refusal]));
  if (doneCount === 0) {
    const [first] = refusals;
    if (first !== undefined) showToast({ tone: 'late', text: codeText('refusal', first) });
    return;
  }
  const isJoined = useToast.getState().toast?.canUndo === true;
  state = addToUndo(state, { deed, outcome, doneCount }, isJoined);
  showGroup(lastGroup(state), refusals);
}

function showGroup(group: UndoGroup | null, refusals: readonly string[]): void {
  if (group === null) return;
  const t = currentWords();
  const [refusal] = refusals;
  const refused =
    refusal === undefined
      ? null
      : t('board:partRefused', { count: refusals.length, reason: codeText('refusal', refusal) });
  const pushed =
    group.undoUntilMs !== null && group.effectCount > 0 ? t('board:willPush', { count: group.effectCount }) : null;
  showToast({
    text: t(`board:did.${group.deed}`, { count: group.doneCount }),
    detail: refused ?? pushed,
    countsUntilMs: group.undoUntilMs,
    canUndo: group.commandIds.length > 0,
  });
}

/** Takes back the last thing that was done. What has left for the platforms stays done, and the toast says so. */
export async function undoLast(): Promise<void> {
  const group = lastGroup(state);
  const t = currentWords();
  if (group === null) {
    showToast({ text: t('board:nothingToUndo') });
    return;
  }
  state = withoutLastGroup(state);
  try {
    let undone = 0;
    for (const commandId of group.commandIds.toReversed()) {
      const outcome = await invoke('board.undo', { commandId });
      undone += outcome.results.filter((result) => result.ok).length;
    }
    showToast({ text: t('board:undone', { count: undone }) });
  } catch (thrown) {
    showError(thrown);
  }
}

/** Whole seconds left until a time, never negative. */
export function secondsLeft(untilMs: number, atMs = nowMs()): number {
  return Math.max(0, Math.ceil((untilMs - atMs) / 1_000));
}
