import { instant } from '../answers/values.ts';
import { orderView } from '../answers/order-view.ts';
import type { Call, Operation, Outcome } from '../operation.ts';
import { checkMarketplaces } from '../operation.ts';
import type { AmazonOrder } from '../order.ts';
import { statusOf } from '../rules/order-status.ts';
import { readIncluded } from './included-data.ts';
import { pageTokenLifeMs, readPageToken, requestMark, writePageToken } from './page-token.ts';
import { readSearch, type OrderSearch } from './search-filter.ts';
import { viewerOf } from './viewer.ts';

/** GET /orders/2026-01-01/orders: oldest first, one call every three minutes. */
export const searchOrders: Operation = {
  name: 'searchOrders',
  method: 'GET',
  path: '/orders/2026-01-01/orders',
  limit: { ratePerSecond: 0.0056, burst: 20 },
  roles: ['inventory-and-order-tracking', 'direct-to-consumer-shipping'],
  query: [
    'createdAfter',
    'createdBefore',
    'lastUpdatedAfter',
    'lastUpdatedBefore',
    'fulfillmentStatuses',
    'marketplaceIds',
    'fulfilledBy',
    'maxResultsPerPage',
    'paginationToken',
    'includedData',
  ],
  run: search,
};

function search(call: Call): Outcome {
  const wanted = readSearch(call);
  const included = readIncluded(call);
  checkMarketplaces(call, wanted.marketplaceIds ?? []);
  const mark = requestMark(call.query, call.account.region);
  const tokenText = call.query.get('paginationToken');
  const token = tokenText === null ? null : readPageToken(tokenText, mark, call.nowMs);
  const boundMs = token?.boundMs ?? wanted.beforeMs ?? call.nowMs - 120_000;
  const rows = matching(call, wanted, boundMs).filter((order) => token === null || comesAfter(order, token, wanted.by));
  const page = rows.slice(0, wanted.pageSize);
  const last = page.at(-1);
  const hasMore = last !== undefined && rows.length > page.length;
  const viewer = viewerOf(call, included);
  return {
    status: 200,
    body: {
      orders: page.map((order) => orderView(order, viewer)),
      pagination: hasMore
        ? {
            nextToken: writePageToken({
              mark,
              lastMs: timeOf(last, wanted.by),
              lastId: last.orderId,
              boundMs,
              expiresAtMs: token?.expiresAtMs ?? call.nowMs + pageTokenLifeMs,
            }),
          }
        : {},
      [wanted.by === 'created' ? 'createdBefore' : 'lastUpdatedBefore']: instant(boundMs),
    },
  };
}

function matching(call: Call, wanted: OrderSearch, boundMs: number): AmazonOrder[] {
  const newestMs = call.fault('missing-orders') === undefined ? boundMs : boundMs - 600_000;
  return call.store.world.orders
    .filter(
      (order) =>
        order.region === call.account.region &&
        timeOf(order, wanted.by) >= wanted.afterMs &&
        timeOf(order, wanted.by) <= newestMs &&
        timeOf(order, wanted.by) + call.timings.searchLagMs <= call.nowMs &&
        (wanted.marketplaceIds?.includes(order.marketplaceId) ?? true) &&
        (wanted.statuses?.includes(statusOf(order)) ?? true) &&
        (wanted.fulfilledBy?.includes(order.fulfilledBy) ?? true),
    )
    .toSorted((first, second) => compare(first, timeOf(second, wanted.by), second.orderId, wanted.by));
}

function comesAfter(order: AmazonOrder, last: { lastMs: number; lastId: string }, by: OrderSearch['by']): boolean {
  return compare(order, last.lastMs, last.lastId, by) > 0;
}

function compare(order: AmazonOrder, atMs: number, orderId: string, by: OrderSearch['by']): number {
  return timeOf(order, by) - atMs || (order.orderId < orderId ? -1 : order.orderId > orderId ? 1 : 0);
}

function timeOf(order: AmazonOrder, by: OrderSearch['by']): number {
  return by === 'created' ? order.createdAtMs : order.updatedAtMs;
}
