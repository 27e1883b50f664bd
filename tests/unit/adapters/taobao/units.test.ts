import { describe, expect, it } from 'vitest';
import { carrierRuleOf } from '../../../../src-main/adapters/platforms/taobao/carrier-rule.ts';
import { readRefund } from '../../../../src-main/adapters/platforms/taobao/refund-schema.ts';
import type { LogisticsInfo } from '../../../../src-main/adapters/platforms/taobao/schema.ts';
import { openActions, refundKind, refundStage } from '../../../../src-main/adapters/platforms/taobao/units-refund.ts';
import { templateFor, type WaybillTemplate } from '../../../../src-main/adapters/platforms/taobao/waybill-templates.ts';

const info = (over: Partial<LogisticsInfo>): LogisticsInfo => ({
  sub_trade_id: null,
  biz_delivery_type: null,
  biz_delivery_code: null,
  delivery_cps: null,
  white_delivery_cps: null,
  black_delivery_cps: null,
  promise_outbound_time: null,
  ...over,
});

describe('the rule of carriers', () => {
  it.each([
    ['free choice', [info({ biz_delivery_type: '0', white_delivery_cps: 'SF' })], 'YTO', true, false],
    ['recommended', [info({ biz_delivery_type: '1', biz_delivery_code: 'SF,ZTO' })], 'ZTO', true, true],
    ['not recommended', [info({ biz_delivery_type: '1', biz_delivery_code: 'SF' })], 'YTO', true, false],
    ['one of a list', [info({ biz_delivery_type: '2', white_delivery_cps: 'SF,ZTO' })], 'ZTO', true, true],
    ['none of a list', [info({ biz_delivery_type: '2', white_delivery_cps: 'SF,ZTO' })], 'YTO', false, false],
    ['forbidden', [info({ biz_delivery_type: '3', black_delivery_cps: 'YTO' })], 'YTO', false, false],
    ['not forbidden', [info({ biz_delivery_type: '3', black_delivery_cps: 'YTO' })], 'ZTO', true, false],
    [
      'both children agree on one only',
      [
        info({ biz_delivery_type: '2', white_delivery_cps: 'SF,ZTO' }),
        info({ biz_delivery_type: '2', white_delivery_cps: 'SF' }),
      ],
      'ZTO',
      false,
      false,
    ],
    ['an empty list binds nobody', [info({ biz_delivery_type: '2' })], 'YTO', true, false],
  ])('%s', (_name, infos, code, allows, suggests) => {
    const rule = carrierRuleOf(infos);
    expect([rule.allows(code), rule.suggests(code)]).toEqual([allows, suggests]);
  });
});

const refund = (over: object) =>
  readRefund({ refund_id: '9', tid: '7', status: 'WAIT_SELLER_AGREE', dispute_type: 'REFUND', ...over })!;
const SHIPPED = { order_status: 'WAIT_BUYER_CONFIRM_GOODS' };
const UNSHIPPED = { order_status: 'WAIT_SELLER_SEND_GOODS' };
const RETURN = { dispute_type: 'REFUND_AND_RETURN', ...SHIPPED };

describe('refunds', () => {
  it.each([
    ['REFUND', 'refund'],
    ['REFUND_AND_RETURN', 'return'],
    ['TMALL_EXCHANGE', 'exchange'],
    ['TAOBAO_EXCHANGE', 'exchange'],
    ['REPAIR', 'exchange'],
    ['RESHIPPING', 'exchange'],
    ['OTHERS', 'refund'],
  ])('%s is a %s', (type, kind) => expect(refundKind(refund({ dispute_type: type }))).toBe(kind));

  it('of no known type go by whether goods come back', () =>
    expect(refundKind(refund({ dispute_type: null, has_good_return: true }))).toBe('return'));

  it.each([
    ['WAIT_SELLER_AGREE', 'wait-seller'],
    ['WAIT_BUYER_RETURN_GOODS', 'wait-buyer'],
    ['WAIT_SELLER_CONFIRM_GOODS', 'wait-seller'],
    ['SELLER_REFUSE_BUYER', 'wait-buyer'],
    ['CLOSED', 'closed'],
    ['SUCCESS', 'closed'],
    ['WAIT_BUYER_CONFIRM_EXCHANGE_SELLER_SEND_GOODS', 'wait-buyer'],
    ['EXCHANGE_TRANSFORM_TO_REFUND', 'closed'],
    ['WAIT_SELLER_CONSIGN_GOODS', 'wait-seller'],
    ['WAIT_ORACLE', 'unknown'],
  ])('%s is %s', (status, stage) => expect(refundStage(refund({ status }))).toBe(stage));

  it('lie with the platform once its people came in', () => {
    expect(refundStage(refund({ cs_status: '3' }))).toBe('wait-platform');
    expect(refundStage(refund({ cs_status: '3', status: 'SUCCESS' }))).toBe('closed');
  });

  it.each([
    ['before shipping', UNSHIPPED, ['approve-refund', 'stop-shipment', 'already-shipped']],
    ['after shipping', SHIPPED, ['approve-refund', 'refuse']],
    ['a return', RETURN, ['accept', 'refuse']],
    ['goods are back', { ...RETURN, status: 'WAIT_SELLER_CONFIRM_GOODS' }, ['approve-refund', 'refuse']],
    ['not to be refused', { ...RETURN, operation_contraint: 'cannot_refuse' }, ['accept']],
    ['on the web only', { ...RETURN, operation_contraint: 'refund_onweb' }, []],
    ['an exchange', { ...SHIPPED, dispute_type: 'TAOBAO_EXCHANGE' }, []],
    ['refused before', { ...SHIPPED, status: 'SELLER_REFUSE_BUYER' }, ['approve-refund']],
    ['the buyer has to send', { ...RETURN, status: 'WAIT_BUYER_RETURN_GOODS' }, []],
  ])('%s', (_name, over, actions) => expect(openActions(refund(over), null)).toEqual(actions));

  it('lose what the platform says is not allowed', () => {
    const operations = { allowed: ['agree_refund'], notAllowed: ['refuse_refund'] };
    expect(openActions(refund(SHIPPED), operations)).toEqual(['approve-refund']);
    expect(openActions(refund(SHIPPED), { allowed: [], notAllowed: [] })).toEqual(['approve-refund', 'refuse']);
  });
});

describe('waybill layouts', () => {
  const template = (id: string, cpCode: string, type: string, brand = 'default'): WaybillTemplate => ({
    standard_template_id: id,
    standard_template_url: `http://cloudprint.cainiao.com/template/standard/${id}`,
    standard_waybill_type: type,
    brand_code: brand,
    cpCode,
  });
  const all = [
    template('1', 'ZTO', '6'),
    template('2', 'ZTO', '1'),
    template('3', 'SF', '1', 'SF'),
    template('4', 'SF', '2', 'SF'),
  ];

  it.each([
    ['ZTO', null, 'standard', '2'],
    ['ZTO', 'default', 'single', '1'],
    ['ZTO', null, 'triple', '1'],
    ['SF', 'SF', 'triple', '4'],
    ['SF', 'FW', 'standard', '3'],
    ['EMS', null, 'standard', undefined],
  ] as const)('of %s %s, %s is %s', (cpCode, brandCode, choice, id) =>
    expect(templateFor(all, { cpCode, brandCode }, choice)?.standard_template_id).toBe(id),
  );
});
