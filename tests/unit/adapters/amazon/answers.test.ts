import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAfterSalesCursor } from '../../../../src-main/adapters/platforms/amazon/after-sales-cursor.ts';
import { carrierFields } from '../../../../src-main/adapters/platforms/amazon/carriers.ts';
import { readErrorBody } from '../../../../src-main/adapters/platforms/amazon/error-body.ts';
import { type CallFault, faultOutcome } from '../../../../src-main/adapters/platforms/amazon/errors.ts';
import { specificationFor } from '../../../../src-main/adapters/platforms/amazon/label-specification.ts';
import { readServices, readShipment, sellerInputs } from '../../../../src-main/adapters/platforms/amazon/mfn.ts';
import { moneyCase } from '../../../../src-main/adapters/platforms/amazon/money-events.ts';
import { AMAZON_LIMITS, pathOf } from '../../../../src-main/adapters/platforms/amazon/operations.ts';
import { parseParticipations } from '../../../../src-main/adapters/platforms/amazon/parse-participations.ts';
import { isFairUrl } from '../../../../src-main/adapters/platforms/amazon/presigned.ts';
import { readCursor, writeCursor } from '../../../../src-main/adapters/platforms/amazon/pull-cursor.ts';
import { offersOf, readPurchase, readRates } from '../../../../src-main/adapters/platforms/amazon/shipping-v2.ts';
import { node } from './samples.ts';

function outcomeOf(status: number, body: unknown, purpose: 'read' | 'write' = 'write') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const error = readErrorBody({ status, headers: {}, bytes: new TextEncoder().encode(text) });
  return faultOutcome({ kind: 'api', error, afterMs: null } satisfies CallFault, purpose);
}
const errors = (code: string, message = '', details = '') => ({ errors: [{ code, message, details }] });
const DENIED = 'Access to requested resource is denied.';

describe('errors', () => {
  it.each([
    [429, errors('QuotaExceeded', 'You exceeded your quota for the requested resource.'), { kind: 'rate-limited' }],
    [403, errors('Unauthorized', DENIED), { kind: 'rejected', code: 'missing-role' }],
    [
      403,
      errors('Unauthorized', DENIED, 'The access token you provided is revoked, malformed or invalid.'),
      { kind: 'needs-login', code: 'wrong-key' },
    ],
    [
      403,
      errors('Unauthorized', DENIED, 'The LWA secret token you provided has expired'),
      { kind: 'needs-login', code: 'secret-expired' },
    ],
    [
      400,
      errors('InvalidInput', 'not finding PackageToUpdateNotFound'),
      { kind: 'rejected', code: 'package-not-found' },
    ],
    [400, errors('Invalid Input', 'Invalid Input'), { kind: 'rejected', code: 'InvalidInput' }],
    [400, errors('400', 'Report type is invalid'), { kind: 'rejected', code: 'http-400' }],
    [
      400,
      errors('InvalidInput', 'Application does not have access to one or more requested data elements: [buyerInfo]'),
      { kind: 'rejected', code: 'missing-role' },
    ],
    [404, errors('NotFound'), { kind: 'rejected', code: 'not-found' }],
    [400, '<HTML><TITLE>Bad Request</TITLE></HTML>', { kind: 'retry', code: 'http-400' }],
    [500, errors('InternalFailure'), { kind: 'unknown', code: 'http-500' }],
    [503, errors('ServiceUnavailable'), { kind: 'retry', code: 'service-unavailable' }],
    [503, '<html>', { kind: 'unknown', code: 'http-503' }],
  ])('%d %o mean for a write', (status, body, outcome) => {
    expect(outcomeOf(status, body)).toMatchObject(outcome);
  });

  it('only ask a read to come again', () => {
    expect(outcomeOf(500, '', 'read')).toEqual({ kind: 'retry', code: 'http-500', afterMs: null });
    expect(faultOutcome({ kind: 'transport', transport: 'timeout' }, 'write')).toEqual({
      kind: 'unknown',
      code: 'timeout',
    });
    expect(faultOutcome({ kind: 'paced', afterMs: 7 }, 'write')).toEqual({ kind: 'rate-limited', afterMs: 7 });
  });

  it('never put the words of a platform into a code', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 200, max: 599 }), (code, message, status) => {
        const outcome = outcomeOf(status, errors(code, message));
        if ('code' in outcome) expect(outcome.code).toMatch(/^[\w-]{1,60}$/);
      }),
    );
  });
});

describe('cursors', () => {
  it('are read from any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readCursor(text)).toEqual(readCursor(null));
        expect(readAfterSalesCursor(text).step).toBe('money');
      }),
    );
    expect(readCursor(writeCursor({ ...readCursor(null), watermarkMs: 5 })).watermarkMs).toBe(5);
  });
});

describe('operations', () => {
  it('have the published limits, and escape what goes into a path', () => {
    expect(AMAZON_LIMITS).toContainEqual({ bucket: 'searchOrders', perSecond: 0.0056, burst: 20 });
    expect(AMAZON_LIMITS).toContainEqual({ bucket: 'createFeed', perSecond: 0.0083, burst: 15 });
    expect(pathOf('getListingsItem', { sellerId: 'A1', sku: 'a/b ?' })).toBe(
      '/listings/2021-08-01/items/A1/a%2Fb%20%3F',
    );
  });

  it('take documents from fair addresses only', () => {
    const live = 'https://sellingpartnerapi-na.amazon.com';
    expect(isFairUrl('https://tortuga-prod-na.s3.amazonaws.com/x?y=z', live)).toBe(true);
    expect(isFairUrl('http://127.0.0.1/x', live)).toBe(false);
    expect(isFairUrl('http://127.0.0.1/x', 'http://127.0.0.1:8080')).toBe(true);
    expect(isFairUrl('http://tortuga.example/x', live)).toBe(false);
    expect(isFairUrl('file:///etc/passwd', live)).toBe(false);
  });
});

describe('carriers', () => {
  it('go out by their code where the marketplace lists them, else as Other with their name', () => {
    expect(carrierFields(' yanwen ', null)).toEqual({ carrierCode: 'YANWEN' });
    expect(carrierFields('Yun Express', 'AU')).toEqual({ carrierCode: 'Yun Express' });
    expect(carrierFields('YunExpress', 'US')).toEqual({ carrierCode: 'Other', carrierName: 'YunExpress' });
  });
});

describe('labels', () => {
  const specification = {
    format: 'ZPL',
    size: { width: 4, length: 6, unit: 'INCH' },
    printOptions: [
      {
        supportedDPIs: [300],
        supportedPageLayouts: ['LEFT'],
        supportedFileJoiningOptions: [true],
        supportedDocumentDetails: [],
      },
      { supportedDPIs: [203], supportedPageLayouts: ['DEFAULT'], supportedFileJoiningOptions: [false, true] },
    ],
  };
  const payload = {
    requestToken: 'amzn1.rq.1',
    rates: [
      {
        rateId: 'r1',
        carrierId: 'USPS',
        carrierName: 'USPS',
        serviceId: 'GND',
        serviceName: 'Ground',
        totalCharge: { value: 5.39, unit: 'USD' },
        promise: { deliveryWindow: { end: '2026-11-09T00:00:00Z' } },
        supportedDocumentSpecifications: [specification],
        requiresAdditionalInputs: true,
      },
      { rateId: 7 },
    ],
    ineligibleRates: [
      { serviceName: 'Air', ineligibilityReasons: [{ code: 'TERMS_AND_CONDITIONS_NOT_ACCEPTED', message: 'x' }] },
    ],
  };

  it('of Shipping v2 are read with their prices, promises and refusals', () => {
    const rates = readRates(node({ payload }))!;
    expect(offersOf(rates, Date.parse('2026-11-08T00:00:00Z'))).toEqual({
      offers: [
        {
          id: 'v2:USPS:GND',
          carrier: 'USPS',
          service: 'Ground',
          price: { minor: 539, currency: 'USD' },
          deliverByMs: Date.parse('2026-11-09T00:00:00Z'),
          timeliness: null,
          isBuyersChoice: false,
          warnings: ['slower-than-promised', 'needs-extra-data'],
        },
      ],
      refused: [{ service: 'Air', code: 'TERMS_AND_CONDITIONS_NOT_ACCEPTED' }],
    });
    expect(readRates(node({ payload: { rates: [] } }))).toBeNull();
    expect(readPurchase(node({ payload: { shipmentId: 's', packageDocumentDetails: [{ trackingId: 't' }] } }))).toEqual(
      {
        shipmentId: 's',
        trackingNumber: 't',
      },
    );
  });

  it('are asked for in a form that the rate offers', () => {
    const [rate] = readRates(node({ payload }))!.rates;
    const size = { width: 4, length: 6, unit: 'INCH' };
    const base = { format: 'ZPL', size, requestedDocumentTypes: ['LABEL'] };
    expect(specificationFor(rate!, 'ZPL203')).toEqual({
      ...base,
      dpi: 203,
      pageLayout: 'DEFAULT',
      needFileJoining: false,
    });
    expect(specificationFor(rate!, 'ZPL300')).toEqual({ ...base, dpi: 300, pageLayout: 'LEFT', needFileJoining: true });
    expect(specificationFor(rate!, 'PDF')).toMatchObject({ format: 'ZPL', dpi: 203 });
    expect(specificationFor({ ...rate!, supportedDocumentSpecifications: [] }, 'PDF')).toBeNull();
  });

  it('of Merchant Fulfillment say what customs want to know', () => {
    const field = (name: string, IsRequired: boolean, more = {}) => ({
      AdditionalInputFieldName: name,
      SellerInputDefinition: { IsRequired, DataType: 'String', InputDisplayText: name, StoredValue: {}, ...more },
    });
    const ask = (...fields: unknown[]) => node({ payload: { ShipmentLevelFields: fields, ItemLevelFieldsList: [] } });
    expect(sellerInputs(ask(field('GoodsDescription', true), field('Note', false)), ['手作り Mug', 'Lamp'])).toEqual({
      inputs: [
        {
          AdditionalInputFieldName: 'GoodsDescription',
          AdditionalSellerInput: { DataType: 'String', ValueAsString: 'Mug, Lamp' },
        },
      ],
      missing: null,
    });
    expect(sellerInputs(ask(field('TaxId', true)), ['Mug']).missing).toBe('TaxId');
    expect(sellerInputs(ask(field('TaxId', true, { StoredValue: { ValueAsString: '77' } })), []).missing).toBeNull();
    expect(readServices(node({ payload: {} }))?.ShippingServiceList).toEqual([]);
    // The models' own sandbox answers a cancelled shipment with an empty file type.
    expect(
      readShipment(node({ payload: { ShipmentId: 'x', Label: { FileContents: { Contents: '', FileType: '' } } } })),
    ).toMatchObject({
      ShipmentId: 'x',
    });
  });
});

describe('accounts and money', () => {
  it('read participations one by one', () => {
    const payload = [
      {
        marketplace: { id: 'ATVPDKIKX0DER', defaultCurrencyCode: 'USD' },
        participation: { isParticipating: true, hasSuspendedListings: false },
        storeName: 'BestSeller',
      },
      { marketplace: null },
    ];
    expect(parseParticipations(node({ payload }))).toEqual([
      { id: 'ATVPDKIKX0DER', currency: 'USD', storeName: 'BestSeller', isParticipating: true, isSuspended: false },
    ]);
    expect(parseParticipations(node({}))).toEqual([]);
  });

  it.each([
    ['Shipment', 'Order Payment', null],
    ['Refund', 'Refund Order', 'refund'],
    ['GuaranteeClaim', 'A-to-z Guarantee Claim', 'claim'],
    ['Chargeback', 'Chargeback', 'chargeback'],
  ])('read a %s (%s) as %s', (transactionType, description, kind) => {
    const found = moneyCase(
      node({
        transactionType,
        description,
        transactionId: 't1',
        transactionStatus: 'DEFERRED',
        postedDate: '2026-11-14T03:35:13.214Z',
        totalAmount: { currencyAmount: -10.5, currencyCode: 'USD' },
        relatedIdentifiers: [{ relatedIdentifierName: 'ORDER_ID', relatedIdentifierValue: '114-1' }],
      }),
    );
    expect(found?.kind ?? null).toBe(kind);
    if (found !== null)
      expect(found).toMatchObject({ amount: { minor: 1_050 }, orderRemoteId: '114-1', stage: 'closed' });
  });
});
