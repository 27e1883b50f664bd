import { NO_FILTER, type CardFilter } from '../../stores/board-filter.ts';
import { useDialogs } from '../../stores/dialogs.ts';
import { useMachines } from '../../stores/machines.ts';
import { setFilter, useRoute, type Place } from '../../stores/route.ts';

export const TOUR_STEPS = [
  'leaving',
  'move',
  'select',
  'print',
  'undo',
  'problem',
  'search',
  'palette',
  'end',
] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

/** How a step is shown and when it has been done. */
export interface TourStepPlan {
  readonly place: Place;
  /** Puts the place in order for it. */
  readonly begin?: () => void;
  /** What it speaks of, as a selector; the first that is on the page is lit. */
  readonly target: string;
  /** True once the seller has done it; null: she goes on by the button. `since` is the world when the step began. */
  readonly isDone: ((since: TourWorld) => boolean) | null;
}

/** What steps look at, as it was when they began. */
export interface TourWorld {
  readonly batchCount: number;
  /** Ctrl Z was pressed. */
  readonly hasUndone: boolean;
}

export function tourWorld(hasUndone: boolean): TourWorld {
  return { batchCount: useMachines.getState().day?.batches.length ?? 0, hasUndone };
}

/** New orders of a shop whose platform gives labels at once: no question comes between the key and the paper. */
const EASY_CARDS: CardFilter = { ...NO_FILTER, platforms: ['ozon'], lanes: ['new'] };

function showEasyCards(): void {
  if (useMachines.getState().shops?.some((shop) => shop.platform === 'ozon') === true) setFilter(EASY_CARDS);
}

/** Takes the tour's own filter back; one that the seller has chosen stays. */
export function showAllCards(): void {
  if (useRoute.getState().filter === EASY_CARDS) setFilter(NO_FILTER);
}

const find = (selector: string) => document.querySelectorAll(selector);

export const TOUR_PLANS: Readonly<Record<TourStep, TourStepPlan>> = {
  leaving: {
    place: 'today',
    target: '[data-tour="leaving"]',
    isDone: () => useRoute.getState().place === 'board',
  },
  move: {
    place: 'board',
    begin: showEasyCards,
    target: '[data-lane]:has([data-card-id])',
    isDone: () => document.activeElement?.closest('[data-card-id]') != null,
  },
  select: {
    place: 'board',
    target: '[data-lane]:has([data-is-selected]), [data-lane]:has([data-card-id])',
    isDone: () => find('[data-card-id][data-is-selected]').length >= 2,
  },
  print: {
    place: 'board',
    target: '[data-selection-bar]',
    isDone: ({ batchCount }) => tourWorld(false).batchCount > batchCount,
  },
  undo: { place: 'board', target: '[data-tour="toast"]', isDone: ({ hasUndone }) => hasUndone },
  problem: {
    place: 'board',
    begin: () => setFilter(NO_FILTER),
    target: '[data-lane="problem"]',
    isDone: () => useRoute.getState().openOrderId !== null,
  },
  search: {
    place: 'board',
    target: '[role="search"]',
    isDone: () => document.activeElement?.closest('[role="search"]') != null,
  },
  palette: { place: 'board', target: '', isDone: () => useDialogs.getState().open?.kind === 'palette' },
  end: { place: 'board', target: '[data-tour="help"]', isDone: null },
};
