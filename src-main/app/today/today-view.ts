import type { TodayView } from '../../contract/methods/today.ts';
import { DESK_LANES } from '../../core/order/lane.ts';
import type { CardFilter } from '../../core/order/card-filter.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import { dayEndsMs } from '../board/day-ends.ts';
import type { AppDeps } from '../deps.ts';
import type { DueGroup, NewOrders, StuckCards } from '../ports/store-today.ts';
import { openCases } from './open-cases.ts';
import { wireFilter } from '../board/wire-filter.ts';

type Deps = Pick<AppDeps, 'store' | 'clock' | 'notifier'>;

const DAY_MS = 24 * 3_600_000;
const MOST_GROUPS = 12;

/** What the start screen says, from one grouped read a question; each count with the filter of exactly its cards. */
export async function todayView({ store, clock, notifier }: Deps): Promise<TodayView> {
  const reads = store.read;
  const nowMs = clock.nowMs();
  const endsMs = dayEndsMs(nowMs, notifier.minuteOfDay());
  const names = new Map((await reads.shops()).map((shop) => [shop.id, shop.name]));
  const nameOf = (id: ShopId): string => names.get(id) ?? '';
  const groups = await reads.dueGroups(nowMs, endsMs, MOST_GROUPS);
  const exceptions = (await reads.laneCounts(nowMs)).find(({ lane }) => lane === 'exception');
  const { short, low } = await reads.stockCounts('');
  return {
    nowMs,
    dayEndsMs: endsMs,
    leaving: {
      ...(await reads.leavingCounts(nowMs, endsMs)),
      groups: groups.map((group) => leavingGroup(group, nameOf(group.shopId))),
    },
    shippedToday: await reads.leftDeskSince(endsMs - DAY_MS),
    newOrders: newOrdersView(await reads.newOrders(), nameOf),
    stuck: {
      ...stuckView(await reads.stuckCards()),
      pushes: await reads.gaveUpCount(),
      exceptions: exceptions?.count ?? 0,
    },
    cases: await openCases(reads),
    stock: { short, low },
  };
}

function leavingGroup(group: DueGroup, shopName: string): TodayView['leaving']['groups'][number] {
  const { shopId, platform, atMs, lastMs, kind, count, labelled } = group;
  const span = { fromMs: atMs, toMs: lastMs + 1 };
  const filter = wireFilter({ lanes: DESK_LANES, shopIds: [shopId], dueSpan: span });
  return { atMs, kind, platform, shopName, count, labelled, filter };
}

function newOrdersView(shops: readonly NewOrders[], nameOf: (id: ShopId) => string): TodayView['newOrders'] {
  return {
    total: sumOf(shops, ({ count }) => count),
    singles: sumOf(shops, ({ singles }) => singles),
    withNote: sumOf(shops, ({ withNote }) => withNote),
    byShop: shops.map(({ shopId, platform, count }) => ({
      shopId,
      platform,
      shopName: nameOf(shopId),
      count,
      filter: wireFilter({ lanes: ['new'], shopIds: [shopId] }),
    })),
  };
}

function stuckView(reasons: readonly StuckCards[]): Pick<TodayView['stuck'], 'total' | 'reasons'> {
  return {
    total: sumOf(reasons, ({ count }) => count),
    reasons: reasons.map((reason) => ({ ...reason, filter: wireFilter({ lanes: ['problem'], ...stopOf(reason) }) })),
  };
}

function stopOf({ hold, check }: StuckCards): Partial<CardFilter> {
  if (hold !== null) return { heldFor: hold };
  return check === null ? {} : { stoppedBy: check };
}

function sumOf<Item>(items: readonly Item[], countOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + countOf(item), 0);
}
