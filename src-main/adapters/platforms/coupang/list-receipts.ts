import { type JsonNode, member, plain } from '../shared/json.ts';
import type { CallFault } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { queryOf } from './query.ts';
import { dayText } from './seoul-time.ts';

const PAGE_SIZE = 50;

/** RU: asked to stop · UC: received (those of RU too) · PR: Coupang checks · CC: done; and cancels before preparation. */
export const RECEIPT_LISTS = ['RU', 'UC', 'PR', 'CC', 'CANCEL'] as const;
export type ReceiptList = (typeof RECEIPT_LISTS)[number];

export interface ReceiptQuery {
  /** Null asks for all of an order, returns or cancels. */
  readonly list: ReceiptList | null;
  readonly orderId?: string;
  readonly fromDay: number;
  readonly toDay: number;
  readonly token: string;
}

export interface NodePage {
  readonly ok: true;
  readonly nodes: readonly JsonNode[];
  /** '' on the last page. */
  readonly next: string;
}

/** One page of requests that were made in a window of at most 31 days. Never throws. */
export async function listReceipts(
  { proxy, paths }: ConnectorContext,
  { list, orderId, fromDay, toDay, token }: ReceiptQuery,
): Promise<NodePage | { readonly ok: false; readonly fault: CallFault }> {
  // `status` may not stand beside cancelType=CANCEL; without a status the order is required.
  const kind: Record<string, string> =
    list === 'CANCEL' ? { cancelType: 'CANCEL' } : { cancelType: 'RETURN', ...(list === null ? {} : { status: list }) };
  const query = queryOf({
    createdAtFrom: `${dayText(fromDay)}+09:00`,
    createdAtTo: `${dayText(toDay)}+09:00`,
    ...kind,
    ...(orderId === undefined ? {} : { orderId }),
    maxPerPage: String(PAGE_SIZE),
    ...(token === '' ? {} : { nextToken: token }),
  });
  const answer = await proxy.call({ method: 'GET', path: paths.vendor('v6', 'returnRequests'), query }, 'background');
  return answer.ok ? readNodePage(answer.body) : answer;
}

/** Lists that page by a token: data, nextToken. */
export function readNodePage(body: JsonNode): NodePage | { readonly ok: false; readonly fault: CallFault } {
  const data = member(body, 'data');
  const next = plain(member(body, 'nextToken')) ?? '';
  if (!(Array.isArray(data) || data === null) || typeof next !== 'string')
    return { ok: false, fault: { kind: 'unexpected-answer' } };
  return { ok: true, nodes: data ?? [], next };
}
