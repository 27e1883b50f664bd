import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import { member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { openMarketplaces } from './market-access.ts';
import { timeText } from './parse-time.ts';
import { OPEN_STATUSES } from './units-status.ts';

const OPEN_DAYS_MS = 30 * 24 * 3_600_000;

/**
 * Ids of every order of the last 30 days that wants something of the seller, from the same slow bucket as the changes.
 * Throws PlatformFault, also when the pages run in a circle: half a list would make open orders look gone.
 */
export async function listOpen(context: ConnectorContext): Promise<readonly string[]> {
  const { ids } = await openMarketplaces(context);
  const query = {
    createdAfter: timeText(context.proxy.nowMs() - OPEN_DAYS_MS),
    marketplaceIds: ids.join(','),
    fulfilledBy: 'MERCHANT',
    fulfillmentStatuses: OPEN_STATUSES.join(','),
    maxResultsPerPage: '100',
  };
  const open = new Set<string>();
  const seen = new Set<string>();
  let token = '';
  do {
    const page = token === '' ? {} : { paginationToken: token };
    const { body } = orThrow(
      await context.proxy.call('searchOrders', { query: { ...query, ...page }, isBackground: true }),
    );
    const orders = plain(member(body, 'orders'));
    if (!Array.isArray(orders)) throw new PlatformFault({ kind: 'retry', code: 'unexpected-answer', afterMs: null });
    for (const id of orders.map((order: unknown) => member(order, 'orderId'))) {
      if (typeof id === 'string' && id !== '') open.add(id);
    }
    const next = plain(member(member(body, 'pagination'), 'nextToken'));
    token = typeof next === 'string' ? next : '';
    if (seen.has(token)) throw new PlatformFault({ kind: 'retry', code: 'cursor-repeated', afterMs: null });
    if (token !== '') seen.add(token);
  } while (token !== '');
  return [...open];
}
