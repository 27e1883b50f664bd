import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { TRADE_TYPES } from './fields.ts';
import { tidOf } from './parse-trade.ts';
import { readTradePage, type TradePage } from './trade-page.ts';
import { OPEN_STATUSES } from './units-status.ts';

const PAGE_SIZE = 100;

/**
 * Trade ids of every order that the platform counts as not finished, of the last three months: one list a status, in the
 * order in which a trade goes through them. Several pages are read forward and back, since trades leave the lists and come
 * into them meanwhile. Throws PlatformFault: half a list would make open orders look gone.
 */
export async function listOpen(context: ConnectorContext): Promise<readonly string[]> {
  const open = new Set<string>();
  for (const status of OPEN_STATUSES) {
    const first = await fetchPage(context, status, 1, true);
    add(open, first);
    const pages = first.pages ?? 1;
    for (let page = 2; page <= pages; page += 1) add(open, await fetchPage(context, status, page, false));
    for (let page = pages - 1; page >= 1; page -= 1) add(open, await fetchPage(context, status, page, false));
  }
  return [...open];
}

async function fetchPage(
  { proxy, timings }: ConnectorContext,
  status: string,
  page: number,
  counts: boolean,
): Promise<TradePage> {
  const paging = {
    type: TRADE_TYPES,
    page_no: String(page),
    page_size: String(PAGE_SIZE),
    use_has_next: String(!counts),
  };
  const answer = await proxy.call('taobao.trades.sold.get', { ...paging, status, fields: 'tid,status' });
  return readTradePage(orThrow(answer, timings).body, PAGE_SIZE);
}

function add(open: Set<string>, { trades }: TradePage): void {
  for (const node of trades) {
    const tid = tidOf(node);
    if (tid !== null) open.add(tid);
  }
}
