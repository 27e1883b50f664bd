import type { OutcomeList } from '../../src-main/contract/methods/outcome.ts';

/** What can be done and taken back, in the words of the toast. */
export const DEEDS = [
  'confirm',
  'hold',
  'release',
  'print',
  'reprint',
  'hand-over',
  'mark-exception',
  'clear-exception',
  'mark-delivered',
  'open-case',
  'close-case',
  'accept-check',
  'cancel',
  'write-note',
  'assign-tracking',
  'move',
] as const;
export type Deed = (typeof DEEDS)[number];

/** Commands that the seller saw as one. */
export interface UndoGroup {
  readonly deed: Deed;
  readonly commandIds: readonly string[];
  readonly doneCount: number;
  readonly effectCount: number;
  readonly undoUntilMs: number | null;
}

export interface UndoState {
  readonly groups: readonly UndoGroup[];
}

export const emptyUndo: UndoState = { groups: [] };
/** Older ones have long left for the platforms. */
const KEPT_GROUPS = 20;

export interface DoneCommand {
  readonly deed: Deed;
  readonly outcome: Pick<OutcomeList, 'commandId' | 'undoUntilMs' | 'effectCount'>;
  readonly doneCount: number;
}

/** Adds a command: to the last group when it is the same deed and that one is still in sight, else as a new group. */
export function addToUndo(state: UndoState, command: DoneCommand, isLastInSight: boolean): UndoState {
  const { deed, outcome, doneCount } = command;
  const commandIds = outcome.commandId === null ? [] : [outcome.commandId];
  const last = lastGroup(state);
  if (isLastInSight && last !== null && last.deed === deed) {
    const joined: UndoGroup = {
      deed,
      commandIds: [...last.commandIds, ...commandIds],
      doneCount: last.doneCount + doneCount,
      effectCount: last.effectCount + outcome.effectCount,
      undoUntilMs: outcome.undoUntilMs ?? last.undoUntilMs,
    };
    return { groups: [...state.groups.slice(0, -1), joined] };
  }
  const fresh: UndoGroup = {
    deed,
    commandIds,
    doneCount,
    effectCount: outcome.effectCount,
    undoUntilMs: outcome.undoUntilMs,
  };
  return { groups: [...state.groups, fresh].slice(-KEPT_GROUPS) };
}

/** The newest group, or null. */
export function lastGroup(state: UndoState): UndoGroup | null {
  return state.groups.at(-1) ?? null;
}

/** All but the newest group. */
export function withoutLastGroup(state: UndoState): UndoState {
  return { groups: state.groups.slice(0, -1) };
}
