import * as z from 'zod';
import { returnRequestAnswer } from '../answers/return-request.ts';
import type { Receipt, ReceiptStatus } from '../claims.ts';
import { pageOf } from '../page-of.ts';
import { badRequest } from '../refusal.ts';
import { expiredRoute, readRoute, vendorPath, type Call } from '../route.ts';
import { queryCount, queryId } from '../schema/fields.ts';
import { createdWindow, isWithin } from '../schema/window.ts';

const listQuery = z.strictObject({
  createdAtFrom: z.string(),
  createdAtTo: z.string(),
  searchType: z.literal('timeFrame').optional(),
  status: z.enum(['RU', 'UC', 'CC', 'PR']).optional(),
  cancelType: z.enum(['RETURN', 'CANCEL']).optional(),
  nextToken: z.string().optional(),
  maxPerPage: queryCount(1, 50).optional(),
  orderId: queryId.optional(),
});
type ListQuery = z.output<typeof listQuery>;

export const returnListRoutes = [
  readRoute({
    operation: 'listReturns',
    path: vendorPath('v6', 'returnRequests'),
    query: listQuery,
    handle: listReturns,
  }),
  readRoute({
    operation: 'getReturn',
    path: vendorPath('v6', 'returnRequests/{receiptId}'),
    query: z.strictObject({}),
    handle: (_query, call, { receiptId = '' }) => {
      const receipt = call.store.receipt(receiptId);
      if (receipt === undefined || receipt.withdrawnAtMs !== null) {
        throw badRequest(`receiptId (${receiptId}) is not found.`);
      }
      return { code: '200', message: 'OK', data: [returnRequestAnswer(call.store, receipt)] };
    },
  }),
  expiredRoute(vendorPath('v4', 'returnRequests')),
  expiredRoute(vendorPath('v4', 'returnRequests/{receiptId}')),
];

/** A stop request is in RU and in UC; a return only in UC, until it is done. */
const shownUnder: Readonly<Record<'RU' | 'UC' | 'CC' | 'PR', readonly ReceiptStatus[]>> = {
  RU: ['RELEASE_STOP_UNCHECKED'],
  UC: ['RELEASE_STOP_UNCHECKED', 'RETURNS_UNCHECKED', 'VENDOR_WAREHOUSE_CONFIRM'],
  CC: ['RETURNS_COMPLETED'],
  PR: ['REQUEST_COUPANG_CHECK'],
};

function listReturns(query: ListQuery, call: Call): Record<string, unknown> {
  const window = createdWindow(query, false);
  checkQuery(query);
  const wanted = query.cancelType ?? 'RETURN';
  const receipts = call.store.world.receipts.filter(
    (receipt) =>
      receipt.receiptType === wanted &&
      receipt.withdrawnAtMs === null &&
      (query.status === undefined || shownUnder[query.status].includes(receipt.status)) &&
      (query.orderId === undefined || receipt.orderId === query.orderId) &&
      isWithin(receipt.createdAtMs, window),
  );
  const sorted = receipts.toSorted((first, second) => first.createdAtMs - second.createdAtMs || byId(first, second));
  const page = pageOf(sorted, (receipt) => ({ atMs: receipt.createdAtMs, id: receipt.receiptId }), {
    nextToken: query.nextToken ?? '',
    size: query.searchType === undefined ? (query.maxPerPage ?? 50) : sorted.length,
    question: [wanted, query.status ?? '', query.orderId ?? '', query.createdAtFrom, query.createdAtTo],
  });
  const data = page.rows.map((receipt) => returnRequestAnswer(call.store, receipt));
  return { code: 200, message: 'OK', data, nextToken: page.nextToken };
}

function byId(first: Receipt, second: Receipt): number {
  return Number(BigInt(first.receiptId) - BigInt(second.receiptId));
}

/** The rules of the table of parameters, and those that the notes to it add. */
function checkQuery(query: ListQuery): void {
  const { searchType, cancelType, status, orderId, nextToken, maxPerPage } = query;
  if (searchType !== undefined && (nextToken ?? orderId ?? maxPerPage) !== undefined) {
    throw badRequest('nextToken, maxPerPage and orderId are not supported with searchType timeFrame');
  }
  if (cancelType === 'CANCEL' && status !== undefined)
    throw badRequest('status is not supported with cancelType CANCEL');
  if (cancelType !== 'CANCEL' && status === undefined && orderId === undefined) {
    throw badRequest('orderId is required when status is not present');
  }
}
