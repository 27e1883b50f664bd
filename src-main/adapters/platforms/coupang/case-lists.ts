import { member, plain } from '../shared/json.ts';
import type { CallFault } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { type NodePage, readNodePage } from './list-receipts.ts';
import { queryOf } from './query.ts';
import { dayStartMs, dayText, seoulSeconds } from './seoul-time.ts';

type Listed = NodePage | { readonly ok: false; readonly fault: CallFault };

interface Window {
  readonly fromDay: number;
  readonly toDay: number;
  /** '' for the first page; where pages are numbered, the number. */
  readonly token: string;
}

/** Seven days at most between the two ends of these lists. */
export const CASE_WINDOW_DAYS = 6;

/** Exchanges that were asked for in a window, of every status. Never throws. */
export async function listExchanges(
  { proxy, paths }: ConnectorContext,
  { fromDay, toDay, token, orderId }: Window & { readonly orderId?: string },
): Promise<Listed> {
  const query = queryOf({
    createdAtFrom: seoulSeconds(dayStartMs(fromDay)),
    createdAtTo: seoulSeconds(dayStartMs(toDay + 1) - 1_000),
    ...(orderId === undefined ? {} : { orderId }),
    ...(token === '' ? {} : { nextToken: token }),
  });
  const answer = await proxy.call({ method: 'GET', path: paths.vendor('v4', 'exchangeRequests'), query }, 'background');
  return answer.ok ? readNodePage(answer.body) : answer;
}

/** Questions on product pages, answered or not. Never throws. */
export async function listQuestions(context: ConnectorContext, window: Window): Promise<Listed> {
  return await listInquiries(context, 'onlineInquiries', window, { answeredType: 'ALL', pageSize: '50' });
}

/** What the call centre handed over: all of it, or what only waits to be confirmed. Never throws. */
export async function listTickets(
  context: ConnectorContext,
  window: Window,
  wanted: 'NONE' | 'TRANSFER',
): Promise<Listed> {
  return await listInquiries(context, 'callCenterInquiries', window, {
    partnerCounselingStatus: wanted,
    pageSize: '30',
  });
}

/** Both inquiry lists: numbered pages under data.content; the vendor is wanted in the query too. */
async function listInquiries(
  { proxy, paths, settings }: ConnectorContext,
  list: string,
  { fromDay, toDay, token }: Window,
  more: Readonly<Record<string, string>>,
): Promise<Listed> {
  const page = token === '' ? 1 : Number(token);
  const query = queryOf({
    vendorId: settings.vendorId,
    ...more,
    inquiryStartAt: dayText(fromDay),
    inquiryEndAt: dayText(toDay),
    pageNum: String(page),
  });
  const answer = await proxy.call({ method: 'GET', path: paths.vendor('v5', list), query }, 'background');
  if (!answer.ok) return answer;
  const data = member(answer.body, 'data');
  const content = member(data, 'content');
  if (!(Array.isArray(content) || content === null)) return { ok: false, fault: { kind: 'unexpected-answer' } };
  const pages = Number(plain(member(member(data, 'pagination'), 'totalPages')));
  return { ok: true, nodes: content ?? [], next: pages > page ? String(page + 1) : '' };
}
