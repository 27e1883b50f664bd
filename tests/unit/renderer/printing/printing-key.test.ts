import { describe, expect, it } from 'vitest';
import { printingKey } from '../../../../src-renderer/features/printing/printing-key.ts';
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

describe('printingKey', () => {
  it('walks over the papers', () => {
    expect(printingKey(press('j'), 'nowhere')).toEqual({ kind: 'step', by: 1 });
    expect(printingKey(press('ArrowLeft'), 'paper')).toEqual({ kind: 'step', by: -1 });
    expect(printingKey(press('ArrowDown'), 'paper')).toEqual({ kind: 'row', by: 1 });
  });

  it('gives Enter to the paper or the button that has the focus, else to the proposal', () => {
    expect(printingKey(press('Enter'), 'paper')).toEqual({ kind: 'open' });
    expect(printingKey(press('Enter'), 'nowhere')).toEqual({ kind: 'primary' });
    expect(printingKey(press('Enter'), 'control')).toBeNull();
  });

  it('pauses with Space, but never in the place of a button', () => {
    expect(printingKey(press(' '), 'nowhere')).toEqual({ kind: 'pause' });
    expect(printingKey(press(' '), 'paper')).toEqual({ kind: 'pause' });
    expect(printingKey(press(' '), 'control')).toBeNull();
  });

  it('hears letters under an input method and in capitals', () => {
    expect(printingKey(press('Process', { code: 'KeyR' }), 'nowhere')).toEqual({ kind: 'reprint' });
    expect(printingKey(press('R', { shiftKey: true }), 'nowhere')).toEqual({ kind: 'reprint' });
    expect(printingKey(press('2'), 'nowhere')).toEqual({ kind: 'before' });
    expect(printingKey(press('3'), 'nowhere')).toEqual({ kind: 'after' });
  });

  it('leaves everything with Ctrl, Alt or Meta alone', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
      expect(printingKey(press('j', { [held]: true }), 'nowhere')).toBeNull();
    expect(printingKey(press('q'), 'nowhere')).toBeNull();
  });
});
