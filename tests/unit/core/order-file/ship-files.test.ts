import { expect, test } from 'vitest';
import type { EffectItem } from '../../../../src-main/core/order/effects.ts';
import { fileCarrier } from '../../../../src-main/core/order-file/file-carriers.ts';
import { readRawRows, writeRawRows } from '../../../../src-main/core/order-file/raw-rows.ts';
import type { ShipParcel } from '../../../../src-main/core/order-file/ship-file.ts';
import { SHIP_FORMATS, shipTable } from '../../../../src-main/core/order-file/ship-formats.ts';
import { PLATFORMS, type PlatformId } from '../../../../src-main/core/shared/platform.ts';
import { ordersOf, SAMPLES } from '../../../support/order-file-samples.ts';

function parcelOf(platform: PlatformId, over: Partial<ShipParcel> = {}): ShipParcel {
  const order = ordersOf(platform, SAMPLES[platform]).orders[0]!;
  return {
    facts: order.facts,
    raw: { titles: SAMPLES[platform][0]!, rows: order.rows },
    trackingNumber: '680405450931',
    carrier: 'CJGLS',
    items: null,
    isLast: true,
    shippedAtMs: Date.UTC(2026, 10, 4, 23, 30),
    ...over,
  };
}
const itemsOf = ({ facts }: ShipParcel, ...indexes: number[]): EffectItem[] =>
  indexes.map((index) => {
    const { remoteId, remoteSku, quantity } = facts.lines[index]!;
    return { lineRemoteId: remoteId, remoteSku, quantity };
  });
const table = (platform: PlatformId, ...parcels: ShipParcel[]) => shipTable(SHIP_FORMATS[platform][0]!, parcels);

test('Amazon: one row a line, an unlisted carrier is Other with its name', () => {
  const parcel = parcelOf('amazon', { carrier: 'My Own Carrier', trackingNumber: 'YT1\t2' });
  expect(table('amazon', parcel).rows).toEqual([
    [
      'order-id',
      'order-item-id',
      'quantity',
      'ship-date',
      'carrier-code',
      'carrier-name',
      'tracking-number',
      'ship-method',
    ],
    ['114-0000001-0000001', '12345678901234', '2', '2026-11-04', 'Other', 'My Own Carrier', 'YT1 2', 'Standard'],
    ['114-0000001-0000001', '12345678901235', '1', '2026-11-04', 'Other', 'My Own Carrier', 'YT1 2', 'Standard'],
  ]);
  const known = parcelOf('amazon', { carrier: '云途' });
  expect(table('amazon', known).rows[1]?.slice(4, 6)).toEqual(['Yun Express', '']);
  const part = parcelOf('amazon', { items: itemsOf(known, 1), isLast: false });
  expect(table('amazon', part).rows).toHaveLength(2);
});

test('Amazon: an order whose items have no ids goes whole, never in parts', () => {
  const whole = parcelOf('amazon');
  const facts = {
    ...whole.facts,
    lines: whole.facts.lines.map((line, at) => ({ ...line, remoteId: `file-0000000${at}` })),
  };
  expect(table('amazon', { ...whole, facts }).rows[1]?.slice(0, 3)).toEqual(['114-0000001-0000001', '', '']);
  const part = { ...whole, facts, items: itemsOf({ ...whole, facts }, 0), isLast: false };
  expect(table('amazon', part).left).toMatchObject([{ fault: 'lines-unknown' }]);
});

test('Coupang: its own sheet comes back with the carrier and the number filled in', () => {
  const { rows } = table('coupang', parcelOf('coupang', { trackingNumber: '6804-0545 0931' }));
  expect(rows[0]).toEqual(SAMPLES.coupang[0]);
  const wanted = SAMPLES.coupang[1]!.map((cell, at) => (at === 3 ? 'CJ 대한통운' : at === 4 ? '680405450931' : cell));
  expect(rows.slice(1)).toEqual([wanted]);
});

test('Coupang: an order from the API gets a sheet of its own', () => {
  const { rows } = table('coupang', parcelOf('coupang', { raw: null, carrier: 'Hanjin' }));
  const cells = new Map(rows[0]!.map((title, index) => [title, rows[1]![index]]));
  expect(cells.get('묶음배송번호')).toBe('642538970006401429');
  expect(cells.get('택배사')).toBe('한진택배');
  expect(cells.get('옵션ID')).toBe('4279191312');
  expect(cells.get('분리배송 Y/N')).toBe('N');
  expect(cells.get('수취인이름')).toBe('홍길동');
});

test('Taobao, AliExpress, Ozon: the number, who carries it, and whether that is all', () => {
  expect(table('taobao', parcelOf('taobao', { carrier: 'ZTO' })).rows[1]).toEqual([
    '3719055060544802021',
    '中通快递',
    '680405450931',
  ]);
  const part = parcelOf('aliexpress', { carrier: 'CAINIAO_STANDARD', isLast: false });
  expect(table('aliexpress', part).rows[1]).toEqual([
    '8160045860056286',
    'CAINIAO_STANDARD',
    '680405450931',
    '部分发货',
    '',
  ]);
  expect(table('ozon', parcelOf('ozon', { carrier: null })).rows[1]).toEqual(['0208245774-0029-1', '680405450931']);
});

test('a parcel without a carrier stays behind and holds up nobody', () => {
  for (const platform of PLATFORMS.filter((id) => id !== 'ozon')) {
    const { taken, left } = table(platform, parcelOf(platform, { carrier: null }), parcelOf(platform));
    expect(taken).toHaveLength(1);
    expect(left).toMatchObject([{ fault: 'carrier-missing' }]);
  }
});

test('carriers by code, name or word', () => {
  expect(['CJGLS', 'cj대한통운', 'CJ Logistics'].map((text) => fileCarrier('coupang', text)?.name)).toEqual(
    Array(3).fill('CJ 대한통운'),
  );
  expect(fileCarrier('taobao', '顺丰')?.code).toBe('SF');
  expect(fileCarrier('amazon', 'nobody')).toBeNull();
});

test('kept rows are read again, anything else is not', () => {
  const raw = { titles: ['a'], rows: [{ line: 2, cells: ['1'] }] };
  expect(readRawRows(writeRawRows(raw))).toEqual(raw);
  expect(readRawRows('{"orderId":1}')).toBeNull();
  expect(readRawRows('{"source":"order-file","titles":1}')).toBeNull();
  expect(readRawRows('{"source":"order-file"')).toBeNull();
});
