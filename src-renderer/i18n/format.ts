import { currentLocale, type Words } from './use-words.ts';

const cache = new Map<string, unknown>();

/** Intl formatters are dear to build; one each is kept. */
function kept<Formatter>(key: string, build: () => Formatter): Formatter {
  const found = cache.get(key);
  if (found !== undefined) return found as Formatter;
  const made = build();
  cache.set(key, made);
  return made;
}

function dateFormat(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`${locale} ${name}`, () => new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options }));
}

/** Amount in minor units as text of the currency ("$35.22", "₩18,000", "¥68.00"); an unknown code is shown beside the figure. */
export function formatMoney(money: { readonly minor: number; readonly currency: string }): string {
  const locale = currentLocale();
  const format = kept(`${locale} money ${money.currency}`, () => moneyFormat(locale, money.currency));
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(money.minor / 10 ** digits);
}

function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  } catch {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }
}

/** A share of one: "49%", "-3.5%". */
export function formatShare(share: number): string {
  const locale = currentLocale();
  const shape: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 1 };
  return kept(`${locale} share`, () => new Intl.NumberFormat(locale, shape)).format(share);
}

/** "1,204" */
export function formatCount(count: number): string {
  const locale = currentLocale();
  return kept(`${locale} count`, () => new Intl.NumberFormat(locale)).format(count);
}

/** "14:40" */
export function formatTime(atMs: number, locale = currentLocale()): string {
  return dateFormat(locale, 'time', { hour: '2-digit', minute: '2-digit' }).format(atMs);
}

/** "2026年3月4日 周三 15:59": the whole moment, for tooltips and the drawer. */
export function formatMoment(atMs: number): string {
  return dateFormat(currentLocale(), 'moment', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(atMs);
}

/** "3月4日" */
export function formatDate(atMs: number, locale = currentLocale()): string {
  return dateFormat(locale, 'date', { month: 'short', day: 'numeric' }).format(atMs);
}

/** "2027年3月4日", for days that may lie in another year: the end of a key. */
export function formatDateInYear(atMs: number, locale = currentLocale()): string {
  return dateFormat(locale, 'date-in-year', { year: 'numeric', month: 'short', day: 'numeric' }).format(atMs);
}

function calendarDaysBetween(fromMs: number, toMs: number): number {
  const startOfDay = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((startOfDay(toMs) - startOfDay(fromMs)) / 86_400_000);
}

/** "今天", "明天", "昨天", "周四" within a week either way, else "3月4日". */
export function formatDay(atMs: number, nowMs: number, locale: string, t: Words): string {
  const days = calendarDaysBetween(nowMs, atMs);
  if (days === 0) return t('common:day.today');
  if (days === 1) return t('common:day.tomorrow');
  if (days === -1) return t('common:day.yesterday');
  if (Math.abs(days) < 7) return formatWeekday(atMs, locale);
  return formatDate(atMs, locale);
}

/**
 * "明天 15:59", "周四 09:12", "Wed 15:59"; only the date when it is a week or more away. Short enough for a card: outside
 * Chinese, tomorrow is named by its weekday.
 */
export function formatDayAndTime(atMs: number, nowMs: number, locale: string, t: Words): string {
  const days = calendarDaysBetween(nowMs, atMs);
  if (Math.abs(days) >= 7) return formatDate(atMs, locale);
  const isLongWord = days !== 0 && !locale.startsWith('zh');
  const day = isLongWord ? formatWeekday(atMs, locale) : formatDay(atMs, nowMs, locale, t);
  return `${day} ${formatTime(atMs, locale)}`;
}

function formatWeekday(atMs: number, locale: string): string {
  return dateFormat(locale, 'weekday', { weekday: 'short' }).format(atMs);
}

/** Short name of a country by its ISO code ("美国"); the code itself when nobody knows it. */
export function formatCountry(code: string): string {
  const locale = currentLocale();
  const names = kept(`${locale} country`, () => new Intl.DisplayNames(locale, { type: 'region', style: 'short' }));
  try {
    return names.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** What the eye looks for in an order number: Ozon's last two groups, else the last four characters. */
export function numberTail(remoteId: string): string {
  const groups = remoteId.split('-');
  const last = groups.at(-1) ?? '';
  const before = groups.at(-2);
  if (before !== undefined && last.length <= 2) return `${before.slice(-4)}-${last}`;
  return remoteId.slice(-4);
}
