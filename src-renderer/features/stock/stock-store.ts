import { create } from 'zustand';
import type { MethodInput, MethodOutput } from '../../../src-main/contract/index.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke, onEvent } from '../../client/client.ts';
import { coalesced } from '../../stores/coalesced.ts';
import { pagesOf, PAGE_SIZE, withPage } from './page-window.ts';

type Answer = MethodOutput<'stock.list'>;
export type StockRow = Answer['products'][number];
type Ask = Pick<MethodInput<'stock.list'>, 'query' | 'filter'>;

/** The part of the list that has been read, by place in the list. */
interface StockStore {
  readonly rows: ReadonlyMap<number, StockRow>;
  /** null until first read. */
  readonly total: number | null;
  readonly counts: Answer['counts'] | null;
  readonly unmapped: number | null;
  readonly error: CallError | null;
}

const NOTHING: Pick<StockStore, 'rows' | 'total'> = { rows: new Map(), total: null };

export const useStock = create<StockStore>(() => ({ ...NOTHING, counts: null, unmapped: null, error: null }));

let ask: Ask = { query: '', filter: 'all' };
/** Grows with each change of the question: late answers to an older one are dropped. */
let turn = 0;
let inSight: readonly [first: number, last: number] = [0, 0];
const onTheWay = new Set<number>();

/** Asks for another part of the products; the list begins anew. */
export function askStock(next: Ask): void {
  if (next.query === ask.query && next.filter === ask.filter && useStock.getState().total !== null) return;
  ask = next;
  turn += 1;
  inSight = [0, 0];
  onTheWay.clear();
  useStock.setState({ ...NOTHING, error: null });
  void readPage(0);
}

/** Reads what of these rows is not there yet. */
export function ensureRows(first: number, last: number): void {
  inSight = [first, last];
  const { rows, total } = useStock.getState();
  if (total === null) return;
  const isMissing = (page: number) => !rows.has(page * PAGE_SIZE) && !onTheWay.has(page);
  for (const page of pagesOf(first, last, total).filter(isMissing)) void readPage(page);
}

async function readPage(page: number): Promise<void> {
  const mine = turn;
  onTheWay.add(page);
  try {
    const answer = await invoke('stock.list', { ...ask, offset: page * PAGE_SIZE, limit: PAGE_SIZE });
    if (mine !== turn) return;
    useStock.setState(({ rows }) => ({
      rows: withPage(rows, page, answer.products, answer.total),
      total: answer.total,
      counts: answer.counts,
      unmapped: answer.unmapped,
      error: null,
    }));
  } catch (thrown) {
    if (mine === turn) useStock.setState({ error: asCallError(thrown) });
  } finally {
    if (mine === turn) onTheWay.delete(page);
  }
}

/** Reads what is in sight anew; the rest is read again when it comes into sight. */
async function reread(): Promise<void> {
  const pages = pagesOf(...inSight, useStock.getState().total);
  useStock.setState(({ rows }) => ({
    rows: new Map([...rows].filter(([index]) => pages.includes(Math.floor(index / PAGE_SIZE)))),
  }));
  await Promise.all(pages.map(readPage));
}

const GAP_MS = 300;
export const reloadStock = coalesced(reread, GAP_MS);

/** Keeps the list fresh while someone looks at it. Returns the stop. */
export function watchStock(): () => void {
  const stop = onEvent('stock.changed', reloadStock);
  reloadStock();
  return stop;
}
