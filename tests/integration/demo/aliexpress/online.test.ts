import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readCodes } from '../support/read-codes.ts';
import { renderPdf } from '../support/render-pdf.ts';
import { startAli, withOrder, type Bench, type Loose } from './support/start-ali.ts';

const declared = {
  product_id: 0,
  category_cn_desc: '马克杯',
  category_en_desc: 'Ceramic mug',
  contains_battery: false,
  only_battery: false,
  aneroid_markup: false,
  product_num: 2,
  product_declare_amount: '9.50',
  product_weight: '0.420',
};
const addresses = { sender: { address_id: 501 }, pickup: { address_id: 502 }, refund: { address_id: 503 } };

const createOrder = (bench: Bench, order: { orderId: string; oaid: string }, change: Loose = {}): Promise<Loose> =>
  bench.simple('aliexpress.logistics.order.createorder', {
    trade_order_id: order.orderId,
    trade_order_from: 'ESCROW',
    warehouse_carrier_service: 'CAINIAO_STANDARD_TS_12350032',
    declare_product_d_t_os: [declared],
    address_d_t_os: addresses,
    oaid: order.oaid,
    pickup_type: 'DOOR_PICKUP',
    ...change,
  });
const receiver = {
  name: 'Jane Roe',
  country: 'UK',
  city: 'Bristol',
  street_address: '2 Queen Square',
  post_code: 'BS1 4DJ',
  phone: '+44 0001',
};

describe('services for an order', () => {
  const ask = async (bench: Bench, orderId: string, sizes: Loose = {}): Promise<Loose[]> =>
    (
      await bench.simple('aliexpress.logistics.service.query', {
        interface_request: { order_id: orderId, goods_weight: '0.5', ...sizes },
      })
    ).result_response.result_list;

  it('come with price as text, class and pick-up resources', async () => {
    const { order, ...bench } = await withOrder();
    const offers = await ask(bench, order.orderId);
    expect(offers[0]).toMatchObject({
      logistics_service_id: 'CAINIAO_STANDARD_TS_12350032',
      trial_result: 'CN¥64.20',
      recommend_index: '1',
      is_express_logistics_service: false,
    });
    expect(offers[0].available_logistic_service_list.map((one: Loose) => one.code)).toEqual([
      'DOOR_PICKUP',
      'SELF_POST',
      'SELF_SEND',
    ]);
  });

  it('hang on the country, in the platform’s own code', async () => {
    const { order, ...bench } = await withOrder({ country: 'UK' });
    const ids = (await ask(bench, order.orderId)).map((one) => one.logistics_service_id);
    expect(ids).toContain('ZHONG_YOU_EUB_ONLINE');
    expect(ids).not.toContain('CAINIAO_ECONOMY_12350032');
  });

  it.each([{ goods_weight: '2.001' }, { goods_length: 61 }, { goods_length: 40, goods_width: 30, goods_height: 21 }])(
    'are none for %j',
    async (sizes) => {
      const { order, ...bench } = await withOrder();
      expect(await ask(bench, order.orderId, sizes)).toEqual([]);
    },
  );

  it('are none once the order is declared offline', async () => {
    const { order, ...bench } = await withOrder();
    const wish = { service_name: 'DHL', logistics_no: '1234567890', out_ref: order.orderId, send_type: 'part' };
    await bench.sync('aliexpress.solution.order.fulfill', wish);
    expect(await ask(bench, order.orderId)).toEqual([]);
  });

  it('by the older call are code and name only', async () => {
    const { order, ...bench } = await withOrder();
    const reply = await bench.sync('aliexpress.logistics.redefining.getonlinelogisticsservicelistbyorderid', {
      order_id: order.orderId,
      goods_weight: '0.5',
    });
    expect(reply.is_success).toBe(true);
    expect(Object.keys(reply.result_list.string[0])).toEqual(['code', 'name']);
  });

  it('need the seller’s addresses and couriers', async () => {
    const bench = await startAli();
    const reply = await bench.simple('aliexpress.logistics.redefining.getlogisticsselleraddresses', {
      seller_address_query: 'sender,refund',
    });
    expect(reply.sender_seller_address_list[0].address_id).toBe(501);
    expect(reply.pickup_seller_address_list).toBeUndefined();
    const couriers = await bench.simple('aliexpress.logistics.redefining.qureywlbdomesticlogisticscompany');
    expect(couriers.result_list.map((one: Loose) => one.company_id)).toContain(-1);
  });
});

describe('a logistics order', () => {
  it('by digest gets its number after a while; error_code 1 is no error', async () => {
    const { order, ...bench } = await withOrder();
    const { result, result_success: isSuccess } = await createOrder(bench, order);
    expect(result).toMatchObject({
      success: true,
      error_code: 1,
      intl_tracking_no: '',
      out_order_code: expect.stringMatching(/^LP\d{14}$/u),
    });
    expect(isSuccess).toBe(true);
    const poll = async (): Promise<Loose> =>
      (await bench.simple('aliexpress.logistics.querylogisticsorderdetail', { trade_order_id: order.orderId })).result
        .result_list[0];
    expect(await poll()).toMatchObject({
      international_logistics_num: '',
      logistics_status: 'init',
      out_order_code: result.out_order_code,
    });
    bench.pass(60_000);
    const done = await poll();
    expect(done).toMatchObject({
      international_logistics_num: expect.stringMatching(/^UB\d{9}YP$/u),
      logistics_status: 'wait_warehouse_receive_goods',
      solution_code: 'CAINIAO_STANDARD_TS_12350032',
      logistics_fee: { currency_code: 'CNY' },
    });
    const older = await bench.simple('aliexpress.logistics.redefining.getonlinelogisticsinfo', {
      order_id: order.orderId,
    });
    expect(older.result_list[0]).toMatchObject({
      internationallogistics_id: done.international_logistics_num,
      lp_number: result.out_order_code,
    });
  });

  it('is bought again by a repeated call', async () => {
    const { order, ...bench } = await withOrder();
    await createOrder(bench, order);
    await createOrder(bench, order);
    expect(bench.book(order.orderId).effects.waybills).toBe(2);
    expect(new Set(bench.simulator.world().waybills.map((one) => one.lpCode)).size).toBe(2);
  });

  it('by the older call has no LP code, and wants receiver and courier', async () => {
    const { order, ...bench } = await withOrder({ country: 'UK' });
    const old = (change: Loose = {}): Promise<Loose> =>
      bench.sync('aliexpress.logistics.createwarehouseorder', {
        trade_order_id: order.orderId,
        trade_order_from: 'ESCROW',
        warehouse_carrier_service: 'ZHONG_YOU_EUB_ONLINE',
        domestic_logistics_company_id: '505',
        domestic_tracking_no: 'SF1234567890',
        declare_product_d_t_os: [declared],
        address_d_t_os: { ...addresses, receiver },
        undeliverable_decision: '0',
        ...change,
      });
    expect((await old({ address_d_t_os: addresses })).error_response.code).toBe('MissingParameter');
    expect((await old({ domestic_logistics_company_id: '-1' })).result).toMatchObject({
      success: false,
      error_code: 15,
    });
    expect(
      (await old({ address_d_t_os: { ...addresses, receiver: { ...receiver, country: 'GB' } } })).result.error_code,
    ).toBe(7);
    expect(
      (await old({ address_d_t_os: { ...addresses, receiver: { ...receiver, name: 'J***' } } })).result.error_code,
    ).toBe(9);
    const { result } = await old();
    expect(result).toMatchObject({ success: true, error_code: 1 });
    expect(result.out_order_code).toBeUndefined();
    const [waybill] = bench.simulator.world().waybills;
    expect(waybill).toMatchObject({
      isReceiverEdited: true,
      receiver: { name: 'Jane Roe', country: 'UK', city: 'Bristol' },
    });
  });

  it.each([
    [{ oaid: 'x' }, 5],
    [{ oaid: '' }, 5],
    [{ warehouse_carrier_service: 'PIGEON' }, 3],
    [{ warehouse_carrier_service: 'CAINIAO_ECONOMY_12350032' }, 4],
    [{ declare_product_d_t_os: [{ ...declared, product_num: 5 }] }, 4],
    [{ address_d_t_os: { sender: { address_id: 501 } } }, 11],
    [{ address_d_t_os: { ...addresses, sender: { address_id: 9 } } }, 10],
    [{ address_d_t_os: { pickup: { address_id: 502 } } }, 12],
  ])('with %j is refused on HTTP 200', async (change, code) => {
    const { order, ...bench } = await withOrder();
    const { result } = await createOrder(bench, order, change);
    expect([result.success, result.error_code]).toEqual([false, code]);
    expect(bench.simulator.world().waybills).toEqual([]);
  });

  it.each([
    { product_num: 0 },
    { product_num: 1000 },
    { product_declare_amount: '0' },
    { product_weight: '2.001' },
    { category_cn_desc: '一'.repeat(21) },
    { category_en_desc: 'x'.repeat(61) },
  ])('declares no product with %j', async (change) => {
    const { order, ...bench } = await withOrder();
    const reply = await createOrder(bench, order, { declare_product_d_t_os: [{ ...declared, ...change }] });
    expect(reply.error_response.code).toBe('InvalidParameter');
  });

  it('of a lower class than the buyer’s is taken, and noted', async () => {
    const { order, ...bench } = await withOrder({ logisticsType: 'CAINIAO_PREMIUM' });
    await createOrder(bench, order);
    await createOrder(bench, order, { warehouse_carrier_service: 'CAINIAO_PREMIUM_12350032' });
    expect(bench.simulator.world().waybills.map((one) => one.honoursChoice)).toEqual([false, true]);
  });

  it('can go wrong in the warehouse', async () => {
    const { order, ...bench } = await withOrder();
    await createOrder(bench, order);
    bench.simulator.troubleWaybill(bench.simulator.world().waybills[0]!.waybillId, 'warehouse_reject_goods');
    const ask = (status: string): Promise<Loose> =>
      bench.simple('aliexpress.logistics.querylogisticsorderdetail', { logistics_status: status });
    expect((await ask('warehouse_reject_goods')).result.result_list).toHaveLength(1);
    expect((await ask('init')).result.result_list).toHaveLength(0);
    const abnormal = await bench.simple('aliexpress.logistics.abnormalorder.query', { trade_order_id: order.orderId });
    expect(abnormal).toMatchObject({ total_count: 1, result: [{ abnormal_code: 'warehouse_reject_goods' }] });
  });

  it('closes by itself when nobody hands it over', async () => {
    const { order, ...bench } = await withOrder();
    await createOrder(bench, order);
    bench.pass(30 * 86_400_000);
    expect(bench.simulator.world().waybills[0]?.isClosed).toBe(true);
  });
});

describe('labels', () => {
  async function numbered(
    country = 'RU',
  ): Promise<Bench & { number: string; lpCode: string; waybillId: string; order: Loose }> {
    const { order, ...bench } = await withOrder({ country });
    await createOrder(bench, order);
    bench.pass(60_000);
    const [waybill] = bench.simulator.world().waybills;
    return {
      ...bench,
      order,
      number: waybill!.internationalNo,
      lpCode: waybill!.lpCode,
      waybillId: waybill!.waybillId,
    };
  }
  const pdfOf = (result: string): Uint8Array => Buffer.from(JSON.parse(result).body, 'base64');

  it('are a PDF of 100 × 150 mm in base64 in JSON in a text, with readable codes', async () => {
    const bench = await numbered();
    const { result } = await bench.sync('aliexpress.logistics.redefining.getprintinfo', {
      international_logistics_id: bench.number,
    });
    expect(JSON.parse(result).StatusCode).toBe(200);
    const [page] = await renderPdf(pdfOf(result), 8);
    expect([page!.width, page!.height]).toEqual([800, 1200]);
    expect(await readCodes(page!)).toEqual([`Code128 ${bench.lpCode}`, `Code128 ${bench.number}`].toSorted());
    expect(bench.simulator.world().waybills[0]?.labelPrints).toBe(1);
  });

  it('merge into one file', async () => {
    const bench = await numbered();
    await createOrder(bench, bench.order);
    bench.pass(60_000);
    const wanted = bench.simulator
      .world()
      .waybills.map((one) => ({ id: one.waybillId, international_logistics_id: one.internationalNo }));
    const { result } = await bench.sync('aliexpress.logistics.redefining.getprintinfos', {
      print_detail: 'false',
      warehouse_order_query_d_t_os: wanted,
    });
    expect((await PDFDocument.load(pdfOf(result))).getPageCount()).toBe(2);
  });

  it('are not there for a number that nobody has', async () => {
    const bench = await startAli();
    const { result } = await bench.sync('aliexpress.logistics.redefining.getprintinfo', {
      international_logistics_id: 'UB000000000YP',
    });
    expect(JSON.parse(result)).toMatchObject({ StatusCode: 500, errorDesc: expect.any(String) });
  });

  it('come as opaque data for the print client too', async () => {
    const bench = await numbered();
    const { result } = await bench.simple('aliexpress.logistics.getpdfsbycloudprint', {
      warehouse_order_query_d_t_os: [{ international_logistics_id: bench.number }],
    });
    const [one] = result.aeop_cloud_print_data_response_list;
    expect(one).toMatchObject({ order_code: bench.lpCode, international_logistics_num: bench.number });
    expect(Object.keys(JSON.parse(one.cloud_print_data_list[0].print_data))).toContain('encryptedData');
  });

  describe('and the bag they go into', () => {
    const common = { client: 'SELLER-chudan', user_info: { top_user_key: 'u1' }, locale: 'zh_CN' };
    const commit = (bench: Bench, codes: string[], change: Loose = {}): Promise<Loose> =>
      bench.simple('cainiao.global.handover.commit', {
        ...common,
        type: 'cainiao_pickup',
        order_code_list: codes,
        pickup_info: { address_id: 502 },
        weight: '420',
        ...change,
      });

    it('is committed once, asked for, printed, and starts the journey', async () => {
      const bench = await numbered();
      const { result } = await commit(bench, [bench.lpCode]);
      expect(result.success).toBe(true);
      expect((await commit(bench, [bench.lpCode])).result).toMatchObject({
        success: false,
        error_code: 'PARCEL_ERROR',
      });
      const parcel = await bench.simple('cainiao.global.handover.parcel.query', {
        ...common,
        order_code: bench.lpCode,
      });
      expect(parcel.result.data).toMatchObject({
        has_been_handover: true,
        handover_content_code: result.data.handover_content_code,
      });
      for (const type of ['1', '4', '512']) {
        const id = String(result.data.handover_content_id);
        const pdf = await bench.simple('cainiao.global.handover.pdf.get', { ...common, handover_content_id: id, type });
        const [page] = await renderPdf(Buffer.from(pdf.result.data, 'base64'), 8);
        expect(await readCodes(page!)).toContain(`Code128 ${result.data.handover_content_code}`);
      }
      bench.pass(2 * 3_600_000);
      const content = await bench.simple('cainiao.global.handover.content.query', {
        ...common,
        order_code: result.data.handover_content_code,
      });
      expect(content.result.data).toMatchObject({
        status: 'PICKUP_SUCCESS',
        parcel_order_list: [{ order_code: bench.lpCode }],
      });
      const detail = await bench.simple('aliexpress.logistics.querylogisticsorderdetail', {
        trade_order_id: bench.order.orderId,
      });
      expect(detail.result.result_list[0].logistics_status).toBe('wait_warehouse_send_goods');
    });

    it('can be changed and taken back until it is picked up', async () => {
      const bench = await numbered();
      const { result } = await commit(bench, [bench.lpCode]);
      const id = String(result.data.handover_order_id);
      const change = { handover_order_id: id, type: 'self_send', order_code_list: [bench.lpCode], pickup_info: {} };
      expect((await bench.simple('cainiao.global.handover.update', { ...common, ...change })).result.data).toEqual({
        result: true,
      });
      const cancel = (): Promise<Loose> =>
        bench.simple('cainiao.global.handover.cancel', { ...common, handover_order_id: id });
      expect((await cancel()).result.data).toEqual({ result: true });
      expect((await cancel()).result.success).toBe(false);
      const again = await commit(bench, [bench.lpCode]);
      bench.pass(2 * 3_600_000);
      const late = await bench.simple('cainiao.global.handover.cancel', {
        ...common,
        handover_order_id: String(again.result.data.handover_order_id),
      });
      expect(late.result.error_code).toBe('HANDOVER_STATUS_ERROR');
    });

    it.each([
      [{ client: 'chudan' }, 'InvalidParameter'],
      [{ order_code_list: [] }, 'InvalidParameter'],
      [{ order_code_list: Array.from({ length: 1001 }, (_, index) => `LP${index}`) }, 'InvalidParameter'],
    ])('is refused for %j', async (change, code) => {
      const bench = await numbered();
      expect((await commit(bench, [bench.lpCode], change)).error_response.code).toBe(code);
    });
  });
});
