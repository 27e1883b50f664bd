import type { AfterSalePage } from '../../../app/ports/platform-connector.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { afterPage, type ListCursor, openList } from './case-cursor.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { REFUND_LIST_FIELDS, TRADE_TYPES } from './fields.ts';
import { gmt8Text } from './gmt8.ts';
import { type ReadRefund, readInFull } from './read-refund.ts';
import { SETTLED_MS } from './round.ts';
import { rows } from './rows.ts';
import { unexpected } from './trade-page.ts';

const PAGE_SIZE = 40;
const OVERLAP_MS = 10 * 60_000;

export interface ListPage {
  readonly page: Pick<AfterSalePage, 'cases' | 'odd' | 'warnings'>;
  readonly cursor: ListCursor;
}

/**
 * One page of the refunds that changed, read from the last page to the first as the order increments are: a refund that
 * moves meanwhile leaves its place. Each is asked for in full, an open one also for what may be done and was said.
 */
export async function pullRefunds(context: ConnectorContext, cursor: ListCursor): Promise<ListPage> {
  const { proxy, clock, timings } = context;
  const { atMs } = orThrow(await proxy.serverNowMs(), timings);
  const opened = openList(cursor, OVERLAP_MS, atMs, clock.nowMs());
  const { round, first } = await countPages(context, opened);
  const at = round.page ?? Math.max(1, first?.pages ?? 1);
  const found = first !== null && at === 1 ? first : await fetchPage(context, round, at, false);
  const page = await readRefunds(context, found.ids);
  const next = at > 1 ? at - 1 : null;
  const going = afterPage(round, next, clock.nowMs());
  const doneMs = Math.min(round.startedAtMs, round.toMs);
  return { page, cursor: { watermarkMs: going === null ? doneMs : cursor.watermarkMs, round: going } };
}

type ListRound = NonNullable<ListCursor['round']>;

/** Counts the pages of a list that is just begun; of several pages it ends where nothing can come in at the top any more. */
async function countPages(
  context: ConnectorContext,
  round: ListRound,
): Promise<{ readonly round: ListRound; readonly first: RefundIds | null }> {
  if (round.page !== null) return { round, first: null };
  const first = await fetchPage(context, round, 1, true);
  if ((first.pages ?? 1) <= 1) return { round, first };
  const settled = { ...round, toMs: Math.min(round.toMs, round.startedAtMs - SETTLED_MS) };
  return { round: settled, first: await fetchPage(context, settled, 1, true) };
}

interface RefundIds {
  readonly ids: readonly string[];
  readonly pages: number | null;
}

async function fetchPage(
  { proxy, timings }: ConnectorContext,
  round: ListRound,
  page: number,
  counts: boolean,
): Promise<RefundIds> {
  const answer = await proxy.call('taobao.refunds.receive.get', {
    fields: REFUND_LIST_FIELDS,
    type: TRADE_TYPES,
    start_modified: gmt8Text(round.fromMs),
    end_modified: gmt8Text(round.toMs),
    page_no: String(page),
    page_size: String(PAGE_SIZE),
    use_has_next: String(!counts),
  });
  const { body } = orThrow(answer, timings);
  const found = rows(body, 'refunds', 'refund');
  const total = plain(member(body, 'total_results'));
  const isCounted = typeof total === 'string' && /^\d{1,9}$/.test(total);
  if (found === null || (counts && !isCounted)) throw unexpected();
  return { ids: found.flatMap(idOf), pages: isCounted ? Math.ceil(Number(total) / PAGE_SIZE) : null };
}

function idOf(node: JsonNode): string[] {
  const id = plain(member(node, 'refund_id'));
  return typeof id === 'string' && /^\d{1,19}$/.test(id) ? [id] : [];
}

async function readRefunds(context: ConnectorContext, ids: readonly string[]): Promise<ListPage['page']> {
  const read: ReadRefund[] = [];
  for (const id of ids) read.push(await readInFull(context, id));
  return { cases: read.flatMap((one) => one.cases), odd: read.flatMap((one) => one.odd), warnings: [] };
}
