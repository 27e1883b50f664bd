import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../src-main/demo/coupang/box.ts';
import {
  acknowledge,
  hour,
  id,
  invoiceFor,
  startCoupang,
  upload,
  type Bench,
  type Reply,
} from './support/start-coupang.ts';

const days = 'createdAtFrom=2026-11-21&createdAtTo=2026-11-24';

function act(bench: Bench, receiptId: string, action: string, more: Record<string, unknown> = {}): Promise<Reply> {
  const body = { vendorId: 'A00012345', receiptId: id(receiptId), ...more };
  return bench.send('PUT', `v4 returnRequests/${receiptId}/${action}`, body);
}

async function stopRequest(bench: Bench, count?: number): Promise<{ box: Box; receiptId: string }> {
  const box = bench.add();
  await acknowledge(bench, box.shipmentBoxId);
  const part = count === undefined ? {} : { count };
  const happened = bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: box.shipmentBoxId, ...part });
  return { box, receiptId: happened.receiptId! };
}

/** Delivered and sent back; a tent is too dear for a quick refund. */
async function returned(bench: Bench, sku: string): Promise<{ box: Box; receiptId: string }> {
  const box = bench.add({ items: [[sku, 1]] });
  await acknowledge(bench, box.shipmentBoxId);
  await upload(bench, invoiceFor(box));
  bench.pass(30_000);
  const happened = bench.simulator.happen({ event: 'buyer-returns', shipmentBoxId: box.shipmentBoxId });
  return { box, receiptId: happened.receiptId! };
}

async function listed(bench: Bench, query: string): Promise<string[]> {
  const { data } = (await bench.get(`v6 returnRequests?${days}&${query}`)).json;
  return data.map((one: { receiptId: number }) => String(one.receiptId));
}

describe('the kinds', () => {
  it('a cancel before preparation is final and in a list of its own', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId } = bench.add();
    const { receiptId } = bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId });
    expect(await listed(bench, 'cancelType=CANCEL')).toEqual([receiptId]);
    for (const status of ['RU', 'UC', 'CC', 'PR']) expect(await listed(bench, `status=${status}`)).toEqual([]);
    const held = bench.add();
    bench.simulator.happen({ event: 'hold-for-cancel', shipmentBoxId: held.shipmentBoxId });
    const late = bench.simulator.happen({ event: 'decide-held', shipmentBoxId: held.shipmentBoxId, isCancelled: true });
    expect(await listed(bench, 'cancelType=CANCEL')).toEqual([receiptId, late.receiptId]);
  });

  it('a stop request is under RU and UC, a return under UC only', async () => {
    const bench = await startCoupang();
    const stop = await stopRequest(bench);
    const back = await returned(bench, 'TENT-2P');
    expect(await listed(bench, 'status=RU')).toEqual([stop.receiptId]);
    expect(await listed(bench, 'status=UC&cancelType=RETURN')).toEqual([stop.receiptId, back.receiptId]);
    expect(await listed(bench, `orderId=${back.box.orderId}`)).toEqual([back.receiptId]);
    bench.simulator.happen({ event: 'ask-coupang-check', receiptId: back.receiptId });
    expect(await listed(bench, 'status=PR')).toEqual([back.receiptId]);
    expect(await listed(bench, 'status=UC')).toEqual([stop.receiptId]);
    bench.simulator.happen({ event: 'coupang-decides', receiptId: back.receiptId });
    expect(bench.receipt(back.receiptId)).toMatchObject({ status: 'RETURNS_COMPLETED', completeType: 'CS_CONFIRM' });
    expect(() => bench.simulator.happen({ event: 'withdraw', receiptId: back.receiptId })).toThrow('is over');
    expect(() => bench.simulator.happen({ event: 'collect-return', receiptId: stop.receiptId })).toThrow('not ready');
  });

  it('an item has the fields of the document', async () => {
    const bench = await startCoupang();
    const { box, receiptId } = await stopRequest(bench);
    const { data, code } = (await bench.get(`v6 returnRequests/${receiptId}`)).json;
    expect(code).toBe('200');
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      receiptId: Number(receiptId),
      orderId: Number(box.orderId),
      paymentId: Number(box.paymentId),
      receiptType: 'RETURN',
      receiptStatus: 'RELEASE_STOP_UNCHECKED',
      createdAt: '2026-11-22T12:00:00',
      modifiedAt: '2026-11-22T12:00:00',
      requesterName: box.orderer.name,
      requesterPhoneNumber: box.orderer.safeNumber,
      requesterRealPhoneNumber: null,
      requesterZipCode: box.receiver.postCode,
      cancelReasonCategory1: '고객변심',
      cancelCountSum: 2,
      releaseStopStatus: '미처리',
      enclosePrice: 0,
      faultByType: 'CUSTOMER',
      preRefund: false,
      completeConfirmDate: '',
      completeConfirmType: 'UNDEFINED',
      returnItems: [
        { vendorItemId: 4279191312, purchaseCount: 2, cancelCount: 2, shipmentBoxId: BigInt(box.shipmentBoxId) },
      ],
      returnDeliveryDtos: [{ deliveryCompanyCode: 'CJGLS', deliveryInvoiceNo: '' }],
      reasonCode: 'CHANGEMIND',
      reasonCodeText: '필요 없어짐 (단순 변심)',
    });
  });

  it('pages, and takes dates with and without the offset', async () => {
    const bench = await startCoupang();
    for (let count = 0; count < 5; count += 1) await stopRequest(bench);
    const offset = 'createdAtFrom=2026-11-21%2B09:00&createdAtTo=2026-11-22%2B09:00';
    const first = (await bench.get(`v6 returnRequests?${offset}&status=RU&maxPerPage=3`)).json;
    const second = (await bench.get(`v6 returnRequests?${offset}&status=RU&maxPerPage=3&nextToken=${first.nextToken}`))
      .json;
    expect([first.data.length, second.data.length, second.nextToken]).toEqual([3, 2, '']);
    const frame = 'searchType=timeFrame&createdAtFrom=2026-11-22T11%3A59&createdAtTo=2026-11-22T12%3A00&status=RU';
    expect((await bench.get(`v6 returnRequests?${frame}`)).json.data).toHaveLength(5);
    expect((await bench.get(`v6 returnRequests?${frame}&maxPerPage=5`)).status).toBe(400);
  });

  it.each([
    ['createdAtFrom=2026-10-21&createdAtTo=2026-11-22&status=RU', 'endTime-startTime range should less than31.'],
    [days, 'orderId is required when status is not present'],
    [`${days}&cancelType=CANCEL&status=RU`, 'status is not supported with cancelType CANCEL'],
    ['status=RU', "Required String parameter 'createdAtFrom' is not present"],
  ])('refuses %s', async (query, message) => {
    const bench = await startCoupang();
    const reply = await bench.get(`v6 returnRequests?${query}`);
    expect([reply.status, reply.json.message]).toEqual([400, message]);
  });
});

describe('a stop request', () => {
  it('that arrives in time: the parcel stays and vanishes', async () => {
    const bench = await startCoupang();
    const { box, receiptId } = await stopRequest(bench);
    expect((await act(bench, receiptId, 'stoppedShipment', { cancelCount: 2 })).json).toEqual({
      code: '200',
      message: 'OK',
      data: { resultCode: 'SUCCESS', resultMessage: '출고중지완료요청이 성공하였습니다' },
    });
    expect(bench.box(box.shipmentBoxId).items[0]).toMatchObject({ cancelCount: 2, holdCountForCancel: 0 });
    expect((await bench.get(`v5 ordersheets/${box.shipmentBoxId}`)).status).toBe(400);
    expect(await listed(bench, 'status=CC')).toEqual([receiptId]);
    expect(bench.receipt(receiptId)).toMatchObject({ releaseStop: '처리(출고중지)', effects: { stopped: 1 } });
  });

  it('for a part leaves the rest to send', async () => {
    const bench = await startCoupang();
    const { box, receiptId } = await stopRequest(bench, 1);
    await act(bench, receiptId, 'stoppedShipment', { cancelCount: 1 });
    const { json } = await upload(bench, invoiceFor(box));
    expect(json.data.responseCode).toBe(0);
  });

  it('wants its own count', async () => {
    const bench = await startCoupang();
    const { receiptId } = await stopRequest(bench);
    const reply = await act(bench, receiptId, 'stoppedShipment', { cancelCount: 1 });
    expect([reply.status, reply.json.message.startsWith('[INTERNAL_SERVER_ERROR]')]).toEqual([400, true]);
    expect(bench.receipt(receiptId).effects.stopped).toBe(0);
  });

  it("that comes too late becomes a return at the seller's cost", async () => {
    const bench = await startCoupang();
    const { box, receiptId } = await stopRequest(bench);
    const shipped = { deliveryCompanyCode: 'CJGLS', invoiceNumber: '680405450931' };
    const wrong = await act(bench, receiptId, 'completedShipment', { ...shipped, invoiceNumber: '1' });
    expect([wrong.status, wrong.json.data.resultCode]).toEqual([200, 'FAIL']);
    const done = await act(bench, receiptId, 'completedShipment', shipped);
    expect(done.json.data).toEqual({ resultCode: 'SUCCESS', resultMessage: '이미출고 상태변경이 성공하였습니다.' });
    expect(bench.box(box.shipmentBoxId)).toMatchObject({ status: 'DEPARTURE', invoiceNumber: '680405450931' });
    expect(bench.receipt(receiptId)).toMatchObject({
      status: 'RETURNS_UNCHECKED',
      releaseStop: '처리(이미출고)',
      fault: 'VENDOR',
    });
    // HTTP 200, and yet nothing was done.
    const again = await act(bench, receiptId, 'completedShipment', shipped);
    expect([again.status, again.json.code, again.json.data.resultCode]).toEqual([200, '200', 'FAIL']);
    expect(bench.receipt(receiptId).effects.shipped).toBe(1);
  });

  it('that nobody answers is taken for shipped', async () => {
    const bench = await startCoupang();
    const { receiptId } = await stopRequest(bench);
    bench.pass(48 * hour);
    expect(bench.receipt(receiptId)).toMatchObject({ status: 'RETURNS_UNCHECKED', releaseStop: '자동처리(이미출고)' });
  });

  it('that is withdrawn disappears, and the parcel may leave', async () => {
    const bench = await startCoupang();
    const { box, receiptId } = await stopRequest(bench);
    bench.simulator.happen({ event: 'withdraw', receiptId });
    expect(await listed(bench, 'status=RU')).toEqual([]);
    expect((await bench.get(`v6 returnRequests/${receiptId}`)).status).toBe(400);
    expect((await act(bench, receiptId, 'stoppedShipment', { cancelCount: 2 })).status).toBe(400);
    const part = {
      cancelId: Number(receiptId),
      orderId: Number(box.orderId),
      vendorId: 'A00012345',
      refundDeliveryDuty: 'CUS',
      createdAt: '2026-11-22T12:00:00',
      vendorItemIds: [4279191312],
    };
    const byDay = await bench.get('v4 returnWithdrawRequests?dateFrom=2026-11-20&dateTo=2026-11-22');
    expect(byDay.json).toEqual({ code: 200, message: 'OK', data: [part], nextPageIndex: '' });
    const byId = await bench.send('POST', 'v4 returnWithdrawList', { cancelIds: [Number(receiptId), 1] });
    expect(byId.json).toEqual({ code: '200', message: 'OK', data: [part] });
    expect((await upload(bench, invoiceFor(box))).json.data.responseCode).toBe(0);
  });
});

describe('goods that come back', () => {
  it('are refunded with the receipt when they are cheap', async () => {
    const bench = await startCoupang();
    const { receiptId } = await returned(bench, 'MUG-MOON-350');
    expect((await act(bench, receiptId, 'receiveConfirmation')).json).toEqual({ code: '200', message: 'OK' });
    expect(bench.receipt(receiptId)).toMatchObject({ status: 'RETURNS_COMPLETED', isRefunded: true });
    expect((await act(bench, receiptId, 'approval', { cancelCount: 1 })).status).toBe(400);
    const [part] = (await bench.get(`v6 returnRequests/${receiptId}`)).json.data;
    expect(part).toMatchObject({
      preRefund: true,
      completeConfirmType: 'VENDOR_CONFIRM',
      completeConfirmDate: '2026-11-22T12:00:30',
    });
  });

  it('are refunded at the first scan when they are cheap', async () => {
    const bench = await startCoupang();
    const { box, receiptId } = await returned(bench, 'MUG-MOON-350');
    bench.simulator.happen({ event: 'collect-return', receiptId });
    expect(bench.receipt(receiptId).status).toBe('RETURNS_COMPLETED');
    expect((await bench.get(`v5 ordersheets/${box.shipmentBoxId}`)).status).toBe(400);
  });

  it('wait for the approval when they are dear', async () => {
    const bench = await startCoupang();
    const { receiptId } = await returned(bench, 'TENT-2P');
    expect((await act(bench, receiptId, 'approval', { cancelCount: 1 })).status).toBe(400);
    await act(bench, receiptId, 'receiveConfirmation');
    expect(bench.receipt(receiptId).status).toBe('VENDOR_WAREHOUSE_CONFIRM');
    expect(await listed(bench, 'status=UC')).toEqual([receiptId]);
    expect((await act(bench, receiptId, 'receiveConfirmation')).status).toBe(400);
    expect((await act(bench, receiptId, 'approval', { cancelCount: 2 })).status).toBe(400);
    expect((await act(bench, receiptId, 'approval', { cancelCount: 1 })).json).toEqual({ code: '200', message: 'OK' });
    expect(bench.receipt(receiptId)).toMatchObject({
      status: 'RETURNS_COMPLETED',
      effects: { received: 1, approved: 1 },
    });
  });

  it("may be fetched by a carrier of the seller's", async () => {
    const bench = await startCoupang();
    const { receiptId } = await returned(bench, 'TENT-2P');
    const body = {
      returnExchangeDeliveryType: 'RETURN',
      receiptId: Number(receiptId),
      deliveryCompanyCode: 'KDEXP',
      invoiceNumber: '201805291435',
      regNumber: '1234568',
    };
    const { json } = await bench.send('POST', 'v4 return-exchange-invoices/manual', body);
    expect(json).toMatchObject({ code: 200, data: { ...body, invoiceNumberId: expect.any(Number) } });
    expect(bench.receipt(receiptId)).toMatchObject({ deliveryType: '수기관리', effects: { pickUps: 1 } });
    await act(bench, receiptId, 'receiveConfirmation');
    expect((await bench.send('POST', 'v4 return-exchange-invoices/manual', body)).status).toBe(400);
    const { regNumber: _regNumber, invoiceNumber: _number, ...short } = body;
    expect((await bench.send('POST', 'v4 return-exchange-invoices/manual', short)).json.message).toBe(
      'Object is null : invoiceNumber',
    );
  });

  it('are asked for by the right seller and the right path', async () => {
    const bench = await startCoupang();
    const { receiptId } = await returned(bench, 'TENT-2P');
    expect((await act(bench, receiptId, 'receiveConfirmation', { vendorId: 'A00099999' })).json.message).toBe(
      'Invalid vendor ID',
    );
    expect((await act(bench, receiptId, 'receiveConfirmation', { receiptId: 1 })).status).toBe(400);
    expect((await act(bench, '1', 'receiveConfirmation')).status).toBe(400);
    expect((await bench.send('POST', `v4 returnRequests/${receiptId}/receiveConfirmation`, {})).status).toBe(404);
  });
});
