import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planShipment } from '../../../../src-main/adapters/platforms/taobao/plan-shipment.ts';
import { trackingProgress } from '../../../../src-main/adapters/platforms/taobao/progress.ts';
import { readTrade } from '../../../../src-main/adapters/platforms/taobao/schema.ts';
import type { EffectOf } from '../../../../src-main/core/order/effects.ts';
import type { ParcelId } from '../../../../src-main/core/shared/ids.ts';
import { tradeNode, type TradeWish } from './samples.ts';

const TID = '3719055060544802021';
const SENT = { status: 'WAIT_BUYER_CONFIRM_GOODS', logistics_company: '中通快递' };
const CLOSED = { status: 'TRADE_CLOSED', refund_status: 'SUCCESS' };

const effect = (over: Partial<EffectOf<'push-tracking'>> = {}): EffectOf<'push-tracking'> => ({
  kind: 'push-tracking',
  remoteId: TID,
  parcelId: 'p1' as ParcelId,
  trackingNumber: 'N2',
  carrier: 'ZTO',
  items: null,
  isLast: true,
  replaces: null,
  ...over,
});
const items = (...oids: string[]) => oids.map((oid) => ({ lineRemoteId: oid, remoteSku: '', quantity: 1 }));

function trade(children: readonly TradeWish[]) {
  const read = readTrade(tradeNode({}, children));
  if (!read.ok) throw new Error(read.path);
  return read.trade;
}
const plan = (children: readonly TradeWish[], over: Partial<EffectOf<'push-tracking'>> = {}) =>
  planShipment(trade(children), effect(over));
const BASE = { tid: TID, out_sid: 'N2', company_code: 'ZTO' };

describe('the call of a parcel', () => {
  it.each([
    ['with everything', [{}, {}], {}, BASE],
    ['with every line by name', [{}, {}], { items: items('71000', '71001') }, BASE],
    ['with one of two lines', [{}, {}], { items: items('71001') }, { ...BASE, is_split: '1', sub_tid: '71001' }],
    [
      'with the rest of a split trade',
      [{ ...SENT, invoice_no: 'N1' }, {}],
      {},
      { ...BASE, is_split: '1', sub_tid: '71001' },
    ],
    ['without the line that was refunded', [CLOSED, {}], {}, BASE],
  ])('%s is a shipment', (_name, children, over, parameters) =>
    expect(plan(children, over)).toEqual({ ok: true, api: 'taobao.logistics.offline.send', parameters }),
  );

  it.each([
    [
      'of a whole trade',
      [
        { ...SENT, invoice_no: 'N1' },
        { ...SENT, invoice_no: 'N1' },
      ],
      BASE,
    ],
    [
      'of a part',
      [
        { ...SENT, invoice_no: 'N1' },
        { ...SENT, invoice_no: 'N3' },
      ],
      { ...BASE, is_split: '1', sub_tid: '71000' },
    ],
  ])('%s is a correction', (_name, children, parameters) =>
    expect(plan(children, { replaces: { trackingNumber: 'N1', carrier: 'ZTO' } })).toEqual({
      ok: true,
      api: 'taobao.logistics.consign.resend',
      parameters,
    }),
  );

  it('that corrects a number nobody heard of is a shipment', () =>
    expect(plan([{}], { replaces: { trackingNumber: 'N1', carrier: null } })).toMatchObject({
      api: 'taobao.logistics.offline.send',
    }));

  it('is split where the platform says so', () =>
    expect(planShipment(trade([{}, {}]), effect(), true)).toMatchObject({
      parameters: { is_split: '1', sub_tid: '71000,71001' },
    }));

  it.each([
    ['no carrier', [{}], { carrier: null }, 'carrier-missing'],
    ['gone already', [{ ...SENT, invoice_no: 'N1' }], {}, 'already-shipped'],
    ['a refund is asked for', [{ refund_status: 'WAIT_SELLER_AGREE' }, {}], {}, 'refund-open'],
    ['a blocked line', [{ is_sh_ship: true }, {}], {}, 'shipping-forbidden'],
  ])('is not made: %s', (_name, children, over, code) => expect(plan(children, over)).toEqual({ ok: false, code }));
});

describe('a number', () => {
  const progress = (
    children: readonly TradeWish[],
    over: Partial<EffectOf<'push-tracking'>> = {},
    name: string | null = null,
  ) => trackingProgress(trade(children), effect(over), name).kind;

  it.each<[string, TradeWish[], Partial<EffectOf<'push-tracking'>>, string]>([
    ['stands on every line', [{ ...SENT, invoice_no: 'n2 ' }, CLOSED], {}, 'done'],
    ['stands on some', [{ ...SENT, invoice_no: 'N2' }, {}], {}, 'not-yet'],
    [
      'stands on its own lines',
      [
        { ...SENT, invoice_no: 'N1' },
        { ...SENT, invoice_no: 'N2' },
      ],
      { items: items('71001') },
      'done',
    ],
    [
      'stands beside a line that went before',
      [
        { ...SENT, invoice_no: 'N1' },
        { ...SENT, invoice_no: 'N2' },
      ],
      { items: items('71000', '71001') },
      'done',
    ],
    [
      'is not the one it replaces',
      [{ ...SENT, invoice_no: 'N1' }],
      { replaces: { trackingNumber: 'N1', carrier: null } },
      'not-yet',
    ],
    ['cannot stand on a closed trade', [CLOSED], {}, 'impossible'],
  ])('%s', (_name, children, over, kind) => expect(progress(children, over)).toBe(kind));

  it('with the wrong carrier only does not stand', () => {
    const over = { trackingNumber: 'N1', carrier: 'YTO', replaces: { trackingNumber: 'N1', carrier: 'ZTO' } };
    expect(progress([{ ...SENT, invoice_no: 'N1' }], over, '圆通速递')).toBe('not-yet');
    expect(progress([{ ...SENT, invoice_no: 'N1', logistics_company: '圆通速递' }], over, '圆通速递')).toBe('done');
  });
});

describe('any trade', () => {
  const child = fc.constantFrom<TradeWish>(
    {},
    CLOSED,
    { ...SENT, invoice_no: 'N1' },
    { refund_status: 'WAIT_SELLER_AGREE' },
  );
  it('never has a closed, shipped or disputed line shipped', () => {
    fc.assert(
      fc.property(fc.array(child, { minLength: 1, maxLength: 6 }), (children) => {
        const found = plan(children);
        if (!found.ok) return;
        const named = found.parameters['sub_tid']?.split(',');
        const inside = children.filter((_one, at) => named === undefined || named.includes(String(71_000 + at)));
        const left = inside.filter((one) => one !== CLOSED);
        expect(left.length).toBeGreaterThan(0);
        for (const one of left) expect(one).toEqual({});
        if (children.some((one) => one['invoice_no'] === 'N1')) expect(found.parameters['is_split']).toBe('1');
      }),
    );
  });
});
