import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseZoned, zonedText } from '../../../../src-main/core/calendar/zoned-time.ts';
import { minorDigits } from '../../../../src-main/core/money/currency.ts';
import { moneyToDecimal } from '../../../../src-main/core/money/money.ts';
import { countryOf } from '../../../../src-main/core/order-file/country-names.ts';
import { readAmount, readCount } from '../../../../src-main/core/order-file/read-amount.ts';
import { readFileTime } from '../../../../src-main/core/order-file/read-date.ts';
import { readGoods } from '../../../../src-main/core/order-file/read-goods.ts';

const SEOUL = 'Asia/Seoul';
const at = (cell: string, zone = SEOUL) => {
  const time = readFileTime(cell, zone);
  return time === null ? null : zonedText(time.atMs, zone);
};

describe('times', () => {
  test.each([
    ['2026-11-03 10:20:16', '2026-11-03 10:20:16'],
    ['2026/11/3 10:20', '2026-11-03 10:20:00'],
    ['2026.11.03', '2026-11-03 00:00:00'],
    ['2026年11月3日 下午2:05', '2026-11-03 14:05:00'],
    ['2026. 11. 3 오후 2:05', '2026-11-03 14:05:00'],
    ['03.11.2026 10:20', '2026-11-03 10:20:00'],
    ['03.11.26', '2026-11-03 00:00:00'],
    ['2026-11-03T01:20:16+00:00', '2026-11-03 10:20:16'],
    ['2026-11-03T01:20:16.250Z', '2026-11-03 10:20:16'],
    ['2026-11-03 01:20:16 UTC', '2026-11-03 10:20:16'],
    ['２０２６-11-03 12:05 AM', '2026-11-03 00:05:00'],
    ['46329', '2026-11-03 00:00:00'],
    ['46329.430740740744', '2026-11-03 10:20:16'],
    ['31.02.2026', null],
    ['2026-13-01', null],
    ['2026-11-03 25:00', null],
    ['tomorrow', null],
    ['12', null],
    ['', null],
  ])('%s', (cell, wanted) => {
    expect(at(cell)).toBe(wanted);
  });

  test('a deadline of a day lasts to its end, also where the clock is turned', () => {
    const pacific = 'America/Los_Angeles';
    for (const [day, end] of [
      ['2026-11-01', '2026-11-01 23:59:59'],
      ['2026-03-08', '2026-03-08 23:59:59'],
    ] as const) {
      expect(zonedText(readFileTime(day, pacific)!.lastMs, pacific)).toBe(end);
    }
    expect(readFileTime('2026-11-06 10:00', SEOUL)!.lastMs).toBe(Date.UTC(2026, 10, 6, 1));
  });

  test('every hour of a day that is turned is the calendar’s own', () => {
    const pacific = 'America/Los_Angeles';
    for (const day of ['2026-03-08', '2026-03-09', '2026-11-01', '2026-11-02']) {
      for (let hour = 0; hour < 24; hour += 1) {
        const text = `${day} ${String(hour).padStart(2, '0')}:30:15`;
        expect(readFileTime(text, pacific)?.atMs).toBe(parseZoned(text, pacific));
      }
    }
  });

  test('what a spreadsheet counts is what the wall shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40_000 * 86_400, max: 60_000 * 86_400 }), (seconds) => {
        const time = readFileTime(String(seconds / 86_400), 'Asia/Shanghai');
        expect(time?.atMs).toBe((seconds - 25_569 * 86_400 - 8 * 3_600) * 1_000);
      }),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['US $22.99', null, '22.99 USD'],
    ['$ 1,234.50', null, '1234.50 USD'],
    ['24,600', 'KRW', '24600 KRW'],
    ['12,300원', null, '12300 KRW'],
    ['1 234,56 ₽', null, '1234.56 RUB'],
    ['1.234,56', 'EUR', '1234.56 EUR'],
    ['105,66', 'CNY', '105.66 CNY'],
    ['2500.0000', 'RUB', '2500.00 RUB'],
    ['￥59.00', null, '59.00 CNY'],
    ['-5.00', 'CNY', '-5.00 CNY'],
    ['1,234,567', 'USD', '1234567.00 USD'],
    ['free', 'USD', null],
    ['12', null, null],
    ['1,2,3.4.5', 'USD', null],
  ])('%s', (cell, currency, wanted) => {
    const money = readAmount(cell, currency);
    expect(money === null ? null : `${moneyToDecimal(money)} ${money.currency}`).toBe(wanted);
  });

  test('an amount is read however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999_99 }),
        fc.constantFrom('USD', 'KRW', 'RUB'),
        (minor, currency) => {
          const decimal = moneyToDecimal({ minor, currency });
          const [whole = '', fraction] = decimal.split('.');
          const grouped = (mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
          const forms = [decimal, fraction === undefined ? grouped(',') : `${grouped(',')}.${fraction}`];
          if (minorDigits(currency) > 0) forms.push(`${grouped(' ')},${fraction}`, `${grouped('.')},${fraction}`);
          for (const form of forms) expect(readAmount(form, currency)).toEqual({ minor, currency });
        },
      ),
    );
  });

  test('counts', () => {
    expect(['2', '2.0', ' 3 piece', '4개', '×5', '6 шт.', '0'].map(readCount)).toEqual([2, 2, 3, 4, 5, 6, 0]);
    expect(['', '-1', '1.5', 'two', '2 of 3', '1e3'].map(readCount)).toEqual([null, null, null, null, null, null]);
  });
});

test('countries by code and by name in four languages', () => {
  const names = ['GB', 'uk', 'United Kingdom', '英国', 'Великобритания', '영국'];
  expect(names.map(countryOf)).toEqual(names.map(() => 'GB'));
  const others = [
    '美国',
    'United States',
    'Соединенные Штаты',
    'Russian Federation',
    '俄罗斯',
    'Россия',
    '대한민국',
    'Atlantis',
    'constructor',
  ];
  expect(others.map(countryOf)).toEqual(['US', 'US', 'US', 'RU', 'RU', 'RU', 'KR', null, null]);
});

test('a cell of goods that cannot be read whole is not read in half', () => {
  expect(readGoods('【1】 A\n(产品数量:1 piece)\n【2】 B\n')).toBeNull();
  expect(readGoods('')).toBeNull();
  expect(readGoods('【1】 A (blue)\n(产品属性: Size:M (EU))\n(产品数量:12 pieces)')).toEqual([
    { title: 'A (blue)', variant: 'Size:M (EU)', sku: null, quantity: 12 },
  ]);
});
