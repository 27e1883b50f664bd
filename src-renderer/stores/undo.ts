import type { EventPayload } from '../../src-main/contract/events.ts';
import type { OutcomeList } from '../../src-main/contract/methods/outcome.ts';
import { asCallError, type CallError } from '../client/call-error.ts';
import { invoke, onEvent } from '../client/client.ts';
import { currentWords } from '../i18n/use-words.ts';
import { nowMs } from './now.ts';
import { showError, showToast, useToast } from './toast.ts';
import {
  addToUndo,
  emptyUndo,
  lastGroup,
  lastUndone,
  withHeld,
  withoutCommand,
  withoutLastGroup,
  withoutLastUndone,
  withoutUndone,
  withUndone,
  type Again,
  type Call,
  type Deed,
  type RedoGroup,
  type UndoState,
} from './undo-groups.ts';
import { refusalsOf, showGroup, showPrinted, showRefused, showUndone } from './undo-words.ts';

let state: UndoState = emptyUndo;

/**
 * Tells the seller what a command did: how many, what goes to the platforms and when, and what was refused and why.
 * Keeps it for undo, and `call` for redo. Commands of one deed that follow each other while their toast is up are summed
 * up and undone as one.
 */
export function reportOutcome(deed: Deed, outcome: OutcomeList, call: Call | null = null): void {
  state = withoutUndone(state);
  keep(deed, outcome, { call }, useToast.getState().toast?.canUndo === true);
}

/** Keeps a command for undo without a word: what was done says so where it was done. */
export function rememberOutcome(deed: Deed, outcome: OutcomeList, call: Call): void {
  const doneCount = outcome.results.filter((result) => result.ok).length;
  if (doneCount > 0) state = addToUndo(withoutUndone(state), { deed, outcome, doneCount, call }, false);
}

/**
 * Keeps for undo what main keeps no command for: `back` takes it back, `again` does it once more. Says nothing; answers
 * the name by which `forgetCommand` knows it.
 */
export function rememberOpposite(
  deed: 'change-stock' | 'change-view',
  again: () => Promise<unknown>,
  back: () => Promise<unknown>,
): string {
  const outcome = oppositeOutcome();
  const done = { deed, outcome, doneCount: 1, call: asCall(again), opposite: asCall(back) };
  state = addToUndo(withoutUndone(state), done, false);
  return outcome.commandId;
}

let lastOpposite = 0;

function oppositeOutcome() {
  lastOpposite += 1;
  const commandId = `opposite-${lastOpposite}`;
  return { commandId, undoUntilMs: null, effectCount: 0, results: [{ orderId: commandId, ok: true as const }] };
}

const asCall =
  (work: () => Promise<unknown>): Call =>
  async () => {
    await work();
    return oppositeOutcome();
  };

/** A remembered command was taken back where it was done. */
export function forgetCommand(commandId: string): void {
  state = withoutCommand(state, commandId);
}

function keep(deed: Deed, outcome: OutcomeList, again: Again | { readonly call: null }, isJoining: boolean): void {
  const doneCount = outcome.results.filter((result) => result.ok).length;
  const refusals = refusalsOf(outcome);
  if (doneCount === 0) {
    showRefused(refusals);
    return;
  }
  state = addToUndo(state, { deed, outcome, doneCount, ...again }, isJoining);
  const group = lastGroup(state);
  if (group !== null) showGroup(group, refusals);
}

/** Hears of labels that came out after their command had answered: only then is there a number to hold back. Returns the stop. */
export function watchHeldEffects(): () => void {
  return onEvent('effects.held', reportHeld);
}

function reportHeld(held: EventPayload<'effects.held'>): void {
  const before = state;
  state = withHeld(state, held, nowMs());
  const group = lastGroup(state);
  if (state !== before && group !== null) showPrinted(group, held.undoUntilMs);
}

/** Undo and redo take their turns: a second press while the first is at work waits for it. */
let turns: Promise<void> = Promise.resolve();

function inTurn(work: () => Promise<void>): Promise<void> {
  turns = turns.then(work).catch(showError);
  return turns;
}

/** Takes back the last thing that was done. What has left for the platforms stays done, and the toast says so. */
export function undoLast(): Promise<void> {
  return inTurn(async () => {
    const group = lastGroup(state);
    if (group === null) {
      showToast({ text: currentWords()('board:nothingToUndo') });
      return;
    }
    state = withoutLastGroup(state);
    const undoneIds = new Set<string>();
    let undoneCount = 0;
    const refusals: string[] = [];
    const errors: CallError[] = [];
    for (const { commandId, opposite } of group.commands.toReversed()) {
      try {
        const outcome = await (opposite?.() ?? invoke('board.undo', { commandId }));
        const count = outcome.results.filter((result) => result.ok).length;
        if (count > 0) undoneIds.add(commandId);
        undoneCount += count;
        refusals.push(...refusalsOf(outcome));
      } catch (thrown) {
        errors.push(asCallError(thrown));
      }
    }
    state = withUndone(state, group, undoneIds);
    showUndone(group, undoneCount, refusals, errors);
  });
}

/** Does once more what was taken back last. Labels whose paper is out are printed again only on the seller's word. */
export function redoLast(): Promise<void> {
  return inTurn(async () => {
    const t = currentWords();
    const group = lastUndone(state);
    if (group === null) showToast({ text: t('board:nothingToRedo') });
    else if (group.printedCount > 0) {
      const again = () => void inTurn(() => runAgain(group));
      showToast({
        text: t('board:redoPrint', { count: group.printedCount }),
        detail: t('board:redoPrintHint'),
        action: { text: t('board:redoPrintYes'), run: again },
      });
    } else await runAgain(group);
  });
}

async function runAgain(group: RedoGroup): Promise<void> {
  // Something else was done while the question stood.
  if (lastUndone(state) !== group) return;
  state = withoutLastUndone(state);
  for (const [index, again] of group.calls.entries()) {
    try {
      keep(group.deed, await again.call(), again, index > 0);
    } catch (thrown) {
      showError(thrown);
    }
  }
}
