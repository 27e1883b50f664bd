import { describe, expect, it } from 'vitest';
import { LANES } from '../../../../src-main/core/order/lane.ts';
import { keyAction } from '../../../../src-renderer/features/board/keymap.ts';
import type { KeyPress } from '../../../../src-renderer/ui/key-press.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...change,
});

describe('keys', () => {
  it('1 to 8 move to the lanes, left to right', () => {
    expect(['1', '2', '3', '4', '5', '6', '7', '8'].map((key) => keyAction(press(key)))).toEqual(
      LANES.map((lane) => ({ kind: 'move', lane })),
    );
  });

  it('9 and 0 mean nothing', () => {
    expect([keyAction(press('9')), keyAction(press('0'))]).toEqual([null, null]);
  });

  it.each([
    ['p', 'print'],
    ['h', 'hold'],
    ['e', 'case'],
    ['x', 'select'],
    ['/', 'search'],
    ['?', 'keys'],
    ['Enter', 'open'],
    ['Escape', 'escape'],
  ])('%s is %s', (key, kind) => {
    expect(keyAction(press(key))).toEqual({ kind });
  });

  it('works with the shift lock on', () => {
    expect(keyAction(press('P'))).toEqual({ kind: 'print' });
  });

  it.each([
    ['z', 'undo'],
    ['k', 'palette'],
    ['a', 'select-lane'],
  ])('Ctrl or Command with %s is %s', (key, kind) => {
    expect(keyAction(press(key, { ctrlKey: true }))).toEqual({ kind });
    expect(keyAction(press(key, { metaKey: true }))).toEqual({ kind });
  });

  it('leaves other combinations to the system', () => {
    expect(keyAction(press('p', { ctrlKey: true }))).toBeNull();
    expect(keyAction(press('z', { ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(keyAction(press('1', { altKey: true }))).toBeNull();
  });

  it('j, k and the arrows walk; Shift selects on the way', () => {
    expect(keyAction(press('j'))).toEqual({ kind: 'step', by: 1, extends: false });
    expect(keyAction(press('K', { shiftKey: true }))).toEqual({ kind: 'step', by: -1, extends: true });
    expect(keyAction(press('ArrowLeft'))).toEqual({ kind: 'lane', by: -1 });
  });

  it('knows the physical key while a Chinese input method swallows the letter', () => {
    expect(keyAction(press('Process', { code: 'KeyP' }))).toEqual({ kind: 'print' });
    expect(keyAction(press('Process', { code: 'Digit4' }))).toEqual({ kind: 'move', lane: 'labelled' });
    expect(keyAction(press('Process', { code: 'Slash', shiftKey: true }))).toEqual({ kind: 'keys' });
  });
});
