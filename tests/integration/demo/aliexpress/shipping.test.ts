import { describe, expect, it } from 'vitest';
import { day, startAli, withOrder, type Bench, type Loose } from './support/start-ali.ts';

const flat = 'aliexpress.logistics.sellershipmentfortop';
const standard = { service_name: 'CAINIAO_STANDARD', logistics_no: 'UB123456789YP', send_type: 'all' };
const declare = (bench: Bench, orderId: string, change: Record<string, string> = {}): Promise<Loose> =>
  bench.sync(flat, { ...standard, out_ref: orderId, ...change });

describe('declaring a parcel', () => {
  it('of the whole order ends the shipping, and is in the books once', async () => {
    const { order, ...bench } = await withOrder();
    expect((await declare(bench, order.orderId)).result_success).toBe(true);
    const again = await declare(bench, order.orderId);
    expect(again).toMatchObject({ result_success: false, result_error_code: 'ORDER_STATUS_ERROR' });
    const book = bench.book(order.orderId);
    expect(book.status).toBe('WAIT_BUYER_ACCEPT_GOODS');
    expect(book.effects.declared).toEqual([
      {
        serviceName: 'CAINIAO_STANDARD',
        logisticsNo: 'UB123456789YP',
        sortId: null,
        sendType: 'all',
        atMs: bench.now(),
      },
    ]);
  });

  it('of a part leaves the rest to ship until a final all', async () => {
    const { order, ...bench } = await withOrder();
    await declare(bench, order.orderId, { send_type: 'part' });
    expect(bench.book(order.orderId).status).toBe('SELLER_PART_SEND_GOODS');
    expect((await declare(bench, order.orderId, { send_type: 'part' })).result_error_code).toBe(
      'LOGISTICS_NO_REPEATED',
    );
    await declare(bench, order.orderId, { logistics_no: 'UB123456790YP', send_type: 'part' });
    expect(bench.book(order.orderId).status).toBe('SELLER_PART_SEND_GOODS');
    await declare(bench, order.orderId, { logistics_no: 'UB123456791YP' });
    expect(bench.book(order.orderId)).toMatchObject({ status: 'WAIT_BUYER_ACCEPT_GOODS', shipments: [{}, {}, {}] });
  });

  it.each([
    [{ service_name: 'PIGEON' }, 'SERVICE_NAME_ERROR'],
    [{ service_name: 'YANWEN_JYT', logistics_no: '123' }, 'LOGISTICS_NO_ERROR'],
    [{ service_name: 'EMS_ZX_ZX_US' }, 'LOGISTICS_NO_ERROR'],
    [{ service_name: 'OTHER', logistics_no: 'AB12' }, 'TRACKING_WEBSITE_ERROR'],
    [{ package_type: 'pallet' }, 'PACKAGE_TYPE_ERROR'],
  ])('with %j fails on HTTP 200', async (change, code) => {
    const { order, ...bench } = await withOrder();
    expect(await declare(bench, order.orderId, change)).toMatchObject({
      result_success: false,
      result_error_code: code,
    });
    expect(bench.book(order.orderId).status).toBe('WAIT_SELLER_SEND_GOODS');
  });

  it.each([
    [{ service_name: 'YANWEN_JYT', logistics_no: '12345678901234' }],
    [{ service_name: 'EMS_ZX_ZX_US', logistics_no: 'LZ123456785CN' }],
    [{ service_name: 'OTHER', logistics_no: 'AB12', tracking_website: 'https://x.example', actual_carrier: 'X' }],
    [{ package_type: 'consolidation' }],
  ])('with %j goes', async (change) => {
    const { order, ...bench } = await withOrder();
    expect((await declare(bench, order.orderId, change)).result_success).toBe(true);
  });

  it.each([
    ['in the risk check', 'RISK_CONTROL'],
    ['frozen', 'frozen'],
    ['asked to cancel', 'IN_CANCEL'],
  ])('is refused while an order is %s', async (_what, state) => {
    const { order, ...bench } = await withOrder();
    const { orderId } = order;
    if (state === 'frozen') bench.simulator.freeze(orderId);
    else if (state === 'IN_CANCEL') bench.simulator.askToCancel(orderId);
    else bench.simulator.addOrder({ ...order, orderId: '7', status: 'RISK_CONTROL', timers: {} });
    const reply = await declare(bench, state === 'RISK_CONTROL' ? '7' : orderId);
    expect(reply.result_success).toBe(false);
  });

  it('by the overseas call tells success alone, and wants English', async () => {
    const { order, ...bench } = await withOrder();
    const wish = { ...standard, out_ref: order.orderId };
    const fulfil = 'aliexpress.solution.order.fulfill';
    expect((await bench.sync(fulfil, { ...wish, description: '你好' })).error_response.code).toBe('InvalidParameter');
    expect((await bench.sync(fulfil, { ...wish, actual_carrier: 'x' })).error_response.code).toBe('InvalidParameter');
    expect((await bench.sync(fulfil, { ...wish, description: 'Thank you' })).result).toEqual({ result_success: true });
    expect((await bench.sync(fulfil, wish)).result).toEqual({ result_success: false });
  });

  it('shows in the detail', async () => {
    const { order, ...bench } = await withOrder();
    await declare(bench, order.orderId);
    const { target } = await bench.simple('aliexpress.trade.new.redefining.findorderbyid', {
      param1: { order_id: order.orderId },
    });
    expect(target.logistics_status).toBe('SELLER_SEND_GOODS');
    expect(target.logistic_info_list).toMatchObject([
      {
        logistics_no: 'UB123456789YP',
        logistics_type_code: 'CAINIAO_STANDARD',
        receive_status: 'default',
        gmt_send: '2026-11-21 22:00:00',
      },
    ]);
  });
});

describe('changing a number', () => {
  const modify = (bench: Bench, orderId: string, change: Record<string, string> = {}): Promise<Loose> =>
    bench.sync('aliexpress.logistics.sellermodifiedshipmentfortop', {
      old_service_name: 'CAINIAO_STANDARD',
      old_logistics_no: 'UB123456789YP',
      new_service_name: 'CPAM',
      new_logistics_no: 'RQ123456785CN',
      send_type: 'all',
      out_ref: orderId,
      ...change,
    });

  it('puts the new in the place of the old', async () => {
    const { order, ...bench } = await withOrder();
    expect((await modify(bench, order.orderId)).result_success).toBe(false);
    await declare(bench, order.orderId);
    expect((await modify(bench, order.orderId)).result_success).toBe(true);
    expect((await modify(bench, order.orderId)).result_error_code).toBe('OLD_SHIPMENT_NOT_FOUND');
    const book = bench.book(order.orderId);
    expect(book.shipments.map((one) => one.logisticsNo)).toEqual(['RQ123456785CN']);
    expect(book.effects.modified).toHaveLength(1);
  });

  it('has an end, in days and in number', async () => {
    const { order, ...bench } = await withOrder();
    await declare(bench, order.orderId);
    const there = { old_service_name: 'CPAM', old_logistics_no: 'RQ123456785CN', new_logistics_no: 'RQ123456785CN' };
    await modify(bench, order.orderId);
    await modify(bench, order.orderId, there);
    expect((await modify(bench, order.orderId, there)).result_error_code).toBe('MODIFY_COUNT_OVER');
    const late = await withOrder();
    await declare(late, late.order.orderId);
    late.simulator.freeze(late.order.orderId);
    late.pass(5 * day);
    expect((await modify(late, late.order.orderId)).result_error_code).toBe('MODIFY_TIME_OVER');
  });
});

describe('line by line', () => {
  const ship = (bench: Bench, orderId: string, subs: Loose[]): Promise<Loose> =>
    bench.simple('aliexpress.logistics.order.shipment', {
      param_aeop_seller_shipment_sub_trade_order_request: { trade_order_id: orderId, sub_trade_order_list: subs },
    });
  const sub = (index: number, numbers: string[], sendType = 'all'): Loose => ({
    sub_trade_order_index: index,
    send_type: sendType,
    shipment_list: numbers.map((number) => ({
      logistics_no: number,
      service_name: 'CAINIAO_STANDARD',
      tracking_web_site: '',
    })),
  });

  it('several parcels, several lines; the echo has what was written', async () => {
    const { order, ...bench } = await withOrder();
    const first = (await ship(bench, order.orderId, [sub(1, ['UB100000001YP', 'UB100000002YP'])])).result;
    expect(first).toMatchObject({
      success: true,
      sub_trade_order_list: [{ sub_trade_order_index: 1, shipment_list: [{}, {}] }],
    });
    expect(bench.book(order.orderId).status).toBe('SELLER_PART_SEND_GOODS');
    const [listed] = (
      await bench.simple('aliexpress.trade.seller.orderlist.get', {
        param_aeop_order_query: { current_page: 1, page_size: 20 },
      })
    ).result.target_list;
    expect(listed.product_list.map((line: Loose) => line.son_order_status)).toEqual([
      'WAIT_BUYER_ACCEPT_GOODS',
      'WAIT_SELLER_SEND_GOODS',
    ]);
    await ship(bench, order.orderId, [sub(2, ['UB100000003YP'])]);
    expect(bench.book(order.orderId)).toMatchObject({ status: 'WAIT_BUYER_ACCEPT_GOODS', shipments: [{}, {}, {}] });
  });

  it('a wrong index is missing from the echo, the right one is written', async () => {
    const { order, ...bench } = await withOrder();
    const { result } = await ship(bench, order.orderId, [sub(9, ['UB100000001YP']), sub(2, ['UB100000002YP'])]);
    expect(result).toMatchObject({ success: false, error_code: 'SUB_TRADE_ORDER_ERROR' });
    expect(result.sub_trade_order_list.map((one: Loose) => one.sub_trade_order_index)).toEqual([2]);
    expect(bench.book(order.orderId).effects.declared).toHaveLength(1);
  });

  it('takes the spelling of the child calls only', async () => {
    const { order, ...bench } = await withOrder();
    const wrong = {
      ...sub(1, ['UB100000001YP']),
      shipment_list: [{ logistics_no: 'x', service_name: 'y', tracking_website: '' }],
    };
    expect((await ship(bench, order.orderId, [wrong])).error_response.code).toBe('InvalidParameter');
  });

  it('is not asked of lines that the warehouse sends', async () => {
    const { order, ...bench } = await withOrder();
    const mixed = structuredClone({ ...order, orderId: '77' });
    mixed.lines[0]!.isWarehouseSent = true;
    bench.simulator.addOrder(mixed);
    expect((await ship(bench, '77', [sub(1, ['UB100000001YP'])])).result.success).toBe(false);
    expect((await ship(bench, '77', [sub(2, ['UB100000001YP'])])).result.success).toBe(true);
    expect(bench.book('77').status).toBe('WAIT_BUYER_ACCEPT_GOODS');
  });

  it('changes the number of one line', async () => {
    const { order, ...bench } = await withOrder();
    await ship(bench, order.orderId, [sub(1, ['UB100000001YP'])]);
    const reply = await bench.simple('aliexpress.logistics.order.modifyshipment', {
      trade_order_id: order.orderId,
      old_logistics_no: 'UB100000001YP',
      old_service_name: 'CAINIAO_STANDARD',
      sub_trade_order_list: [sub(1, ['UB100000008YP', 'UB100000009YP'])],
    });
    expect(reply).toMatchObject({ is_success: true, old_serivce_name: 'CAINIAO_STANDARD' });
    expect(bench.book(order.orderId).shipments.map((one) => one.logisticsNo)).toEqual([
      'UB100000008YP',
      'UB100000009YP',
    ]);
  });

  it('tells what is declared', async () => {
    const { order, ...bench } = await withOrder();
    const ask = (fields: Loose = {}): Promise<Loose> =>
      bench.simple('aliexpress.logistics.querysellershipmentinfo', { trade_order_id: order.orderId, ...fields });
    expect(await ask()).toMatchObject({ result_success: true, sub_trade_order_list: [] });
    await ship(bench, order.orderId, [sub(1, ['UB100000001YP'])]);
    await declare(bench, order.orderId, { send_type: 'part' });
    const all = await ask();
    expect(all.sub_trade_order_list).toMatchObject([
      { sub_trade_order_index: 1, send_type: 'all', shipment_list: [{}, {}] },
      { sub_trade_order_index: 2, send_type: 'part', shipment_list: [{ logistics_no: 'UB123456789YP' }] },
    ]);
    expect((await ask({ sub_trade_order_index: '2' })).sub_trade_order_list).toHaveLength(1);
    expect((await ask({ logistics_no: 'UB100000001YP' })).sub_trade_order_list).toHaveLength(1);
  });
});

describe('services', () => {
  it('are listed with the pattern of their numbers', async () => {
    const bench = await startAli();
    const reply = await bench.sync('aliexpress.logistics.redefining.listlogisticsservice');
    const services = reply.result_list.aeop_logistics_service_result;
    expect(services.find((one: Loose) => one.service_name === 'YANWEN_JYT')).toMatchObject({
      tracking_no_regex: '[0-9]{14}$',
    });
    expect(services.map((one: Loose) => one.service_name)).toContain('EMS_ZX_ZX_US');
  });
});

describe('after the declaration', () => {
  it('the parcel is scanned, the buyer accepts, the money moves, a review comes', async () => {
    const { order, ...bench } = await withOrder();
    await declare(bench, order.orderId);
    const track = async (): Promise<Loose[]> =>
      (
        await bench.simple('aliexpress.logistics.redefining.querytrackingresult', {
          logistics_no: 'UB123456789YP',
          origin: 'ESCROW',
          out_ref: order.orderId,
          service_name: 'CAINIAO_STANDARD',
          to_area: 'US',
        })
      ).details;
    expect(await track()).toEqual([]);
    bench.pass(3_600_000);
    expect(await track()).toEqual([
      {
        event_desc: 'Accepted by carrier',
        event_date: '2026-11-21 23:00:00',
        action_code: 'PU_PICKUP_SUCCESS',
        address: 'CN',
      },
    ]);
    bench.pass(9 * 3_600_000);
    expect((await track())[0].action_code).toBe('GTMS_SIGNED');
    bench.pass(3_600_000);
    expect(bench.book(order.orderId).status).toBe('FUND_PROCESSING');
    bench.pass(3_600_000);
    expect(bench.book(order.orderId)).toMatchObject({ status: 'FINISH', endReason: '' });
    expect(bench.simulator.world().evaluations).toHaveLength(2);
  });

  it('or the parcel gets stuck, and nobody accepts it', async () => {
    const { order, ...bench } = await withOrder();
    await declare(bench, order.orderId);
    bench.pass(3_600_000);
    const scan = { logisticsNo: 'UB123456789YP', actionCode: 'CC_IM_FAILURE', text: 'Import customs clearance failed' };
    bench.simulator.addScan(order.orderId, scan);
    bench.pass(20 * 3_600_000);
    const reply = await bench.simple('aliexpress.logistics.redefining.querytrackingresult', {
      logistics_no: 'UB123456789YP',
      origin: 'ESCROW',
      out_ref: order.orderId,
      service_name: 'CAINIAO_STANDARD',
      to_area: 'US',
    });
    expect(reply.details.map((one: Loose) => one.action_code)).toEqual(['CC_IM_FAILURE']);
    expect(bench.book(order.orderId).status).toBe('WAIT_BUYER_ACCEPT_GOODS');
  });
});
