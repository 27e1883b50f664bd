import { beforeAll, describe, expect, it } from 'vitest';
import { faultWords, isKeyFault } from '../../../../src-renderer/features/shops/fault-words.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';

beforeAll(() => setUpWords('en'));

describe('the fault of a shop', () => {
  it('asks for a new key only where one helps', () => {
    expect(['wrong-key', 'missing-role:/v4/posting', 'key-expired'].every(isKeyFault)).toBe(true);
    expect(['unreachable', 'rate-limited', 'clock-off'].some(isKeyFault)).toBe(false);
  });

  it('has the remedy of its like', () => {
    const remedy = (code: string) => faultWords(code, '', currentWords()).remedy;
    expect(remedy('not-sent')).toBe(remedy('unreachable'));
    expect(remedy('POSTING_LOCKED')).toBe('Look in the seller centre.');
  });
});
