import { isCurrencyCode, minorDigits } from './currency.ts';

/** An amount in integer minor units (fen, kopecks, whole won) of one currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** Why a text is no amount. */
export type MoneyFault = 'not-a-number' | 'unknown-currency' | 'out-of-range';
export type ParsedMoney =
  | { readonly ok: true; readonly money: Money; readonly rounded: boolean }
  | { readonly ok: false; readonly fault: MoneyFault };

const DECIMAL = /^([+-]?)(\d{1,18})(?:\.(\d{1,18}))?$/;

/**
 * Reads a decimal text such as "1530.0000" without floating point. Digits finer than the minor unit are rounded
 * half to even and reported in `rounded`. Never throws.
 */
export function parseMoney(amount: string, currency: string): ParsedMoney {
  if (!isCurrencyCode(currency)) return { ok: false, fault: 'unknown-currency' };
  const match = DECIMAL.exec(amount.trim());
  if (match === null) return { ok: false, fault: 'not-a-number' };
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = minorDigits(currency);
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const rest = fraction.slice(digits);
  const magnitude = roundHalfEven(kept, rest);
  if (magnitude > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, fault: 'out-of-range' };
  const minor = Number(sign === '-' ? -magnitude : magnitude);
  return { ok: true, money: { minor, currency }, rounded: /[1-9]/.test(rest) };
}

function roundHalfEven(kept: bigint, rest: string): bigint {
  if (rest === '' || rest.charAt(0) < '5') return kept;
  const isExactHalf = /^50*$/.test(rest);
  return isExactHalf && kept % 2n === 0n ? kept : kept + 1n;
}

/** Sum of two amounts of one currency. Throws RangeError when the currencies differ or the sum leaves the safe integers. */
export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new RangeError(`cannot add ${right.currency} to ${left.currency}`);
  const minor = left.minor + right.minor;
  if (!Number.isSafeInteger(minor)) throw new RangeError('sum of money is out of range');
  return { minor, currency: left.currency };
}

/** Unit price times a whole quantity. Throws RangeError when the quantity is not whole or the product leaves the safe integers. */
export function timesMoney(unit: Money, quantity: number): Money {
  if (!Number.isSafeInteger(quantity)) throw new RangeError('a quantity is a whole number');
  // Zero times a negative number is -0, which is no amount: adding zero makes it 0.
  const minor = unit.minor * quantity + 0;
  if (!Number.isSafeInteger(minor)) throw new RangeError('product of money is out of range');
  return { minor, currency: unit.currency };
}

/** Sums by currency, in the order the currencies first appear. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, Money>();
  for (const amount of amounts) {
    const sum = sums.get(amount.currency);
    sums.set(amount.currency, sum === undefined ? amount : addMoney(sum, amount));
  }
  return [...sums.values()];
}

/** Decimal text with the currency's own number of digits, e.g. "35.22"; for files and platforms, not for the screen. */
export function moneyToDecimal(money: Money): string {
  const digits = minorDigits(money.currency);
  const text = String(Math.abs(money.minor)).padStart(digits + 1, '0');
  const sign = money.minor < 0 ? '-' : '';
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
