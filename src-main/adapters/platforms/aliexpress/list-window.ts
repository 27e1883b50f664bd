import { z } from 'zod';
import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import { type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { idOf, listOf, truthOf, textOf, wholeOf, codeWord } from './nodes.ts';
import { pacificText } from './pacific.ts';

/** page_size of the simple query is limited to 50; the richer lists name no limit of their own. */
const MOST_ON_PAGE = 50;
/** How many orders of the window before are asked for again: so many may leave the list between two windows. */
const OVERLAP = 6;
const TAIL = 12;
const MOST_STEPS_BACK = 4;

/** Where a walk through a list stands. Kept in the cursor. */
export const windowPosition = z.object({
  /** Orders before this place have been read. */
  offset: z.number(),
  /** The last orders that were read: one of them must come again, or the list has moved under our feet. */
  tail: z.array(z.string()),
  stepsBack: z.number(),
  /** Orders that the platform gives on a page. */
  most: z.number(),
});
export type WindowPosition = z.infer<typeof windowPosition>;

export const LIST_START: WindowPosition = { offset: 0, tail: [], stepsBack: 0, most: MOST_ON_PAGE };

/** What to list. Without a status the platform leaves finished orders out; `modifiedFromMs` only narrows. */
export interface ListQuery {
  readonly createdFromMs: number;
  readonly modifiedFromMs: number | null;
  readonly status: string | null;
}

export interface ListWindow {
  readonly orders: readonly JsonNode[];
  /** The platform's time of the answer. */
  readonly atMs: number;
  /** Null: the list is through. */
  readonly next: WindowPosition | null;
  /** How many orders there are about; not to be trusted to one. */
  readonly total: number;
}

/**
 * One window of aliexpress.trade.seller.orderlist.get. The platform pages by offset over a list that moves: an order that
 * leaves it pulls all later ones forward, over the edge of a page. So each window begins within the one before (page size
 * and number are chosen for it), and goes back when none of the last orders comes again. Throws PlatformFault.
 */
export async function readWindow(
  { proxy, timings }: ConnectorContext,
  query: ListQuery,
  position: WindowPosition,
): Promise<ListWindow> {
  const { page, size } = pageFor(position);
  const answer = orThrow(
    await proxy.read('aliexpress.trade.seller.orderlist.get', { param_aeop_order_query: queryOf(query, page, size) }),
    timings,
  );
  const result = member(answer.body, 'result');
  if (truthOf(result, 'success') === false)
    throw new PlatformFault({
      kind: 'retry',
      code: codeWord(textOf(result, 'error_code') ?? 'refused'),
      afterMs: null,
    });
  if (result === undefined) throw new PlatformFault({ kind: 'retry', code: 'unexpected-answer', afterMs: null });
  const echoed = wholeOf(result, 'current_page');
  if (echoed !== null && echoed !== page)
    throw new PlatformFault({ kind: 'retry', code: 'page-repeated', afterMs: null });
  const orders = listOf(result, 'target_list');
  const given = wholeOf(result, 'page_size');
  const most = given !== null && given > 0 && given < size ? given : position.most;
  const totalPages = wholeOf(result, 'total_page');
  const isLast = orders.length < Math.min(size, most) && (totalPages === null || page >= totalPages);
  const start = (page - 1) * Math.min(size, most);
  return {
    orders,
    atMs: answer.atMs,
    next: nextPosition({ ...position, most }, start, orders, isLast),
    total: Math.max(wholeOf(result, 'total_count') ?? 0, start + orders.length),
  };
}

function nextPosition(
  position: WindowPosition,
  start: number,
  orders: readonly JsonNode[],
  isLast: boolean,
): WindowPosition | null {
  const ids = orders.flatMap((order) => idOf(order, 'order_id') ?? []);
  const isJoined = start === 0 || position.tail.length === 0 || position.tail.some((id) => ids.includes(id));
  if (!isJoined && position.stepsBack < MOST_STEPS_BACK) {
    const offset = Math.max(0, start - position.most + OVERLAP);
    return { ...position, offset, stepsBack: position.stepsBack + 1 };
  }
  if (isLast || orders.length === 0) return null;
  return { offset: start + orders.length, tail: ids.slice(-TAIL), stepsBack: 0, most: position.most };
}

/** The page that begins OVERLAP orders before the offset, or a little earlier, and reaches furthest. */
function pageFor({ offset, most }: WindowPosition): { readonly page: number; readonly size: number } {
  const target = Math.max(0, offset - OVERLAP);
  let best = { page: Math.floor(target / most) + 1, size: most };
  for (let size = most - 1; size > most / 2; size -= 1) {
    const page = Math.floor(target / size) + 1;
    if (page * size > best.page * best.size) best = { page, size };
  }
  return best;
}

function queryOf(query: ListQuery, page: number, size: number): Record<string, unknown> {
  return {
    create_date_start: pacificText(query.createdFromMs),
    ...(query.modifiedFromMs === null ? {} : { modified_date_start: pacificText(query.modifiedFromMs) }),
    ...(query.status === null ? {} : { order_status: query.status }),
    current_page: page,
    page_size: size,
  };
}
