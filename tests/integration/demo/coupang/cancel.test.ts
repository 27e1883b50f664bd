import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../src-main/demo/coupang/box.ts';
import { acknowledge, id, startCoupang, wing, type Bench, type Reply } from './support/start-coupang.ts';

function cancel(bench: Bench, box: Box, change: Record<string, unknown> = {}): Promise<Reply> {
  return bench.send('POST', `v5 orders/${box.orderId}/cancel`, {
    orderId: id(box.orderId),
    vendorItemIds: box.items.map((item) => id(item.vendorItemId)),
    receiptCounts: box.items.map((item) => item.shippingCount),
    bigCancelCode: 'CANERR',
    middleCancelCode: 'CCTTER',
    userId: wing,
    vendorId: 'A00012345',
    ...change,
  });
}

describe('the seller has not got it', () => {
  it('a paid order is cancelled at once', async () => {
    const bench = await startCoupang();
    const box = bench.add();
    const { json } = await cancel(bench, box);
    expect(json).toMatchObject({
      code: 'SUCCESS',
      data: {
        receiptMap: { receiptType: 'CANCEL', vendorItemIds: [4279191312], totalCount: 2 },
        orderId: Number(box.orderId),
        failedVendorItemIds: [],
      },
    });
    expect(bench.receipt(String(json.data.receiptMap.receiptId)).receiptType).toBe('CANCEL');
    expect(bench.box(box.shipmentBoxId)).toMatchObject({ items: [{ cancelCount: 2 }], effects: { sellerCancels: 1 } });
  });

  it('an order being prepared is a stopped shipment', async () => {
    const bench = await startCoupang();
    const box = bench.add();
    await acknowledge(bench, box.shipmentBoxId);
    const { json } = await cancel(bench, box, { receiptCounts: [1] });
    expect(json.data.receiptMap).toMatchObject({ receiptType: 'STOP_SHIPMENT', totalCount: 1 });
    expect(bench.receipt(String(json.data.receiptMap.receiptId))).toMatchObject({
      status: 'RETURNS_COMPLETED',
      releaseStop: '처리(출고중지)',
      fault: 'VENDOR',
    });
    expect(bench.box(box.shipmentBoxId).items[0]).toMatchObject({ cancelCount: 1, holdCountForCancel: 0 });
  });

  it('in part, with the words of the document', async () => {
    const bench = await startCoupang();
    const box = bench.add({
      items: [
        ['MUG-MOON-350', 1],
        ['CABLE-GRAPH-2M', 3],
      ],
    });
    const { json } = await cancel(bench, box, { receiptCounts: [2, 3] });
    expect(json).toMatchObject({
      code: 'PARTIAL',
      message: '[4279191312]<= 취소 가능한 개수보다 요청한 개수가 더 많습니다.',
      data: { receiptMap: { vendorItemIds: [4290015528], totalCount: 3 }, failedVendorItemIds: [4279191312] },
    });
  });

  it('not at all, and HTTP 200 with it', async () => {
    const bench = await startCoupang();
    const box = bench.add();
    const reply = await cancel(bench, box, { vendorItemIds: [123] });
    expect([reply.status, reply.json.code, reply.json.message]).toEqual([200, 'FAIL', '[123]<= 주문정보가 없습니다.']);
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: box.shipmentBoxId });
    expect((await cancel(bench, box)).json.code).toBe('FAIL');
  });

  it('under two receipts when one order is in two stages', async () => {
    const bench = await startCoupang();
    const first = bench.add();
    const second = bench.add({ items: [['CABLE-GRAPH-2M', 1]] }, { orderId: first.orderId });
    await acknowledge(bench, second.shipmentBoxId);
    const ids = [...first.items, ...second.items].map((item) => id(item.vendorItemId));
    const { json } = await cancel(bench, first, { vendorItemIds: ids, receiptCounts: [2, 1] });
    const types = Object.values<{ receiptType: string }>(json.data.receiptMap).map((one) => one.receiptType);
    expect(types).toEqual(['CANCEL', 'STOP_SHIPMENT']);
  });

  it('under the old prefix, and with the other names', async () => {
    const bench = await startCoupang({ faults: [{ kind: 'cancel-answer-table-names', path: '*' }] });
    const box = bench.add();
    const path = `/v2/providers/wing_api/apis/internal-api/v5/vendors/A00012345/orders/${box.orderId}/cancel`;
    const body = {
      orderId: id(box.orderId),
      vendorItemIds: [4279191312],
      receiptCounts: [2],
      bigCancelCode: 'CANERR',
      middleCancelCode: 'CCPRER',
      userId: wing,
      vendorId: 'A00012345',
    };
    const { json } = await bench.send('POST', path, body);
    expect(json.data).toMatchObject({ ReceiptMap: { receiptType: 'CANCEL' }, failedItemIds: [] });
  });

  it.each([
    [{ orderId: 1 }, '주문 ID를 입력해 주세요.'],
    [{ vendorItemIds: [] }, "'vendorItemIds' is not valid: 취소할 벤더아이템 아이디 목록을 입력해주세요."],
    [{ receiptCounts: [1, 1] }, '요청한 상품 개수와 취소 개수를 확인해주세요.'],
    [{ receiptCounts: [0] }, '취소할 아이탬 개수 목록을 입력해주세요.'],
    [{ bigCancelCode: 'OTHER' }, '취소사유 대분류 코드를 확인해 주세요.'],
    [{ middleCancelCode: 'OTHER' }, '취소사유 중분류 코드를 확인해 주세요.'],
    [{ vendorId: 'A00099999' }, '업체 ID를 입력해주세요.'],
    [{ userId: 'somebody' }, '업체 ID에 맞는 올바른 유저 ID를 입력해주세요.'],
    [{ userId: undefined }, 'Object is null : userId'],
  ])('refuses %o', async (change, message) => {
    const bench = await startCoupang();
    const reply = await cancel(bench, bench.add(), change);
    expect([reply.status, reply.json.message]).toEqual([400, message]);
  });
});
