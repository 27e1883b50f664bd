import * as z from 'zod';
import { list } from '../answer-tree.ts';
import { listOrder, simpleOrder, type ListDialect } from '../answers/list-order.ts';
import { time } from '../answers/values.ts';
import { jsonParameter, wallField, wholeField, wholeParameter } from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import { readWallText } from '../pacific-time.ts';
import { invalidParameter, missingParameter } from '../refusal.ts';
import { listOrders, mostOnPage, type ListQuery } from './list-query.ts';

const aeopQuery = z.strictObject({
  create_date_start: wallField.optional(),
  create_date_end: wallField.optional(),
  modified_date_start: wallField.optional(),
  modified_date_end: wallField.optional(),
  order_status: z.string().optional(),
  order_status_list: z.array(z.string()).optional(),
  buyer_login_id: z.string().optional(),
  current_page: wholeField,
  page_size: wholeField,
});

/** The twin takes the same fields flat (SDK) or as `param0` (metadata); page and size are required inside `param0` only. */
const flatQuery = z.strictObject({
  create_date_start: wallField.optional(),
  create_date_end: wallField.optional(),
  modified_date_start: wallField.optional(),
  modified_date_end: wallField.optional(),
  order_status: z.string().optional(),
  order_status_list: jsonParameter(z.array(z.string())).optional(),
  buyer_login_id: z.string().optional(),
  current_page: wholeParameter.optional(),
  page_size: wholeParameter.optional(),
  param0: jsonParameter(aeopQuery).optional(),
});

/** Here a time that cannot be read is no error: the filter is ignored without a word. */
const simpleQuery = z.strictObject({
  create_date_start: z.string().optional(),
  create_date_end: z.string().optional(),
  order_status: z.string().optional(),
  order_status_list: z.array(z.string()).optional(),
  page: wholeField.optional(),
  page_size: wholeField.optional(),
});

export const orderListOperations = [
  operation({
    name: 'aliexpress.trade.seller.orderlist.get',
    needs: 'order',
    schema: z.strictObject({ param_aeop_order_query: jsonParameter(aeopQuery) }),
    handle: ({ param_aeop_order_query: query }, call) =>
      answerPage(query, call, 'aeop_order_item_dto', 'aeop_order_product_dto'),
  }),
  operation({
    name: 'aliexpress.solution.order.get',
    needs: 'order',
    schema: flatQuery,
    handle: ({ param0, ...flat }, call) =>
      answerPage(
        param0 ?? { ...flat, current_page: flat.current_page ?? 1, page_size: flat.page_size ?? 20 },
        call,
        'order_dto',
        'order_product_dto',
      ),
  }),
  operation({
    name: 'aliexpress.trade.redefining.findorderlistsimplequery',
    needs: 'order',
    schema: z.strictObject({
      param1: jsonParameter(simpleQuery).optional(),
      page: wholeParameter.optional(),
      page_size: wholeParameter.optional(),
    }),
    handle: simpleList,
  }),
];

function answerPage(raw: z.output<typeof aeopQuery>, call: Call, wrapper: string, dialect: ListDialect): unknown {
  const query: ListQuery = {
    createdFrom: raw.create_date_start,
    createdTo: raw.create_date_end,
    modifiedFrom: raw.modified_date_start,
    modifiedTo: raw.modified_date_end,
    statuses: [...(raw.order_status === undefined ? [] : [raw.order_status]), ...(raw.order_status_list ?? [])],
    buyerLoginId: raw.buyer_login_id,
    page: raw.current_page,
    pageSize: raw.page_size,
  };
  checkPage(query);
  const page = listOrders(call.store, query, call.nowMs);
  const extra =
    call.isStruck('inexact-cancel-filter') && query.statuses.includes('IN_CANCEL') ? refusedCancel(call) : [];
  const orders = [...page.orders, ...extra];
  return {
    result: {
      success: true,
      error_code: '0',
      current_page: query.page,
      page_size: query.pageSize,
      total_page: page.totalPages,
      total_count: page.totalCount,
      time_stamp: time(call.nowMs),
      target_list: list(
        wrapper,
        orders.map((order) => listOrder(order, call.store.world.seller, call.nowMs, dialect)),
      ),
    },
  };
}

function refusedCancel(call: Call): ReturnType<Call['store']['newestFirst']>[number][] {
  const order = call.store.newestFirst().find((candidate) => candidate.status === 'WAIT_SELLER_SEND_GOODS');
  return order === undefined ? [] : [order];
}

function simpleList(
  parameters: {
    param1?: z.output<typeof simpleQuery> | undefined;
    page?: number | undefined;
    page_size?: number | undefined;
  },
  call: Call,
): unknown {
  const raw = parameters.param1 ?? {};
  const query: ListQuery = {
    createdFrom: readWallText(raw.create_date_start ?? '') ?? undefined,
    createdTo: readWallText(raw.create_date_end ?? '') ?? undefined,
    statuses: [...(raw.order_status === undefined ? [] : [raw.order_status]), ...(raw.order_status_list ?? [])],
    page: raw.page ?? parameters.page ?? missing('page'),
    pageSize: raw.page_size ?? parameters.page_size ?? missing('page_size'),
  };
  checkPage(query);
  const page = listOrders(call.store, query, call.nowMs);
  return {
    result: {
      total_item: page.totalCount,
      order_list: list(
        'simple_order_item_vo',
        page.orders.map((order) => simpleOrder(order, call.nowMs)),
      ),
    },
  };
}

function missing(name: string): never {
  throw missingParameter(name);
}

function checkPage(query: ListQuery): void {
  if (query.page < 1) throw invalidParameter('current_page', 'must be at least 1');
  if (query.pageSize < 1 || query.pageSize > mostOnPage)
    throw invalidParameter('page_size', `must be 1 to ${mostOnPage}`);
}
