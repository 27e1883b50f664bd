import { z } from 'zod';
import { addMoney, type Money, parseMoney } from '../../../core/money/money.ts';
import { text } from './schema-parts.ts';

/** v5 since July 2026: `{currencyCode, units, nanos}`; before, and in other methods, a plain number (here: its digits). */
export const moneySchema = z
  .union([
    z.object({ currencyCode: text, units: text, nanos: text }).transform(({ currencyCode, units, nanos }) => ({
      currency: currencyCode ?? 'KRW',
      amount: amountOf(units, nanos),
    })),
    z.string().transform((amount) => ({ currency: 'KRW', amount })),
  ])
  .nullish()
  .transform((value) => value ?? null)
  .catch({ currency: '', amount: '' });
export type MoneyShape = z.infer<typeof moneySchema>;

function amountOf(units: string | null, nanos: string | null): string {
  const fraction = (nanos ?? '0').replace('-', '');
  return /^0*$/.test(fraction) ? (units ?? '') : `${units ?? '0'}.${fraction.padStart(9, '0')}`;
}

/** Null when it is absent or cannot be read. */
export function readMoney(shape: MoneyShape): Money | null {
  if (shape === null) return null;
  const parsed = parseMoney(shape.amount, shape.currency);
  return parsed.ok ? parsed.money : null;
}

/** The sum of amounts, some to be taken off; null when one cannot be read, or the currencies differ. */
export function sumMoney(plus: readonly (Money | null)[], minus: readonly Money[]): Money | null {
  const negative = minus.map(({ minor, currency }) => ({ minor: 0 - minor, currency }));
  let sum: Money | null = null;
  for (const amount of [...plus, ...negative]) {
    if (amount === null || (sum !== null && sum.currency !== amount.currency)) return null;
    sum = sum === null ? amount : addMoney(sum, amount);
  }
  return sum;
}
