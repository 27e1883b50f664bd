import { create } from 'zustand';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';

/** What is looked for, and what was found for it. */
interface Search {
  readonly query: string;
  /** null while nothing is asked or the answer is on its way. */
  readonly found: readonly CardView[] | null;
  readonly error: CallError | null;
  /** The result that Enter opens. */
  readonly index: number;
}

const EMPTY: Search = { query: '', found: null, error: null, index: 0 };
export const useSearch = create<Search>(() => EMPTY);

const ASK_AFTER_MS = 120;
const MAX_RESULTS = 50;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Looks for a text; typing on makes the last question void. */
export function searchFor(query: string): void {
  clearTimeout(timer);
  useSearch.setState({ ...EMPTY, query });
  const trimmed = query.trim();
  if (trimmed === '') return;
  timer = setTimeout(() => void ask(query, trimmed), ASK_AFTER_MS);
}

async function ask(query: string, trimmed: string): Promise<void> {
  try {
    const { cards } = await invoke('board.search', { query: trimmed, limit: MAX_RESULTS });
    if (useSearch.getState().query === query) useSearch.setState({ found: cards, error: null });
  } catch (thrown) {
    if (useSearch.getState().query === query) useSearch.setState({ error: asCallError(thrown) });
  }
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
