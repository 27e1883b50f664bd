import type { EventPayload } from '../../src-main/contract/events.ts';
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
  'buy-label',
  'answer-case',
  'move',
] as const;
export type Deed = (typeof DEEDS)[number];

/** One command that can be taken back. */
export interface UndoCommand {
  readonly commandId: string;
  readonly effectCount: number;
  /** When its first effect leaves, after which main takes none of it back; null while it has no effects. UTC ms. */
  readonly undoUntilMs: number | null;
}

/** Commands that the seller saw as one. */
export interface UndoGroup {
  readonly deed: Deed;
  readonly commands: readonly UndoCommand[];
  readonly doneCount: number;
  /** Labels that came out after a print command had answered. */
  readonly printedCount: number;
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
  const { deed, doneCount } = command;
  const commands = commandsOf(command.outcome);
  const last = lastGroup(state);
  if (isLastInSight && last !== null && last.deed === deed) {
    const joined = { ...last, commands: [...last.commands, ...commands], doneCount: last.doneCount + doneCount };
    return { groups: [...state.groups.slice(0, -1), joined] };
  }
  return { groups: [...state.groups, { deed, commands, doneCount, printedCount: 0 }].slice(-KEPT_GROUPS) };
}

function commandsOf(outcome: DoneCommand['outcome']): UndoCommand[] {
  const { commandId, effectCount, undoUntilMs } = outcome;
  if (commandId === null) return [];
  return [{ commandId, effectCount, undoUntilMs: effectCount === 0 ? null : undoUntilMs }];
}

/**
 * A label came out and its effects are held now: they join the command that asked for it, whose group becomes the newest,
 * so that undo takes back what the toast speaks of. A command that is not known (undone, or of another run) changes nothing.
 */
export function withHeld(state: UndoState, held: EventPayload<'effects.held'>, nowMs: number): UndoState {
  const group = state.groups.find(({ commands }) => commands.some(({ commandId }) => commandId === held.commandId));
  if (group === undefined) return state;
  const commands = group.commands.map((command) =>
    command.commandId === held.commandId ? heldCommand(command, held, nowMs) : command,
  );
  const printed = { ...group, commands, printedCount: group.printedCount + 1 };
  return { groups: [...state.groups.filter((other) => other !== group), printed] };
}

function heldCommand(command: UndoCommand, held: EventPayload<'effects.held'>, nowMs: number): UndoCommand {
  const { undoUntilMs } = command;
  const hasLeft = undoUntilMs !== null && undoUntilMs <= nowMs;
  return {
    ...command,
    effectCount: command.effectCount + held.effectCount,
    undoUntilMs: hasLeft ? undoUntilMs : Math.min(undoUntilMs ?? held.undoUntilMs, held.undoUntilMs),
  };
}

/** How many effects wait for the undo window to pass. */
export function effectCountOf(group: UndoGroup): number {
  return group.commands.reduce((total, { effectCount }) => total + effectCount, 0);
}

/** Until when anything of the group that has effects can be taken back; null when nothing is held any more. */
export function undoUntilOf(group: UndoGroup, nowMs: number): number | null {
  const ahead = group.commands.flatMap(({ undoUntilMs }) => undoUntilMs ?? []).filter((untilMs) => untilMs > nowMs);
  return ahead.length === 0 ? null : Math.max(...ahead);
}

/** True while main would take back at least one command of the group. */
export function canUndoGroup(group: UndoGroup, nowMs: number): boolean {
  return group.commands.some(({ undoUntilMs }) => undoUntilMs === null || undoUntilMs > nowMs);
}

/** The newest group, or null. */
export function lastGroup(state: UndoState): UndoGroup | null {
  return state.groups.at(-1) ?? null;
}

/** All but the newest group. */
export function withoutLastGroup(state: UndoState): UndoState {
  return { groups: state.groups.slice(0, -1) };
}
