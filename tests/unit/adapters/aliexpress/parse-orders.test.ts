import { describe, expect, it } from 'vitest';
import { endedBy, endingOf } from '../../../../src-main/adapters/platforms/aliexpress/end-reason.ts';
import { unwrapped } from '../../../../src-main/adapters/platforms/aliexpress/error-body.ts';
import { listOf } from '../../../../src-main/adapters/platforms/aliexpress/nodes.ts';
import { readDetailed, readListed } from '../../../../src-main/adapters/platforms/aliexpress/order-reader.ts';
import { fromPacific, pacificText } from '../../../../src-main/adapters/platforms/aliexpress/pacific.ts';
import { parseAmount, parsePriceText } from '../../../../src-main/adapters/platforms/aliexpress/parse-money.ts';
import { type JsonNode, member, readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';
import { LIST_SAMPLE } from './samples.ts';

const json = (value: unknown): JsonNode => readJson(typeof value === 'string' ? value : JSON.stringify(value))?.node;
const METHOD = 'aliexpress.trade.seller.orderlist.get';
const AT_MS = Date.parse('2026-11-02T12:00:00Z');

function sample(): JsonNode {
  const result = member(unwrapped(json(LIST_SAMPLE), METHOD), 'result');
  return listOf(result, 'target_list')[0];
}

const listed = (change: Record<string, unknown>) => {
  const text = JSON.stringify({
    order_id: '8160045860056286',
    order_status: 'WAIT_SELLER_SEND_GOODS',
    gmt_create: '2026-11-01 03:12:12',
    fund_status: 'PAY_SUCCESS',
    issue_status: 'NO_ISSUE',
    product_list: [
      {
        child_id: '81',
        product_id: '10',
        sku_code: 'A',
        product_count: 1,
        product_unit_price: { amount: '1.00', currency_code: 'USD' },
      },
    ],
    ...change,
  });
  const read = readListed(json(text), AT_MS);
  if (!read.ok) throw new Error(read.odd.reason);
  return read.snapshot;
};

describe('the list sample of the documents', () => {
  it('is read whole', () => {
    const read = readListed(sample(), AT_MS);
    if (!read.ok) throw new Error(read.odd.reason);
    expect(read.snapshot.warnings).toEqual([]);
    expect(read.snapshot.facts).toMatchObject({
      remoteId: '8160045860056286',
      stage: 'to-confirm',
      placedAtMs: Date.parse('2026-11-01T11:12:12Z'),
      shipByMs: AT_MS + 432_000_000,
      lines: [
        {
          remoteId: '8160045860066286',
          remoteSku: '1005001234567890',
          sku: 'EARBUD-01',
          title: 'Wireless Earbuds',
          quantity: 2,
          unitPrice: { minor: 2_299, currency: 'USD' },
        },
      ],
      buyerId: 'us1234567abcd',
      total: { minor: 5_199, currency: 'USD' },
      service: 'CAINIAO_STANDARD',
      alerts: [],
      cancellation: null,
    });
  });
});

describe('statuses', () => {
  it.each([
    ['PLACE_ORDER_SUCCESS', 'not-ready', []],
    ['PAYMENT_PROCESSING', 'not-ready', []],
    ['IN_BOOK_SALE', 'not-ready', []],
    ['RISK_CONTROL', 'not-ready', ['frozen']],
    ['RISK_CONTROL_HOLD', 'not-ready', ['frozen']],
    ['WAIT_GROUP_SUCCESS', 'not-ready', ['frozen']],
    ['WAIT_SELLER_EXAMINE_MONEY', 'not-ready', []],
    ['WAIT_SELLER_SEND_GOODS', 'to-confirm', []],
    ['SELLER_PART_SEND_GOODS', 'to-hand-over', []],
    ['WAIT_BUYER_ACCEPT_GOODS', 'declared', []],
    ['FUND_PROCESSING', 'delivered', []],
    ['FINISH', 'delivered', []],
    ['ARCHIVE', 'delivered', []],
    ['IN_CANCEL', 'to-confirm', ['cancel-requested']],
    ['IN_ISSUE', 'disputed', []],
    ['IN_FROZEN', 'not-ready', ['frozen']],
  ])('%s is %s', (order_status, stage, alerts) => {
    expect(listed({ order_status }).facts).toMatchObject({ stage, alerts, rawStatus: order_status });
  });

  it('that nobody knows are kept and told', () => {
    const { facts, warnings } = listed({ order_status: 'WAIT_QUANTUM', issue_status: 'MAYBE' });
    expect(facts).toMatchObject({ stage: 'unknown', rawStatus: 'WAIT_QUANTUM', openSteps: null });
    expect(warnings).toEqual(['unknown-issue-status:MAYBE', 'unknown-status:WAIT_QUANTUM']);
  });

  it('are overlaid by disputes and frozen funds, but a cancelled order is cancelled', () => {
    expect(listed({ issue_status: 'IN_ISSUE' }).facts.stage).toBe('disputed');
    expect(listed({ order_status: 'FINISH', issue_status: 'IN_ISSUE' }).facts.stage).toBe('disputed');
    const over = { order_status: 'FINISH', end_reason: 'buyer_cancel_order', issue_status: 'IN_ISSUE' };
    expect(listed({ ...over, frozen_status: 'IN_FROZEN' }).facts).toMatchObject({ stage: 'cancelled', alerts: [] });
    expect(listed({ frozen_status: 'IN_FROZEN' }).facts).toMatchObject({ alerts: ['frozen'], openSteps: [] });
  });

  it('of an order that the warehouse sends alone leave the seller nothing to do', () => {
    const product_list = [
      { child_id: '1', product_id: '2', product_count: 1, send_goods_operator: 'WAREHOUSE_SEND_GOODS' },
    ];
    expect(listed({ product_list }).facts).toMatchObject({ stage: 'in-transit', steps: [], openSteps: [] });
  });
});

describe('ends', () => {
  it.each([
    [null, true, true, 'delivered', true],
    [null, false, false, 'cancelled', true],
    ['pay_timeout', false, false, 'cancelled', true],
    ['buyer_cancel_order', true, false, 'cancelled', true],
    ['buyer_cancel_notpay_order', false, false, 'cancelled', true],
    ['buyer_cancel_order_in_risk', true, false, 'cancelled', true],
    ['buyer_accept_goods', true, true, 'delivered', true],
    ['accept_goods_timeout', true, true, 'delivered', true],
    ['moon_phase', true, true, 'delivered', false],
    ['moon_phase', true, false, 'cancelled', false],
  ] as const)('%s, paid %s, sent %s: %s', (reason, isPaid, isSent, stage, isClear) => {
    expect(endingOf(reason, isPaid, isSent)).toEqual({ stage, isClear });
  });

  it('have somebody behind them', () => {
    const reasons = ['buyer_cancel_order', 'seller_send_goods_timeout', 'pay_timeout', 'security_close', 'x'];
    expect(reasons.map(endedBy)).toEqual(['buyer', 'seller', 'platform', 'platform', 'unknown']);
  });
});

describe('an odd order', () => {
  it.each([
    ['{"order_status":"FINISH"}', null, 'unreadable:order_id'],
    ['{"order_id":1,"gmt_create":"2026-11-01 03:12:12"}', '1', 'unreadable:order_status'],
    ['{"order_id":1,"order_status":"FINISH","gmt_create":"yesterday"}', '1', 'unreadable:gmt_create'],
    ['7', null, 'unreadable:order_id'],
  ])('%s is kept', (text, remoteId, reason) => {
    expect(readListed(json(text), AT_MS)).toEqual({ ok: false, odd: { remoteId, raw: expect.any(String), reason } });
    if (remoteId === null) expect(readDetailed(json(text))).toMatchObject({ odd: { reason: 'unreadable:id' } });
  });

  it('with lines that cannot be read says so', () => {
    expect(listed({ product_list: [{ child_id: 'x' }] }).warnings).toEqual(['line-unreadable']);
    expect(listed({ product_list: { dto: [] } }).warnings).toEqual(['line-unreadable']);
  });
});

describe('the detail', () => {
  it('gives address, parcels, exact deadline and money by cents', () => {
    const node = json(
      `{"id":9100000000000001,"order_status":"WAIT_SELLER_SEND_GOODS","gmt_create":"2026-07-01 01:00:00","over_time_left":"2026-07-08 01:00:30",
      "order_amount":{"amount":"1,0","cent":1050,"cent_factor":100,"currency_code":"USD"},"fund_status":"PAY_SUCCESS","issue_status":"NO_ISSUE","oaid":"2ab%2B1",
      "buyer_info":{"country":"UK","login_id":"gb1"},"receipt_address":{"contact_person":"J***","country":"UK","province":"England","city":"Leeds","detail_address":"1***","zip":"LS1 4DY","phone_country":"44","mobile_no":"7***"},
      "logistic_info_list":{"aeop_tp_logistic_info_dto":[{"logistics_no":"RB123456785CN","logistics_type_code":"CPAM","gmt_send":"2026-07-02 00:00:00"}]},
      "child_order_list":{"aeop_tp_child_order_dto":[{"id":81,"child_order_id":"9100000000000003","order_sort_id":1,"product_id":10,"product_count":2,"sku_code":"A","logistics_type":"CPAM","buyer_memo":"hi",
      "product_attributes":"{\\"sku\\":[{\\"pName\\":\\"Color\\",\\"pValue\\":\\"White\\"}]}","product_price":{"cent":1575,"cent_factor":1,"currency_code":"KRW"}}]}}`,
    );
    const read = readDetailed(node);
    if (!read.ok) throw new Error(read.odd.reason);
    expect(read.snapshot.warnings).toEqual([]);
    expect(read.snapshot.raw).toContain('9100000000000001');
    expect(read.snapshot.facts).toMatchObject({
      remoteId: '9100000000000001',
      shipByMs: Date.parse('2026-07-08T08:00:30Z'),
      total: { minor: 1_050, currency: 'USD' },
      country: 'GB',
      buyerId: 'gb1',
      address: { name: 'J***', phone: '+44 7***', lines: ['1***'], city: 'Leeds', postcode: 'LS1 4DY', country: 'GB' },
      remoteParcels: [
        { trackingNumber: 'RB123456785CN', carrier: 'CPAM', shippedAtMs: Date.parse('2026-07-02T07:00:00Z') },
      ],
      lines: [{ remoteId: '9100000000000003', variant: 'White', unitPrice: { minor: 1_575, currency: 'KRW' } }],
      buyerNote: 'hi',
    });
  });
});

describe('money and times', () => {
  it.each([
    ['CN¥74.55', { minor: 7_455, currency: 'CNY' }],
    ['CN¥1,074.55', { minor: 107_455, currency: 'CNY' }],
    ['US $3.10', { minor: 310, currency: 'USD' }],
    ['€ 5', { minor: 500, currency: 'EUR' }],
    ['free', null],
    [null, null],
  ])('%s', (text, money) => {
    expect(parsePriceText(text)).toEqual(money);
  });

  it('reads no amount where there is none', () => {
    expect(parseAmount(json('{"cent":5,"cent_factor":3,"currency_code":"USD"}'))).toBeNull();
    expect(parseAmount(json('{"amount":"5"}'))).toBeNull();
    expect(parseAmount(json('{"cent":-5,"cent_factor":100,"currency_code":"USD"}'))).toEqual({
      minor: -5,
      currency: 'USD',
    });
  });

  it('tells Pacific time with and without daylight saving', () => {
    expect(fromPacific('2026-07-01 12:00:00')).toBe(Date.parse('2026-07-01T19:00:00Z'));
    expect(fromPacific('2026-12-01 12:00:00')).toBe(Date.parse('2026-12-01T20:00:00Z'));
    expect(pacificText(Date.parse('2026-12-01T20:00:00Z'))).toBe('2026-12-01 12:00:00');
    expect(fromPacific('')).toBeNull();
  });
});
