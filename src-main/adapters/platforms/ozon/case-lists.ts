import { type JsonNode, jsonInteger, member, plain } from '../shared/json.ts';
import type { CasePartName } from './case-cursor.ts';
import { apiTime } from './mapper.ts';
import {
  type ParsedCase,
  parseCancelRequest,
  parseQuestion,
  parseReturn,
  parseReview,
  parseRfbsReturn,
} from './parse-cases.ts';
import type { OzonMethodName } from './paths.ts';

/** What of a list is asked for. */
export interface CaseWindow {
  readonly fromMs: number;
  readonly toMs: number;
  /** '' at the begin. */
  readonly page: string;
}

/** A list of cases: how it is asked for, where its items are, and what comes after the page. */
interface CaseList {
  readonly method: OzonMethodName;
  readonly limit: number;
  body(window: CaseWindow, limit: number): JsonNode;
  readonly items: string;
  /** Place of the next page; null after the last. */
  next(body: JsonNode, count: number): string | null;
  readonly parse: (node: JsonNode) => ParsedCase;
}

/** Numeric last_id; the list ends with a page that is not full. */
const byFullPage =
  (limit: number) =>
  (body: JsonNode, count: number): string | null =>
    count < limit ? null : lastId(body);

/** has_next (a flag, or a text) and last_id. */
function byHasNext(body: JsonNode): string | null {
  const hasNext = member(body, 'has_next');
  return hasNext === true || hasNext === 'true' ? lastId(body) : null;
}

function lastId(body: JsonNode): string | null {
  const id = plain(member(body, 'last_id'));
  return typeof id === 'string' && id !== '' && id !== '0' ? id : null;
}

const digits = (page: string): JsonNode => jsonInteger(/^\d{1,19}$/.test(page) ? page : '0');

export const CASE_LISTS: Readonly<Record<Exclude<CasePartName, 'chats'>, CaseList>> = {
  'cancel-requests': {
    method: 'cancelRequests',
    limit: 500,
    body: ({ page }, limit) => ({
      filters: { state: 'ALL' },
      limit: jsonInteger(String(limit)),
      last_id: digits(page),
      with: { counter: false },
    }),
    items: 'result',
    next: byFullPage(500),
    parse: parseCancelRequest,
  },
  'rfbs-returns': {
    method: 'rfbsReturns',
    limit: 100,
    body: ({ fromMs, toMs, page }, limit) => ({
      filter: { group_state: ['All'], created_at: { from: apiTime(fromMs), to: apiTime(toMs) } },
      last_id: digits(page),
      limit,
    }),
    items: 'returns',
    next: byFullPage(100),
    parse: parseRfbsReturn,
  },
  returns: {
    method: 'returns',
    limit: 500,
    body: ({ fromMs, toMs, page }, limit) => ({
      filter: { visual_status_change_moment: { time_from: apiTime(fromMs), time_to: apiTime(toMs) } },
      limit,
      last_id: digits(page),
    }),
    items: 'returns',
    next: byHasNextReturn,
    parse: parseReturn,
  },
  reviews: {
    method: 'reviews',
    limit: 100,
    body: ({ fromMs, toMs, page }, limit) => ({
      filters: { status: 'ALL', published_from: apiTime(fromMs), published_to: apiTime(toMs) },
      last_id: page,
      limit,
      sort_dir: 'ASC',
    }),
    items: 'reviews',
    next: byHasNext,
    parse: parseReview,
  },
  questions: {
    method: 'questions',
    limit: 1,
    // The list has no page size of its own; it ends with an empty page.
    body: ({ fromMs, toMs, page }) => ({
      filter: { status: 'ALL', date_from: apiTime(fromMs), date_to: apiTime(toMs) },
      last_id: page,
    }),
    items: 'questions',
    next: byFullPage(1),
    parse: parseQuestion,
  },
};

/** This list has has_next but no last_id of its own: the last item's id is the place. */
function byHasNextReturn(body: JsonNode): string | null {
  const items = member(body, 'returns');
  const last: unknown = Array.isArray(items) ? plain(member(items.at(-1), 'id')) : null;
  const hasNext = member(body, 'has_next');
  return (hasNext === true || hasNext === 'true') && typeof last === 'string' ? last : null;
}
