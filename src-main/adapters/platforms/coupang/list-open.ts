import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { orThrow } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { listSheets } from './list-sheets.ts';
import { seoulDay } from './seoul-time.ts';
import { OPEN_STATUSES, type OpenStatus } from './units-status.ts';

/** Two windows of a month: an open order is seldom older than the first. */
const WINDOW_DAYS = 30;

/** Box ids of every order that Coupang counts as not finished. Throws PlatformFault; half a list would mislead. */
export async function listOpen(context: ConnectorContext): Promise<readonly string[]> {
  const today = seoulDay(context.proxy.nowMs());
  const open = new Set<string>();
  for (const toDay of [today, today - WINDOW_DAYS - 1]) {
    for (const status of OPEN_STATUSES) {
      for (const node of await allPages(context, status, toDay)) {
        const id = plain(member(node, 'shipmentBoxId'));
        if (typeof id === 'string') open.add(id);
      }
    }
  }
  return [...open];
}

async function allPages(context: ConnectorContext, status: OpenStatus, toDay: number): Promise<JsonNode[]> {
  const nodes: JsonNode[] = [];
  const seen = new Set<string>();
  let token = '';
  do {
    if (seen.has(token)) throw new PlatformFault({ kind: 'retry', code: 'cursor-repeated', afterMs: null });
    seen.add(token);
    const page = orThrow(await listSheets(context, { status, fromDay: toDay - WINDOW_DAYS, toDay, token }));
    nodes.push(...page.sheets);
    token = page.next;
  } while (token !== '');
  return nodes;
}
