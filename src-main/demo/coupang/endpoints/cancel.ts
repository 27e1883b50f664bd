import * as z from 'zod';
import { int64 } from '../answers/view.ts';
import { livePieces, type Box } from '../box.ts';
import type { Receipt, ReceiptLine } from '../claims.ts';
import { groupBy } from '../group-by.ts';
import { badRequest } from '../refusal.ts';
import { vendorPath, writeRoute, type Call } from '../route.ts';
import { completeReceipt, countOf, openCancel, openStopRequest } from '../rules/receipts.ts';
import { idField } from '../schema/fields.ts';

const cancelBody = z.strictObject({
  orderId: idField,
  vendorItemIds: z.array(idField).min(1, '취소할 벤더아이템 아이디 목록을 입력해주세요.'),
  receiptCounts: z.array(z.number().int()).min(1, '취소할 아이탬 개수 목록을 입력해주세요.'),
  bigCancelCode: z.string(),
  middleCancelCode: z.string(),
  userId: z.string(),
  vendorId: z.string(),
});
type CancelBody = z.output<typeof cancelBody>;

/** The document has the old prefix, newer clients the common one. */
const paths = [
  vendorPath('v5', 'orders/{orderId}/cancel'),
  '/v2/providers/wing_api/apis/internal-api/v5/vendors/{vendorId}/orders/{orderId}/cancel',
];

/** The seller has not got it: cancels what is paid or being prepared (coupang.md section 9). */
export const cancelRoutes = paths.map((path) =>
  writeRoute({ operation: 'cancelOrder', method: 'POST', path, body: cancelBody, handle: cancelOrder }),
);

const outOfStock: Receipt['reason'] = { category1: '상품품절', category2: '재고 연동 오류', text: '', code: 'OTHERS' };

function cancelOrder(
  body: CancelBody,
  call: Call,
  parameters: Readonly<Record<string, string>>,
): Record<string, unknown> {
  checkBody(body, call, parameters['orderId'] ?? '');
  const boxes = call.store.boxesOfOrder(body.orderId).filter((box) => box.visibleAtMs <= call.nowMs);
  if (boxes.length === 0) throw badRequest('주문 정보가 없습니다.');
  const failures: { id: string; why: string }[] = [];
  const taken: { box: Box; line: ReceiptLine }[] = [];
  for (const [index, id] of body.vendorItemIds.entries()) {
    const found = freeLine(boxes, id, body.receiptCounts[index] ?? 0);
    if (typeof found === 'string') failures.push({ id, why: found });
    else taken.push(found);
  }
  const receipts = openReceipts(taken, call);
  for (const box of new Set(taken.map(({ box: one }) => one))) box.effects.sellerCancels += 1;
  return cancelAnswer(body.orderId, receipts, failures, call);
}

function checkBody(body: CancelBody, { store }: Call, orderIdInPath: string): void {
  const { vendorId, wingId } = store.world.vendor;
  if (body.orderId !== orderIdInPath) throw badRequest('주문 ID를 입력해 주세요.');
  if (body.vendorItemIds.length !== body.receiptCounts.length) {
    throw badRequest('요청한 상품 개수와 취소 개수를 확인해주세요.');
  }
  if (body.receiptCounts.some((count) => count <= 0)) throw badRequest('취소할 아이탬 개수 목록을 입력해주세요.');
  if (body.bigCancelCode !== 'CANERR') throw badRequest('취소사유 대분류 코드를 확인해 주세요.');
  if (!['CCTTER', 'CCPNER', 'CCPRER'].includes(body.middleCancelCode)) {
    throw badRequest('취소사유 중분류 코드를 확인해 주세요.');
  }
  if (body.vendorId !== vendorId) throw badRequest('업체 ID를 입력해주세요.');
  if (body.userId !== wingId) throw badRequest('업체 ID에 맞는 올바른 유저 ID를 입력해주세요.');
}

/** The pieces to cancel, or the platform's words why not. */
function freeLine(
  boxes: readonly Box[],
  vendorItemId: string,
  count: number,
): { box: Box; line: ReceiptLine } | string {
  const holding = boxes.filter((box) => box.items.some((item) => item.vendorItemId === vendorItemId));
  if (holding.length === 0) return '주문정보가 없습니다.';
  const early = holding.filter((box) => box.status === 'ACCEPT' || box.status === 'INSTRUCT');
  if (early.length === 0) return '해당 벤더아이템이 결제완료/상품지시 중 상태가 아닙니다.';
  for (const box of early) {
    const item = box.items.find((one) => one.vendorItemId === vendorItemId);
    if (item === undefined || livePieces(item) - item.holdCountForCancel < count) continue;
    return { box, line: { shipmentBoxId: box.shipmentBoxId, vendorItemId, count } };
  }
  return '취소 가능한 개수보다 요청한 개수가 더 많습니다.';
}

/** What is paid is cancelled at once; what is being prepared is a stopped shipment. */
function openReceipts(taken: readonly { box: Box; line: ReceiptLine }[], { store, nowMs, timings }: Call): Opened[] {
  const groups = groupBy(taken, ({ box }) => (box.status === 'ACCEPT' ? 'CANCEL' : 'STOP_SHIPMENT'));
  return [...groups].flatMap(([type, members]): Opened[] => {
    const box = members[0]?.box;
    if (box === undefined) return [];
    const lines = members.map(({ line }) => line);
    const wish = { box, lines, reason: outOfStock, fault: 'VENDOR' as const, atMs: nowMs };
    if (type === 'CANCEL') return [{ receipt: openCancel(store, wish), type }];
    const receipt = openStopRequest(store, wish, timings);
    receipt.releaseStop = '처리(출고중지)';
    completeReceipt(store, receipt, 'VENDOR_CONFIRM', nowMs);
    return [{ receipt, type }];
  });
}

interface Opened {
  receipt: Receipt;
  type: 'CANCEL' | 'STOP_SHIPMENT';
}

/** One flat receipt as in the official sample; several under their ids, since one flat object cannot hold two. */
function cancelAnswer(
  orderId: string,
  receipts: readonly Opened[],
  failures: readonly { id: string; why: string }[],
  { faults }: Call,
): Record<string, unknown> {
  const parts = receipts.map(({ receipt, type }) => ({
    receiptId: int64(receipt.receiptId),
    receiptType: type,
    vendorItemIds: receipt.lines.map((line) => int64(line.vendorItemId)),
    totalCount: countOf(receipt),
  }));
  const receiptMap =
    parts.length > 1 ? Object.fromEntries(parts.map((part) => [part.receiptId, part])) : (parts[0] ?? {});
  const failed = failures.map(({ id }) => int64(id));
  const hasTableNames = faults.has('cancel-answer-table-names');
  return {
    code: failures.length === 0 ? 'SUCCESS' : receipts.length === 0 ? 'FAIL' : 'PARTIAL',
    message: failures.map(({ id, why }) => `[${id}]<= ${why}`).join('\r\n'),
    data: {
      [hasTableNames ? 'ReceiptMap' : 'receiptMap']: receiptMap,
      orderId: int64(orderId),
      [hasTableNames ? 'failedItemIds' : 'failedVendorItemIds']: failed,
    },
  };
}
