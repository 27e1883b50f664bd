import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { formatDayAndTime, formatTime } from '../../i18n/format.ts';
import { currentLocale, type Words } from '../../i18n/use-words.ts';
import { dayStartMs } from '../../stores/machines.ts';

/** "15:01 的一批，50 张"; one of another day says which. */
export function batchTitle(batch: BatchView, nowMs: number, t: Words): string {
  return t('printing:batch.title', { time: batchTime(batch, nowMs, t), count: batch.jobs.length });
}

export function batchTime(batch: BatchView, nowMs: number, t: Words): string {
  const isToday = batch.createdAtMs >= dayStartMs(nowMs);
  return isToday ? formatTime(batch.createdAtMs) : formatDayAndTime(batch.createdAtMs, nowMs, currentLocale(), t);
}

/** In which order its labels leave the printer. */
export function batchOrder(batch: BatchView, t: Words): string {
  const sort = t(`printing:batch.sort.${batch.sort}`);
  return batch.isReversed ? `${sort}${t('board:listSeparator')}${t('printing:batch.reversed')}` : sort;
}
