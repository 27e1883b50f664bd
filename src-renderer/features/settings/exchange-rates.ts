import type { MethodInput } from '../../../src-main/contract/index.ts';

/** Her currency, and what one unit of others is worth in it. */
export type Rates = MethodInput<'stock.saveRates'>;

/** The same rates reckoned in another currency; without a rate for that one there is nothing to reckon with. */
export function rebased({ base, rates }: Rates, next: string): Rates {
  const worth = rates[next];
  if (next === base) return { base, rates };
  if (worth === undefined) return { base: next, rates: {} };
  const others = Object.entries(rates).filter(([currency]) => currency !== next);
  return {
    base: next,
    rates: Object.fromEntries([
      [base, rounded(1 / worth)],
      ...others.map(([name, rate]) => [name, rounded(rate / worth)]),
    ]),
  };
}

/** Six figures that count: what banks give, and no more than can be read. */
function rounded(rate: number): number {
  return Number(rate.toPrecision(6));
}

/** One rate told anew; null takes it away. */
export function withRate({ base, rates }: Rates, currency: string, rate: number | null): Rates {
  const others = Object.entries(rates).filter(([name]) => name !== currency);
  return { base, rates: Object.fromEntries(rate === null ? others : [...others, [currency, rate]]) };
}

/** "7.1" or "0,089" as a number above `least`; null for an empty text; undefined when it is none. */
export function readFigure(text: string, least: number, most: number): number | null | undefined {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  if (!/^\d{1,9}(\.\d{1,8})?$/.test(trimmed)) return undefined;
  const figure = Number(trimmed);
  return figure >= least && figure <= most ? figure : undefined;
}
