import { minorDigits } from './currency.ts';
import type { Money } from './money.ts';

/** What one unit of each currency is worth in the base currency, by the seller's own word. */
export interface ExchangeRates {
  readonly base: string;
  readonly rates: Readonly<Record<string, number>>;
}

/** An amount in another currency, or the currency whose rate is missing, or makes no sense. */
export type Exchanged = { readonly ok: true; readonly money: Money } | { readonly ok: false; readonly missing: string };

/**
 * The amount in `currency`, to the nearest minor unit. An estimate for the seller's eye; nothing is booked or paid by it.
 */
export function exchange(amount: Money, currency: string, rates: ExchangeRates): Exchanged {
  if (amount.currency === currency) return { ok: true, money: amount };
  const from = worthOf(amount.currency, rates);
  if (from === null) return { ok: false, missing: amount.currency };
  const to = worthOf(currency, rates);
  if (to === null) return { ok: false, missing: currency };
  const units = (amount.minor / 10 ** minorDigits(amount.currency)) * (from / to);
  const minor = Math.round(units * 10 ** minorDigits(currency)) + 0;
  return Number.isSafeInteger(minor) ? { ok: true, money: { minor, currency } } : { ok: false, missing: currency };
}

function worthOf(currency: string, { base, rates }: ExchangeRates): number | null {
  return currency === base ? 1 : (rates[currency] ?? null);
}
