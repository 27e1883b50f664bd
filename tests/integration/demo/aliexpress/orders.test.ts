import { describe, expect, it } from 'vitest';
import { makeOrder } from '../../../../src-main/demo/aliexpress/busy-day/make-order.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';
import {
  day,
  hour,
  paidOrder,
  startAli,
  startMs,
  testTimings,
  withOrder,
  type Bench,
  type Loose,
} from './support/start-ali.ts';

const list = 'aliexpress.trade.seller.orderlist.get';
const query = (fields: Loose): Loose => ({ param_aeop_order_query: { current_page: 1, page_size: 20, ...fields } });
const listed = async (bench: Bench, fields: Loose = {}): Promise<Loose[]> =>
  (await bench.simple(list, query({ create_date_start: '2026-06-01 00:00:00', ...fields }))).result.target_list;
const idsOf = (orders: Loose[]): string[] => orders.map((order) => String(order.order_id));

describe('the order list', () => {
  it('has the shape of the sample', async () => {
    const { order, ...bench } = await withOrder({ memo: 'blue please' });
    const { result } = await bench.sync(
      list,
      query({ create_date_start: '2026-11-01 00:00:00', order_status: 'WAIT_SELLER_SEND_GOODS' }),
    );
    expect(result).toMatchObject({
      success: true,
      error_code: '0',
      current_page: 1,
      page_size: 20,
      total_page: 1,
      total_count: 1,
    });
    const [item] = result.target_list.aeop_order_item_dto;
    expect(item).toMatchObject({
      order_id: BigInt(order.orderId) > 9007199254740991n ? BigInt(order.orderId) : Number(order.orderId),
      order_status: 'WAIT_SELLER_SEND_GOODS',
      gmt_create: '2026-11-20 16:00:00',
      gmt_pay_time: '2026-11-20 16:01:00',
      buyer_login_id: order.buyer.loginId,
      pay_amount: { amount: expect.stringMatching(/^\d+\.\d\d$/u), currency_code: 'USD' },
      biz_type: 'AE_COMMON',
      fund_status: 'PAY_SUCCESS',
      issue_status: 'NO_ISSUE',
      frozen_status: 'NO_FROZEN',
      logistics_status: 'WAIT_SELLER_SEND_GOODS',
      left_send_good_day: '6',
      left_send_good_hour: '23',
      left_send_good_min: '0',
      timeout_left_time: 7 * day - hour,
    });
    expect(item.end_reason).toBeUndefined();
    expect(item.product_list.aeop_order_product_dto[0]).toMatchObject({
      product_count: 2,
      product_unit_price: { amount: '9.79', currency_code: 'USD' },
      logistics_type: 'CAINIAO_STANDARD',
      logistics_service_name: 'AliExpress Standard Shipping',
      goods_prepare_time: 7,
      son_order_status: 'WAIT_SELLER_SEND_GOODS',
      send_goods_operator: 'SELLER_SEND_GOODS',
      issue_status: 'NO_ISSUE',
      memo: 'blue please',
      tags: { string: [] },
      extend_map: '{}',
    });
  });

  it('writes ids beyond 2^53 with all their digits', async () => {
    const { order, ...bench } = await withOrder({ serial: 903 });
    expect(Number.isSafeInteger(Number(order.orderId))).toBe(false);
    expect(idsOf(await listed(bench))).toEqual([order.orderId]);
  });

  it('simplified, has plain lists', async () => {
    const bench = await withOrder();
    const [order] = await listed(bench);
    expect(order.product_list).toHaveLength(2);
    expect(order.product_list[0].tags).toEqual([]);
  });

  it('pages by offset; a new order shifts every page', async () => {
    const bench = await startAli({ orders: 30 });
    const page = async (number: number): Promise<string[]> =>
      idsOf(await listed(bench, { current_page: number, page_size: 5 }));
    const [first, second] = [await page(1), await page(2)];
    expect(new Set([...first, ...second]).size).toBe(10);
    bench.simulator.addOrder(makeOrder(seededRandom(1), { serial: 700, createdAtMs: startMs, timings: testTimings }));
    expect((await page(2))[0]).toBe(first.at(-1));
  });

  it('leaves FINISH out without a status, and some orders out of its count', async () => {
    const bench = await startAli({ orders: 40 });
    const open = await listed(bench, { page_size: 50 });
    expect(open.some((order) => order.order_status === 'FINISH')).toBe(false);
    const finished = await listed(bench, { page_size: 50, order_status: 'FINISH' });
    expect(finished.length).toBeGreaterThan(0);
    const reply = await bench.simple(list, query({ page_size: 50 }));
    expect(reply.result.total_count).toBe(reply.result.target_list.length - 1);
    expect(reply.result.total_page).toBe(1);
  });

  it('cannot tell moving money from the end', async () => {
    const { order, ...bench } = await withOrder();
    await bench.sync('aliexpress.solution.order.fulfill', {
      service_name: 'CAINIAO_STANDARD',
      logistics_no: 'UB123456789YP',
      out_ref: order.orderId,
      send_type: 'all',
    });
    bench.simulator.move(order.orderId, 'buyerAccepts');
    expect(bench.book(order.orderId).status).toBe('FUND_PROCESSING');
    const found = await listed(bench, { order_status: 'FUND_PROCESSING' });
    expect(found[0].order_status).toBe('FINISH');
    expect(found[0].end_reason).toBeUndefined();
  });

  it('filters by overlay, buyer and several states', async () => {
    const bench = await startAli({ orders: 40 });
    expect((await listed(bench, { order_status: 'IN_FROZEN' })).map((order) => order.frozen_status)).toEqual([
      'IN_FROZEN',
    ]);
    expect((await listed(bench, { order_status: 'IN_ISSUE' })).map((order) => order.issue_status)).toEqual([
      'IN_ISSUE',
    ]);
    const both = await listed(bench, { order_status_list: ['IN_CANCEL', 'SELLER_PART_SEND_GOODS'] });
    expect(new Set(both.map((order) => order.order_status))).toEqual(new Set(['IN_CANCEL', 'SELLER_PART_SEND_GOODS']));
    const buyer = both[0].buyer_login_id;
    expect((await listed(bench, { buyer_login_id: buyer })).every((order) => order.buyer_login_id === buyer)).toBe(
      true,
    );
  });

  it.each([
    [{ page_size: 51 }, 'InvalidParameter'],
    [{ current_page: 0 }, 'InvalidParameter'],
    [{ create_date_start: '2026-11-01' }, 'InvalidParameter'],
    [{ order_status: 'DONE' }, 'InvalidParameter'],
    [{ colour: 1 }, 'InvalidParameter'],
  ])('refuses %j', async (fields, code) => {
    const bench = await startAli();
    expect((await bench.sync(list, query(fields))).error_response.code).toBe(code);
  });

  it('asks for its parameter, in JSON', async () => {
    const bench = await startAli();
    expect((await bench.sync(list)).error_response.code).toBe('MissingParameter');
    expect((await bench.sync(list, { param_aeop_order_query: '{oops' })).error_response.code).toBe('InvalidParameter');
  });

  it('reaches 180 days back by itself; modified_* narrows inside of that only', async () => {
    const bench = await startAli();
    for (const [index, days] of [10, 179, 181].entries()) {
      bench.simulator.addOrder(paidOrder({ serial: 910 + index, createdAtMs: startMs - days * day, prepareDays: 400 }));
    }
    const reply = await bench.simple(list, query({ modified_date_start: '2026-01-01 00:00:00' }));
    expect(reply.result.target_list).toHaveLength(2);
    expect(await listed(bench, { create_date_start: '2026-01-01 00:00:00' })).toHaveLength(3);
  });

  it('reads windows on the wall clock: the hour that comes twice is found twice', async () => {
    const bench = await startAli();
    for (const [index, utc] of ['2026-11-01T08:30:00Z', '2026-11-01T09:30:00Z', '2026-11-01T10:30:00Z'].entries()) {
      bench.simulator.addOrder(paidOrder({ serial: 920 + index, createdAtMs: Date.parse(utc), prepareDays: 400 }));
    }
    const window = { create_date_start: '2026-11-01 01:00:00', create_date_end: '2026-11-01 01:59:59' };
    expect((await listed(bench, window)).map((order) => order.gmt_create)).toEqual([
      '2026-11-01 01:30:00',
      '2026-11-01 01:30:00',
    ]);
  });

  it('moves an order into the modified window when something happens', async () => {
    const { order, ...bench } = await withOrder();
    bench.pass(hour);
    bench.simulator.askToCancel(order.orderId);
    const window = { modified_date_start: '2026-11-21 23:00:00', modified_date_end: '2026-11-21 23:00:00' };
    expect(idsOf(await listed(bench, window))).toEqual([order.orderId]);
  });
});

describe('the twins', () => {
  it('takes the fields flat or as param0', async () => {
    const bench = await withOrder();
    const flat = await bench.sync('aliexpress.solution.order.get', {
      create_date_start: '2026-11-01 00:00:00',
      current_page: '1',
    });
    expect(flat.result.target_list.order_dto[0].product_list.order_product_dto).toHaveLength(2);
    const old = await bench.sync('aliexpress.solution.order.get', { param0: { current_page: 1, page_size: 20 } });
    expect(old.result.target_list.order_dto).toHaveLength(1);
    const missing = await bench.sync('aliexpress.solution.order.get', { param0: { current_page: 1 } });
    expect(missing.error_response.code).toBe('MissingParameter');
  });

  it('the simple list ignores a date without seconds, and wants page sizes up to 50', async () => {
    const bench = await withOrder();
    const ask = (fields: Loose): Promise<Loose> =>
      bench.sync('aliexpress.trade.redefining.findorderlistsimplequery', {
        param1: { page: 1, page_size: 50, ...fields },
      });
    expect(
      (await ask({ create_date_start: '2026-11-22 00:00:00' })).result.order_list.simple_order_item_vo,
    ).toHaveLength(0);
    const ignored = (await ask({ create_date_start: '2026-11-22 00:00' })).result;
    expect(ignored.total_item).toBe(1);
    expect(ignored.order_list.simple_order_item_vo[0].product_list.simple_order_product_vo[0]).toMatchObject({
      product_unit_price: '9.79',
      product_unit_price_cur: 'USD',
    });
    expect((await ask({ page_size: 51 })).error_response.code).toBe('InvalidParameter');
  });
});

describe('the detail', () => {
  const detail = 'aliexpress.trade.new.redefining.findorderbyid';

  it('has cents, the digest and the lines with their index', async () => {
    const { order, ...bench } = await withOrder();
    const { target } = await bench.sync(detail, { param1: { order_id: order.orderId, ext_info_bit_flag: 11111 } });
    expect(target).toMatchObject({
      order_status: 'WAIT_SELLER_SEND_GOODS',
      oaid: order.oaid,
      over_time_left: '2026-11-28 21:00:00',
      loan_status: 'loan_none',
      order_msg_list: { aeop_tp_order_msg_dto: [] },
      buyer_info: { country: 'US', login_id: order.buyer.loginId },
    });
    const { order_amount: money } = target;
    expect(money.cent / money.cent_factor).toBe(Number(money.amount));
    expect(money).toMatchObject({
      cent_factor: 100,
      currency_code: 'USD',
      currency: { default_fraction_digits: 2, symbol: '$' },
    });
    const children = target.child_order_list.aeop_tp_child_order_dto;
    expect(children.map((child: Loose) => [typeof child.child_order_id, child.order_sort_id])).toEqual([
      ['string', 1],
      ['string', 2],
    ]);
    expect(String(children[0].id)).toBe(children[0].child_order_id);
  });

  it('of the overseas twin sits under result.data', async () => {
    const { order, ...bench } = await withOrder();
    const { result } = await bench.sync('aliexpress.solution.order.info.get', { param1: { order_id: order.orderId } });
    expect(result.data.child_order_list.global_aeop_tp_child_order_dto).toHaveLength(2);
    const none = await bench.sync('aliexpress.solution.order.info.get', { param1: { order_id: 1 } });
    expect(none.result).toMatchObject({ error_code: 'ORDER_NOT_FOUND' });
  });

  it('tells why an order ended, and what was paid back', async () => {
    const bench = await startAli();
    const unpaid = makeOrder(seededRandom(1), { serial: 1, createdAtMs: startMs, timings: testTimings });
    const risky = makeOrder(seededRandom(2), { serial: 2, createdAtMs: startMs, timings: testTimings });
    bench.simulator.addOrder(unpaid);
    bench.simulator.addOrder(risky);
    bench.simulator.move(risky.orderId, 'pay');
    bench.simulator.move(risky.orderId, 'cancelInRisk');
    bench.pass(20 * day);
    const of = async (id: string): Promise<Loose> => (await bench.sync(detail, { param1: { order_id: id } })).target;
    expect(await of(unpaid.orderId)).toMatchObject({ order_status: 'FINISH', order_end_reason: 'pay_timeout' });
    expect(await of(risky.orderId)).toMatchObject({
      order_end_reason: 'buyer_cancel_order_in_risk',
      refund_info: { refund_status: 'refund_ok' },
    });
  });
});
