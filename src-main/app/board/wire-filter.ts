import type { TodayView } from '../../contract/methods/today.ts';
import { NO_FILTER, type CardFilter } from '../../core/order/card-filter.ts';

type WireFilter = TodayView['newOrders']['byShop'][number]['filter'];

/** The filter that asks just this, as it goes to the window. */
export function wireFilter(asked: Partial<CardFilter>): WireFilter {
  const { platforms, shopIds, lanes, countries, services, tagIds, signs, ...rest } = { ...NO_FILTER, ...asked };
  const lists = { platforms: [...platforms], shopIds: [...shopIds], lanes: [...lanes], countries: [...countries] };
  return { ...rest, ...lists, services: [...services], tagIds: [...tagIds], signs: [...signs] };
}
