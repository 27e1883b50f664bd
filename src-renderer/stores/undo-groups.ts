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
  'change-case',
  'note-case',
  'close-case',
  'accept-check',
  'cancel',
  'write-note',
  'assign-tracking',
  'buy-label',
  'answer-case',
  'tag',
  'merge',
  'part',
  'promise',
  'correct-address',
  'attach-label',
  'move',
  'change-stock',
  'change-view',
] as const;
export type Deed = (typeof DEEDS)[number];

/** Asks main for the same once more. */
export type Call = () => Promise<OutcomeList>;

/** One command that can be taken back. */
export interface UndoCommand {
  readonly commandId: string;
  readonly effectCount: number;
  /** When its first effect leaves, after which main takes none of it back; null while it has no effects. UTC ms. */
  readonly undoUntilMs: number | null;
  /** What redo runs; null: it cannot be done again by itself. */
  readonly call: Call | null;
  /** What undo runs where main keeps no command to undo: the opposite. */
  readonly opposite?: Call;
}

/** Commands that the seller saw as one. */
export interface UndoGroup {
  readonly deed: Deed;
  readonly commands: readonly UndoCommand[];
  readonly doneCount: number;
  /** Labels that came out after a print command had answered. */
  readonly printedCount: number;
}

/** A command to be done again, and its opposite where it has one. */
export interface Again {
  readonly call: Call;
  readonly opposite?: Call;
}

/** What was taken back and can be done again. */
export interface RedoGroup {
  readonly deed: Deed;
  readonly calls: readonly Again[];
  readonly printedCount: number;
}

export interface UndoState {
  readonly groups: readonly UndoGroup[];
  /** The newest undo last. */
  readonly undone: readonly RedoGroup[];
}

export const emptyUndo: UndoState = { groups: [], undone: [] };
/** Older ones have long left for the platforms. */
const KEPT_GROUPS = 50;

export interface DoneCommand {
  readonly deed: Deed;
  readonly outcome: Pick<OutcomeList, 'commandId' | 'undoUntilMs' | 'effectCount'>;
  readonly doneCount: number;
  readonly call: Call | null;
  readonly opposite?: Call;
}

/** Adds a command: to the last group when it is the same deed and that one is still in sight, else as a new group. */
export function addToUndo(state: UndoState, command: DoneCommand, isLastInSight: boolean): UndoState {
  const { deed, doneCount } = command;
  const commands = commandsOf(command);
  const last = lastGroup(state);
  if (isLastInSight && last !== null && last.deed === deed) {
    const joined = { ...last, commands: [...last.commands, ...commands], doneCount: last.doneCount + doneCount };
    return { ...state, groups: [...state.groups.slice(0, -1), joined] };
  }
  return { ...state, groups: [...state.groups, { deed, commands, doneCount, printedCount: 0 }].slice(-KEPT_GROUPS) };
}

function commandsOf({ outcome, call, opposite }: DoneCommand): UndoCommand[] {
  const { commandId, effectCount, undoUntilMs } = outcome;
  if (commandId === null) return [];
  const command = { commandId, effectCount, undoUntilMs: effectCount === 0 ? null : undoUntilMs, call };
  return [opposite === undefined ? command : { ...command, opposite }];
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
  return { ...state, groups: [...state.groups.filter((other) => other !== group), printed] };
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

/** Without a command that was taken back where it was done. */
export function withoutCommand(state: UndoState, commandId: string): UndoState {
  const groups = state.groups.flatMap((group) => {
    const commands = group.commands.filter((command) => command.commandId !== commandId);
    return commands.length === 0 && group.commands.length > 0 ? [] : [{ ...group, commands }];
  });
  return { ...state, groups };
}

/** The newest group, or null. */
export function lastGroup(state: UndoState): UndoGroup | null {
  return state.groups.at(-1) ?? null;
}

/** All but the newest group. */
export function withoutLastGroup(state: UndoState): UndoState {
  return { ...state, groups: state.groups.slice(0, -1) };
}

/** The commands of a group that were taken back can be done again, unless one of them cannot run by itself. */
export function withUndone(state: UndoState, group: UndoGroup, undoneIds: ReadonlySet<string>): UndoState {
  const undone = group.commands.filter(({ commandId }) => undoneIds.has(commandId));
  if (undone.length === 0) return state;
  const calls = undone.flatMap(({ call, opposite }): Again[] =>
    call === null ? [] : [opposite === undefined ? { call } : { call, opposite }],
  );
  if (calls.length < undone.length) return withoutUndone(state);
  const { deed, printedCount } = group;
  return { ...state, undone: [...state.undone, { deed, calls, printedCount }].slice(-KEPT_GROUPS) };
}

/** What redo would do next, or null. */
export function lastUndone(state: UndoState): RedoGroup | null {
  return state.undone.at(-1) ?? null;
}

/** Something new was done: what had been taken back before stays so. */
export function withoutUndone(state: UndoState): UndoState {
  return { ...state, undone: [] };
}

/** Without what redo is about to do. */
export function withoutLastUndone(state: UndoState): UndoState {
  return { ...state, undone: state.undone.slice(0, -1) };
}
