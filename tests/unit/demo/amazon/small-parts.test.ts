import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountText,
  instant,
  instantMs,
  mfnMoney,
  money,
  readUtcInstant,
} from '../../../../src-main/demo/amazon/answers/values.ts';
import {
  pageTokenLifeMs,
  readPageToken,
  requestMark,
  writePageToken,
} from '../../../../src-main/demo/amazon/endpoints/page-token.ts';
import { readFlatFile } from '../../../../src-main/demo/amazon/feeds/flat-file.ts';
import { escapeXml, readXml, textOf } from '../../../../src-main/demo/amazon/feeds/xml.ts';
import { drawZpl } from '../../../../src-main/demo/amazon/label/draw-zpl.ts';
import { marketplaces } from '../../../../src-main/demo/amazon/marketplaces.ts';
import { operations } from '../../../../src-main/demo/amazon/operations.ts';

describe('values on the wire', () => {
  it('are written as the documents write them', () => {
    expect(instant(Date.parse('2026-11-05T07:59:59.789Z'))).toBe('2026-11-05T07:59:59Z');
    expect(instantMs(Date.parse('2026-11-02T08:15:30.120Z'))).toBe('2026-11-02T08:15:30.120Z');
    expect([money(2_498, 'USD'), money(1_290, 'JPY'), mfnMoney(485, 'EUR')]).toEqual([
      { amount: '24.98', currencyCode: 'USD' },
      { amount: '1290', currencyCode: 'JPY' },
      { CurrencyCode: 'EUR', Amount: 4.85 },
    ]);
    expect(amountText(-5, 'USD')).toBe('-0.05');
  });

  it.each(['2026-11-02', '2026-11-02T08:00:00', '2026-11-02T08:00:00+09:00', '2026-11-02T08:00:00 09:00', 'now'])(
    'refuse %s as an instant',
    (text) => {
      expect(readUtcInstant(text)).toBeNaN();
    },
  );
});

describe('page tokens', () => {
  it('come back whole and belong to one request', () => {
    const query = new URLSearchParams({ createdAfter: 'x', marketplaceIds: 'a,b' });
    const mark = requestMark(query, 'NA');
    const token = { mark, lastMs: 5, lastId: '1-2-3', boundMs: 9, expiresAtMs: pageTokenLifeMs };
    expect(readPageToken(writePageToken(token), mark, 0)).toEqual(token);
    const reordered = new URLSearchParams({ paginationToken: 'y', marketplaceIds: 'a,b', createdAfter: 'x' });
    expect(requestMark(reordered, 'NA')).toBe(mark);
    expect(requestMark(query, 'EU')).not.toBe(mark);
  });
});

describe('XML', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const element = readXml(`<?xml version="1.0"?>\n<A x="1"><!-- c --><B>${escapeXml(text)}</B><C/></A>`);
        expect(textOf(element, 'B')).toBe(text.trim());
        expect(element.children.map((child) => child.name)).toEqual(['B', 'C']);
      }),
    );
  });

  it.each(['', 'text', '<A>', '<A></B>', '<A/><B/>', '</A>', '<A>&nope;</A>', '<A b=1/>', '<A><B></A></B>'])(
    'refuses %j',
    (text) => {
      expect(() => readXml(text)).toThrow();
    },
  );
});

describe('flat files', () => {
  it('are read by their header', () => {
    expect(readFlatFile('\uFEFFOrder-ID\tQuantity\r\n1\t2\r\n\r\n', ['order-id'])).toEqual([
      { 'order-id': '1', quantity: '2' },
    ]);
    expect(() => readFlatFile('a\tb\n', ['order-id'])).toThrow('order-id');
  });
});

describe('ZPL', () => {
  it('keeps commands out of the text', () => {
    const address = {
      name: 'A^XZ~B_C',
      lines: ['1 Test St'],
      city: 'Seattle',
      stateOrRegion: 'WA',
      postalCode: '98101',
      countryCode: 'US',
    };
    const zpl = drawZpl(
      {
        carrierName: 'USPS',
        serviceName: 'Ground',
        trackingId: '94001',
        orderId: '1',
        from: address,
        to: address,
        customText: '',
      },
      203,
    );
    expect(zpl).toContain('^FDA_5EXZ_7EB_5FC^FS');
    expect(zpl.match(/\^XZ/gu)).toHaveLength(1);
  });
});

describe('the tables', () => {
  it('hold the marketplaces and limits of the documents', () => {
    expect(marketplaces).toHaveLength(23);
    expect(new Set(marketplaces.map((place) => place.id)).size).toBe(23);
    const limits = Object.fromEntries(operations.map(({ name, limit }) => [name, [limit.ratePerSecond, limit.burst]]));
    expect(limits).toMatchObject({
      searchOrders: [0.0056, 20],
      getOrder: [0.5, 30],
      confirmShipment: [2, 10],
      createRestrictedDataToken: [1, 10],
      createFeed: [0.0083, 15],
      getFeed: [2, 15],
      createFeedDocument: [0.5, 15],
      getFeedDocument: [0.0222, 10],
      createReport: [0.0167, 15],
      getReport: [2, 15],
      getReportDocument: [0.0167, 15],
      getEligibleShipmentServices: [6, 12],
      getAdditionalSellerInputs: [1, 1],
      createShipment: [2, 2],
      getShipment: [1, 1],
      cancelShipment: [1, 1],
      getRates: [80, 100],
      purchaseShipment: [80, 100],
      confirmOrderDetails: [1, 5],
      getSolicitationActionsForOrder: [1, 5],
      listTransactions: [0.5, 10],
      listFinancialEventsByOrderId: [0.5, 30],
      getMarketplaceParticipations: [0.016, 15],
    });
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });
});
