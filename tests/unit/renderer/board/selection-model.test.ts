import { describe, expect, it } from 'vitest';
import {
  clear,
  emptySelection,
  extendTo,
  focusOn,
  selectAll,
  selectOnly,
  targetIds,
  toggle,
} from '../../../../src-renderer/features/board/selection-model.ts';

const lane = ['a', 'b', 'c', 'd', 'e'];

describe('selection', () => {
  it('is one card, then cards in and out', () => {
    const two = toggle(selectOnly('a'), 'c');
    expect([...two.ids]).toEqual(['a', 'c']);
    expect([...toggle(two, 'a').ids]).toEqual(['c']);
  });

  it('extends from the anchor, in either direction', () => {
    expect([...extendTo(selectOnly('b'), 'd', lane).ids]).toEqual(['b', 'c', 'd']);
    expect([...extendTo(selectOnly('d'), 'b', lane).ids].sort()).toEqual(['b', 'c', 'd']);
  });

  it('keeps its anchor while it grows', () => {
    const grown = extendTo(extendTo(selectOnly('b'), 'c', lane), 'd', lane);
    expect(grown.anchorId).toBe('b');
    expect(grown.focusId).toBe('d');
  });

  it('starts anew in another lane, and keeps what was selected', () => {
    const next = extendTo(selectOnly('z'), 'b', lane);
    expect([...next.ids]).toEqual(['z', 'b']);
    expect(next.anchorId).toBe('b');
  });

  it('keeps a card selected that is extended to without an anchor', () => {
    expect(extendTo(emptySelection, 'b', lane).ids.has('b')).toBe(true);
  });

  it('takes a whole lane and lets it go; the keyboard stays', () => {
    const all = selectAll(focusOn(emptySelection, 'c'), lane);
    expect([...all.ids]).toEqual(lane);
    expect(clear(all)).toEqual({ ids: new Set(), anchorId: null, focusId: 'c' });
  });

  it('is what an action works on; else the card with the keyboard', () => {
    expect(targetIds(toggle(selectOnly('a'), 'b'))).toEqual(['a', 'b']);
    expect(targetIds(focusOn(emptySelection, 'c'))).toEqual(['c']);
    expect(targetIds(emptySelection)).toEqual([]);
  });
});
