import { describe, expect, it } from 'vitest';
import { LANES } from '../../../../src-main/core/order/lane.ts';
import { keyAction, placeOfKey } from '../../../../src-renderer/features/board/keymap.ts';
import { PLACES } from '../../../../src-renderer/stores/route.ts';
import type { KeyPress } from '../../../../src-renderer/ui/key-press.ts';
import { PLACE_KEYS } from '../../../../src-renderer/ui/key-table.ts';

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
    ['t', 'tags'],
    ['m', 'merge'],
    ['f', 'filter'],
    ['g', 'go'],
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
    ['y', 'redo'],
    ['a', 'select-all'],
  ])('Ctrl or Command with %s is %s', (key, kind) => {
    expect(keyAction(press(key, { ctrlKey: true }))).toEqual({ kind });
    expect(keyAction(press(key, { metaKey: true }))).toEqual({ kind });
  });

  it('Shift with Ctrl Z does again what was taken back', () => {
    expect(keyAction(press('Z', { ctrlKey: true, shiftKey: true }))).toEqual({ kind: 'redo' });
  });

  it('Alt with a digit, and the brackets, go to the views', () => {
    expect(keyAction(press('¡', { altKey: true, code: 'Digit1' }))).toEqual({ kind: 'view', index: 0 });
    expect(keyAction(press('9', { altKey: true, code: 'Numpad9' }))).toEqual({ kind: 'view', index: 8 });
    expect([keyAction(press(']')), keyAction(press('['))]).toEqual([
      { kind: 'next-view', by: 1 },
      { kind: 'next-view', by: -1 },
    ]);
  });

  it('a letter after G names each place, and no two places share one', () => {
    const found = PLACES.map((place) => placeOfKey(press(PLACE_KEYS[place].toLowerCase())));
    expect(found).toEqual(PLACES);
    expect(placeOfKey(press('q'))).toBeNull();
    expect(placeOfKey(press('s', { ctrlKey: true }))).toBeNull();
  });

  it('leaves other combinations to the system', () => {
    expect(keyAction(press('p', { ctrlKey: true }))).toBeNull();
    expect(keyAction(press('k', { ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(keyAction(press('p', { altKey: true, code: 'KeyP' }))).toBeNull();
    expect(keyAction(press('1', { altKey: true, shiftKey: true, code: 'Digit1' }))).toBeNull();
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
