import * as z from 'zod';
import { seoulPlain } from '../answers/seoul-time.ts';
import { int64 } from '../answers/view.ts';
import type { Receipt } from '../claims.ts';
import { badRequest } from '../refusal.ts';
import { readRoute, vendorPath, writeRoute, type Call } from '../route.ts';
import { idField, queryCount } from '../schema/fields.ts';
import { isWithin, weekWindow } from '../schema/window.ts';

const listQuery = z.strictObject({
  dateFrom: z.string(),
  dateTo: z.string(),
  pageIndex: queryCount(-999_999, 999_999).default(1),
  sizePerPage: queryCount(-999_999, 999_999).default(10),
});

/** Requests that were taken back; they are in no other list any more. */
export const withdrawalRoutes = [
  readRoute({
    operation: 'listWithdrawals',
    path: vendorPath('v4', 'returnWithdrawRequests'),
    query: listQuery,
    handle: listWithdrawals,
  }),
  writeRoute({
    operation: 'findWithdrawals',
    method: 'POST',
    path: vendorPath('v4', 'returnWithdrawList'),
    body: z.strictObject({ cancelIds: z.array(idField).min(1).max(50) }),
    handle: ({ cancelIds }, call) => ({
      code: '200',
      message: 'OK',
      data: withdrawn(call)
        .filter(({ receipt }) => cancelIds.includes(receipt.receiptId))
        .map((one) => withdrawalPart(one, call)),
    }),
  }),
];

function listWithdrawals(query: z.output<typeof listQuery>, call: Call): Record<string, unknown> {
  const { pageIndex, sizePerPage } = query;
  const window = weekWindow(query.dateFrom, query.dateTo);
  if (pageIndex < 1) throw badRequest('pageindex 는 음수 또는 0 일 수 없습니다. (pageindex can not be negative or 0)');
  if (sizePerPage > 100) {
    throw badRequest(
      '페이지별 최대 표시 갯수(sizePerPage)는 100 입니다. (The maximum number of indications per page (sizePerPage) is 100)',
    );
  }
  const all = withdrawn(call)
    .filter(({ atMs }) => isWithin(atMs, window))
    .toSorted((first, second) => second.atMs - first.atMs);
  const page = all.slice((pageIndex - 1) * sizePerPage, pageIndex * sizePerPage);
  const hasMore = pageIndex * sizePerPage < all.length;
  const data = page.map((one) => withdrawalPart(one, call));
  return { code: 200, message: 'OK', data, nextPageIndex: hasMore ? String(pageIndex + 1) : '' };
}

interface Withdrawn {
  receipt: Receipt;
  atMs: number;
}

function withdrawn({ store }: Call): Withdrawn[] {
  return store.world.receipts.flatMap((receipt) =>
    receipt.withdrawnAtMs === null ? [] : [{ receipt, atMs: receipt.withdrawnAtMs }],
  );
}

function withdrawalPart({ receipt, atMs }: Withdrawn, { store }: Call): Record<string, unknown> {
  const duties = { VENDOR: 'COM', CUSTOMER: 'CUS', COUPANG: 'COU', WMS: 'COU', GENERAL: 'CUS' } as const;
  return {
    cancelId: int64(receipt.receiptId),
    orderId: int64(receipt.orderId),
    vendorId: store.world.vendor.vendorId,
    refundDeliveryDuty: duties[receipt.fault],
    createdAt: seoulPlain(atMs),
    vendorItemIds: receipt.lines.map((line) => int64(line.vendorItemId)),
  };
}
