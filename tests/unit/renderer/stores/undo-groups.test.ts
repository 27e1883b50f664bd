import { describe, expect, it } from 'vitest';
import {
  addToUndo,
  canUndoGroup,
  effectCountOf,
  emptyUndo,
  lastGroup,
  undoUntilOf,
  lastUndone,
  withHeld,
  withoutLastUndone,
  withoutUndone,
  withUndone,
  withoutLastGroup,
  type UndoState,
} from '../../../../src-renderer/stores/undo-groups.ts';

const done = (
  deed: 'print' | 'hold',
  commandId: string | null,
  doneCount: number,
  undoUntilMs: number | null = 1_000,
) => ({
  deed,
  doneCount,
  call: null,
  outcome: { commandId, undoUntilMs, effectCount: undoUntilMs === null ? 0 : doneCount },
});

const newest = (state: UndoState) => {
  const group = lastGroup(state);
  if (group === null) throw new Error('no group');
  return group;
};

describe('undo', () => {
  it('sums up the same deed while its toast is in sight', () => {
    const twice = addToUndo(addToUndo(emptyUndo, done('print', 'c1', 3), false), done('print', 'c2', 2, 2_000), true);
    expect(newest(twice)).toMatchObject({ deed: 'print', doneCount: 5 });
    expect(newest(twice).commands.map(({ commandId }) => commandId)).toEqual(['c1', 'c2']);
    expect(effectCountOf(newest(twice))).toBe(5);
    expect(undoUntilOf(newest(twice), 0)).toBe(2_000);
  });

  it('keeps another deed, or a later one, apart', () => {
    const first = addToUndo(emptyUndo, done('print', 'c1', 3), false);
    expect(addToUndo(first, done('hold', 'c2', 1), true).groups).toHaveLength(2);
    expect(addToUndo(first, done('print', 'c2', 1), false).groups).toHaveLength(2);
  });

  it('goes back one deed at a time', () => {
    const two = addToUndo(addToUndo(emptyUndo, done('print', 'c1', 3), false), done('hold', 'c2', 1), false);
    expect(newest(withoutLastGroup(two)).commands.map(({ commandId }) => commandId)).toEqual(['c1']);
    expect(lastGroup(withoutLastGroup(withoutLastGroup(two)))).toBeNull();
  });

  it('has nothing to take back where nothing was changed', () => {
    const nothing = newest(addToUndo(emptyUndo, done('hold', null, 1), false));
    expect(nothing.commands).toEqual([]);
    expect(canUndoGroup(nothing, 0)).toBe(false);
  });

  it('forgets what has long left', () => {
    let state = emptyUndo;
    for (let turn = 0; turn < 60; turn += 1) state = addToUndo(state, done('hold', `c${turn}`, 1), false);
    expect(state.groups).toHaveLength(50);
    expect(newest(state).commands.map(({ commandId }) => commandId)).toEqual(['c59']);
  });

  it('is certain until the first effect leaves, and for ever where there are none', () => {
    const held = newest(addToUndo(emptyUndo, done('hold', 'c1', 1, 1_000), false));
    expect(canUndoGroup(held, 999)).toBe(true);
    expect(canUndoGroup(held, 1_000)).toBe(false);
    expect(undoUntilOf(held, 1_000)).toBeNull();
    const free = newest(addToUndo(emptyUndo, done('hold', 'c1', 1, null), false));
    expect(canUndoGroup(free, 1e12)).toBe(true);
  });
});

describe('a label that came out after its command had answered', () => {
  const printing = addToUndo(emptyUndo, done('print', 'c1', 3, null), false);
  const held = (undoUntilMs: number, commandId = 'c1') => ({ commandId, effectCount: 1, undoUntilMs });

  it('adds its effects and the time', () => {
    const one = newest(withHeld(printing, held(7_000), 0));
    expect(one.printedCount).toBe(1);
    expect(effectCountOf(one)).toBe(1);
    expect(undoUntilOf(one, 0)).toBe(7_000);
  });

  it('counts several labels, and the time of the first: once that one has left, main takes nothing back', () => {
    const two = newest(withHeld(withHeld(printing, held(7_000), 0), held(9_000), 2_000));
    expect(two.printedCount).toBe(2);
    expect(effectCountOf(two)).toBe(2);
    expect(undoUntilOf(two, 2_000)).toBe(7_000);
    const late = newest(withHeld({ ...emptyUndo, groups: [two] }, held(15_000), 8_000));
    expect(late.printedCount).toBe(3);
    expect(canUndoGroup(late, 8_000)).toBe(false);
  });

  it('becomes the newest: undo takes back what the toast speaks of', () => {
    const two = addToUndo(printing, done('hold', 'c2', 1), false);
    const after = withHeld(two, held(7_000), 0);
    expect(after.groups.map(({ deed }) => deed)).toEqual(['hold', 'print']);
  });

  it('is found in a group of several commands', () => {
    const joined = withHeld(addToUndo(printing, done('print', 'c2', 2, null), true), held(7_000, 'c2'), 0);
    expect(newest(joined).commands.map(({ effectCount }) => effectCount)).toEqual([0, 1]);
    expect(canUndoGroup(newest(joined), 8_000)).toBe(true);
  });

  it('changes nothing when its command was taken back or is of another run', () => {
    expect(withHeld(printing, held(7_000, 'stranger'), 0)).toBe(printing);
  });
});

describe('redo', () => {
  const call = () => Promise.reject(new Error('not run here'));
  const twice = addToUndo(
    addToUndo(emptyUndo, { ...done('hold', 'c1', 1), call }, false),
    { ...done('hold', 'c2', 1), call },
    true,
  );

  it('does again what was taken back, newest first', () => {
    const undone = withUndone(withoutLastGroup(twice), newest(twice), new Set(['c1', 'c2']));
    expect(lastUndone(undone)).toMatchObject({ deed: 'hold', printedCount: 0 });
    expect(lastUndone(undone)?.calls).toHaveLength(2);
    expect(lastUndone(withoutLastUndone(undone))).toBeNull();
  });

  it('leaves out what could not be taken back', () => {
    expect(lastUndone(withUndone(twice, newest(twice), new Set(['c2'])))?.calls).toHaveLength(1);
    expect(withUndone(twice, newest(twice), new Set())).toBe(twice);
  });

  it('does nothing by halves: a group with a command that cannot run by itself is not done again', () => {
    const mixed = addToUndo(twice, done('hold', 'c3', 1), true);
    expect(lastUndone(withUndone(mixed, newest(mixed), new Set(['c1', 'c2', 'c3'])))).toBeNull();
  });

  it('ends when something new is done', () => {
    const undone = withUndone(twice, newest(twice), new Set(['c1', 'c2']));
    expect(lastUndone(withoutUndone(undone))).toBeNull();
  });
});
