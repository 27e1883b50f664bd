import type { ViewView } from '../../../src-main/contract/methods/views.ts';
import { NO_FILTER, type CardFilter } from '../../stores/board-filter.ts';
import type { Words } from '../../i18n/use-words.ts';

/** Views that are always there, before the seller's own. */
export const BUILT_IN_VIEWS = ['all', 'today', 'late'] as const;
export type BuiltInView = (typeof BUILT_IN_VIEWS)[number];

export const BUILT_IN_FILTERS: Readonly<Record<BuiltInView, CardFilter>> = {
  all: NO_FILTER,
  today: { ...NO_FILTER, due: 'today' },
  late: { ...NO_FILTER, due: 'late' },
};

/** A look at the board that has a name and a count: one of ours, or one the seller keeps. */
export interface BoardLook {
  readonly key: string;
  readonly name: string;
  readonly filter: CardFilter;
  /** null until it was counted. */
  readonly count: number | null;
  readonly overdue: number;
  /** The colour of its count; plain when there is nothing to see. */
  readonly tone: 'plain' | 'soon' | 'late';
  /** Null: one of ours, which cannot be changed. */
  readonly savedId: string | null;
}

export type BuiltInCounts = Readonly<Record<BuiltInView, { readonly count: number; readonly overdue: number }>>;

/** Every look in the order of the toolbar: ours, then the seller's. */
export function looksOf(counts: BuiltInCounts | null, saved: readonly ViewView[], t: Words): readonly BoardLook[] {
  const ours = BUILT_IN_VIEWS.map((view): BoardLook => {
    const count = counts?.[view].count ?? null;
    const tone = count === null || count === 0 || view === 'all' ? 'plain' : view === 'late' ? 'late' : 'soon';
    const overdue = view === 'all' ? (counts?.all.overdue ?? 0) : 0;
    return {
      key: view,
      name: t(`board:view.${view}`),
      filter: BUILT_IN_FILTERS[view],
      count,
      overdue,
      tone,
      savedId: null,
    };
  });
  const own = saved.map(({ id, name, filter, count, overdue }): BoardLook => ({
    key: id,
    name,
    filter,
    count,
    overdue,
    tone: 'plain',
    savedId: id,
  }));
  return [...ours, ...own];
}
