import { type Money, parseMoney } from '../../../core/money/money.ts';
import type { JsonNode } from '../shared/json.ts';
import { member } from '../shared/json.ts';
import { firstText, textOf, wholeOf } from './nodes.ts';

/**
 * An amount of a list ({amount, currency_code}) or of a detail ({cent, cent_factor, currency_code, …}: the value is
 * cent / cent_factor). Null when absent or unreadable.
 */
export function parseAmount(node: JsonNode): Money | null {
  const currency = textOf(node, 'currency_code') ?? textOf(member(node, 'currency'), 'currency_code');
  const amount = centsText(node) ?? firstText(node, 'amount', 'amount_str');
  if (currency === null || amount === null) return null;
  const parsed = parseMoney(amount, currency);
  return parsed.ok ? parsed.money : null;
}

/** cent / cent_factor as a decimal text; null without both, or with a factor that is no power of ten. */
function centsText(node: JsonNode): string | null {
  const cents = wholeOf(node, 'cent');
  const factor = textOf(node, 'cent_factor');
  if (cents === null || factor === null || !/^10{0,6}$/.test(factor)) return null;
  const digits = factor.length - 1;
  const text = String(Math.abs(cents)).padStart(digits + 1, '0');
  const sign = cents < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Currency signs of the prices that come as text. A bare ¥ is the yuan here: the prices are those of Chinese warehouses. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(CN\s*)?[¥￥]|^CNY|^RMB/i, 'CNY'],
  [/^(US\s*)?\$|^USD/i, 'USD'],
  [/^€|^EUR/i, 'EUR'],
  [/^₽|^RUB/i, 'RUB'],
];

/** A price as the trial calculation words it, like "CN¥74.55"; null for anything else. */
export function parsePriceText(text: string | null): Money | null {
  const trimmed = (text ?? '').trim();
  const currency = SIGNS.find(([sign]) => sign.test(trimmed))?.[1];
  const amount = /\d[\d,]*(?:\.\d+)?/.exec(trimmed)?.[0].replaceAll(',', '');
  if (currency === undefined || amount === undefined) return null;
  const parsed = parseMoney(amount, currency);
  return parsed.ok ? parsed.money : null;
}
