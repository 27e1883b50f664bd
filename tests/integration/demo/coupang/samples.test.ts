import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../src-main/demo/kit/http/json.ts';
import { acknowledge, newBox, startCoupang, type Bench } from './support/start-coupang.ts';

/** The samples of the reference document, letter for letter. */
const sheet =
  '{"code":200,"message":"OK","data":[{"shipmentBoxId":642538970006401429,"orderId":9100041863244,"orderedAt":"2026-11-03T10:20:16+09:00","paidAt":"2026-11-03T10:20:18+09:00","status":"ACCEPT","shippingPrice":{"currencyCode":"KRW","units":0,"nanos":0},"remotePrice":null,"remoteArea":false,"parcelPrintMessage":"문 앞","splitShipping":false,"ableSplitShipping":false,"orderer":{"name":"김주문","email":"","safeNumber":"0503-0000-0000","ordererNumber":null},"receiver":{"name":"홍길동","safeNumber":"0503-0000-0001","receiverNumber":null,"addr1":"서울특별시 송파구 송파대로 570","addr2":"101동 101호","postCode":"05510"},"orderItems":[{"vendorItemId":4279191312,"vendorItemName":"Case, Black","sellerProductId":80240831,"externalVendorSkuCode":"SKU-A","shippingCount":2,"cancelCount":0,"holdCountForCancel":1,"salesPrice":{"currencyCode":"KRW","units":12300,"nanos":0},"orderPrice":{"currencyCode":"KRW","units":24600,"nanos":0},"estimatedShippingDate":"2026-11-06","canceled":false}],"overseaShippingInfoDto":{"personalCustomsClearanceCode":"P000000000000","ordererSsn":"","ordererPhoneNumber":"010-0000-0000"},"deliveryCompanyName":"","invoiceNumber":"","shipmentType":"THIRD_PARTY"}],"nextToken":""}';
const invoice =
  '{"vendorId":"A00012345","orderSheetInvoiceApplyDtos":[{"shipmentBoxId":642538970006401429,"orderId":9100041863244,"vendorItemId":4279191312,"deliveryCompanyCode":"CJGLS","invoiceNumber":"680405450931","splitShipping":false,"preSplitShipped":false,"estimatedShippingDate":""}]}';
const refusal =
  '{"code":"200","message":"OK","data":{"responseCode":-1,"responseMessage":"...","responseList":[{"shipmentBoxId":642538970006401429,"succeed":false,"resultCode":"INVALID_STATUS","retryRequired":false,"resultMessage":"..."}]}}';

/** The box of the sample sheet; its number is the first of the demo's own. */
async function withSampleBox(isHeld: boolean): Promise<Bench> {
  const bench = await startCoupang();
  const box = newBox({ serial: 0, orderedAtMs: Date.parse('2026-11-03T01:20:16Z') });
  const [item] = box.items;
  Object.assign(item!, { vendorItemName: 'Case, Black', externalVendorSkuCode: 'SKU-A' });
  item!.holdCountForCancel = isHeld ? 1 : 0;
  const receiver = {
    name: '홍길동',
    safeNumber: '0503-0000-0001',
    addr1: '서울특별시 송파구 송파대로 570',
    addr2: '101동 101호',
    postCode: '05510',
  };
  const sample = {
    ...box,
    receiver,
    orderer: { name: '김주문', safeNumber: '0503-0000-0000' },
    parcelPrintMessage: '문 앞',
    remotePriceKrw: null,
    isRemoteArea: false,
    customs: { clearanceCode: 'P000000000000', phone: '010-0000-0000' },
  };
  bench.simulator.happen({ event: 'add-order', boxes: [sample] });
  return bench;
}

describe('the samples of the document', () => {
  it('a sheet', async () => {
    const bench = await withSampleBox(true);
    const query = 'createdAtFrom=2026-11-03%2B09:00&createdAtTo=2026-11-03%2B09:00&status=ACCEPT';
    expect((await bench.get(`v5 ordersheets?${query}`)).json).toMatchObject(readJson(sheet) as object);
  });

  it('an invoice, refused and taken', async () => {
    const bench = await withSampleBox(false);
    bench.simulator.faults.add({ kind: 'all-failed-minus-one', path: '*' });
    const refused = (await bench.send('POST', 'v4 orders/invoices', invoice)).json;
    const expected = JSON.parse(refusal, (_key, value: unknown) => (value === '...' ? expect.any(String) : value));
    expected.data.responseList[0].shipmentBoxId = 642538970006401429n;
    expect(refused).toMatchObject(expected);
    await acknowledge(bench, '642538970006401429');
    expect((await bench.send('POST', 'v4 orders/invoices', invoice)).json.data.responseCode).toBe(0);
    expect(bench.box('642538970006401429').effects.invoices).toEqual(['CJGLS 680405450931']);
  });
});
