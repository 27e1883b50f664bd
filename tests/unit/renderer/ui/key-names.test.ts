import { describe, expect, it } from 'vitest';
import { keyName } from '../../../../src-renderer/ui/key-names.ts';

describe('the names of keys', () => {
  it('are those of the machine', () => {
    expect(['Ctrl Z', 'Shift', 'Z'].map((key) => keyName(key, 'darwin'))).toEqual(['⌘ Z', '⇧', 'Z']);
    expect(['Ctrl', 'Shift', 'Z'].map((key) => keyName(key, 'win32'))).toEqual(['Ctrl', 'Shift', 'Z']);
  });
});
