import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../src-main/demo/coupang/box.ts';
import { acknowledge, hour, invoiceFor, startCoupang, upload, verdict, type Bench } from './support/start-coupang.ts';

async function prepared(bench: Bench, items?: [string, number][]): Promise<Box> {
  const box = bench.add(items === undefined ? {} : { items });
  await acknowledge(bench, box.shipmentBoxId);
  return box;
}

const pair: [string, number][] = [
  ['MUG-MOON-350', 2],
  ['CABLE-GRAPH-2M', 1],
];

describe('uploading a number', () => {
  it('sends the box on its way, and the carrier does the rest', async () => {
    const bench = await startCoupang();
    const box = await prepared(bench, pair);
    const reply = await upload(bench, invoiceFor(box));
    expect(reply.json).toEqual({
      code: '200',
      message: 'OK',
      data: {
        responseKey: -7326489997410939972n,
        responseCode: 0,
        responseMessage: 'SUCCESS',
        responseList: [
          {
            shipmentBoxId: BigInt(box.shipmentBoxId),
            succeed: true,
            resultCode: 'OK',
            retryRequired: false,
            resultMessage: null,
          },
        ],
      },
    });
    const sheet = async (): Promise<unknown[]> => {
      const { data } = (await bench.get(`v5 ordersheets/${box.shipmentBoxId}`)).json;
      return [data.status, data.deliveryCompanyName, data.inTrasitDateTime, data.deliveredDate];
    };
    expect(await sheet()).toEqual(['DEPARTURE', 'CJ 대한통운', '', '']);
    bench.pass(10_000);
    expect(await sheet()).toEqual(['DELIVERING', 'CJ 대한통운', '2026-11-22 12:00:10', '']);
    bench.pass(20_000);
    expect(await sheet()).toEqual(['FINAL_DELIVERY', 'CJ 대한통운', '2026-11-22 12:00:10', '2026-11-22 12:00:30']);
    const { data } = (await bench.get(`v5 ordersheets/${box.shipmentBoxId}`)).json;
    expect([data.invoiceNumber, data.orderItems[0].invoiceNumberUploadDate]).toEqual([
      '680405450931',
      '2026-11-22T12:00:00',
    ]);
    expect(bench.box(box.shipmentBoxId).effects.invoices).toEqual(['CJGLS 680405450931']);
  });

  it("of the seller's own delivery is never followed", async () => {
    const bench = await startCoupang();
    const box = await prepared(bench);
    await upload(bench, invoiceFor(box, { deliveryCompanyCode: 'DIRECT', invoiceNumber: '1' }));
    bench.pass(100 * hour);
    expect(bench.box(box.shipmentBoxId).status).toBe('NONE_TRACKING');
  });

  it.each([
    ['a box that is not acknowledged', 'INVALID_STATUS', false, async (bench: Bench) => invoiceFor(bench.add())],
    [
      'a box that nobody has',
      'NOT_FOUND_SHIPMENT_BOX',
      true,
      async (bench: Bench) => invoiceFor(await prepared(bench), { shipmentBoxId: '#123' }),
    ],
    [
      'the box of another order',
      'NOT_FOUND_SHIPMENT_BOX',
      true,
      async (bench: Bench) => invoiceFor(await prepared(bench), { orderId: '#123' }),
    ],
    [
      'the box of another vendor',
      'PERMISSION_DENIED',
      false,
      async (bench: Bench) => invoiceFor(await prepared(bench), { shipmentBoxId: '#642538970099999991' }),
    ],
    [
      'an item that is not in it',
      'NOT_FOUND_VENDOR_ITEM',
      false,
      async (bench: Bench) => invoiceFor(await prepared(bench), { vendorItemId: '#123' }),
    ],
    [
      'no number',
      'NOT_FOUND_INVOICE_NUMBER',
      false,
      async (bench: Bench) => invoiceFor(await prepared(bench), { invoiceNumber: '' }),
    ],
    [
      'a number too short',
      'INVALID_INVOICE_NUMBER',
      true,
      async (bench: Bench) => invoiceFor(await prepared(bench), { invoiceNumber: '68040545093' }),
    ],
    [
      'a number with dashes',
      'INVALID_INVOICE_NUMBER',
      true,
      async (bench: Bench) => invoiceFor(await prepared(bench), { invoiceNumber: '6804-0545-0931' }),
    ],
    [
      'a carrier that nobody knows',
      'INVALID_INVOICE_NUMBER',
      true,
      async (bench: Bench) => invoiceFor(await prepared(bench), { deliveryCompanyCode: 'YUNEXPRESS' }),
    ],
    [
      'only the first of two items',
      'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY',
      false,
      async (bench: Bench) => invoiceFor(await prepared(bench, pair)).slice(0, 1),
    ],
    [
      'a whole that the buyer wants stopped',
      'ORDER_DELIVERY_CANCELED',
      false,
      async (bench: Bench) => {
        const box = await prepared(bench);
        bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: box.shipmentBoxId });
        return invoiceFor(box);
      },
    ],
    [
      'a box of which the buyer wants a part stopped',
      'ORDER_DELIVERY_PARTIAL_STOP_REQUESTED',
      true,
      async (bench: Bench) => {
        const box = await prepared(bench);
        bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: box.shipmentBoxId, count: 1 });
        return invoiceFor(box);
      },
    ],
    [
      'a box with a cancel pending',
      'ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL',
      true,
      async (bench: Bench) => {
        const box = await prepared(bench);
        bench.simulator.happen({ event: 'hold-for-cancel', shipmentBoxId: box.shipmentBoxId });
        return invoiceFor(box);
      },
    ],
    [
      "a number that somebody else's parcel has",
      'NOT_ALLOW_INVOICE_NUMBER_RE_UPLOAD',
      false,
      async (bench: Bench) => {
        await upload(bench, invoiceFor(await prepared(bench)));
        return invoiceFor(await prepared(bench));
      },
    ],
    [
      'a box that has its number already',
      'INVALID_STATUS',
      false,
      async (bench: Bench) => {
        const box = await prepared(bench);
        await upload(bench, invoiceFor(box));
        return invoiceFor(box);
      },
    ],
    [
      'a parted box after a normal delivery',
      'NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY',
      false,
      async (bench: Bench) => {
        const box = await prepared(bench, pair);
        await upload(bench, invoiceFor(box));
        return invoiceFor(box, { splitShipping: true });
      },
    ],
  ])('is refused for %s: %s', async (_name, code, isRetry, arrange) => {
    const bench = await startCoupang();
    const entries = await arrange(bench);
    const before = bench.simulator.world().boxes;
    expect(verdict(await upload(bench, entries))).toEqual([99, code, isRetry]);
    expect(bench.simulator.world().boxes).toEqual(before);
  });

  it('lets parcels to one door share a number, and an old number come again', async () => {
    const bench = await startCoupang();
    const first = await prepared(bench);
    const second = bench.add({}, { receiver: first.receiver });
    await acknowledge(bench, second.shipmentBoxId);
    expect((await upload(bench, [...invoiceFor(first), ...invoiceFor(second)])).json.data.responseCode).toBe(0);
    bench.pass(184 * 24 * hour);
    // The key has run out meanwhile.
    bench.simulator.happen({ event: 'renew-key', accessKey: 'a', secretKey: 's' });
    expect(verdict(await upload(bench, invoiceFor(await prepared(bench))))).toEqual([0, 'OK', false]);
  });

  it('judges each box for itself', async () => {
    const bench = await startCoupang();
    const [good, bad] = [await prepared(bench), bench.add()];
    const { data } = (await upload(bench, [...invoiceFor(bad), ...invoiceFor(good)])).json;
    expect([data.responseCode, data.responseList.map((one: { resultCode: string }) => one.resultCode)]).toEqual([
      1,
      ['INVALID_STATUS', 'OK'],
    ]);
  });

  it.each([
    [
      'flags in words and a number without quotes',
      { splitShipping: 'False', preSplitShipped: 'false', invoiceNumber: 680405450931 },
    ],
    ['flags and number as they should be', {}],
  ])('takes %s', async (_name, change) => {
    const bench = await startCoupang();
    expect(verdict(await upload(bench, invoiceFor(await prepared(bench), change)))).toEqual([0, 'OK', false]);
  });

  it.each([
    ['no entries', () => [] as unknown[]],
    ['an id as text', (box: Box) => invoiceFor(box, { shipmentBoxId: box.shipmentBoxId })],
    ['a field too many', (box: Box) => invoiceFor(box, { memo: '' })],
    ['a date of another form', (box: Box) => invoiceFor(box, { estimatedShippingDate: '22.11.2026' })],
    ['a field too few', (box: Box) => invoiceFor(box, { splitShipping: undefined })],
  ])('is a bad request with %s', async (_name, entries) => {
    const bench = await startCoupang();
    const reply = await upload(bench, entries(await prepared(bench)));
    expect([reply.status, reply.json.code]).toEqual([400, 'ERROR']);
  });
});

describe('changing a number', () => {
  it.each([
    ['DEPARTURE', 0],
    ['DELIVERING', 10_000],
    ['FINAL_DELIVERY', 30_000],
  ])('is allowed in %s and begins the delivery anew', async (status, afterMs) => {
    const bench = await startCoupang();
    const box = await prepared(bench);
    await upload(bench, invoiceFor(box));
    bench.pass(afterMs);
    expect(bench.box(box.shipmentBoxId).status).toBe(status);
    const change = { deliveryCompanyCode: 'HANJIN', invoiceNumber: '1234567890' };
    expect(verdict(await upload(bench, invoiceFor(box, change), 'updateInvoices'))).toEqual([0, 'OK', false]);
    expect(bench.box(box.shipmentBoxId)).toMatchObject({
      status: 'DEPARTURE',
      carrierCode: 'HANJIN',
      inTransitAtMs: null,
      effects: { invoices: ['CJGLS 680405450931'], invoiceUpdates: ['HANJIN 1234567890'] },
    });
  });

  it("brings a delivery of one's own under way", async () => {
    const bench = await startCoupang();
    const box = await prepared(bench);
    await upload(bench, invoiceFor(box, { deliveryCompanyCode: 'DIRECT' }));
    expect(verdict(await upload(bench, invoiceFor(box), 'updateInvoices'))[1]).toBe('OK');
    expect(bench.box(box.shipmentBoxId).status).toBe('DEPARTURE');
  });

  it('needs a number to change, and another one', async () => {
    const bench = await startCoupang();
    const box = await prepared(bench);
    expect(verdict(await upload(bench, invoiceFor(box), 'updateInvoices'))[1]).toBe('INVALID_STATUS');
    await upload(bench, invoiceFor(box));
    const same = await upload(bench, invoiceFor(box), 'updateInvoices');
    expect(verdict(same)).toEqual([99, 'DUPLICATE_INVOICE_NUMBER', true]);
  });
});

describe('a parcel that never arrives', () => {
  it('may be called delivered a month after its invoice', async () => {
    const bench = await startCoupang();
    bench.simulator.happen({ event: 'renew-key', accessKey: 'a', secretKey: 's' });
    const box = await prepared(bench);
    await upload(bench, invoiceFor(box, { deliveryCompanyCode: 'DIRECT' }));
    const complete = (invoiceNumber: string) =>
      bench.send('POST', 'v4 completeLongTermUndelivery', { shipmentBoxId: `#${box.shipmentBoxId}`, invoiceNumber });
    expect((await complete('680405450931')).json.message).toBe('배송완료 처리 실패. 배송상태: NONE_TRACKING');
    bench.pass(31 * 24 * hour);
    expect((await complete('1')).status).toBe(400);
    expect((await complete('680405450931')).json).toEqual({ code: '200', message: 'SUCCESS', data: true });
    expect(bench.box(box.shipmentBoxId)).toMatchObject({ status: 'FINAL_DELIVERY', effects: { completions: 1 } });
  });
});
