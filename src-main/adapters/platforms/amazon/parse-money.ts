import { type Money, parseMoney } from '../../../core/money/money.ts';

interface MoneyShape {
  readonly amount: string | null;
  readonly currencyCode: string | null;
}

/** An amount of the Orders model, a text; null when it is absent or unreadable. */
export function readMoney(shape: MoneyShape | null): Money | null {
  return decimalMoney(shape?.amount ?? null, shape?.currencyCode ?? null);
}

/** A decimal, also as a JSON number's own text. */
export function decimalMoney(amount: string | null, currency: string | null): Money | null {
  const parsed = parseMoney(amount ?? '', currency ?? '');
  return parsed.ok ? parsed.money : null;
}
