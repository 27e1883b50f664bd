import { beforeAll, describe, expect, it } from 'vitest';
import { codeText } from '../../../../src-renderer/i18n/code-text.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';
import {
  passphraseFault,
  passphraseLength,
  STORE_FAULTS,
  storeFaultOf,
} from '../../../../src-renderer/features/vault/passphrase-rules.ts';

describe('passphraseFault', () => {
  it('wants eight letters, typed twice', () => {
    expect(passphraseFault('1234567', '1234567')).toBe('short');
    expect(passphraseFault('12345678', '12345679')).toBe('differ');
    expect(passphraseFault('12345678', '12345678')).toBeNull();
  });

  it('counts letters as a person does', () => {
    expect(passphraseLength('𠮷𠮷')).toBe(2);
    expect(passphraseFault('𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷')).toBe('short');
  });
});

describe('storeFaultOf', () => {
  beforeAll(() => setUpWords('en'));

  it('keeps known faults and gives any other the general steps', () => {
    expect(storeFaultOf('damaged')).toBe('damaged');
    expect(storeFaultOf('haunted')).toBe('failed');
    expect(storeFaultOf(null)).toBe('failed');
  });

  it('has a sentence and two steps for each', () => {
    const t = currentWords();
    for (const fault of STORE_FAULTS) {
      expect(codeText('recovery', fault), fault).not.toBe(t('codes:unknown', { code: fault }));
      expect(t(`onboarding:vault.recovery.todo.${fault}.1`).length).toBeGreaterThan(10);
      expect(t(`onboarding:vault.recovery.todo.${fault}.2`).length).toBeGreaterThan(8);
    }
  });
});
