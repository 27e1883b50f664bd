import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../src-main/adapters/platforms/shared/json.ts';
import { parsePosting } from '../../../../src-main/adapters/platforms/ozon/parse-posting.ts';
import type { OrderSnapshot } from '../../../../src-main/app/ports/platform-connector.ts';
import { aggregatorPosting, type Json, sellerPosting, v3Posting } from './samples.ts';

const node = (value: unknown) => readJson(typeof value === 'string' ? value : JSON.stringify(value))!.node;

function read(value: unknown, asksCancel = false): OrderSnapshot {
  const parsed = parsePosting(node(value), asksCancel);
  if (!parsed.ok) throw new Error(parsed.odd.reason);
  return parsed.snapshot;
}
const odd = (value: unknown) => {
  const parsed = parsePosting(node(value), false);
  return parsed.ok ? null : parsed.odd;
};

describe('parsePosting', () => {
  it('reads the v4 sample of a posting that Ozon delivers', () => {
    const { facts, warnings } = read(aggregatorPosting({ scanit: 'ii30525117479' }));
    expect(warnings).toEqual([]);
    expect(facts).toEqual({
      platform: 'ozon',
      remoteId: '0208245774-0029-1',
      remoteOrderNumber: '0208245774-0029',
      stage: 'to-confirm',
      rawStatus: 'awaiting_packaging',
      rawSubstatus: 'posting_created',
      placedAtMs: Date.parse('2026-11-03T08:00:00Z'),
      shipByMs: Date.parse('2026-11-06T21:00:00Z'),
      deliverByMs: null,
      lines: [
        {
          remoteId: '1904686181',
          remoteSku: '1904686181',
          sku: 'b4408110',
          title: 'Case',
          variant: null,
          quantity: 1,
          unitPrice: { minor: 3522, currency: 'CNY' },
        },
      ],
      buyerId: null,
      buyerName: null,
      country: null,
      address: null,
      buyerNote: null,
      steps: ['confirm', 'platform-label', 'cancel'],
      openSteps: ['confirm', 'cancel'],
      alerts: [],
      trackingNumber: null,
      isAddressSealed: false,
      remoteParcels: [],
      total: null,
      service: 'Route A',
      cancellation: null,
      scanCodes: ['%101%00820', '2080001234567', 'ii30525117479'],
    });
  });

  it('reads buyer, address and note of a posting that the seller delivers', () => {
    const { facts } = read(sellerPosting());
    expect(facts.address).toEqual({
      name: 'Мария Образцова',
      phone: '+7 900 000-00-00',
      lines: ['ул. Примерная, д. 5, кв. 7'],
      city: 'Казань',
      region: 'Татарстан',
      postcode: '420000',
      country: 'RU',
    });
    expect(facts).toMatchObject({
      buyerId: '83912345',
      buyerName: 'Мария Образцова',
      country: 'RU',
      buyerNote: 'домофон 12',
    });
    expect(facts.steps).toEqual([
      'confirm',
      'push-tracking',
      'push-in-transit',
      'push-last-mile',
      'push-delivered',
      'cancel',
    ]);
  });

  it('reads the other money shape of the v3 get', () => {
    expect(read(v3Posting()).facts.lines[0]).toMatchObject({
      quantity: 2,
      unitPrice: { minor: 153000, currency: 'RUB' },
    });
  });

  it('keeps every digit of ids and of the raw text', () => {
    const text = JSON.stringify(sellerPosting())
      .replace(/"sku":\d+/, '"sku":9223372036854775807')
      .replace(/"amount":"35.22"/, '"amount":35.2200');
    const { facts, raw } = read(text);
    expect(facts.lines[0]).toMatchObject({
      remoteSku: '9223372036854775807',
      unitPrice: { minor: 3522, currency: 'CNY' },
    });
    expect(raw).toContain('"sku":9223372036854775807');
    expect(raw).toContain('"amount":35.2200');
  });

  it('takes ids as texts as well as numbers', () => {
    const products = [
      { sku: '148591503', offer_id: 77, name: 'N', quantity: '3', price: { amount: 12.5, currency: 'USD' } },
    ];
    expect(read(aggregatorPosting({ products })).facts.lines[0]).toMatchObject({
      remoteSku: '148591503',
      sku: '77',
      quantity: 3,
      unitPrice: { minor: 1250, currency: 'USD' },
    });
  });

  it.each([
    [{ price: { amount: 'free', currency: 'CNY' } }, 'price-unreadable'],
    [{ price: null }, 'price-unreadable'],
    [{ price: { amount: '1.00', currency: 'yuan' } }, 'price-unreadable'],
    [{ price: { amount: '1.005', currency: 'CNY' } }, 'price-rounded'],
    [{ offer_id: '' }, 'offer-id-missing'],
  ])('keeps the order and warns: %o', (over, warning) => {
    const products = [
      { sku: 1, offer_id: 'o', name: 'n', quantity: 1, price: { amount: '1', currency: 'CNY' }, ...over },
    ];
    expect(read(aggregatorPosting({ products })).warnings).toEqual([warning]);
  });

  it('numbers a SKU that comes twice and leaves out lines cancelled to zero', () => {
    const line = { sku: 5, offer_id: 'a', name: 'n', quantity: 1, price: { amount: '1', currency: 'CNY' } };
    const { facts } = read(aggregatorPosting({ products: [line, { ...line, quantity: 0 }, { ...line, quantity: 2 }] }));
    expect(facts.lines.map(({ remoteId, quantity }) => [remoteId, quantity])).toEqual([
      ['5', 1],
      ['5#2', 2],
    ]);
    expect(read(aggregatorPosting({ products: [] })).warnings).toEqual(['no-lines']);
  });

  it.each([
    [
      'unknown status',
      { status: 'teleported to/mars' },
      ['unknown-status:teleported_to_mars'],
      { stage: 'unknown', rawStatus: 'teleported to/mars' },
    ],
    [
      'unknown substatus',
      { substatus: 'posting_new_thing' },
      ['unknown-substatus:posting_new_thing'],
      { stage: 'to-confirm' },
    ],
    ['no status', { status: null }, ['unknown-status:'], { stage: 'unknown' }],
    ['unknown actions', { available_actions: ['beam_up', 7, 'cancel'] }, [], { openSteps: ['cancel'] }],
    ['no actions', { available_actions: undefined }, [], { openSteps: null }],
    [
      'no type',
      { tpl_integration_type: '', integration_type_flow: undefined },
      ['unknown-integration:'],
      { steps: ['confirm', 'cancel'] },
    ],
    [
      'type in the flow only',
      { tpl_integration_type: '', integration_type_flow: '3pl_tracking' },
      [],
      { steps: ['confirm', 'push-tracking', 'push-in-transit', 'cancel'] },
    ],
    ['a date that is none', { shipment_date: 'tomorrow' }, ['ship-by-unreadable'], { shipByMs: null }],
    ['no placing time', { in_process_at: null }, [], { placedAtMs: Date.parse('2026-11-06T21:00:00Z') }],
    [
      'a time without zone',
      { in_process_at: '2026-11-03T08:00:00' },
      [],
      { placedAtMs: Date.parse('2026-11-03T08:00:00Z') },
    ],
    ['Go zero time', { shipment_date: '0001-01-01T00:00:00Z' }, [], { shipByMs: null }],
    ['wanted extra data', { requirements: { products_requiring_gtd: ['190'] } }, ['needs-exemplar-data'], {}],
    ['a customer that is a text', { customer: 'hidden', addressee: [] }, [], { address: null, buyerName: null }],
  ])('reads through %s', (_name, over, warnings, facts) => {
    const snapshot = read(aggregatorPosting(over as Json));
    expect(snapshot.warnings).toEqual(warnings);
    expect(snapshot.facts).toMatchObject(facts);
  });

  it('believes what Ozon offers for an integration type that it does not know', () => {
    const over = {
      tpl_integration_type: 'drone',
      integration_type_flow: 'drone',
      available_actions: ['set_track_number', 'ship'],
    };
    expect(read(aggregatorPosting(over)).facts.steps).toEqual(['confirm', 'cancel', 'push-tracking']);
  });

  it.each([
    ['awaiting_packaging', 'ship_failed', ['confirm-failed']],
    ['awaiting_registration', 'posting_registration_error', ['registration-failed']],
    ['awaiting_approve', 'posting_awaiting_passport_data', ['customs-data-pending']],
    ['cancelled', 'ship_failed', []],
  ])('%s / %s raises %o', (status, substatus, alerts) => {
    expect(read(aggregatorPosting({ status, substatus })).facts.alerts).toEqual(alerts);
  });

  it('adds the cancel request of a buyer, except to a finished order', () => {
    expect(read(sellerPosting(), true).facts.alerts).toEqual(['cancel-requested']);
    expect(read(sellerPosting({ status: 'delivered' }), true).facts.alerts).toEqual([]);
  });

  it('reads who cancelled, and only on a cancelled order', () => {
    const cancellation = { cancel_reason: 'Передумал', cancellation_type: 'Client', cancelled_after_ship: true };
    expect(read(aggregatorPosting({ status: 'cancelled', cancellation })).facts.cancellation).toEqual({
      reason: 'Передумал',
      by: 'buyer',
      afterHandOver: true,
    });
    expect(read(aggregatorPosting({ cancellation })).facts.cancellation).toBeNull();
  });

  it.each([
    ['no number', aggregatorPosting({ posting_number: '' }), null, 'unreadable:posting_number'],
    ['no products', aggregatorPosting({ products: null }), '0208245774-0029-1', 'unreadable:products'],
    [
      'a quantity of minus one',
      aggregatorPosting({ products: [{ sku: 1, quantity: -1 }] }),
      '0208245774-0029-1',
      'unreadable:products.0.quantity',
    ],
    [
      'a product without SKU',
      aggregatorPosting({ products: [{ quantity: 1 }] }),
      '0208245774-0029-1',
      'unreadable:products.0.sku',
    ],
    [
      'no time at all',
      aggregatorPosting({ in_process_at: '', shipment_date: '' }),
      '0208245774-0029-1',
      'unreadable:in_process_at',
    ],
    ['a text', '"posting"', null, 'unreadable:posting'],
    ['null', 'null', null, 'unreadable:posting'],
  ])('keeps an odd posting raw: %s', (_name, value, remoteId, reason) => {
    const found = odd(value);
    expect(found).toMatchObject({ remoteId, reason });
    expect(found!.raw).toBe(typeof value === 'string' ? value : JSON.stringify(value));
  });

  it('never throws, and its warnings never quote the buyer', () => {
    const anything = fc.dictionary(fc.constantFrom(...Object.keys(sellerPosting())), fc.jsonValue());
    fc.assert(
      fc.property(anything, (over) => {
        const parsed = parsePosting(node(sellerPosting(over)), true);
        const codes = parsed.ok ? parsed.snapshot.warnings.join(' ') : parsed.odd.reason;
        expect(codes).not.toMatch(/Тестов|Образцова|Примерная|\+7/);
      }),
      { numRuns: 500 },
    );
  });
});
