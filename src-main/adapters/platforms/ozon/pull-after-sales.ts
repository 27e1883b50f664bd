import type { AfterSalePage } from '../../../app/ports/platform-connector.ts';
import { member } from '../shared/json.ts';
import { CASE_PARTS, type CaseCursor, type CasePartName, readCaseCursor, writeCaseCursor } from './case-cursor.ts';
import { CASE_LISTS } from './case-lists.ts';
import { readChat, waitingChat } from './chats.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, readFault, rejectionCode } from './errors.ts';
import type { ParsedCase } from './parse-cases.ts';
import { OZON_METHODS, type OzonMethodName } from './paths.ts';

const DAY_MS = 24 * 3_600_000;
/** A first look, and once a day another: a case may be answered long after it was opened. */
const FULL_MS = 90 * DAY_MS;
const LATELY_MS = 14 * DAY_MS;
const CLOSED_MS = DAY_MS;
const MOST_CHATS = 100;

interface PartPage {
  readonly parsed: readonly ParsedCase[];
  readonly next: string | null;
  readonly unread?: readonly string[];
}
const NOTHING_READ: PartPage = { parsed: [], next: null };
type PartResult = { readonly ok: true; readonly page: PartPage } | { readonly ok: false; readonly fault: CallFault };

/**
 * One page of cases: cancel requests, returns of both kinds, reviews, questions, chats, one list after the other. A list
 * that the key's roles or the subscription do not open is left out for a day. Throws PlatformFault.
 */
export async function pullAfterSales(context: ConnectorContext, text: string | null): Promise<AfterSalePage> {
  const nowMs = context.clock.nowMs();
  const cursor = readCaseCursor(text, nowMs);
  const name = CASE_PARTS[cursor.part] ?? 'cancel-requests';
  const known = cursor.closed[name];
  if (known !== undefined && known.untilMs > nowMs) return toPage(cursor, NOTHING_READ, warningsOf(name, known.code));
  const result = await readPart(context, cursor, name);
  if (result.ok) return toPage(cursor, result.page, []);
  const code = shutReason(result.fault);
  if (code === null) throw readFault(result.fault, context.timings);
  const closed = { ...cursor.closed, [name]: { untilMs: nowMs + CLOSED_MS, code } };
  return toPage({ ...cursor, closed }, NOTHING_READ, warningsOf(name, code));
}

/** What the seller can mend is said in every round; which subscription she pays for is her own affair. */
const warningsOf = (name: CasePartName, code: string): string[] =>
  code === 'subscription-missing' ? [] : [`${code}:${OZON_METHODS[methodOf(name)].path}`];

const methodOf = (name: CasePartName): OzonMethodName => (name === 'chats' ? 'chats' : CASE_LISTS[name].method);

async function readPart(context: ConnectorContext, cursor: CaseCursor, name: CasePartName): Promise<PartResult> {
  if (name === 'chats') return await readChats(context, cursor);
  const list = CASE_LISTS[name];
  const { startedAtMs, page } = cursor;
  const window = { fromMs: startedAtMs - (isFull(cursor) ? FULL_MS : LATELY_MS), toMs: startedAtMs + DAY_MS, page };
  const answer = await context.proxy.call(list.method, list.body(window, list.limit));
  if (!answer.ok) return answer;
  const content = member(answer.body, list.items);
  // One of the official documents shows the returns as a single object.
  const nodes: readonly unknown[] | null = Array.isArray(content) ? content : content == null ? null : [content];
  if (nodes === null) return { ok: false, fault: { kind: 'unexpected-answer' } };
  const next = list.next(answer.body, nodes.length);
  return { ok: true, page: { parsed: nodes.map(list.parse), next: next === page ? null : next } };
}

/** Chats that wait, and those that waited the last time and were read meanwhile. */
async function readChats(context: ConnectorContext, cursor: CaseCursor): Promise<PartResult> {
  const body = { filter: { chat_status: 'All', unread_only: true }, limit: MOST_CHATS, cursor: '' };
  const answer = await context.proxy.call('chats', body);
  if (!answer.ok) return answer;
  const content = member(answer.body, 'chats');
  if (!Array.isArray(content)) return { ok: false, fault: { kind: 'unexpected-answer' } };
  const unread = content.flatMap((node: unknown) => waitingChat(node) ?? []);
  const read = cursor.unread.filter((chatId) => !unread.includes(chatId));
  const parsed: ParsedCase[] = [];
  for (const chatId of [...unread, ...read]) {
    const chat = await readChat(context, chatId, unread.includes(chatId));
    if (!chat.ok) return chat;
    parsed.push(chat.parsed);
  }
  return { ok: true, page: { parsed, next: null, unread } };
}

const isFull = ({ fullAtMs, startedAtMs }: CaseCursor): boolean =>
  fullAtMs === null || startedAtMs - fullAtMs >= DAY_MS || startedAtMs < fullAtMs;

/** Why a list is not open to this key; null for any other fault. */
function shutReason(fault: CallFault): string | null {
  if (fault.kind !== 'api') return null;
  const code = rejectionCode(fault.error);
  return code === 'missing-role' || code === 'subscription-missing' || code === 'method-removed' ? code : null;
}

function toPage(cursor: CaseCursor, { parsed, next, unread }: PartPage, warnings: string[]): AfterSalePage {
  const isLast = next === null && cursor.part === CASE_PARTS.length - 1;
  const moved = { ...cursor, unread: unread ?? cursor.unread };
  const nextCursor = isLast ? endRound(moved) : step(moved, next);
  return {
    cases: parsed.flatMap((one) => (one.ok ? [one.reported] : [])),
    odd: parsed.flatMap((one) => (one.ok ? [] : [one.odd])),
    nextCursor: writeCaseCursor(nextCursor),
    hasMore: !isLast,
    warnings,
  };
}

const step = (cursor: CaseCursor, next: string | null): CaseCursor =>
  next === null ? { ...cursor, part: cursor.part + 1, page: '' } : { ...cursor, page: next };

function endRound(cursor: CaseCursor): CaseCursor {
  const fullAtMs = isFull(cursor) ? cursor.startedAtMs : cursor.fullAtMs;
  return { ...cursor, part: 0, page: '', fullAtMs };
}
