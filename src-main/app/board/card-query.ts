import { isNoFilter, type CardFilter } from '../../core/order/card-filter.ts';
import type { AppDeps } from '../deps.ts';
import type { CardQuery } from '../ports/store-filters.ts';
import { dayEndsMs } from './day-ends.ts';

type Tools = Pick<AppDeps, 'clock' | 'notifier'>;

/** A filter with the times that its words mean now. */
export function queryOf({ clock, notifier }: Tools, filter: CardFilter): CardQuery {
  const nowMs = clock.nowMs();
  return { filter, nowMs, dayEndsMs: dayEndsMs(nowMs, notifier.minuteOfDay()) };
}

/** The same; undefined where all cards are meant, which the store answers without asking anything of them. */
export function askedOf(tools: Tools, filter: CardFilter | undefined): CardQuery | undefined {
  return filter === undefined || isNoFilter(filter) ? undefined : queryOf(tools, filter);
}
