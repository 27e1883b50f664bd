import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketplaceOf } from '../../../../src-main/adapters/platforms/amazon/marketplace-of.ts';
import { quantityOf } from '../../../../src-main/adapters/platforms/amazon/parse-lines.ts';
import { parseOrder } from '../../../../src-main/adapters/platforms/amazon/parse-order.ts';
import { readAmazonSettings } from '../../../../src-main/adapters/platforms/amazon/settings.ts';
import { stageOf } from '../../../../src-main/adapters/platforms/amazon/units-status.ts';
import { readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';
import { node, sampleOrder, samplePackage, sampleSettings } from './samples.ts';

type Change = Record<string, unknown>;

function read(changes: Change = {}) {
  const parsed = parseOrder(node({ ...sampleOrder, ...changes }));
  if (!parsed.ok) throw new Error(parsed.odd.reason);
  return parsed.snapshot;
}
const withStatus = (fulfillmentStatus: string, packages: unknown[] = []) =>
  read({ fulfillment: { ...sampleOrder.fulfillment, fulfillmentStatus }, packages });
const withItem = (changes: Change) => read({ orderItems: [{ ...sampleOrder.orderItems[0], ...changes }] });
const withAddress = (changes: Change) =>
  read({ recipient: { deliveryAddress: { ...sampleOrder.recipient.deliveryAddress, ...changes } } });

describe('parseOrder', () => {
  it('reads the sample of the model', () => {
    const { facts, warnings, raw } = read();
    expect(warnings).toEqual([]);
    expect(JSON.parse(raw)).toEqual(sampleOrder);
    expect(facts).toEqual({
      platform: 'amazon',
      remoteId: '114-0000001-0000001',
      remoteOrderNumber: '114-0000001-0000001',
      stage: 'to-confirm',
      rawStatus: 'UNSHIPPED',
      rawSubstatus: null,
      placedAtMs: Date.parse('2026-11-02T08:15:30.120Z'),
      shipByMs: Date.parse('2026-11-05T07:59:59Z'),
      deliverByMs: null,
      lines: [
        {
          remoteId: '12345678901234',
          remoteSku: 'MUG-RED',
          sku: 'MUG-RED',
          title: 'Mug',
          variant: null,
          quantity: 2,
          unitPrice: { minor: 1_249, currency: 'USD' },
        },
      ],
      buyerId: null,
      buyerName: 'A. Buyer',
      country: 'US',
      address: {
        name: 'A. Buyer',
        phone: '+1 555-0100',
        lines: ['1 Test St'],
        city: 'Seattle',
        region: 'WA',
        postcode: '98101',
        country: 'US',
      },
      isAddressSealed: false,
      buyerNote: null,
      steps: ['platform-label', 'push-tracking', 'cancel'],
      openSteps: ['platform-label', 'push-tracking', 'cancel'],
      alerts: [],
      trackingNumber: null,
      remoteParcels: [],
      total: { minor: 2_498, currency: 'USD' },
      service: 'STANDARD',
      cancellation: null,
      scanCodes: [],
    });
  });

  it.each([
    ['PENDING_AVAILABILITY', [], 'not-ready'],
    ['PENDING', [], 'not-ready'],
    ['UNSHIPPED', [], 'to-confirm'],
    ['PARTIALLY_SHIPPED', [samplePackage('IN_TRANSIT')], 'to-hand-over'],
    ['SHIPPED', [], 'declared'],
    ['SHIPPED', [samplePackage('PENDING')], 'declared'],
    ['SHIPPED', [samplePackage('PENDING', 'PENDING_DROP_OFF')], 'to-hand-over'],
    ['SHIPPED', [samplePackage('IN_TRANSIT', 'OUT_FOR_DELIVERY')], 'in-transit'],
    ['SHIPPED', [samplePackage('DELIVERED', 'DELIVERED')], 'delivered'],
    ['SHIPPED', [samplePackage('DELIVERED'), samplePackage('IN_TRANSIT')], 'in-transit'],
    ['SHIPPED', [samplePackage('CANCELLED', 'LABEL_CANCELLED'), samplePackage('DELIVERED')], 'delivered'],
    ['SHIPPED', [samplePackage('IN_TRANSIT', 'RETURNING_TO_SELLER')], 'rejected'],
    ['SHIPPED', [samplePackage('UNDELIVERABLE')], 'rejected'],
    ['CANCELLED', [], 'cancelled'],
    ['UNFULFILLABLE', [], 'rejected'],
    ['AWAITING_TELEPORT', [], 'unknown'],
  ])('reads %s with packages %# as a stage', (status, packages, stage) => {
    const { facts, warnings } = withStatus(status, packages);
    expect([facts.stage, facts.rawStatus]).toEqual([stage, status]);
    expect(warnings.includes('unknown-status:AWAITING_TELEPORT')).toBe(stage === 'unknown');
  });

  it('lists the parcels that Amazon knows, without those whose label was given back', () => {
    const { facts } = withStatus('SHIPPED', [samplePackage('IN_TRANSIT'), samplePackage('CANCELLED')]);
    expect(facts.remoteParcels).toEqual([
      {
        trackingNumber: 'YT0000000000000001',
        carrier: 'YunExpress',
        shippedAtMs: Date.parse('2026-11-03T10:00:00Z'),
        items: [{ lineRemoteId: '12345678901234', quantity: 2 }],
      },
    ]);
  });

  it('shows a wish to cancel until it was granted or came too late', () => {
    const cancellation = { cancellationRequest: { requester: 'BUYER', cancelReason: 'FOUND_BETTER_PRICE' } };
    const items = [{ ...sampleOrder.orderItems[0], cancellation }];
    expect(read({ orderItems: items }).facts.alerts).toEqual(['cancel-requested']);
    const shipped = { ...sampleOrder.fulfillment, fulfillmentStatus: 'SHIPPED' };
    expect(read({ orderItems: items, fulfillment: shipped }).facts.alerts).toEqual([]);
    const cancelled = { ...sampleOrder.fulfillment, fulfillmentStatus: 'CANCELLED' };
    const executed = { ...cancellation, cancellationExecution: { cancelledBy: 'MERCHANT', cancelReason: 'BUYER' } };
    const over = read({
      orderItems: [
        {
          ...sampleOrder.orderItems[0],
          cancellation: executed,
          fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 0 },
        },
      ],
      fulfillment: cancelled,
    });
    expect(over.facts).toMatchObject({
      alerts: [],
      cancellation: { by: 'seller', reason: 'BUYER', afterHandOver: false },
      lines: [{ quantity: 0 }],
    });
  });

  it('keeps an address that is withheld in part from saying anything new', () => {
    const withheld = { name: undefined, addressLine1: undefined, postalCode: undefined, phone: undefined };
    const { facts, warnings } = withAddress({ ...withheld, districtOrCounty: 'King' });
    expect(facts.address).toMatchObject({ name: '', lines: [], city: 'Seattle', postcode: null });
    expect(facts.buyerName).toBeNull();
    expect(warnings).toEqual(['address-withheld']);
    expect(withAddress({ ...withheld, city: '', stateOrRegion: ' ', countryCode: null }).facts.address).toBeNull();
  });

  it('knows the ways in which countries write addresses', () => {
    expect(
      withAddress({ countryCode: 'UK', companyName: 'Northwind', districtOrCounty: 'Kent' }).facts.address,
    ).toMatchObject({
      country: 'GB',
      lines: ['Northwind', '1 Test St', 'Kent'],
    });
    const brazil = { streetName: 'Rua A', streetNumber: '12', complement: 'ap 3', neighborhood: 'Centro' };
    expect(withAddress({ addressLine1: null, extendedFields: brazil }).facts.address?.lines).toEqual([
      'Rua A, 12',
      'ap 3',
      'Centro',
    ]);
  });

  it('reads odd fields as absent, and keeps an order raw that lacks what it cannot be without', () => {
    const { facts, warnings } = read({ buyer: [], packages: 'none', proceeds: { grandTotal: { amount: 24.98 } } });
    expect(facts).toMatchObject({ total: null, remoteParcels: [] });
    expect(warnings).toEqual([]);
    expect(withItem({ product: null }).warnings).toEqual(['price-unreadable']);
    const odd = (changes: Change) => {
      const parsed = parseOrder(node({ ...sampleOrder, ...changes }));
      return parsed.ok ? null : parsed.odd;
    };
    expect(odd({ orderItems: [{ orderItemId: '1' }] })).toMatchObject({
      remoteId: '114-0000001-0000001',
      reason: 'unreadable:orderItems.0.quantityOrdered',
    });
    expect(odd({ createdTime: 'yesterday' })?.reason).toBe('unreadable:createdTime');
    expect(odd({ orderId: '' })).toMatchObject({ remoteId: null, reason: 'unreadable:orderId' });
  });

  it('never throws, whatever a platform sends', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.dictionary(fc.constantFrom(...Object.keys(sampleOrder)), fc.jsonValue()),
        (text, changes) => {
          parseOrder(readJson(text)?.node);
          const parsed = parseOrder(node({ ...sampleOrder, ...changes }));
          if (parsed.ok) expect(parsed.snapshot.facts.lines.every((line) => line.quantity >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe('quantityOf', () => {
  const item = (ordered: number, fulfilled: number | null, waiting: number | null, cancelled: boolean) => {
    const parsed = parseOrder(
      node({
        ...sampleOrder,
        orderItems: [
          {
            ...sampleOrder.orderItems[0],
            quantityOrdered: ordered,
            fulfillment: { quantityFulfilled: fulfilled, quantityUnfulfilled: waiting },
            cancellation: cancelled ? { cancellationExecution: { cancelledBy: 'BUYER' } } : {},
          },
        ],
      }),
    );
    if (!parsed.ok) throw new Error('odd');
    return quantityOf(parsed.shape.orderItems[0]!);
  };

  it('is what was ordered without what was cancelled', () => {
    expect(item(3, 1, 2, false)).toBe(3);
    expect(item(3, 1, 1, true)).toBe(2);
    expect(item(3, null, null, false)).toBe(3);
    expect(item(3, 0, 0, false)).toBe(3);
    expect(item(3, 0, 0, true)).toBe(0);
  });

  it('is never more than was ordered', () => {
    const count = fc.nat({ max: 50 });
    const maybe = fc.option(count);
    fc.assert(
      fc.property(count, maybe, maybe, fc.boolean(), (ordered, fulfilled, waiting, cancelled) => {
        const quantity = item(ordered, fulfilled, waiting, cancelled);
        expect(quantity).toBeGreaterThanOrEqual(0);
        expect(quantity).toBeLessThanOrEqual(ordered);
      }),
    );
  });
});

describe('an order without its marketplace', () => {
  it('is placed by the settings, or by the buyer', () => {
    const parsed = parseOrder(node({ ...sampleOrder, salesChannel: { channelName: 'AMAZON' } }));
    if (!parsed.ok) throw new Error('odd');
    const place = (marketplaceIds: string, region = 'NA') =>
      marketplaceOf(parsed.shape, readAmazonSettings({ ...sampleSettings, region, marketplaceIds }));
    expect(place('A2EUQ1WTGCTBG2')).toBe('A2EUQ1WTGCTBG2');
    expect(place('')).toBe('ATVPDKIKX0DER');
    expect(place('A2EUQ1WTGCTBG2,A1AM78C64UM0Y8')).toBeNull();
    expect(place('', 'EU')).toBeNull();
  });
});

it('knows no stage for a word of an object itself', () => {
  expect(stageOf('constructor', [])).toBeNull();
});
