import { ContractError } from '../../contract/errors.ts';
import type { ViewView } from '../../contract/methods/views.ts';
import type { CardFilter } from '../../core/order/card-filter.ts';
import type { ViewId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { ViewRow } from '../ports/store-filters.ts';
import type { Writes } from '../ports/store.ts';
import { breathe } from '../sync/breathe.ts';
import { queryOf } from './card-query.ts';
import { wireFilter } from './wire-filter.ts';

/** More do not fit on a screen, and each is counted afresh with every change. */
const MOST_VIEWS = 30;

/** The views in the seller's order, each with what it shows now. */
export async function listViews(deps: Pick<AppDeps, 'store' | 'clock' | 'notifier'>): Promise<ViewView[]> {
  const { read } = deps.store;
  const views: ViewView[] = [];
  for (const { id, name, filter } of await read.views()) {
    const query = queryOf(deps, filter);
    const lanes = await read.laneCounts(query.nowMs, query);
    const sum = (of: 'count' | 'overdue') => lanes.reduce((total, lane) => total + lane[of], 0);
    // Thirty of them, counted at one go, would keep the window waiting for longer than a frame or two.
    await breathe();
    views.push({ id, name, filter: wireFilter(filter), count: sum('count'), overdue: sum('overdue') });
  }
  return views;
}

export interface ViewWish {
  readonly id: string | null;
  readonly name: string;
  readonly filter: CardFilter;
}

/** Changes a view in its place, or adds one at the end. Throws ContractError 'not-found' or 'too-many'. */
export async function saveView(deps: Pick<AppDeps, 'store' | 'ids'>, wish: ViewWish): Promise<ViewId> {
  return deps.store.write(async (tx) => {
    const views = await tx.views();
    const known = views.find((view) => view.id === wish.id);
    if (wish.id !== null && known === undefined) throw new ContractError('not-found');
    if (known === undefined && views.length >= MOST_VIEWS) throw new ContractError('too-many', { most: MOST_VIEWS });
    const last = Math.max(-1, ...views.map(({ position }) => position));
    const id = known?.id ?? (deps.ids.next() as ViewId);
    await tx.saveView({ id, name: wish.name, filter: wish.filter, position: known?.position ?? last + 1 });
    return id;
  });
}

/** Throws ContractError 'not-found'. */
export async function removeView({ store }: Pick<AppDeps, 'store'>, id: string): Promise<void> {
  await store.write(async (tx) => {
    const view = (await tx.views()).find((candidate) => candidate.id === id);
    if (view === undefined) throw new ContractError('not-found');
    await tx.removeView(view.id);
  });
}

/** Puts the views in this order; those not named follow as they stood. */
export async function arrangeViews({ store }: Pick<AppDeps, 'store'>, ids: readonly string[]): Promise<void> {
  await store.write(async (tx) => {
    const views = await tx.views();
    const named = [...new Set(ids)].flatMap((id) => views.find((view) => view.id === id) ?? []);
    const rest = views.filter((view) => !named.includes(view));
    await placeAll(tx, [...named, ...rest]);
  });
}

async function placeAll(tx: Writes, views: readonly ViewRow[]): Promise<void> {
  for (const [position, view] of views.entries()) {
    if (view.position !== position) await tx.saveView({ ...view, position });
  }
}
