import { type JsonNode, member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import type { CallFault } from './errors.ts';
import { parseTime, timeText } from './parse-time.ts';
import type { Search } from './pull-cursor.ts';

/** What an order's facts are read from; without FULFILLMENT there is neither status nor ship-by (Orders API v2026-01-01). */
const DATASETS = ['BUYER', 'RECIPIENT', 'PROCEEDS', 'CANCELLATION', 'FULFILLMENT', 'PACKAGES'] as const;
export const INCLUDED_DATA = DATASETS.join(',');

export interface OrderPage {
  readonly ok: true;
  readonly orders: readonly JsonNode[];
  /** Null on the last page. */
  readonly nextToken: string | null;
  readonly boundMs: number | null;
  readonly clockSkewMs: number | null;
}
export type OrderPageResult = OrderPage | { readonly ok: false; readonly fault: CallFault };

/** One page of searchOrders. The same parameters go with every page of a search. */
export async function searchOrders(
  { proxy }: ConnectorContext,
  search: Search,
  token: string | null,
  includedData = search.hasFulfillment ? INCLUDED_DATA : DATASETS.filter((one) => one !== 'FULFILLMENT').join(','),
): Promise<OrderPageResult> {
  const query = {
    lastUpdatedAfter: timeText(search.afterMs),
    marketplaceIds: search.marketplaceIds.join(','),
    fulfilledBy: 'MERCHANT',
    maxResultsPerPage: '100',
    includedData,
    ...(search.statuses === null ? {} : { fulfillmentStatuses: search.statuses.join(',') }),
    ...(token === null ? {} : { paginationToken: token }),
  };
  const answer = await proxy.call('searchOrders', { query, isBackground: true });
  if (!answer.ok) return answer;
  const orders = member(answer.body, 'orders');
  // Without a plain list nobody can say whether orders were left out.
  if (!Array.isArray(orders)) return { ok: false, fault: { kind: 'unexpected-answer' } };
  const nextToken = plain(member(member(answer.body, 'pagination'), 'nextToken'));
  const bound = plain(member(answer.body, 'lastUpdatedBefore'));
  return {
    ok: true,
    orders,
    nextToken: typeof nextToken === 'string' && nextToken !== '' ? nextToken : null,
    boundMs: parseTime(typeof bound === 'string' ? bound : null),
    clockSkewMs: answer.clockSkewMs,
  };
}
