import { listedStatus } from '../answers/order-status.ts';
import type { AliOrder } from '../order.ts';
import { pacificWallMs } from '../pacific-time.ts';
import { invalidParameter } from '../refusal.ts';
import type { AliStore } from '../store.ts';

const day = 86_400_000;
/** How far back a list reaches that names no `create_date_start`; for finished orders less (platform SDK). */
const reachMs = 180 * day;
const finishedReachMs = 30 * day;
export const mostOnPage = 50;

/** What to list; times are readings of the wall clock in Los Angeles, see `pacificWallMs`. */
export interface ListQuery {
  createdFrom?: number | undefined;
  createdTo?: number | undefined;
  modifiedFrom?: number | undefined;
  modifiedTo?: number | undefined;
  statuses: readonly string[];
  buyerLoginId?: string | undefined;
  page: number;
  pageSize: number;
}

export interface ListPage {
  orders: readonly AliOrder[];
  totalPages: number;
  /** Leaves some orders out: no measure of completeness. */
  totalCount: number;
}

const filterStatuses = new Set([
  'PLACE_ORDER_SUCCESS',
  'IN_CANCEL',
  'WAIT_SELLER_SEND_GOODS',
  'SELLER_PART_SEND_GOODS',
  'WAIT_BUYER_ACCEPT_GOODS',
  'FUND_PROCESSING',
  'IN_ISSUE',
  'IN_FROZEN',
  'WAIT_SELLER_EXAMINE_MONEY',
  'RISK_CONTROL',
  'RISK_CONTROL_HOLD',
  'FINISH',
  'ARCHIVE',
]);

/** One page, newest orders first: an order that comes in meanwhile shifts every page. Throws Refusal on a filter that does not exist. */
export function listOrders(store: AliStore, query: ListQuery, nowMs: number): ListPage {
  for (const status of query.statuses) {
    if (!filterStatuses.has(status)) throw invalidParameter('order_status', status);
  }
  const found = store.newestFirst().filter((order) => fits(order, query, nowMs));
  const begin = (query.page - 1) * query.pageSize;
  return {
    orders: found.slice(begin, begin + query.pageSize),
    totalPages: Math.ceil(found.length / query.pageSize),
    totalCount: found.filter((order) => !order.isUncounted).length,
  };
}

function fits(order: AliOrder, query: ListQuery, nowMs: number): boolean {
  return (
    fitsStatus(order, query.statuses) &&
    fitsCreation(order, query, nowMs) &&
    isWithin(pacificWallMs(order.modifiedAtMs), query.modifiedFrom, query.modifiedTo) &&
    (query.buyerLoginId === undefined || order.buyer.loginId === query.buyerLoginId)
  );
}

/** Without a status everything but what is finished. Disputes and frozen orders are filters across the states. */
function fitsStatus(order: AliOrder, statuses: readonly string[]): boolean {
  const listed = listedStatus(order);
  if (statuses.length === 0) return listed !== 'FINISH' && listed !== 'ARCHIVE';
  return statuses.some((status) => {
    if (status === 'IN_ISSUE') return order.issueStatus === 'IN_ISSUE';
    if (status === 'IN_FROZEN') return order.frozenStatus === 'IN_FROZEN';
    return listed === (status === 'FUND_PROCESSING' ? 'FINISH' : status);
  });
}

function fitsCreation(order: AliOrder, query: ListQuery, nowMs: number): boolean {
  if (query.createdFrom === undefined) {
    const reach = listedStatus(order) === 'FINISH' ? finishedReachMs : reachMs;
    if (order.createdAtMs < nowMs - reach) return false;
  }
  return isWithin(pacificWallMs(order.createdAtMs), query.createdFrom, query.createdTo);
}

/** By whole seconds, both ends included. */
function isWithin(wallMs: number, from: number | undefined, to: number | undefined): boolean {
  const seconds = Math.floor(wallMs / 1_000) * 1_000;
  return (from === undefined || seconds >= from) && (to === undefined || seconds <= to);
}
