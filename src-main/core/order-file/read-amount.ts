import { minorDigits } from '../money/currency.ts';
import { type Money, parseMoney } from '../money/money.ts';

/** Signs and words that cells carry beside the number. '¥' is a yen elsewhere, but these files are Chinese. */
const CURRENCY_SIGNS: readonly (readonly [sign: RegExp, currency: string])[] = [
  [/US\s?\$|USD|美元/iu, 'USD'],
  [/CNY|RMB|人民币|元|[¥￥]/iu, 'CNY'],
  [/EUR|€/iu, 'EUR'],
  [/RUB|руб|₽/iu, 'RUB'],
  [/KRW|₩|원/iu, 'KRW'],
  [/GBP|£/iu, 'GBP'],
  [/JPY/iu, 'JPY'],
  [/\$/u, 'USD'],
];

const LONGEST_AMOUNT = 60;

/** An amount of a file; null when the cell holds none. `currency`: of the column, or of the platform; null: the cell must say. */
export function readAmount(cell: string, currency: string | null): Money | null {
  if (cell.length > LONGEST_AMOUNT) return null;
  const text = cell.normalize('NFKC').trim();
  const named = CURRENCY_SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null;
  const code = currency ?? named;
  if (code === null) return null;
  const decimal = plainDecimal(text.replace(/[^\d.,\s'-]/gu, ''), minorDigits(code));
  const parsed = decimal === null ? null : parseMoney(decimal, code);
  return parsed?.ok === true ? parsed.money : null;
}

/**
 * The number with a point and no grouping. Of two kinds of separators the last is the decimal one; one alone is a
 * grouping when it stands before three digits and is a comma, comes several times, or the currency has no fractions.
 */
function plainDecimal(text: string, digits: number): string | null {
  const bare = text.replace(/[\s']/g, '');
  const match = /^(-?)(\d[\d.,]*)$/.exec(bare);
  if (match === null) return null;
  const [, sign = '', number = ''] = match;
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  if (last < 0) return sign + number;
  const mark = number.charAt(last);
  const tail = number.slice(last + 1);
  const hasBoth = number.includes('.') && number.includes(',');
  const isRepeated = number.indexOf(mark) !== last;
  const looksGrouped = tail.length === 3 && (mark === ',' || digits === 0);
  const isDecimal = hasBoth ? !isRepeated : !isRepeated && !looksGrouped;
  const grouped = isDecimal ? number.slice(0, last) : number;
  if (!/^\d+$|^\d{1,3}(?:[.,]\d{3})+$/.test(grouped)) return null;
  const whole = grouped.replace(/[.,]/g, '');
  return isDecimal && tail !== '' ? `${sign}${whole}.${tail}` : sign + whole;
}

/** A number of pieces: whole, not negative. '2 piece', '2개', '2.0' and '×2' are 2; null for what is no count. */
export function readCount(cell: string): number | null {
  const match = /^[x×*]?\s?(\d{1,6})(?:[.,]0+)?\s?\p{L}{0,12}\.?$/u.exec(cell.normalize('NFKC').trim());
  return match === null ? null : Number(match[1]);
}
