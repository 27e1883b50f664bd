import { describe, expect, it } from 'vitest';
import { acknowledge, invoiceFor, startCoupang, upload, type Bench, type Reply } from './support/start-coupang.ts';

async function opened(bench: Bench): Promise<{ shipmentBoxId: string; exchangeId: string }> {
  const box = bench.add();
  await acknowledge(bench, box.shipmentBoxId);
  await upload(bench, invoiceFor(box, { invoiceNumber: `6804${box.shipmentBoxId.slice(-8)}` }));
  bench.pass(30_000);
  const happened = bench.simulator.happen({ event: 'buyer-exchanges', shipmentBoxId: box.shipmentBoxId, count: 1 });
  return { shipmentBoxId: box.shipmentBoxId, exchangeId: happened.exchangeId! };
}

const week = 'createdAtFrom=2026-11-16T00:00:00&createdAtTo=2026-11-22T23:59:59';

async function one(bench: Bench, exchangeId: string): Promise<Reply['json']> {
  const { data } = (await bench.get(`v4 exchangeRequests?${week}`)).json;
  return data.find((exchange: { exchangeId: number }) => String(exchange.exchangeId) === exchangeId);
}

function receive(bench: Bench, exchangeId: string): Promise<Reply> {
  const body = { exchangeId: Number(exchangeId), vendorId: 'A00012345' };
  return bench.send('PATCH', `v4 exchangeRequests/${exchangeId}/receiveConfirmation`, body);
}

function send(bench: Bench, exchangeId: string, shipmentBoxId: string, invoiceNumber = '123456789012'): Promise<Reply> {
  return bench.send('POST', `v4 exchangeRequests/${exchangeId}/invoices`, [
    { exchangeId, vendorId: 'A00012345', shipmentBoxId, goodsDeliveryCode: 'CJGLS', invoiceNumber },
  ]);
}

describe('an exchange', () => {
  it('goes from the old goods to the new box, which comes later, and to the door', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId, exchangeId } = await opened(bench);
    expect(await one(bench, exchangeId)).toMatchObject({
      exchangeStatus: 'RECEIPT',
      orderDeliveryStatusCode: 'FINAL_DELIVERY',
      exchangeAmount: 0,
      reasonCode: 'WRONGSIZECOL',
      collectStatus: 'BeforeDirection',
      collectCompleteDate: null,
      exchangeItemDtoV1s: [{ targetItemId: 4279191312, quantity: 1, originalShipmentBoxId: BigInt(shipmentBoxId) }],
      deliveryInvoiceGroupDtos: [],
    });
    bench.simulator.happen({ event: 'collect-exchange', exchangeId });
    expect((await receive(bench, exchangeId)).json).toEqual({ code: '200', message: 'SUCCESS' });
    expect((await one(bench, exchangeId)).deliveryInvoiceGroupDtos).toEqual([]);
    const early = await send(bench, exchangeId, shipmentBoxId);
    expect([early.status, early.json.data]).toEqual([
      200,
      { resultCode: 'FAIL', resultMessage: 'Only INSTRUCT status shipment can be called with applyInvoice' },
    ]);
    bench.pass(30_000);
    const progress = await one(bench, exchangeId);
    expect([progress.exchangeStatus, progress.collectStatus]).toEqual(['PROGRESS', 'CompleteCollect']);
    const newBoxId = String(progress.deliveryInvoiceGroupDtos[0].shipmentBoxId);
    expect(newBoxId).not.toBe(shipmentBoxId);
    expect((await send(bench, exchangeId, newBoxId, '1')).json.data.resultCode).toBe('FAIL');
    expect((await send(bench, exchangeId, newBoxId)).json.data).toEqual({
      resultCode: 'SUCCESS',
      resultMessage: 'Invoice number save successfully',
    });
    expect((await send(bench, exchangeId, newBoxId)).json.data.resultCode).toBe('FAIL');
    bench.pass(30_000);
    expect(bench.exchange(exchangeId)).toMatchObject({
      status: 'SUCCESS',
      effects: { received: 1, invoices: ['CJGLS 123456789012'] },
    });
  });

  it('may be rejected, once', async () => {
    const bench = await startCoupang();
    const { exchangeId } = await opened(bench);
    const reject = (body: Record<string, unknown>) =>
      bench.send('PATCH', `v4 exchangeRequests/${exchangeId}/rejection`, body);
    expect((await reject({ exchangeRejectCode: 'SOLDOUT' })).json.message).toBe('Object is null : exchangeId');
    expect((await reject({ exchangeId, exchangeRejectCode: 'TIRED' })).status).toBe(400);
    const sample = { exchangeId, exchangeRejectCode: 'SOLDOUT', userId: 'kimms@' };
    expect((await reject(sample)).json).toEqual({
      code: '200',
      message: 'SUCCESS',
      data: { resultCode: 'SUCCESS', resultMessage: '요청 처리완료' },
    });
    expect(
      (await reject({ exchangeId, exchangeRejectCode: 'WITHDRAW', vendorId: 'A00012345' })).json.data.resultCode,
    ).toBe('FAIL');
    expect(bench.exchange(exchangeId)).toMatchObject({ status: 'REJECT', effects: { rejected: 1 } });
    expect((await receive(bench, exchangeId)).status).toBe(400);
  });

  it('may be withdrawn by the buyer', async () => {
    const bench = await startCoupang();
    const { exchangeId } = await opened(bench);
    bench.simulator.happen({ event: 'withdraw-exchange', exchangeId });
    expect((await one(bench, exchangeId)).exchangeStatus).toBe('CANCEL');
    expect((await receive(bench, exchangeId)).status).toBe(400);
  });

  it("may be fetched by a carrier of the seller's, before the platform's has been sent", async () => {
    const bench = await startCoupang();
    const { exchangeId } = await opened(bench);
    const body = {
      returnExchangeDeliveryType: 'EXCHANGE',
      receiptId: Number(exchangeId),
      deliveryCompanyCode: 'KDEXP',
      invoiceNumber: '201805291435',
    };
    expect((await bench.send('POST', 'v4 return-exchange-invoices/manual', body)).json.data.regNumber).toBe('');
    expect((await one(bench, exchangeId)).collectStatus).toBe('CompleteDirection');
    expect((await bench.send('POST', 'v4 return-exchange-invoices/manual', body)).status).toBe(400);
  });
});

describe('the list', () => {
  it('pages by ten and filters', async () => {
    const bench = await startCoupang();
    for (let count = 0; count < 12; count += 1) await opened(bench);
    const first = (await bench.get(`v4 exchangeRequests?${week}`)).json;
    const second = (await bench.get(`v4 exchangeRequests?${week}&nextToken=${first.nextToken}`)).json;
    expect([first.data.length, second.data.length, second.nextToken]).toEqual([10, 2, '']);
    const orderId = first.data[3].orderId;
    expect((await bench.get(`v4 exchangeRequests?${week}&orderId=${orderId}&status=RECEIPT`)).json.data).toHaveLength(
      1,
    );
    expect((await bench.get(`v4 exchangeRequests?${week}&status=REJECT`)).json.data).toEqual([]);
  });

  it.each([
    ['createdAtFrom=2026-11-15T00:00:00&createdAtTo=2026-11-22T00:00:00', 200],
    ['createdAtFrom=2026-11-15T00:00:00&createdAtTo=2026-11-22T00:00:01', 400],
    ['createdAtFrom=2026-11-15&createdAtTo=2026-11-22', 400],
    ['createdAtFrom=2026-11-15T00:00:00&createdAtTo=2026-11-16T00:00:00&status=ALL', 400],
  ])('%s -> %i', async (query, status) => {
    const bench = await startCoupang();
    expect((await bench.get(`v4 exchangeRequests?${query}`)).status).toBe(status);
  });
});
