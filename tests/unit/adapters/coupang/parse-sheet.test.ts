import { describe, expect, it } from 'vitest';
import { parseSheet } from '../../../../src-main/adapters/platforms/coupang/parse-sheet.ts';
import { member, readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';

const NOW = Date.parse('2026-11-04T00:00:00Z');

/** The sample of the order sheet list (v5), with whatever is to be different. */
function sheetText(change: Record<string, unknown> = {}, item: Record<string, unknown> = {}): string {
  const krw = (units: number) => ({ currencyCode: 'KRW', units, nanos: 0 });
  const sheet = {
    shipmentBoxId: '#642538970006401429',
    orderId: 9_100_041_863_244,
    orderedAt: '2026-11-03T10:20:16+09:00',
    paidAt: '2026-11-03T10:20:18+09:00',
    status: 'ACCEPT',
    shippingPrice: krw(0),
    remotePrice: null,
    remoteArea: false,
    parcelPrintMessage: '문 앞',
    splitShipping: false,
    ableSplitShipping: false,
    orderer: { name: '김주문', email: '', safeNumber: '0503-0000-0000', ordererNumber: null },
    receiver: {
      name: '홍길동',
      safeNumber: '0503-0000-0001',
      receiverNumber: null,
      addr1: '서울특별시 송파구 송파대로 570',
      addr2: '101동 101호',
      postCode: '05510',
    },
    orderItems: [
      {
        vendorItemId: 4_279_191_312,
        vendorItemName: 'Case, Black',
        sellerProductId: 80_240_831,
        externalVendorSkuCode: 'SKU-A',
        shippingCount: 2,
        cancelCount: 0,
        holdCountForCancel: 1,
        salesPrice: krw(12_300),
        orderPrice: krw(24_600),
        estimatedShippingDate: '2026-11-06',
        canceled: false,
        ...item,
      },
    ],
    overseaShippingInfoDto: {
      personalCustomsClearanceCode: 'P000000000000',
      ordererSsn: '',
      ordererPhoneNumber: '010-0000-0000',
    },
    deliveryCompanyName: '',
    invoiceNumber: '',
    shipmentType: 'THIRD_PARTY',
    ...change,
  };
  return JSON.stringify({ data: [sheet] }).replaceAll(/"#(\d+)"/g, '$1');
}

function parse(change: Record<string, unknown> = {}, item: Record<string, unknown> = {}) {
  const data = member(readJson(sheetText(change, item))?.node, 'data');
  return parseSheet(Array.isArray(data) ? data[0] : null, NOW);
}

function factsOf(change: Record<string, unknown> = {}, item: Record<string, unknown> = {}) {
  const parsed = parse(change, item);
  if (!parsed.ok) throw new Error(parsed.odd.reason);
  return { ...parsed.snapshot.facts, warnings: parsed.snapshot.warnings };
}

describe('an order sheet', () => {
  it('of the documents is read to the last field', () => {
    const parsed = parse();
    if (!parsed.ok) throw new Error(parsed.odd.reason);
    expect(parsed.snapshot.warnings).toEqual([]);
    expect(parsed.snapshot.raw).toContain('"shipmentBoxId":642538970006401429,');
    expect(parsed.snapshot.facts).toEqual({
      platform: 'coupang',
      remoteId: '642538970006401429',
      remoteOrderNumber: '9100041863244',
      stage: 'to-confirm',
      rawStatus: 'ACCEPT',
      rawSubstatus: null,
      placedAtMs: Date.parse('2026-11-03T01:20:16Z'),
      shipByMs: Date.parse('2026-11-06T14:59:59.999Z'),
      deliverByMs: null,
      lines: [
        {
          remoteId: '4279191312',
          remoteSku: '4279191312',
          sku: 'SKU-A',
          title: 'Case, Black',
          variant: null,
          quantity: 1,
          unitPrice: { minor: 12_300, currency: 'KRW' },
        },
      ],
      buyerId: null,
      buyerName: '김주문',
      country: 'KR',
      address: {
        name: '홍길동',
        phone: '0503-0000-0001',
        lines: ['서울특별시 송파구 송파대로 570', '101동 101호'],
        city: null,
        region: null,
        postcode: '05510',
        country: 'KR',
      },
      isAddressSealed: false,
      buyerNote: '문 앞',
      customsId: 'P000000000000',
      steps: ['confirm', 'push-tracking', 'cancel'],
      openSteps: ['confirm', 'cancel'],
      alerts: ['cancel-requested'],
      trackingNumber: null,
      remoteParcels: [],
      total: { minor: 24_600, currency: 'KRW' },
      service: null,
      cancellation: null,
      scanCodes: [],
    });
  });

  it.each([
    ['2017-10-10T10:20:16', '2017-10-10T01:20:16Z'],
    ['2026-11-03T10:20:16.123+09:00', '2026-11-03T01:20:16.123Z'],
    ['2026-11-03T10:20:16.123456', '2026-11-03T01:20:16.123Z'],
    ['2026-11-03 10:20:16', '2026-11-03T01:20:16Z'],
    ['2026-11-03T01:20:16Z', '2026-11-03T01:20:16Z'],
  ])('may be dated %s', (orderedAt, utc) => {
    expect(factsOf({ orderedAt }).placedAtMs).toBe(Date.parse(utc));
  });

  it('has its money as objects, numbers or texts', () => {
    const prices = (value: unknown) =>
      factsOf({ shippingPrice: value }, { salesPrice: value, orderPrice: value, discountPrice: 100 });
    for (const value of [2_500, '2500', { currencyCode: 'KRW', units: 2_500, nanos: 0 }, { units: '2500' }]) {
      expect(prices(value)).toMatchObject({
        total: { minor: 4_900 },
        lines: [{ unitPrice: { minor: 2_500, currency: 'KRW' } }],
      });
    }
    expect(prices({ currencyCode: 'USD', units: 2, nanos: 500_000_000 }).total).toBeNull();
    expect(factsOf({}, { salesPrice: 'free', orderPrice: null })).toMatchObject({
      total: null,
      lines: [{ unitPrice: null }],
      warnings: ['price-unreadable', 'total-unreadable'],
    });
  });

  it('counts what is to leave', () => {
    const quantity = (status: string, item: Record<string, unknown>) => factsOf({ status }, item).lines[0]?.quantity;
    expect(quantity('ACCEPT', { shippingCount: 5, cancelCount: 1, holdCountForCancel: 2 })).toBe(2);
    expect(quantity('INSTRUCT', { shippingCount: 2, cancelCount: 0, holdCountForCancel: 2 })).toBe(0);
    expect(quantity('FINAL_DELIVERY', { shippingCount: 2, cancelCount: 0, holdCountForCancel: 2 })).toBe(2);
    expect(factsOf({ status: 'FINAL_DELIVERY' }).alerts).toEqual([]);
    expect(factsOf({}, { shippingCount: 2, cancelCount: 2 })).toMatchObject({
      stage: 'cancelled',
      lines: [{ quantity: 0 }],
    });
  });

  it.each([
    ['ACCEPT', 'to-confirm'],
    ['INSTRUCT', 'to-hand-over'],
    ['DEPARTURE', 'to-hand-over'],
    ['DELIVERING', 'in-transit'],
    ['NONE_TRACKING', 'in-transit'],
    ['FINAL_DELIVERY', 'delivered'],
  ])('%s is %s', (status, stage) => {
    expect(factsOf({ status }).stage).toBe(stage);
  });

  it('of an unknown status or type is kept and said', () => {
    expect(factsOf({ status: 'TELE PORTING', shipmentType: 'MOON' })).toMatchObject({
      stage: 'unknown',
      openSteps: null,
      steps: ['confirm', 'push-tracking', 'cancel'],
      warnings: ['unknown-status:TELE_PORTING'],
    });
    expect(factsOf({ shipmentType: 'MOON' }).warnings).toEqual(['unknown-shipment-type:MOON']);
    expect(factsOf({ shipmentType: 'CGF', status: 'INSTRUCT' })).toMatchObject({
      stage: 'in-transit',
      steps: [],
      service: 'CGF',
    });
  });

  it('carries the wish for the courier and what was asked for made-to-order goods', () => {
    expect(factsOf({}, { etcInfoHeader: '각인 문구', etcInfoValues: ['보람', '하트'] }).buyerNote).toBe(
      '문 앞\n각인 문구: 보람 / 하트',
    );
    expect(factsOf({ parcelPrintMessage: '' }, { etcInfoValue: 'x' }).buyerNote).toBe('x');
    expect(factsOf({ parcelPrintMessage: null }).buyerNote).toBeNull();
    expect(factsOf({}, { upBundleItem: true, upBundleSize: 3, sellerProductItemName: 'Black' }).lines[0]?.variant).toBe(
      'Black ×3',
    );
  });

  it.each([
    [null, []],
    [{ personalCustomsClearanceCode: '', ordererSsn: '', ordererPhoneNumber: '' }, []],
    [{ personalCustomsClearanceCode: 'P123456789012', ordererPhoneNumber: '010' }, []],
    [{ personalCustomsClearanceCode: null, ordererPhoneNumber: '010' }, ['customs-data-pending']],
    [{ personalCustomsClearanceCode: 'P12345', ordererPhoneNumber: '010' }, ['customs-data-pending']],
  ])('with %j for customs raises %j', (overseaShippingInfoDto, alerts) => {
    expect(factsOf({ overseaShippingInfoDto }, { holdCountForCancel: 0 }).alerts).toEqual(alerts);
  });

  it('tells its parcel, with the code behind the name of the carrier', () => {
    const sent = {
      status: 'DELIVERING',
      deliveryCompanyName: 'CJ 대한통운',
      invoiceNumber: '680405450931',
      inTrasitDateTime: '2026-11-04 08:00:00',
    };
    expect(factsOf(sent).remoteParcels).toEqual([
      {
        trackingNumber: '680405450931',
        carrier: 'CJGLS',
        shippedAtMs: Date.parse('2026-11-03T23:00:00Z'),
        items: null,
      },
    ]);
    expect(factsOf({ ...sent, deliveryCompanyName: '새택배', inTrasitDateTime: '' }).remoteParcels[0]).toMatchObject({
      carrier: '새택배',
      shippedAtMs: null,
    });
  });

  it('offers "delivered" a month after its number', () => {
    const steps = (day: string) =>
      factsOf({ status: 'DELIVERING' }, { invoiceNumberUploadDate: `${day}T10:00:00` }).openSteps;
    expect(steps('2026-10-01')).toEqual(['push-tracking', 'push-delivered']);
    expect(steps('2026-10-20')).toEqual(['push-tracking']);
  });

  it.each([
    [{ shipmentBoxId: 'x' }, {}, 'unreadable:shipmentBoxId', null],
    [{ orderItems: null }, {}, 'unreadable:orderItems', '642538970006401429'],
    [{}, { shippingCount: 'two' }, 'unreadable:orderItems.0.shippingCount', '642538970006401429'],
    [{ orderedAt: '31.02.2026', paidAt: '' }, {}, 'unreadable:orderedAt', '642538970006401429'],
  ])('that lacks what it cannot be without is kept raw: %j %j', (change, item, reason, remoteId) => {
    const parsed = parse(change, item);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.odd).toMatchObject({ reason, remoteId });
  });

  it('that is no object is odd, not a crash', () => {
    for (const node of [null, [], 'x', 1])
      expect(parseSheet(node, NOW)).toMatchObject({ ok: false, odd: { remoteId: null } });
  });
});
