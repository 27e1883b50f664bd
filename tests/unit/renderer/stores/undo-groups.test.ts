import { describe, expect, it } from 'vitest';
import { addToUndo, emptyUndo, lastGroup, withoutLastGroup } from '../../../../src-renderer/stores/undo-groups.ts';

const done = (
  deed: 'print' | 'hold',
  commandId: string | null,
  doneCount: number,
  undoUntilMs: number | null = 1_000,
) => ({
  deed,
  doneCount,
  outcome: { commandId, undoUntilMs, effectCount: doneCount },
});

describe('undo', () => {
  it('sums up the same deed while its toast is in sight', () => {
    const twice = addToUndo(addToUndo(emptyUndo, done('print', 'c1', 3), false), done('print', 'c2', 2, 2_000), true);
    expect(lastGroup(twice)).toEqual({
      deed: 'print',
      commandIds: ['c1', 'c2'],
      doneCount: 5,
      effectCount: 5,
      undoUntilMs: 2_000,
    });
  });

  it('keeps another deed, or a later one, apart', () => {
    const first = addToUndo(emptyUndo, done('print', 'c1', 3), false);
    expect(addToUndo(first, done('hold', 'c2', 1), true).groups).toHaveLength(2);
    expect(addToUndo(first, done('print', 'c2', 1), false).groups).toHaveLength(2);
  });

  it('goes back one deed at a time', () => {
    const two = addToUndo(addToUndo(emptyUndo, done('print', 'c1', 3), false), done('hold', 'c2', 1), false);
    expect(lastGroup(withoutLastGroup(two))?.commandIds).toEqual(['c1']);
    expect(lastGroup(withoutLastGroup(withoutLastGroup(two)))).toBeNull();
  });

  it('has nothing to take back where nothing was changed', () => {
    expect(lastGroup(addToUndo(emptyUndo, done('hold', null, 1), false))?.commandIds).toEqual([]);
  });

  it('forgets what has long left', () => {
    let state = emptyUndo;
    for (let turn = 0; turn < 30; turn += 1) state = addToUndo(state, done('hold', `c${turn}`, 1), false);
    expect(state.groups).toHaveLength(20);
    expect(lastGroup(state)?.commandIds).toEqual(['c29']);
  });
});
