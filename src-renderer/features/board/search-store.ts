import { create } from 'zustand';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { showCards, useRoute } from '../../stores/route.ts';

/** What is looked for, and what was found for it. */
interface Search {
  readonly query: string;
  /** null while nothing is asked or the first answer is on its way; while one types on, the last answer stays. */
  readonly found: readonly CardView[] | null;
  /** The text that `found` answers. */
  readonly foundFor: string | null;
  readonly error: CallError | null;
  /** The result that Enter opens. */
  readonly index: number;
}

const EMPTY: Search = { query: '', found: null, foundFor: null, error: null, index: 0 };
export const useSearch = create<Search>(() => EMPTY);

const ASK_AFTER_MS = 120;
const MAX_RESULTS = 50;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Looks for a text; typing on makes the last question void. */
export function searchFor(query: string): void {
  clearTimeout(timer);
  const isAsked = query.trim() !== '';
  useSearch.setState(({ found, foundFor }) => (isAsked ? { ...EMPTY, query, found, foundFor } : { ...EMPTY, query }));
  if (isAsked) timer = setTimeout(() => void ask(query), ASK_AFTER_MS);
}

/** The result that Enter opens; asked for at once where the answer is not here yet. Null: none. */
export async function wantedResult(): Promise<CardView | null> {
  const { query, foundFor } = useSearch.getState();
  if (query.trim() === '') return null;
  if (foundFor !== query) {
    clearTimeout(timer);
    await ask(query);
  }
  const now = useSearch.getState();
  return now.foundFor === query && now.query === query ? (now.found?.[now.index] ?? null) : null;
}

async function ask(query: string): Promise<void> {
  try {
    const { cards } = await invoke('board.search', { query: query.trim(), limit: MAX_RESULTS });
    if (useSearch.getState().query === query) useSearch.setState({ found: cards, foundFor: query, error: null });
  } catch (thrown) {
    if (useSearch.getState().query === query) useSearch.setState({ error: asCallError(thrown) });
  }
}

/** Narrows the board to what is looked for. */
export function showSearchOnBoard(): void {
  const text = useSearch.getState().query.trim();
  if (text === '') return;
  clearSearch();
  showCards({ ...useRoute.getState().filter, text });
}

/** Moves the mark among the results. */
export function stepResult(by: 1 | -1): void {
  useSearch.setState(({ found, index }) => ({ index: Math.max(0, Math.min((found?.length ?? 1) - 1, index + by)) }));
}

/** Empties the field. */
export function clearSearch(): void {
  clearTimeout(timer);
  useSearch.setState(EMPTY);
}

/** Puts the keyboard into the search field. */
export function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-search-field]')?.focus();
}
