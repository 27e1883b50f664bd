import * as z from 'zod';
import { seoulPlain } from '../answers/seoul-time.ts';
import { sheetAnswer } from '../answers/sheet.ts';
import { int64 } from '../answers/view.ts';
import { boxStatuses, isGone, type Box, type BoxStatus } from '../box.ts';
import { pageOf } from '../page-of.ts';
import { badRequest } from '../refusal.ts';
import { expiredRoute, readRoute, vendorPath, type Call } from '../route.ts';
import { queryCount, queryId } from '../schema/fields.ts';
import { createdWindow, isWithin } from '../schema/window.ts';

const listQuery = z.strictObject({
  createdAtFrom: z.string(),
  createdAtTo: z.string(),
  status: z.enum(boxStatuses),
  searchType: z.literal('timeFrame').optional(),
  maxPerPage: queryCount(1, 50).optional(),
  nextToken: z.string().optional(),
});

export const orderSheetRoutes = [
  readRoute({
    operation: 'listOrderSheets',
    path: vendorPath('v5', 'ordersheets'),
    query: listQuery,
    handle: listSheets,
  }),
  readRoute({
    operation: 'getOrderSheet',
    path: vendorPath('v5', 'ordersheets/{shipmentBoxId}'),
    query: z.strictObject({}),
    handle: (_query, call, { shipmentBoxId = '' }) => ({
      code: 200,
      message: 'OK',
      data: sheetAnswer(visibleBox(call, shipmentBoxId), call.view),
    }),
  }),
  readRoute({
    operation: 'getOrder',
    path: vendorPath('v5', '{orderId}/ordersheets'),
    query: z.strictObject({}),
    handle: getOrder,
  }),
  readRoute({
    operation: 'getHistory',
    path: vendorPath('v5', 'ordersheets/{shipmentBoxId}/history'),
    query: z.strictObject({}),
    handle: getHistory,
  }),
  expiredRoute(vendorPath('v4', 'ordersheets')),
  expiredRoute(vendorPath('v4', 'ordersheets/{shipmentBoxId}')),
];

function listSheets(query: z.output<typeof listQuery>, call: Call): Record<string, unknown> {
  const window = createdWindow(query, true);
  const isMinutes = query.searchType !== undefined;
  if (isMinutes && (query.nextToken !== undefined || query.maxPerPage !== undefined)) {
    throw badRequest('nextToken and maxPerPage are not supported with searchType timeFrame');
  }
  const boxes = call.store
    .byOrderTime()
    .filter((box) => box.status === query.status && isListed(box, call.nowMs) && isWithin(box.orderedAtMs, window));
  const page = pageOf(boxes, placeOf, {
    nextToken: query.nextToken ?? '',
    size: isMinutes ? boxes.length : (query.maxPerPage ?? 50),
    question: [query.status, query.createdAtFrom, query.createdAtTo],
  });
  const data = page.rows.map((box) => sheetAnswer(box, call.view));
  return { code: 200, message: 'OK', data, nextToken: page.nextToken };
}

function placeOf(box: Box): { atMs: number; id: string } {
  return { atMs: box.orderedAtMs, id: box.shipmentBoxId };
}

/** An order is not shown in its first minutes, and no more once all of it is cancelled or returned. */
function isListed(box: Box, nowMs: number): boolean {
  return box.visibleAtMs <= nowMs && !isGone(box);
}

function visibleBox(call: Call, shipmentBoxId: string): Box {
  if (!queryId.safeParse(shipmentBoxId).success) throw badRequest('shipmentBoxId must be a number.');
  const box = call.store.box(shipmentBoxId);
  if (box === undefined || box.visibleAtMs > call.nowMs) {
    throw badRequest(`shipmentBoxId (${shipmentBoxId}) is not found.`);
  }
  if (isGone(box)) throw badRequest('취소 또는 반품 처리된 주문입니다.');
  return box;
}

function getOrder(_query: unknown, call: Call, { orderId = '' }: Readonly<Record<string, string>>) {
  if (!queryId.safeParse(orderId).success) throw badRequest('orderId must be a number.');
  const known = call.store.boxesOfOrder(orderId).filter((box) => box.visibleAtMs <= call.nowMs);
  if (known.length === 0) throw badRequest(`orderId (${orderId}) is not found.`);
  const boxes = known.filter((box) => !isGone(box));
  if (boxes.length === 0) throw badRequest('취소 또는 반품 처리된 주문입니다.');
  return { code: 200, message: 'OK', data: boxes.map((box) => sheetAnswer(box, call.view)) };
}

const statusNames: Readonly<Record<BoxStatus, string>> = {
  ACCEPT: '결제완료',
  INSTRUCT: '상품준비중',
  DEPARTURE: '배송지시',
  DELIVERING: '배송중',
  FINAL_DELIVERY: '배송완료',
  NONE_TRACKING: '업체 직접 배송(배송 연동 미적용), 추적불가',
};

/** Newest first, times without an offset, the code as text: as in the official sample. */
function getHistory(_query: unknown, call: Call, { shipmentBoxId = '' }: Readonly<Record<string, string>>) {
  const box = visibleBox(call, shipmentBoxId);
  return {
    code: '200',
    message: 'OK',
    data: {
      shipmentBoxId: int64(shipmentBoxId),
      details: box.history.toReversed().map(({ status, atMs }) => ({
        deliveryStatus: status,
        deliveryStatusDesc: statusNames[status],
        updatedAt: seoulPlain(atMs),
      })),
    },
  };
}
