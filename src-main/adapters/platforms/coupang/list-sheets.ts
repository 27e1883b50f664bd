import { type JsonNode, member, plain } from '../shared/json.ts';
import type { CallFault } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { queryOf } from './query.ts';
import { dayText } from './seoul-time.ts';
import type { ListedStatus } from './units-status.ts';

const PAGE_SIZE = 50;

/** Whole days in Seoul, both included; at most 31 apart (Coupang Open API, order sheets by day). */
export interface SheetQuery {
  readonly status: ListedStatus;
  readonly fromDay: number;
  readonly toDay: number;
  /** '' for the first page. */
  readonly token: string;
}

export interface SheetPage {
  readonly ok: true;
  readonly sheets: readonly JsonNode[];
  /** '' on the last page. */
  readonly next: string;
  readonly clockSkewMs: number | null;
}

/** One page of the boxes of one status that were ordered in a window. Never throws. */
export async function listSheets(
  { proxy, paths }: ConnectorContext,
  { status, fromDay, toDay, token }: SheetQuery,
): Promise<SheetPage | { readonly ok: false; readonly fault: CallFault }> {
  const query = queryOf({
    createdAtFrom: `${dayText(fromDay)}+09:00`,
    createdAtTo: `${dayText(toDay)}+09:00`,
    status,
    maxPerPage: String(PAGE_SIZE),
    ...(token === '' ? {} : { nextToken: token }),
  });
  const answer = await proxy.call({ method: 'GET', path: paths.vendor('v5', 'ordersheets'), query }, 'background');
  if (!answer.ok) return answer;
  const data = member(answer.body, 'data');
  const next = plain(member(answer.body, 'nextToken')) ?? '';
  // An empty list has come as null; anything else is no list, and to take it for the end would lose orders.
  if (!(Array.isArray(data) || data === null) || typeof next !== 'string')
    return { ok: false, fault: { kind: 'unexpected-answer' } };
  return { ok: true, sheets: data ?? [], next, clockSkewMs: answer.clockSkewMs };
}
