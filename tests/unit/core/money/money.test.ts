import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCurrencyCode, minorDigits } from '../../../../src-main/core/money/currency.ts';
import {
  addMoney,
  moneyToDecimal,
  parseMoney,
  sumByCurrency,
  timesMoney,
  type Money,
} from '../../../../src-main/core/money/money.ts';

const currency = fc.constantFrom('CNY', 'JPY', 'KWD', 'CLF');
const minor = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const money = fc.record({ minor, currency });
const minorOf = (text: string, code: string): number | string => {
  const parsed = parseMoney(text, code);
  return parsed.ok ? parsed.money.minor : parsed.fault;
};

describe('currencies', () => {
  it('have the minor digits of ISO 4217', () => {
    const digits = [
      'CNY',
      'USD',
      'EUR',
      'RUB',
      'TWD',
      'HUF',
      'KRW',
      'JPY',
      'VND',
      'XAF',
      'CLP',
      'KWD',
      'BHD',
      'IQD',
      'LYD',
      'CLF',
      'UYW',
    ].map(minorDigits);
    expect(digits).toEqual([2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 3, 3, 3, 3, 4, 4]);
  });

  it('are three capital letters', () => {
    expect(isCurrencyCode('CNY')).toBe(true);
    for (const text of ['cny', 'CN', 'CNYY', 'CN1', '', 'CNY\n', '人民币']) expect(isCurrencyCode(text)).toBe(false);
  });
});

describe('parseMoney', () => {
  it.each([
    ['1530.0000', 'RUB', 153_000],
    ['35.22', 'CNY', 3522],
    [' +7 ', 'CNY', 700],
    ['007.5', 'CNY', 750],
    ['12300', 'KRW', 12_300],
    ['-0.01', 'CNY', -1],
    ['1.2345', 'KWD', 1234],
    ['90071992547409.91', 'CNY', Number.MAX_SAFE_INTEGER],
  ])('%j %s is %d', (text, code, expected) => {
    expect(minorOf(text, code)).toBe(expected);
  });

  it.each([
    ['0.125', 12, true],
    ['0.135', 14, true],
    ['0.1250000001', 13, true],
    ['0.12499', 12, true],
    ['-0.125', -12, true],
    ['-0.135', -14, true],
    ['0.995', 100, true],
    ['0.1200', 12, false],
  ])('rounds %j half to even and says so', (text, expected, rounded) => {
    expect(parseMoney(text, 'CNY')).toEqual({ ok: true, money: { minor: expected, currency: 'CNY' }, rounded });
  });

  it('knows one zero', () => {
    for (const text of ['-0', '-0.00', '-0.004', '+0']) expect(minorOf(text, 'CNY')).toBe(0);
  });

  it.each([
    '',
    ' ',
    '.',
    '.5',
    '5.',
    '1,5',
    '1 000',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '--1',
    '1.2.3',
    '¥5',
    '１',
    '٣',
    '1'.repeat(19),
    `0.${'1'.repeat(19)}`,
    '1\u00000',
    '\u202e1',
    'null',
  ])('refuses %j', (text) => {
    expect(minorOf(text, 'CNY')).toBe('not-a-number');
  });

  it('names the other faults', () => {
    expect(minorOf('1', 'cny')).toBe('unknown-currency');
    expect(minorOf('1', '__proto__')).toBe('unknown-currency');
    expect(minorOf('90071992547409.92', 'CNY')).toBe('out-of-range');
    expect(minorOf('-999999999999999999', 'KWD')).toBe('out-of-range');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        (text, code) => typeof parseMoney(text, code).ok === 'boolean',
      ),
    );
  });

  it('agrees with exact arithmetic', () => {
    const fraction = fc.stringMatching(/^\d{1,9}$/);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 9_999_999_999n }),
        fraction,
        fc.boolean(),
        currency,
        (whole, digits, isNegative, code) => {
          const parsed = parseMoney(`${isNegative ? '-' : ''}${whole}.${digits}`, code);
          const scale = 10n ** BigInt(digits.length);
          const exact = (whole * scale + BigInt(digits)) * 10n ** BigInt(minorDigits(code));
          const [floor, rest] = [exact / scale, exact % scale];
          const isUp = rest * 2n > scale || (rest * 2n === scale && floor % 2n === 1n);
          const magnitude = Number(isUp ? floor + 1n : floor);
          const expected = isNegative && magnitude !== 0 ? -magnitude : magnitude;
          expect(parsed).toEqual({ ok: true, money: { minor: expected, currency: code }, rounded: rest !== 0n });
        },
      ),
    );
  });

  it('reads back what moneyToDecimal writes', () => {
    fc.assert(
      fc.property(fc.record({ minor: fc.maxSafeInteger(), currency }), (amount) => {
        expect(parseMoney(moneyToDecimal(amount), amount.currency)).toEqual({
          ok: true,
          money: amount,
          rounded: false,
        });
      }),
    );
  });
});

describe('arithmetic', () => {
  it('adds and multiplies exactly, or throws', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (left, right) => {
        const sum = BigInt(left) + BigInt(right);
        const product = BigInt(left) * BigInt(right);
        const fits = (value: bigint) =>
          value >= -BigInt(Number.MAX_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
        const add = () => addMoney({ minor: left, currency: 'CNY' }, { minor: right, currency: 'CNY' }).minor;
        const times = () => timesMoney({ minor: left, currency: 'CNY' }, right).minor;
        if (fits(sum)) expect(BigInt(add())).toBe(sum);
        else expect(add).toThrow(RangeError);
        if (fits(product)) expect(BigInt(times())).toBe(product);
        else expect(times).toThrow(RangeError);
      }),
    );
  });

  it('refuses to mix currencies and to take a part of a piece', () => {
    expect(() => addMoney({ minor: 1, currency: 'CNY' }, { minor: 1, currency: 'USD' })).toThrow(
      'cannot add USD to CNY',
    );
    expect(() => timesMoney({ minor: 2, currency: 'CNY' }, 1.5)).toThrow(RangeError);
    expect(() => timesMoney({ minor: 2, currency: 'CNY' }, Number.NaN)).toThrow(RangeError);
    expect(timesMoney({ minor: 0, currency: 'CNY' }, -3).minor).toBe(0);
  });

  it('sums each currency for itself, in the order of appearance', () => {
    fc.assert(
      fc.property(fc.array(money), (amounts) => {
        const totals = new Map<string, bigint>();
        for (const amount of amounts)
          totals.set(amount.currency, (totals.get(amount.currency) ?? 0n) + BigInt(amount.minor));
        const expected = [...totals].map(([code, total]): Money => ({ minor: Number(total), currency: code }));
        expect(sumByCurrency(amounts)).toEqual(expected);
      }),
    );
    expect(sumByCurrency([])).toEqual([]);
  });
});

describe('moneyToDecimal', () => {
  it.each([
    [3522, 'CNY', '35.22'],
    [-5, 'CNY', '-0.05'],
    [0, 'CNY', '0.00'],
    [-0, 'CNY', '0.00'],
    [12_300, 'KRW', '12300'],
    [-7, 'JPY', '-7'],
    [1, 'KWD', '0.001'],
    [123_456, 'CLF', '12.3456'],
  ])('%d %s is %j', (amount, code, expected) => {
    expect(moneyToDecimal({ minor: amount, currency: code })).toBe(expected);
  });
});
