import { describe, expect, it } from 'vitest';
import { readFigure, rebased, withRate } from '../../../../src-renderer/features/settings/exchange-rates.ts';

const RATES = { base: 'CNY', rates: { USD: 7.1, RUB: 0.089 } };

describe('exchange rates', () => {
  it('in another currency are worth the same', () => {
    const inUsd = rebased(RATES, 'USD');
    expect(inUsd).toEqual({ base: 'USD', rates: { CNY: 0.140845, RUB: 0.0125352 } });
    const back = rebased(inUsd, 'CNY');
    expect(back.rates['USD']).toBeCloseTo(7.1, 3);
    expect(back.rates['RUB']).toBeCloseTo(0.089, 5);
  });

  it('cannot be reckoned in a currency without a rate, and stay in their own', () => {
    expect(rebased(RATES, 'KRW')).toEqual({ base: 'KRW', rates: {} });
    expect(rebased(RATES, 'CNY')).toEqual(RATES);
  });

  it('are told anew and taken away one by one', () => {
    expect(withRate(RATES, 'USD', 7.2).rates).toEqual({ RUB: 0.089, USD: 7.2 });
    expect(withRate(RATES, 'RUB', null).rates).toEqual({ USD: 7.1 });
  });
});

describe('a figure that is typed', () => {
  it.each([
    ['7.1', 7.1],
    [' 0,089 ', 0.089],
    ['', null],
    ['0', undefined],
    ['-1', undefined],
    ['1e3', undefined],
    ['7.1.1', undefined],
    ['101', undefined],
  ])('%j is %j', (text, figure) => {
    expect(readFigure(text, 0.000001, 100)).toBe(figure);
  });
});
