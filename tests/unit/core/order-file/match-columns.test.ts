import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactTitle } from '../../../../src-main/core/order-file/column-title.ts';
import { findHeadRow, matchColumns, missingFields } from '../../../../src-main/core/order-file/match-columns.ts';
import { FILE_PROFILES } from '../../../../src-main/core/order-file/profiles.ts';
import { PLATFORMS } from '../../../../src-main/core/shared/platform.ts';
import { SAMPLES } from '../../../support/order-file-samples.ts';

const { amazon, coupang, ozon, taobao } = FILE_PROFILES;

test('titles are the same whatever their case, width, spaces and brackets', () => {
  expect(matchColumns(['ORDER-ID ', '＊Order Item Id', 'Quantity  Purchased'], amazon)).toEqual([
    'order-number',
    'line-id',
    'quantity',
  ]);
  expect(matchColumns(['묶음배송번호(*)', '수취인  주소', '구매수'], coupang)).toEqual([
    'unit',
    'full-address',
    'quantity',
  ]);
});

test('the likeliest title of a field decides, not the first column', () => {
  expect(matchColumns(['订单编号', '主订单编号', '子订单编号'], taobao)).toEqual([null, 'order-number', 'line-id']);
  expect(matchColumns(['quantity-to-ship', 'quantity-purchased'], amazon)).toEqual([null, 'quantity']);
  expect(matchColumns(['Артикул', 'SKU', 'SKU'], ozon)).toEqual(['sku', 'remote-sku', null]);
});

test('what the seller said of a title stands before what the platform calls it', () => {
  const remembered = { [exactTitle('order-id')]: null, [exactTitle('My number')]: 'order-number' } as const;
  expect(matchColumns(['order-id', 'My number', 'sku'], amazon, remembered)).toEqual([null, 'order-number', 'sku']);
});

test('a field stands once, whatever the titles are', () => {
  const title = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom(...Object.values(amazon.titles).flat()));
  fc.assert(
    fc.property(fc.array(title, { maxLength: 30 }), (titles) => {
      const fields = matchColumns(titles, amazon).filter((field) => field !== null);
      expect(new Set(fields).size).toBe(fields.length);
    }),
  );
});

test('the title row is found under a headline, and nothing required is missing in a known file', () => {
  for (const platform of PLATFORMS) {
    const rows = [['DeliveryList 2026-11-03'], [], ...SAMPLES[platform]].map((cells) => ({ cells }));
    expect(findHeadRow(rows, FILE_PROFILES[platform], {})).toBe(2);
    expect(
      missingFields(matchColumns(SAMPLES[platform][0]!, FILE_PROFILES[platform]), FILE_PROFILES[platform]),
    ).toEqual([]);
  }
  expect(missingFields(['sku', null], amazon)).toEqual(['order-number', 'quantity']);
  expect(findHeadRow([], amazon, {})).toBeNull();
});
