/** ISO 8601 in UTC with milliseconds, as order times are written. */
export function instantMs(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** ISO 8601 in UTC to the second, as windows are written. */
export function instant(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}

/** Yen have no minor unit; every other currency of these marketplaces has two places. */
export function decimalPlaces(currency: string): number {
  return currency === 'JPY' ? 0 : 2;
}

/** Minor units as decimal text. */
export function amountText(minor: number, currency: string): string {
  const places = decimalPlaces(currency);
  return (minor / 10 ** places).toFixed(places);
}

/** Money of the Orders model: the amount is text. */
export function money(minor: number, currency: string): { amount: string; currencyCode: string } {
  return { amount: amountText(minor, currency), currencyCode: currency };
}

/** Money of Merchant Fulfillment: the amount is a number. */
export function mfnMoney(minor: number, currency: string): { CurrencyCode: string; Amount: number } {
  return { CurrencyCode: currency, Amount: Number(amountText(minor, currency)) };
}

const utcInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/u;

/** An instant in UTC with `Z`, as epoch milliseconds; NaN for anything else, offsets too. */
export function readUtcInstant(text: string): number {
  return utcInstant.test(text) ? Date.parse(text) : Number.NaN;
}
