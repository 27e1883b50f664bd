import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLATFORMS } from '../../../../src-main/core/shared/platform.ts';
import { ordersOf, SAMPLES } from '../../../support/order-file-samples.ts';

const only = (platform: keyof typeof SAMPLES) => {
  const { orders, faults } = ordersOf(platform, SAMPLES[platform]);
  expect(faults).toEqual([]);
  expect(orders).toHaveLength(1);
  return orders[0]!.facts;
};

describe('each platform', () => {
  test('Amazon: two rows of one order are two lines, the price of a line is split', () => {
    const facts = only('amazon');
    expect(facts).toMatchObject({
      remoteId: '114-0000001-0000001',
      stage: 'to-confirm',
      placedAtMs: Date.UTC(2026, 10, 2, 8, 15, 30),
      shipByMs: Date.UTC(2026, 10, 5, 7, 59, 59),
      buyerName: 'B. Payer',
      country: 'US',
      service: 'Standard',
      steps: ['push-tracking'],
      address: { name: 'A. Buyer', lines: ['1 Test St', 'Apt 4'], city: 'Seattle', region: 'WA', postcode: '98101' },
    });
    expect(facts.lines).toEqual([
      expect.objectContaining({
        remoteId: '12345678901234',
        sku: 'MUG-RED',
        quantity: 2,
        unitPrice: { minor: 1249, currency: 'USD' },
      }),
      expect.objectContaining({ remoteId: '12345678901235', quantity: 1 }),
    ]);
  });

  test('Coupang: the box is the order, the option its line, what is cancelled is not shipped', () => {
    const facts = only('coupang');
    expect(facts).toMatchObject({
      remoteId: '642538970006401429',
      remoteOrderNumber: '9100041863244',
      stage: 'to-hand-over',
      placedAtMs: Date.UTC(2026, 10, 3, 1, 20, 16),
      shipByMs: Date.UTC(2026, 10, 6, 15) - 1,
      buyerNote: '문 앞',
      customsId: 'P000000000000',
      address: { name: '홍길동', postcode: '05510', phone: '0503-0000-0001', country: 'KR' },
    });
    expect(facts.lines).toEqual([
      {
        remoteId: '4279191312',
        remoteSku: '4279191312',
        sku: 'SKU-A',
        title: '케이스, 검정',
        variant: '검정',
        quantity: 1,
        unitPrice: { minor: 12300, currency: 'KRW' },
      },
    ]);
  });

  test('AliExpress: all goods out of one cell, Pacific time, a country by its Chinese name', () => {
    const facts = only('aliexpress');
    expect(facts).toMatchObject({
      remoteId: '8160045860056286',
      stage: 'to-confirm',
      placedAtMs: Date.UTC(2026, 10, 1, 11, 12),
      country: 'GB',
      total: { minor: 5199, currency: 'USD' },
      address: { name: 'John Doe', lines: ['5 High St'], city: 'Leeds', phone: '+44 7700 900000' },
    });
    expect(facts.lines.map(({ title, variant, sku, quantity }) => [title, variant, sku, quantity])).toEqual([
      ['Wireless Earbuds (2 pairs)', 'Color:Black', 'EARBUD-01', 2],
      ['Cable', null, 'CABLE-1', 1],
    ]);
  });

  test('Ozon: the posting is the order, Moscow time, the contract currency', () => {
    const facts = only('ozon');
    expect(facts).toMatchObject({
      remoteId: '0208245774-0029-1',
      remoteOrderNumber: '0208245774-0029',
      stage: 'to-confirm',
      placedAtMs: Date.UTC(2026, 10, 3, 8),
      address: null,
      total: { minor: 10566, currency: 'CNY' },
    });
    expect(facts.lines[0]).toMatchObject({
      remoteId: '1904686181',
      sku: 'b4408110',
      quantity: 3,
      unitPrice: { minor: 3522, currency: 'CNY' },
    });
  });

  test('Taobao: the only line bears the trade’s number, the address is taken apart', () => {
    const facts = only('taobao');
    expect(facts).toMatchObject({
      remoteId: '3719055060544802021',
      stage: 'to-confirm',
      placedAtMs: Date.UTC(2026, 10, 1, 2),
      shipByMs: Date.UTC(2026, 10, 3, 2, 2, 11),
      address: {
        region: '江苏省',
        city: '南京市',
        lines: ['建邺区 沙洲街道 1号'],
        phone: '13800000000',
        country: 'CN',
      },
    });
    expect(facts.lines[0]).toMatchObject({ remoteId: '3719055060544802021', sku: 'SKU-01', quantity: 1 });
  });
});

test('the order of the columns does not matter, nor do columns that nobody knows', () => {
  for (const platform of PLATFORMS) {
    const [titles = [], ...rows] = SAMPLES[platform];
    const wanted = ordersOf(platform, SAMPLES[platform]).orders.map((order) => order.facts);
    fc.assert(
      fc.property(fc.shuffledSubarray([...titles.keys()], { minLength: titles.length }), (places) => {
        const table = [titles, ...rows].map((cells, at) => [
          at === 0 ? '备用列' : 'x',
          ...places.map((place) => cells[place] ?? ''),
        ]);
        expect(ordersOf(platform, table).orders.map((order) => order.facts)).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  }
});

const amazonRow = (over: Readonly<Record<number, string>>) =>
  SAMPLES.amazon[1]!.map((cell, index) => over[index] ?? cell);
const faultsOf = (...rows: string[][]) => {
  const { orders, faults } = ordersOf('amazon', [SAMPLES.amazon[0]!, ...rows]);
  return {
    faults: faults.map(({ line, field, code }) => [line, field, code]),
    ids: orders.map((order) => order.facts.remoteId),
  };
};

test('one bad row never blocks the rest, and takes its own order with it', () => {
  const good = amazonRow({ 0: '114-0000009-0000009', 1: '99' });
  expect(faultsOf(amazonRow({ 12: 'many' }), SAMPLES.amazon[2] as string[], good)).toEqual({
    faults: [[2, 'quantity', 'quantity-unreadable']],
    ids: ['114-0000009-0000009'],
  });
  expect(faultsOf(amazonRow({ 0: '' }), good).faults).toEqual([[2, 'order-number', 'order-number-missing']]);
  expect(faultsOf(amazonRow({ 0: 'Total' }), good).faults).toEqual([[2, 'order-number', 'order-number-unreadable']]);
  expect(faultsOf(['114-0000001-0000001', '1', '2026-11-02'], good)).toEqual({
    faults: [[2, null, 'row-too-short']],
    ids: ['114-0000009-0000009'],
  });
  expect(faultsOf(amazonRow({ 17: '1 Stra\ufffde' }), good)).toEqual({
    faults: [[2, 'address', 'letters-lost']],
    ids: ['114-0000009-0000009'],
  });
  const cellOnly = faultsOf(amazonRow({ 2: '31.02.2026', 25: 'free', 23: 'Atlantis' }), good);
  expect(cellOnly.ids).toHaveLength(2);
  expect(cellOnly.faults.map(([, , code]) => String(code)).toSorted((left, right) => (left < right ? -1 : 1))).toEqual([
    'amount-unreadable',
    'country-unknown',
    'date-unreadable',
  ]);
});

test('an id whose digits a spreadsheet has lost is never taken', () => {
  const [titles, row] = [SAMPLES.coupang[0]!, SAMPLES.coupang[1]!];
  const withBox = (box: string, option = '4279191312') =>
    row.map((cell, at) => (at === 1 ? box : at === 14 ? option : cell));
  for (const lost of ['6.42538970006401E+17', '6.42539E+17', '642538970006401000']) {
    const { orders, faults } = ordersOf('coupang', [titles, withBox(lost)]);
    expect(orders).toEqual([]);
    expect(faults).toEqual([{ line: 2, field: 'unit', code: 'digits-lost' }]);
  }
  expect(
    ordersOf('coupang', [titles, withBox('642538970006401429'), withBox('642538970006401000')]).orders,
  ).toHaveLength(2);
  expect(ordersOf('coupang', [titles, withBox('642538970006401429', '4.2E+9')]).faults).toMatchObject([
    { code: 'digits-lost' },
  ]);
});

test('a row without a number under one with it belongs to the same order', () => {
  const more = SAMPLES.amazon[2]!.map((cell, index) => ([0, 2, 3, 16].includes(index) ? '' : cell));
  const { orders, faults } = ordersOf('amazon', [SAMPLES.amazon[0]!, SAMPLES.amazon[1]!, more]);
  expect(faults).toEqual([]);
  expect(orders[0]?.facts.lines).toHaveLength(2);
  expect(orders[0]?.rows.map((row) => row.line)).toEqual([2, 3]);
});

test('a row that stands twice is one line, and goods of Amazon’s own warehouse are nobody’s here', () => {
  const { orders } = ordersOf('amazon', [SAMPLES.amazon[0]!, SAMPLES.amazon[1]!, SAMPLES.amazon[1]!]);
  expect(orders[0]?.facts.lines).toHaveLength(1);
  const titles = [...SAMPLES.amazon[0]!, 'fulfillment-channel'];
  expect(ordersOf('amazon', [titles, [...SAMPLES.amazon[1]!, 'Amazon']]).orders).toEqual([]);
});

test('a status that nobody knows is kept and told', () => {
  const titles = [...SAMPLES.amazon[0]!, 'order-status'];
  const { orders, faults } = ordersOf('amazon', [titles, [...SAMPLES.amazon[1]!, 'Teleported']]);
  expect(orders[0]?.facts).toMatchObject({ stage: 'unknown', rawStatus: 'Teleported' });
  expect(faults).toMatchObject([{ code: 'status-unknown', line: 2 }]);
});

test('words of the language are no statuses', () => {
  const titles = [...SAMPLES.amazon[0]!, 'order-status'];
  const { orders } = ordersOf('amazon', [titles, [...SAMPLES.amazon[1]!, 'constructor']]);
  expect(orders[0]?.facts).toMatchObject({ stage: 'unknown', rawStatus: 'constructor' });
});

test('parcels that the file names come with it', () => {
  const row = SAMPLES.aliexpress[1]!.map((cell, index) => (index === 23 ? 'CAINIAO_STANDARD:LP00123456789' : cell));
  const { orders } = ordersOf('aliexpress', [SAMPLES.aliexpress[0]!, row]);
  expect(orders[0]?.facts.remoteParcels).toEqual([
    { trackingNumber: 'LP00123456789', carrier: 'CAINIAO_STANDARD', shippedAtMs: null, items: null },
  ]);
});

test('random tables never throw, and every row is read or told', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('114-0000001-0000001', '2', '2026-11-02', 'US', ''),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 12 }), (rows) => {
      const { orders, faults } = ordersOf('amazon', [SAMPLES.amazon[0]!, ...rows]);
      const told = new Set([
        ...orders.flatMap((order) => order.rows.map((row) => row.line)),
        ...faults.map((fault) => fault.line),
      ]);
      const left = new Set(orders.map((order) => order.facts.remoteId));
      for (const [index, cells] of rows.entries()) {
        if (cells.every((text) => text.trim() === '') || told.has(index + 2)) continue;
        // A good row of an order that has a bad one: it is left out with it.
        expect(left.has((cells[0] ?? '').trim())).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});
