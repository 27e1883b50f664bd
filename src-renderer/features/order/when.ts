import { formatDayAndTime } from '../../i18n/format.ts';
import { currentLocale, type Words } from '../../i18n/use-words.ts';

/** A day and time to stand inside a sentence: English writes "by today 15:59", but keeps "by Wed 15:59". */
export function whenText(atMs: number, nowMs: number, t: Words): string {
  const text = formatDayAndTime(atMs, nowMs, currentLocale(), t);
  const isNear = [t('common:day.today'), t('common:day.tomorrow'), t('common:day.yesterday')].some((day) =>
    text.startsWith(day),
  );
  return isNear ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
