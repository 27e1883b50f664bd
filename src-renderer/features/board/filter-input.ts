import { isNoFilter, type CardFilter } from '../../stores/board-filter.ts';

/** The filter for a call that may go without: one that asks nothing is left out. */
export function optionalFilter(filter: CardFilter): { filter?: CardFilter } {
  return isNoFilter(filter) ? {} : { filter };
}

/** True when two filters mean the same cards, whatever the order of their lists. */
export function isSameFilter(left: CardFilter, right: CardFilter): boolean {
  return left === right || filterKey(left) === filterKey(right);
}

/** What is kept under a name: an exact stretch of time is over soon, and is left out. */
export function lastingFilter({ dueSpan: _span, ...lasting }: CardFilter): CardFilter {
  return lasting;
}

function filterKey(filter: CardFilter): string {
  const { platforms, shopIds, lanes, countries, services, tagIds, signs } = filter;
  const lists = [platforms, shopIds, lanes, countries, services, tagIds, signs].map((list) => [...list].sort());
  const { dueSpan, stoppedBy, heldFor, waitsFor } = filter;
  const exact = [dueSpan?.fromMs, dueSpan?.toMs, stoppedBy, heldFor, waitsFor].map((part) => part ?? null);
  return JSON.stringify([lists, filter.due, filter.size, filter.text.trim(), exact]);
}
