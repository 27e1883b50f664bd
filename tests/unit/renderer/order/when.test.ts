import { beforeAll, describe, expect, it } from 'vitest';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';
import { whenText } from '../../../../src-renderer/features/order/when.ts';

const NOW = new Date(2026, 2, 4, 12).getTime();
const HOUR = 3_600_000;

describe('whenText', () => {
  beforeAll(() => setUpWords('en'));

  it('writes today small, to stand inside a sentence', () => {
    expect(whenText(NOW + HOUR, NOW, currentWords())).toBe('today 13:00');
  });

  it('keeps the capital of a weekday', () => {
    expect(whenText(NOW + 48 * HOUR, NOW, currentWords())).toBe('Fri 12:00');
  });
});
