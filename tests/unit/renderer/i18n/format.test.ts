import { beforeAll, describe, expect, it } from 'vitest';
import { formatCountry, formatDay, formatMoney, numberTail } from '../../../../src-renderer/i18n/format.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';

beforeAll(() => setUpWords('zh-CN'));

describe('formats', () => {
  it('money has the digits of its currency', () => {
    expect(formatMoney({ minor: 3522, currency: 'USD' })).toContain('35.22');
    expect(formatMoney({ minor: 18_000, currency: 'KRW' })).toContain('18,000');
  });

  it('money has the short sign of its currency', () => {
    expect(formatMoney({ minor: 3522, currency: 'USD' })).toBe('$35.22');
    expect(formatMoney({ minor: 6800, currency: 'CNY' })).toBe('¥68.00');
  });

  it('money of no known currency keeps its figure', () => {
    expect(formatMoney({ minor: 1250, currency: '??' })).toBe('12.50');
  });

  it('countries have their names; an unknown code stays', () => {
    expect(formatCountry('US')).toBe('美国');
    expect(formatCountry('ru')).toBe('俄罗斯');
    expect(formatCountry('not a country')).toBe('not a country');
  });

  it('days near today have words', () => {
    const now = new Date(2026, 2, 3, 23, 30).getTime();
    const day = (ms: number) => formatDay(ms, now, 'zh-CN', currentWords());
    expect([day(now), day(now + 3_600_000), day(now - 86_400_000)]).toEqual(['今天', '明天', '昨天']);
  });

  it.each([
    ['33920113-0018-1', '0018-1'],
    ['112-4410021-7745', '7745'],
    ['8184402215521', '5521'],
    ['42', '42'],
  ])('the tail of %s is %s', (remoteId, tail) => {
    expect(numberTail(remoteId)).toBe(tail);
  });
});
