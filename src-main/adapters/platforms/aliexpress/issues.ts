import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import { jsonInteger, type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { idOf, listOf, textOf, wholeOf } from './nodes.ts';

const PAGE_SIZE = 50;
const MOST_PAGES = 100;

/** A dispute as the list has it. */
export interface ListedIssue {
  readonly id: string;
  readonly orderId: string;
  readonly status: string;
  readonly modified: string;
  readonly buyerLoginId: string;
}

/** Disputes of one status or one order (aliexpress.issue.issuelist.get). Throws PlatformFault. */
export async function fetchIssues(
  context: ConnectorContext,
  filter: { readonly status?: string; readonly orderId?: string },
  isEnough: (page: readonly ListedIssue[]) => boolean = () => false,
): Promise<readonly ListedIssue[]> {
  const all: ListedIssue[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = {
      current_page: page,
      page_size: PAGE_SIZE,
      ...(filter.status === undefined ? {} : { issue_status: filter.status }),
      ...(filter.orderId === undefined ? {} : { order_no: jsonInteger(filter.orderId) }),
    };
    const answer = await context.proxy.read('aliexpress.issue.issuelist.get', { query_dto: query });
    const { body } = orThrow(answer, context.timings);
    const source = member(body, 'data_list') === undefined ? (member(body, 'result') ?? body) : body;
    const echoed = wholeOf(source, 'current_page');
    if (echoed !== null && echoed !== page)
      throw new PlatformFault({ kind: 'retry', code: 'page-repeated', afterMs: null });
    const nodes = listOf(source, 'data_list');
    const issues = nodes.flatMap((node) => listedIssue(node) ?? []);
    all.push(...issues);
    if (nodes.length < PAGE_SIZE || isEnough(issues)) break;
  }
  return all;
}

function listedIssue(node: JsonNode): ListedIssue | null {
  const id = idOf(node, 'issue_id', 'id');
  const orderId = idOf(node, 'parent_order_id', 'order_id');
  const buyerLoginId = textOf(node, 'buyer_login_id');
  if (id === null || orderId === null || buyerLoginId === null) return null;
  const modified = textOf(node, 'gmt_modified') ?? textOf(node, 'gmt_create') ?? '';
  return { id, orderId, buyerLoginId, modified, status: textOf(node, 'issue_status') ?? '' };
}

/** A dispute in full; the platform wants its id and its buyer. Throws PlatformFault. */
export async function fetchIssue(
  { proxy, timings }: ConnectorContext,
  { id, buyerLoginId }: Pick<ListedIssue, 'id' | 'buyerLoginId'>,
): Promise<JsonNode> {
  const parameters = { issue_id: id, buyer_login_id: buyerLoginId };
  const { body } = orThrow(await proxy.read('aliexpress.issue.detail.get', parameters), timings);
  return member(body, 'result_object') ?? member(body, 'result') ?? body;
}

/** The dispute of an order by its id. Throws PlatformFault, also rejected('case-unknown'). */
export async function findIssue(context: ConnectorContext, orderId: string | null, id: string): Promise<ListedIssue> {
  const issues = orderId === null ? [] : await fetchIssues(context, { orderId });
  const found = issues.find((issue) => issue.id === id);
  if (found === undefined) throw new PlatformFault({ kind: 'rejected', code: 'case-unknown' });
  return found;
}
