import { describe, expect, it } from 'vitest';
import { acknowledge, hour, listPath, newBox, startCoupang, startMs } from './support/start-coupang.ts';

const day = 24 * hour;

describe('a list', () => {
  it('has the sheet of the document, ids with every digit', async () => {
    const bench = await startCoupang();
    const box = newBox({ serial: 0, orderedAtMs: Date.parse('2026-11-22T01:20:16Z') });
    box.items[0]!.holdCountForCancel = 1;
    bench.simulator.happen({ event: 'add-order', boxes: [box] });
    const reply = await bench.get(listPath('ACCEPT'));
    expect(reply.text).toContain('"shipmentBoxId":642538970006401429,"orderId":9100041863244,');
    expect(reply.json).toMatchObject({ code: 200, message: 'OK', nextToken: '' });
    const [sheet] = reply.json.data;
    expect(sheet).toMatchObject({
      orderedAt: '2026-11-22T10:20:16+09:00',
      paidAt: '2026-11-22T10:20:18+09:00',
      status: 'ACCEPT',
      shippingPrice: { currencyCode: 'KRW', units: 0, nanos: 0 },
      splitShipping: false,
      ableSplitShipping: false,
      orderer: { name: box.orderer.name, email: '', safeNumber: box.orderer.safeNumber, ordererNumber: null },
      receiver: { ...box.receiver, receiverNumber: null },
      overseaShippingInfoDto: { personalCustomsClearanceCode: box.customs?.clearanceCode, ordererSsn: '' },
      deliveryCompanyName: '',
      invoiceNumber: '',
      inTrasitDateTime: '',
      deliveredDate: '',
      shipmentType: 'THIRD_PARTY',
    });
    expect(sheet.orderItems[0]).toMatchObject({
      vendorItemId: 4279191312,
      sellerProductId: 80240831,
      shippingCount: 2,
      cancelCount: 0,
      holdCountForCancel: 1,
      salesPrice: { currencyCode: 'KRW', units: 12300, nanos: 0 },
      orderPrice: { currencyCode: 'KRW', units: 24600, nanos: 0 },
      discountPrice: null,
      estimatedShippingDate: '2026-11-25',
      plannedShippingDate: '',
      etcInfoValues: null,
      canceled: false,
    });
  });

  it('is of one status, and never of a box that is gone', async () => {
    const bench = await startCoupang();
    const [first, second, third] = [bench.add(), bench.add(), bench.add()];
    await acknowledge(bench, second!.shipmentBoxId);
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: third!.shipmentBoxId });
    const ids = async (status: string): Promise<string[]> =>
      (await bench.get(listPath(status))).json.data.map((sheet: { shipmentBoxId: bigint }) => `${sheet.shipmentBoxId}`);
    expect(await ids('ACCEPT')).toEqual([first!.shipmentBoxId]);
    expect(await ids('INSTRUCT')).toEqual([second!.shipmentBoxId]);
    for (const status of ['DEPARTURE', 'DELIVERING', 'FINAL_DELIVERY', 'NONE_TRACKING']) {
      expect(await ids(status)).toEqual([]);
    }
  });

  it('shows an order ten minutes late', async () => {
    const bench = await startCoupang();
    bench.add({ orderedAtMs: startMs, visibleDelayMs: 600_000 });
    expect((await bench.get(listPath('ACCEPT'))).json.data).toHaveLength(0);
    bench.pass(602_000);
    expect((await bench.get(listPath('ACCEPT'))).json.data).toHaveLength(1);
  });

  it('comes in pages that end with an empty token, also while orders move on', async () => {
    const bench = await startCoupang();
    const boxes = Array.from({ length: 7 }, (_, index) => bench.add({ orderedAtMs: startMs - (8 - index) * 60_000 }));
    const seen: string[] = [];
    let token = '';
    do {
      const path = listPath('ACCEPT', `&maxPerPage=3${token === '' ? '' : `&nextToken=${token}`}`);
      const { data, nextToken } = (await bench.get(path)).json;
      seen.push(...data.map((sheet: { shipmentBoxId: bigint }) => String(sheet.shipmentBoxId)));
      if (token === '') await acknowledge(bench, seen[0]!);
      token = nextToken;
    } while (token !== '');
    expect(seen).toEqual(boxes.map((box) => box.shipmentBoxId));
  });

  it('refuses a token of another question', async () => {
    const bench = await startCoupang();
    bench.add();
    bench.add();
    const { nextToken } = (await bench.get(listPath('ACCEPT', '&maxPerPage=1'))).json;
    for (const path of [listPath('INSTRUCT', `&nextToken=${nextToken}`), listPath('ACCEPT', '&nextToken=448537989')]) {
      expect((await bench.get(path)).json.message).toBe('nextToken is not valid');
    }
  });

  it.each([
    ['createdAtFrom=2026-10-22%2B09:00&createdAtTo=2026-11-22%2B09:00&status=ACCEPT', 200, 'OK'],
    [
      'createdAtFrom=2026-10-21%2B09:00&createdAtTo=2026-11-22%2B09:00&status=ACCEPT',
      400,
      'endTime-startTime range should less than31.',
    ],
    ['createdAtFrom=2026-11-21&createdAtTo=2026-11-22&status=ACCEPT', 400, 'startTime/endTime not valid'],
    // A bare plus is a space to the servlet.
    ['createdAtFrom=2026-11-21+09:00&createdAtTo=2026-11-22+09:00&status=ACCEPT', 400, 'startTime/endTime not valid'],
    [
      'createdAtFrom=2026-11-23%2B09:00&createdAtTo=2026-11-22%2B09:00&status=ACCEPT',
      400,
      'startTime/endTime not valid',
    ],
    [
      'createdAtFrom=2026-02-30%2B09:00&createdAtTo=2026-03-02%2B09:00&status=ACCEPT',
      400,
      'startTime/endTime not valid',
    ],
    [
      'createdAtFrom=2026-11-21%2B09:00&createdAtTo=2026-11-22%2B09:00',
      400,
      "Required String parameter 'status' is not present",
    ],
    ['createdAtTo=2026-11-22%2B09:00&status=ACCEPT', 400, "Required String parameter 'createdAtFrom' is not present"],
    [
      'createdAtFrom=2026-11-21%2B09:00&createdAtTo=2026-11-22%2B09:00&status=ACCEPT&page=2',
      400,
      "Unknown parameter 'page'",
    ],
    [
      'createdAtFrom=2026-11-22T11:00%2B09:00&createdAtTo=2026-11-23T11:00%2B09:00&status=ACCEPT&searchType=timeFrame',
      200,
      'OK',
    ],
    [
      'createdAtFrom=2026-11-22T11:00%2B09:00&createdAtTo=2026-11-23T11:01%2B09:00&status=ACCEPT&searchType=timeFrame',
      400,
      'endTime-startTime range should less than 24 hours.',
    ],
    [
      'createdAtFrom=2026-11-22T11:00&createdAtTo=2026-11-22T12:00&status=ACCEPT&searchType=timeFrame',
      400,
      'startTime/endTime not valid',
    ],
  ])('%s -> %i', async (query, status, message) => {
    const bench = await startCoupang();
    const reply = await bench.get(`v5 ordersheets?${query}`);
    expect([reply.status, reply.json.message]).toEqual([status, message]);
  });

  it.each(['ALL', 'accept', ''])('knows no status "%s"', async (status) => {
    const bench = await startCoupang();
    const reply = await bench.get(listPath(status));
    expect([reply.status, reply.json.code]).toEqual([400, 'ERROR']);
  });

  it.each(['0', '51', 'x'])('has no pages of %s', async (size) => {
    const bench = await startCoupang();
    expect((await bench.get(listPath('ACCEPT', `&maxPerPage=${size}`))).status).toBe(400);
  });

  it('asks for days in Seoul, the last one whole', async () => {
    const bench = await startCoupang();
    const midnightMs = Date.parse('2026-11-21T15:00:00Z');
    for (const orderedAtMs of [midnightMs - 1, midnightMs, midnightMs + day - 1, midnightMs + day]) {
      bench.add({ orderedAtMs });
    }
    bench.pass(2 * day);
    const path = 'v5 ordersheets?createdAtFrom=2026-11-22%2B09:00&createdAtTo=2026-11-22%2B09:00&status=ACCEPT';
    const times = (await bench.get(path)).json.data.map((sheet: { orderedAt: string }) => sheet.orderedAt);
    expect(times).toEqual(['2026-11-22T00:00:00+09:00', '2026-11-22T23:59:59+09:00']);
  });

  it('gives everything at once by the minute, and takes no paging then', async () => {
    const bench = await startCoupang();
    for (let count = 0; count < 60; count += 1) bench.add();
    const frame = 'createdAtFrom=2026-11-22T10:50%2B09:00&createdAtTo=2026-11-22T11:00%2B09:00';
    const path = `v5 ordersheets?${frame}&status=ACCEPT&searchType=timeFrame`;
    expect((await bench.get(path)).json.data).toHaveLength(60);
    expect((await bench.get(`${path}&maxPerPage=50`)).status).toBe(400);
  });
});

describe('one sheet', () => {
  it('is found by its box and by its order', async () => {
    const bench = await startCoupang();
    const box = bench.add();
    const sibling = bench.add({}, { orderId: box.orderId });
    expect((await bench.get(`v5 ordersheets/${box.shipmentBoxId}`)).json.data.shipmentBoxId).toBe(
      BigInt(box.shipmentBoxId),
    );
    const { data } = (await bench.get(`v5 ${box.orderId}/ordersheets`)).json;
    expect(data.map((sheet: { shipmentBoxId: bigint }) => String(sheet.shipmentBoxId))).toEqual([
      box.shipmentBoxId,
      sibling.shipmentBoxId,
    ]);
  });

  it('shows the address that the buyer gave last, and the buyer cannot move once it is being prepared', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId } = bench.add();
    const move = (addr2: string) =>
      bench.simulator.happen({ event: 'change-address', shipmentBoxId, receiver: { addr2 } });
    move('203동 1204호');
    await acknowledge(bench, shipmentBoxId);
    const { data } = (await bench.get(`v5 ordersheets/${shipmentBoxId}`)).json;
    expect([data.status, data.receiver.addr2]).toEqual(['INSTRUCT', '203동 1204호']);
    expect(() => move('x')).toThrow('is being prepared');
  });

  it('has its history, newest first', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId } = bench.add({ orderedAtMs: Date.parse('2026-11-22T01:55:35Z') });
    await acknowledge(bench, shipmentBoxId);
    expect((await bench.get(`v5 ordersheets/${shipmentBoxId}/history`)).json).toEqual({
      code: '200',
      message: 'OK',
      data: {
        shipmentBoxId: BigInt(shipmentBoxId),
        details: [
          { deliveryStatus: 'INSTRUCT', deliveryStatusDesc: '상품준비중', updatedAt: '2026-11-22T12:00:00' },
          { deliveryStatus: 'ACCEPT', deliveryStatusDesc: '결제완료', updatedAt: '2026-11-22T10:55:37' },
        ],
      },
    });
  });

  it.each(['ordersheets/1', 'ordersheets/abc', 'ordersheets/1/history', '1/ordersheets', 'abc/ordersheets'])(
    '%s is a bad request',
    async (path) => {
      const bench = await startCoupang();
      const reply = await bench.get(`v5 ${path}`);
      expect([reply.status, reply.json.code]).toEqual([400, 'ERROR']);
    },
  );

  it('says that a cancelled order is cancelled', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId, orderId } = bench.add();
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId });
    for (const path of [`v5 ordersheets/${shipmentBoxId}`, `v5 ${orderId}/ordersheets`]) {
      expect((await bench.get(path)).json.message).toBe('취소 또는 반품 처리된 주문입니다.');
    }
  });
});
