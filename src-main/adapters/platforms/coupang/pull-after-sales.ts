import type { AfterSalePage, OddOrder } from '../../../app/ports/platform-connector.ts';
import type { AfterSale } from '../../../core/case/after-sale.ts';
import { type JsonNode, writeJson } from '../shared/json.ts';
import { type CallFault, orThrow } from './call-fault.ts';
import { type CaseCursor, type CaseRound, type CaseTask, readCaseCursor, writeCaseCursor } from './case-cursor.ts';
import { listExchanges, listQuestions, listTickets } from './case-lists.ts';
import { closeCaseRound, missingReceipts, newCaseRound, openCaseRound } from './case-round.ts';
import type { ConnectorContext } from './context.ts';
import { listReceipts, type NodePage } from './list-receipts.ts';
import { parseExchange } from './parse-exchange.ts';
import { parseQuestion, parseTicket } from './parse-inquiry.ts';
import { parseReceipt } from './parse-receipt.ts';
import type { ParsedCase } from './parsed-case.ts';
import { recheckReceipts } from './recheck-receipts.ts';
import { seoulDay } from './seoul-time.ts';

const SKEW_LIMIT_MS = 5 * 60_000;
const MOST_PAGES = 60;

type Found = AfterSalePage['cases'][number];

/**
 * One page of one list, or a look at requests that vanished from the lists: withdrawn ones disappear. Throws
 * PlatformFault.
 */
export async function pullAfterSales(context: ConnectorContext, cursorText: string | null): Promise<AfterSalePage> {
  const cursor = readCaseCursor(cursorText);
  const localNowMs = context.clock.nowMs();
  const round = openCaseRound(cursor, context.proxy.nowMs(), localNowMs);
  if (round.recheck === null) return await listPage(context, cursor, round);
  const { found, looked, over } = await recheckReceipts(context, cursor, round.recheck);
  const left = { ...cursor, receipts: cursor.receipts.filter(({ id }) => !over.includes(id)) };
  const next = { ...round, recheck: round.recheck.slice(looked), touchedLocalMs: localNowMs };
  return await toPage(context, found, [], ended(left, next), []);
}

async function listPage(context: ConnectorContext, cursor: CaseCursor, round: CaseRound): Promise<AfterSalePage> {
  const [task] = round.tasks;
  if (task === undefined) return await toPage(context, [], [], closeCaseRound(cursor, round), []);
  const page = await ask(context, task);
  const nowMs = context.proxy.nowMs();
  if (round !== cursor.round && Math.abs(nowMs - round.startedAtMs) > SKEW_LIMIT_MS)
    return await listPage(context, cursor, newCaseRound(cursor, nowMs, context.clock.nowMs()));
  // One list that this vendor may not ask for must not cost the others.
  if (!page.ok && isRefusedList(task, page.fault))
    return await takePage(context, cursor, { ...round, isWhole: round.isWhole && task.token === '' }, NOTHING, [
      `list-refused:${task.list}`,
    ]);
  return await takePage(context, cursor, round, orThrow(page), []);
}

const NOTHING: NodePage = { ok: true, nodes: [], next: '' };

/**
 * Whether cancels may be asked for without an order is not certain; their orders are found by other ways too. And a
 * token that is refused leads nowhere: the next round reads the list again.
 */
const isRefusedList = ({ list, token }: CaseTask, fault: CallFault): boolean =>
  (list === 'CANCEL' || token !== '') && fault.kind === 'api' && fault.status === 400;

async function ask(context: ConnectorContext, task: CaseTask) {
  switch (task.list) {
    case 'exchanges':
      return await listExchanges(context, task);
    case 'questions':
      return await listQuestions(context, task);
    case 'transfers':
      return await listTickets(context, task, 'TRANSFER');
    case 'tickets':
      return await listTickets(context, task, 'NONE');
    default:
      return await listReceipts(context, { ...task, list: task.list });
  }
}

function parse(list: CaseTask['list'], node: JsonNode): ParsedCase {
  switch (list) {
    case 'exchanges':
      return parseExchange(node);
    case 'questions':
      return parseQuestion(node);
    case 'transfers':
    case 'tickets':
      return parseTicket(node, list === 'transfers');
    default:
      return parseReceipt(node);
  }
}

async function takePage(
  context: ConnectorContext,
  cursor: CaseCursor,
  round: CaseRound,
  page: NodePage,
  warnings: readonly string[],
): Promise<AfterSalePage> {
  const [task, ...rest] = round.tasks;
  if (task === undefined) return await toPage(context, [], [], closeCaseRound(cursor, round), warnings);
  const found: Found[] = [];
  const odd: OddOrder[] = [];
  for (const node of page.nodes) {
    const parsed = parse(task.list, node);
    if (!parsed.ok) odd.push(parsed.odd);
    else if (task.list !== 'tickets' || !round.transfers.includes(parsed.afterSale.remoteId))
      found.push({ afterSale: parsed.afterSale, raw: writeJson(node), warnings: parsed.warnings });
  }
  const isCircle = page.next !== '' && (page.next === task.token || task.pages >= MOST_PAGES);
  const tasks = page.next === '' || isCircle ? rest : [{ ...task, token: page.next, pages: task.pages + 1 }, ...rest];
  const cases = found.map(({ afterSale }) => afterSale);
  const ids = [...cases, ...odd].flatMap(({ remoteId }) => remoteId ?? []);
  const next: CaseRound = {
    ...round,
    touchedLocalMs: context.clock.nowMs(),
    tasks,
    met: isOpenList(task.list) ? [...round.met, ...ids] : round.met,
    transfers: task.list === 'transfers' ? [...round.transfers, ...ids] : round.transfers,
    isWhole: round.isWhole && !isCircle,
  };
  const watched = watch(cursor, task.list, cases);
  const after = tasks.length > 0 ? { ...watched, round: next } : afterLists(watched, next);
  return await toPage(context, found, odd, after, isCircle ? [...warnings, 'cursor-repeated'] : warnings);
}

const afterLists = (cursor: CaseCursor, round: CaseRound): CaseCursor =>
  ended(cursor, { ...round, recheck: missingReceipts(cursor, round) });

const isOpenList = (list: CaseTask['list']): boolean => list === 'UC' || list === 'RU' || list === 'PR';

/** Requests and exchanges that are open are watched; those that are closed no more. */
function watch(cursor: CaseCursor, list: CaseTask['list'], cases: readonly AfterSale[]): CaseCursor {
  const name = list === 'exchanges' ? 'exchanges' : isOpenList(list) || list === 'CC' ? 'receipts' : null;
  if (name === null) return cursor;
  const ids = new Set(cases.map(({ remoteId }) => remoteId));
  const open = cases.filter(({ stage }) => stage !== 'closed');
  const kept = cursor[name].filter(({ id }) => !ids.has(id));
  return { ...cursor, [name]: [...kept, ...open.map((one) => ({ id: one.remoteId, day: seoulDay(one.openedAtMs) }))] };
}

const ended = (cursor: CaseCursor, round: CaseRound): CaseCursor =>
  round.recheck?.length === 0 ? closeCaseRound(cursor, round) : { ...cursor, round };

async function toPage(
  context: ConnectorContext,
  cases: readonly Found[],
  odd: readonly OddOrder[],
  cursor: CaseCursor,
  warnings: readonly string[],
): Promise<AfterSalePage> {
  await context.cases.remember(cases.map(({ afterSale }) => afterSale));
  return { cases, odd, nextCursor: writeCaseCursor(cursor), hasMore: cursor.round !== null, warnings };
}
