import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import type { Shop } from '../../stores/machines.ts';

/**
 * What kind of day it is: no-shop — nothing is connected · first-pull — the first orders are on their way · free — nothing
 * wants a hand · busy — something does.
 */
export type DayKind =
  | { readonly kind: 'no-shop' }
  | { readonly kind: 'first-pull'; readonly shop: Shop }
  | { readonly kind: 'free'; readonly nextSyncMs: number | null }
  | { readonly kind: 'busy' };

/** Judges the day by its numbers and by what the shops have brought so far. */
export function dayKind(view: TodayView, shops: readonly Shop[] | null): DayKind {
  if (!isFree(view)) return { kind: 'busy' };
  if (shops === null) return { kind: 'free', nextSyncMs: null };
  if (shops.length === 0) return { kind: 'no-shop' };
  const pulled = shops.filter((shop) => shop.mode === 'api' && !shop.isPaused);
  const [first] = pulled;
  const isAllNew = pulled.every((shop) => shop.lastGoodSyncMs === null && shop.lastFault === null);
  if (first !== undefined && isAllNew && view.shippedToday === 0) return { kind: 'first-pull', shop: first };
  const next = pulled.flatMap((shop) => shop.nextSyncMs ?? []);
  return { kind: 'free', nextSyncMs: next.length === 0 ? null : Math.min(...next) };
}

function isFree({ leaving, newOrders, stuck, cases }: TodayView): boolean {
  const counts = [leaving.late, leaving.today, leaving.tomorrow, newOrders.total, cases.open];
  return [...counts, stuck.total, stuck.pushes, stuck.exceptions].every((count) => count === 0);
}
