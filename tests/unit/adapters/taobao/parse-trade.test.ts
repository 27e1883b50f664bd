import { describe, expect, it } from 'vitest';
import { parseTrade } from '../../../../src-main/adapters/platforms/taobao/parse-trade.ts';
import { soldSample, tradeNode, type TradeWish } from './samples.ts';

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);

function parse(over: TradeWish = {}, children?: readonly TradeWish[]) {
  const parsed = parseTrade(tradeNode(over, children));
  if (!parsed.ok) throw new Error(parsed.odd.reason);
  return { ...parsed.snapshot.facts, warnings: parsed.snapshot.warnings };
}

describe("the documents' sample", () => {
  it('is read whole, ids digit for digit', () => {
    const parsed = parseTrade(soldSample());
    if (!parsed.ok) throw new Error(parsed.odd.reason);
    expect(parsed.snapshot.raw).toContain('"tid":3719055060544802021,');
    expect(parsed.snapshot.warnings).toEqual([]);
    expect(parsed.snapshot.facts).toMatchObject({
      platform: 'taobao',
      remoteId: '3719055060544802021',
      stage: 'to-confirm',
      placedAtMs: at('2026-11-01 10:00:00'),
      shipByMs: at('2026-11-03 10:02:11'),
      buyerId: 'AAHk5d-EAAeGwJedwSFu0XXX',
      buyerName: '李*',
      isAddressSealed: true,
      steps: ['platform-label', 'push-tracking', 'cancel'],
      openSteps: ['platform-label', 'push-tracking'],
      alerts: [],
      total: { minor: 5_900, currency: 'CNY' },
      address: {
        name: '李*',
        phone: '*******1234',
        lines: ['朝阳区望京街道', '望京**路*号'],
        city: '北京市',
        region: '北京',
        country: 'CN',
      },
      lines: [
        {
          remoteId: '3719055060544802021',
          remoteSku: '671234567890:4912345678901',
          sku: 'SKU-01',
          title: '手机壳',
          variant: '颜色:黑',
          quantity: 1,
          unitPrice: { minor: 5_900, currency: 'CNY' },
        },
      ],
    });
  });
});

describe('the stage', () => {
  it.each([
    ['TRADE_NO_CREATE_PAY', 'not-ready'],
    ['WAIT_BUYER_PAY', 'not-ready'],
    ['PAY_PENDING', 'not-ready'],
    ['WAIT_PRE_AUTH_CONFIRM', 'not-ready'],
    ['PAID_FORBID_CONSIGN', 'not-ready'],
    ['WAIT_SELLER_SEND_GOODS', 'to-confirm'],
    ['SELLER_CONSIGNED_PART', 'to-hand-over'],
    ['WAIT_BUYER_CONFIRM_GOODS', 'declared'],
    ['TRADE_BUYER_SIGNED', 'delivered'],
    ['TRADE_FINISHED', 'delivered'],
    ['TRADE_CLOSED', 'cancelled'],
    ['TRADE_CLOSED_BY_TAOBAO', 'cancelled'],
  ])('of %s is %s', (status, stage) => expect(parse({ status })).toMatchObject({ stage, warnings: [] }));

  it('of a word that nobody knows is kept and told', () => {
    const facts = parse({ status: 'WAIT <QUANTUM>' });
    expect(facts).toMatchObject({
      stage: 'unknown',
      rawStatus: 'WAIT <QUANTUM>',
      warnings: ['unknown-status:WAIT_QUANTUM_'],
    });
  });

  it.each([
    ['FRONT_PAID_FINAL_NOPAID', 'not-ready'],
    ['FRONT_NOPAID_FINAL_NOPAID', 'not-ready'],
    ['FRONT_PAID_FINAL_PAID', 'to-confirm'],
  ])('of a pre-sale that is %s is %s', (step, stage) =>
    expect(parse({ step_trade_status: step })).toMatchObject({ stage, rawSubstatus: step }),
  );

  it('is not ready, and frozen, while the platform forbids to ship', () => {
    expect(parse({ status: 'PAID_FORBID_CONSIGN' }).alerts).toEqual(['frozen']);
    expect(parse({ is_sh_ship: true })).toMatchObject({ stage: 'not-ready', alerts: ['frozen'], openSteps: [] });
    const half = parse({}, [{ is_sh_ship: true }, {}]);
    expect(half).toMatchObject({ stage: 'to-confirm', alerts: ['frozen'] });
  });
});

describe('child orders decide for themselves', () => {
  it('a closed one leaves nothing to ship', () => {
    const facts = parse({}, [{ status: 'TRADE_CLOSED', refund_status: 'SUCCESS', num: 3 }, { num: 2 }]);
    expect(facts.lines.map((line) => line.quantity)).toEqual([0, 2]);
    expect(facts.alerts).toEqual([]);
  });

  it.each(['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'WAIT_ORACLE'])(
    'a refund that is %s stops the order',
    (word) => {
      expect(parse({}, [{ refund_status: word }]).alerts).toEqual(['refund-open']);
    },
  );

  it('a refund of what has left stops nothing', () => {
    const shipped = { status: 'WAIT_BUYER_CONFIRM_GOODS', refund_status: 'WAIT_SELLER_AGREE' };
    expect(parse({ status: 'WAIT_BUYER_CONFIRM_GOODS' }, [shipped]).alerts).toEqual([]);
  });

  it('parcels are made of their numbers', () => {
    const sent = {
      status: 'WAIT_BUYER_CONFIRM_GOODS',
      consign_time: '2026-11-02 09:00:00',
      logistics_company: '中通快递',
    };
    const facts = parse({ status: 'SELLER_CONSIGNED_PART' }, [
      { ...sent, invoice_no: 'A1' },
      {},
      { ...sent, invoice_no: 'A1' },
    ]);
    expect(facts.remoteParcels).toEqual([
      {
        trackingNumber: 'A1',
        carrier: '中通快递',
        shippedAtMs: at('2026-11-02 09:00:00'),
        items: [
          { lineRemoteId: '71000', quantity: 1 },
          { lineRemoteId: '71002', quantity: 1 },
        ],
      },
    ]);
  });
});

describe('deadlines', () => {
  it.each([
    [
      'the earliest promise counts',
      { logistics_infos: { logistics_info: [{ promise_outbound_time: '2026-11-02 08:00:00' }] } },
      '2026-11-02 08:00:00',
    ],
    ['hours after the payment', { delivery_time: null, consign_interval: 72 }, '2026-11-04 10:02:11'],
    ['the usual 48 hours', { delivery_time: null }, '2026-11-03 10:02:11'],
  ])('%s', (_name, over, shipBy) => expect(parse(over).shipByMs).toBe(at(shipBy)));

  it('nothing is due before the payment', () =>
    expect(parse({ status: 'WAIT_BUYER_PAY', pay_time: null, delivery_time: null }).shipByMs).toBeNull());
});

describe('addresses', () => {
  it('of places without a city take the district for it', () => {
    const place = {
      receiver_state: '湖北省',
      receiver_city: '',
      receiver_district: '仙桃市',
      receiver_town: '干河街道',
    };
    expect(parse(place).address).toMatchObject({
      region: '湖北省',
      city: '仙桃市',
      lines: ['干河街道', '望京**路*号'],
    });
  });

  it.each([
    [{ receiver_state: '香港特别行政区' }, 'HK'],
    [{ receiver_state: '台湾省' }, 'TW'],
    [{ receiver_country: '中国' }, 'CN'],
    [{ receiver_country: 'Atlantis' }, null],
  ])('%j lies in %s', (over, country) => expect(parse(over).country).toBe(country));

  it('without an OAID are not sealed', () => expect(parse({ oaid: null }).isAddressSealed).toBe(false));
});

describe('odd trades', () => {
  it('are kept raw with the reason', () => {
    expect(parseTrade(tradeNode({}, [{ num: 'two' }]))).toMatchObject({
      ok: false,
      odd: { remoteId: '3719055060544802021', reason: 'unreadable:orders.0.num' },
    });
    expect(parseTrade(tradeNode({ created: 'yesterday', pay_time: '' }))).toMatchObject({
      odd: { reason: 'unreadable:created' },
    });
    expect(parseTrade(null)).toMatchObject({ odd: { remoteId: null, reason: 'unreadable:trade' } });
  });

  it('with an unreadable price are read without it', () =>
    expect(parse({}, [{ price: 'ask' }])).toMatchObject({
      lines: [{ unitPrice: null }],
      warnings: ['price-unreadable'],
    }));

  it('of virtual goods have no parcel', () => expect(parse({ shipping_type: 'virtual' }).steps).toEqual(['cancel']));
});
