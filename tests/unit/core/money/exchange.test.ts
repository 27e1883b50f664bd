import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchange } from '../../../../src-main/core/money/exchange.ts';

const RATES = { base: 'CNY', rates: { USD: 7.1, KRW: 0.0051, JPY: 0.046 } };
const exchanged = (minor: number, from: string, to: string, rates = RATES) =>
  exchange({ minor, currency: from }, to, rates);

describe('an exchanged amount', () => {
  it.each([
    [1_000, 'USD', 'CNY', 7_100],
    [7_100, 'CNY', 'USD', 1_000],
    // The won has no minor unit.
    [10_000, 'KRW', 'CNY', 5_100],
    [100, 'CNY', 'KRW', 196],
    [1_000, 'USD', 'KRW', 13_922],
    [-250, 'USD', 'CNY', -1_775],
    [0, 'USD', 'CNY', 0],
  ] as const)('of %i %s is in %s %i', (minor, from, to, expected) => {
    expect(exchanged(minor, from, to)).toEqual({ ok: true, money: { minor: expected, currency: to } });
  });

  it('stays as it is in its own currency, rate or none', () => {
    expect(exchanged(5, 'XYZ', 'XYZ')).toEqual({ ok: true, money: { minor: 5, currency: 'XYZ' } });
  });

  it('names the currency whose rate is missing, or leads out of all numbers', () => {
    expect(exchanged(5, 'BRL', 'CNY')).toEqual({ ok: false, missing: 'BRL' });
    expect(exchanged(5, 'CNY', 'BRL')).toEqual({ ok: false, missing: 'BRL' });
    expect(exchanged(1e12, 'CNY', 'USD', { base: 'CNY', rates: { ...RATES.rates, USD: 1e-9 } })).toEqual({
      ok: false,
      missing: 'USD',
    });
  });

  it('comes back within a minor unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (minor) => {
        const there = exchanged(minor, 'CNY', 'USD');
        if (!there.ok) throw new Error('no rate');
        const back = exchange(there.money, 'CNY', RATES);
        expect(back.ok && Math.abs(back.money.minor - minor) <= 4).toBe(true);
      }),
    );
  });
});
