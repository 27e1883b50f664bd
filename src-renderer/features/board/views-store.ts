import { create } from 'zustand';
import type { MethodOutput } from '../../../src-main/contract/index.ts';
import type { ViewView } from '../../../src-main/contract/methods/views.ts';
import { isNoFilter, type CardFilter } from '../../stores/board-filter.ts';
import { invoke, onEvent } from '../../client/client.ts';
import { currentWords } from '../../i18n/use-words.ts';
import { coalesced } from '../../stores/coalesced.ts';
import { setFilter, useRoute } from '../../stores/route.ts';
import { showToast } from '../../stores/toast.ts';
import { rememberOpposite } from '../../stores/undo.ts';
import { optionalFilter } from './filter-input.ts';
import { BUILT_IN_FILTERS, BUILT_IN_VIEWS, type BuiltInCounts } from './views.ts';

/** Names and counts of the views, and what a filter keeps out of sight. */
interface ViewsStore {
  /** The seller's own; null until first read. */
  readonly saved: readonly ViewView[] | null;
  readonly counts: BuiltInCounts | null;
  /** New orders outside the filter: when it was set, and now. */
  readonly outside: { readonly filter: CardFilter; readonly before: number; readonly now: number } | null;
  /** The saved view that was chosen last: the one that "save changes" means. */
  readonly chosenId: string | null;
}

export const useViews = create<ViewsStore>(() => ({ saved: null, counts: null, outside: null, chosenId: null }));

type Summary = MethodOutput<'board.summary'>;

/** Counts follow the orders at this distance: they are for the corner of the eye. */
const COUNT_GAP_MS = 3_000;
/** "Late" and "today" come with time alone. */
const COUNT_EVERY_MS = 60_000;

const readSummary = (filter: CardFilter): Promise<Summary> => invoke('board.summary', optionalFilter(filter));

async function readCounts(): Promise<void> {
  const { filter } = useRoute.getState();
  const [saved, inside, ...summaries] = await Promise.all([
    invoke('views.list', {}),
    isNoFilter(filter) ? null : readSummary(filter),
    ...BUILT_IN_VIEWS.map((view) => readSummary(BUILT_IN_FILTERS[view])),
  ]);
  const counts = Object.fromEntries(
    BUILT_IN_VIEWS.map((view, index) => [view, totalsOf(summaries[index])]),
  ) as BuiltInCounts;
  useViews.setState(({ outside }) => ({
    saved: saved.views,
    counts,
    outside: inside === null ? null : outsideOf(outside, filter, newCount(summaries[0]) - newCount(inside)),
  }));
}

function totalsOf(summary: Summary | undefined): { count: number; overdue: number } {
  const sum = (pick: 'count' | 'overdue') => (summary?.lanes ?? []).reduce((total, lane) => total + lane[pick], 0);
  return { count: sum('count'), overdue: sum('overdue') };
}

const newCount = (summary: Summary | undefined): number =>
  summary?.lanes.find(({ lane }) => lane === 'new')?.count ?? 0;

/** The fewest that were out of sight since the filter was set are the ones that the seller knows of. */
function outsideOf(last: ViewsStore['outside'], filter: CardFilter, now: number): NonNullable<ViewsStore['outside']> {
  const before = last === null || last.filter !== filter ? now : Math.min(last.before, now);
  return { filter, before, now };
}

/** Keeps views and counts fresh. Returns the stop. */
export function watchViews(): () => void {
  const soon = coalesced(readCounts, 50);
  const gently = coalesced(readCounts, COUNT_GAP_MS);
  const timer = setInterval(gently, COUNT_EVERY_MS);
  const stops = [
    onEvent('views.changed', soon),
    onEvent('orders.changed', gently),
    onEvent('tags.changed', gently),
    useRoute.subscribe((route, last) => {
      if (route.filter !== last.filter) soon();
    }),
  ];
  soon();
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

/** Shows a view; the one that is on already gives way to all cards. */
export function chooseLook(look: { readonly filter: CardFilter; readonly savedId: string | null }): void {
  useViews.setState({ chosenId: look.savedId });
  setFilter(look.filter);
}

/** Keeps a filter under a name: as a new view (id null), or in place of one. Throws CallError. */
export async function saveView(id: string | null, name: string, filter: CardFilter): Promise<void> {
  const saved = await invoke('views.save', { id, name, filter });
  useViews.setState({ chosenId: saved.id });
  await readCounts();
}

/** Forgets a view; the cards it showed stay in sight, and Ctrl Z brings it back where it was. Throws CallError. */
export async function removeView(id: string): Promise<void> {
  const before = useViews.getState().saved ?? [];
  const view = before.find((one) => one.id === id);
  await forgetView(id);
  if (view === undefined) return;
  let nowId = id;
  const back = async () => {
    nowId = (await invoke('views.save', { id: null, name: view.name, filter: view.filter })).id;
    await invoke('views.arrange', { ids: before.map((one) => (one.id === id ? nowId : one.id)) });
    await readCounts();
  };
  rememberOpposite('change-view', () => forgetView(nowId), back);
  showToast({ text: currentWords()('board:views.removed', { name: view.name }), canUndo: true });
}

async function forgetView(id: string): Promise<void> {
  await invoke('views.remove', { id });
  useViews.setState(({ chosenId }) => ({ chosenId: chosenId === id ? null : chosenId }));
  await readCounts();
}

/** Moves a view one place to the left or right among the seller's own. Throws CallError. */
export async function moveView(id: string, by: 1 | -1): Promise<void> {
  const ids = (useViews.getState().saved ?? []).map((view) => view.id);
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from < 0 || other === undefined) return;
  ids[to] = id;
  ids[from] = other;
  await invoke('views.arrange', { ids });
  await readCounts();
}
