import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { NO_FILTER, type CardFilter } from '../../stores/board-filter.ts';

/** What to begin the day with: the late orders, else today's, else the new ones. */
export interface FirstDeed {
  readonly kind: 'late' | 'today' | 'new';
  readonly count: number;
  readonly filter: CardFilter;
}

/** The lanes in her hands: what is due counts these. */
const DESK_LANES = ['new', 'problem', 'to-ship', 'labelled'] as const;

/** What is due at this time, as the day counts it. */
export function dueFilter(due: 'late' | 'today' | 'tomorrow'): CardFilter {
  return { ...NO_FILTER, lanes: [...DESK_LANES], due };
}

/** Null: nothing waits. `leaving.today` counts the late ones too. */
export function firstDeed({ leaving, newOrders }: TodayView): FirstDeed | null {
  if (leaving.late > 0) return { kind: 'late', count: leaving.late, filter: dueFilter('late') };
  if (leaving.today > 0) return { kind: 'today', count: leaving.today, filter: dueFilter('today') };
  if (newOrders.total === 0) return null;
  return { kind: 'new', count: newOrders.total, filter: { ...NO_FILTER, lanes: ['new'] } };
}
