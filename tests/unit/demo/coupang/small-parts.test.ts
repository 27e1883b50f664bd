import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromSeoul,
  seoulDate,
  seoulOffset,
  seoulPlain,
  seoulSpaced,
} from '../../../../src-main/demo/coupang/answers/seoul-time.ts';
import { groupBy } from '../../../../src-main/demo/coupang/group-by.ts';
import { Traffic } from '../../../../src-main/demo/coupang/http/traffic.ts';
import { pageOf } from '../../../../src-main/demo/coupang/page-of.ts';
import { carrierName, isInvoiceNumberOf } from '../../../../src-main/demo/coupang/rules/carriers.ts';
import { findRoute } from '../../../../src-main/demo/coupang/routes.ts';
import { compareIds } from '../../../../src-main/demo/coupang/store.ts';
import { realisticTimings } from '../../../../src-main/demo/coupang/timings.ts';

describe('carriers', () => {
  const table: [string, number[]][] = [
    ['CJGLS', [10, 12]],
    ['HYUNDAI', [10, 12, 13]],
    ['HANJIN', [10, 12]],
    ['KGB', [10, 11]],
    ['EPOST', [13]],
    ['KDEXP', [8, 9, 10, 11, 12, 13, 14, 15, 16]],
    ['ILYANG', [8, 9, 10, 11, 12, 13, 14, 15, 16]],
    ['HDEXP', [8, 9, 10, 11, 12, 13, 14, 15, 16]],
    ['CHUNIL', [11]],
    ['DAESIN', [13]],
    ['CVS', [10, 12]],
    ['DHL', [10, 13, 20]],
    ['UPS', [9, 18]],
  ];

  it.each(table)('%s has numbers of %o digits', (code, lengths) => {
    const taken = Array.from({ length: 25 }, (_, length) => length).filter((length) =>
      isInvoiceNumberOf(code, '1'.repeat(length)),
    );
    expect(taken).toEqual(lengths);
    expect(isInvoiceNumberOf(code, 'A'.repeat(lengths[0] ?? 0))).toBe(false);
  });

  it("the seller's own delivery takes any digits, the rest of the list any number", () => {
    expect(isInvoiceNumberOf('DIRECT', '1')).toBe(true);
    expect(isInvoiceNumberOf('DIRECT', 'x')).toBe(false);
    const codes =
      'REGISTPOST AJOU CSLOGIS FEDEX EMS TNT USPS IPARCEL GSMNTON SWGEXP PANTOS ACIEXPRESS DAEWOON AIRBOY KGLNET KUNYOUNG SLX HONAM LINEEXPRESS TWOFASTEXP ECMS SELC WONDERS YONGMA SEBANG NHLOGIS LOTTEGLOBAL GSIEXPRESS EFS DHLGLOBALMAIL IQS DONGBU COUPANG';
    for (const code of codes.split(' ')) {
      expect([code, isInvoiceNumberOf(code, 'EE123456789KR'), carrierName(code) !== '']).toEqual([code, true, true]);
    }
    expect([isInvoiceNumberOf('KOREX', '1234567890'), carrierName('KOREX')]).toEqual([false, '']);
  });
});

describe('time in Seoul', () => {
  const atMs = Date.parse('2026-11-03T01:20:16.250Z');

  it('has the shapes of the documents', () => {
    expect(seoulOffset(atMs)).toBe('2026-11-03T10:20:16+09:00');
    expect(seoulOffset(atMs, true)).toBe('2026-11-03T10:20:16.250+09:00');
    expect(seoulPlain(atMs)).toBe('2026-11-03T10:20:16');
    expect(seoulSpaced(atMs)).toBe('2026-11-03 10:20:16');
    expect(seoulSpaced(null)).toBe('');
    expect(seoulDate(Date.parse('2026-11-02T15:00:00Z'))).toBe('2026-11-03');
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(fromSeoul(seoulPlain(seconds * 1_000))).toBe(seconds * 1_000);
      }),
    );
    expect(fromSeoul('2026-11-03')).toBe(Date.parse('2026-11-02T15:00:00Z'));
    for (const text of ['2026-02-30', '2026-13-01', '2026-11-03T24:61', 'now', '2026-11-03Z']) {
      expect(fromSeoul(text)).toBeNull();
    }
  });
});

describe('traffic', () => {
  it('never lets more than five through in any second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 60 }), (gaps) => {
        const traffic = new Traffic(5, { ...realisticTimings, blockMs: 0, blockGrowthMs: 0 });
        const passed: number[] = [];
        let nowMs = 0;
        for (const gap of gaps) {
          nowMs += gap;
          const used = traffic.take('A00012345', nowMs);
          if (used !== null) passed.push(nowMs);
          if (used !== null) expect(used).toBeLessThanOrEqual(1);
        }
        for (const atMs of passed) {
          expect(passed.filter((other) => other >= atMs && other < atMs + 1_000).length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('opens again only to who stays away', () => {
    const traffic = new Traffic(5, realisticTimings);
    traffic.shut(0);
    let nowMs = 0;
    // Knocking every 20 s adds 30 s each time.
    for (; nowMs < 3_600_000; nowMs += 20_000) expect(traffic.look(nowMs)).toBe('throttled');
    expect(traffic.look(nowMs + 3 * 3_600_000)).toBe('open');
  });

  it('forgets errors after a minute', () => {
    const traffic = new Traffic(5, realisticTimings);
    for (let count = 0; count < 100; count += 1) traffic.noteError(count * 4_000);
    expect(traffic.look(400_000)).toBe('open');
    for (let count = 0; count < 20; count += 1) traffic.noteError(500_000);
    expect(traffic.look(500_001)).toBe('denied');
  });
});

describe('pages', () => {
  it('hold every row once, in order, whatever the size', () => {
    const row = fc.record({
      atMs: fc.integer({ min: 0, max: 20 }),
      id: fc.integer({ min: 1, max: 100_000 }).map(String),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: (one) => one.id, maxLength: 80 }),
        fc.integer({ min: 1, max: 50 }),
        (rows, size) => {
          const sorted = rows.toSorted((one, other) => one.atMs - other.atMs || compareIds(one.id, other.id));
          const seen: typeof rows = [];
          let nextToken = '';
          do {
            const page = pageOf(sorted, (one) => one, { nextToken, size, question: ['ACCEPT'] });
            seen.push(...page.rows);
            nextToken = page.nextToken;
          } while (nextToken !== '');
          expect(seen).toEqual(sorted);
        },
      ),
    );
  });
});

describe('routes', () => {
  it('prefer named words', () => {
    const base = '/v2/providers/openapi/apis/api/v5/vendors';
    expect(findRoute('GET', `${base}/callCenterInquiries/1`)?.route.operation).toBe('getTicket');
    expect(findRoute('GET', `${base}/A00012345/callCenterInquiries`)?.route.operation).toBe('listTickets');
    expect(findRoute('GET', `${base}/A00012345/ordersheets/1`)?.route.operation).toBe('getOrderSheet');
    expect(findRoute('GET', `${base}/A00012345/1/ordersheets`)).toMatchObject({
      route: { operation: 'getOrder' },
      parameters: { vendorId: 'A00012345', orderId: '1' },
    });
    expect(findRoute('DELETE', `${base}/A00012345/ordersheets/1`)).toBeNull();
  });

  it('group keeps the order', () => {
    expect([...groupBy([3, 1, 2, 5], (value) => value % 2)]).toEqual([
      [1, [3, 1, 5]],
      [0, [2]],
    ]);
  });
});
