import { pacificText } from '../pacific-time.ts';

/** A 64-bit id as a bare JSON number with all its digits. */
export function int64(id: string): bigint {
  return BigInt(id);
}

/** Pacific wall time; null leaves the field out. */
export function time(atMs: number | null): string | null {
  return atMs === null ? null : pacificText(atMs);
}

const wholeCurrencies = new Set(['KRW', 'JPY']);

/** How many of the smallest unit make one. */
export function centFactor(currency: string): number {
  return wholeCurrencies.has(currency) ? 1 : 100;
}

export function amountText(cents: number, currency: string): string {
  return wholeCurrencies.has(currency) ? String(cents) : (cents / 100).toFixed(2);
}

export interface SimpleMoney {
  amount: string;
  currency_code: string;
}

export function simpleMoney(cents: number, currency: string): SimpleMoney {
  return { amount: amountText(cents, currency), currency_code: currency };
}

const currencyNames: Readonly<Record<string, readonly [symbol: string, name: string, numeric: number]>> = {
  USD: ['$', 'US Dollar', 840],
  EUR: ['€', 'Euro', 978],
  CNY: ['¥', 'Chinese Yuan', 156],
  RUB: ['₽', 'Russian Ruble', 643],
  BRL: ['R$', 'Brazilian Real', 986],
  KRW: ['₩', 'South Korean Won', 410],
};

/** Money as the detail writes it: the value is `cent / cent_factor`. */
export function detailMoney(cents: number, currency: string): Record<string, unknown> {
  const [symbol, name, numeric] = currencyNames[currency] ?? [currency, currency, 0];
  return {
    ...simpleMoney(cents, currency),
    amount_str: amountText(cents, currency),
    cent: cents,
    cent_factor: centFactor(currency),
    currency: {
      currency_code: currency,
      default_fraction_digits: centFactor(currency) === 1 ? 0 : 2,
      display_name: name,
      numeric_code: numeric,
      symbol,
    },
  };
}

/** A person's name, street or number as the platform shows it: the first letter of each word, then stars. */
export function masked(text: string): string {
  return text
    .split(' ')
    .map((word) => (word === '' ? '' : `${Array.from(word)[0]}***`))
    .join(' ');
}
