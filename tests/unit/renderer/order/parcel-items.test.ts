import { describe, expect, it } from 'vitest';
import type { OrderView } from '../../../../src-main/contract/methods/orders.ts';
import {
  canSplit,
  itemsOf,
  leftFor,
  parcelNumbers,
  pieceCount,
  startPieces,
} from '../../../../src-renderer/features/order/parcel-items.ts';

const line = (remoteId: string, quantity: number): OrderView['lines'][number] => ({
  remoteId,
  sku: remoteId,
  title: remoteId,
  variant: null,
  quantity,
  unitPrice: null,
  picture: null,
  bin: null,
  stock: null,
});
const parcel = (items: OrderView['parcels'][number]['items']): OrderView['parcels'][number] => ({
  id: 'p',
  trackingNumber: 'T1',
  carrier: null,
  items,
  labelledAtMs: null,
  handedOverAtMs: null,
});
const lines = [line('a', 3), line('b', 1)];
const first = parcel([{ lineRemoteId: 'a', quantity: 2 }]);

describe('what lies in a parcel', () => {
  it('starts with everything, and says nothing of it while it is everything', () => {
    expect(startPieces(lines, [], 1)).toEqual({ a: 3, b: 1 });
    expect(itemsOf(lines, [], 1, { a: 3, b: 1 })).toBeNull();
  });

  it('is listed once it is a part', () => {
    expect(itemsOf(lines, [], 1, { a: 2, b: 0 })).toEqual([{ lineRemoteId: 'a', quantity: 2 }]);
  });

  it('starts a second parcel with what is left', () => {
    expect(startPieces(lines, [first], 2)).toEqual({ a: 1, b: 1 });
    expect(leftFor(lines, [first], 1)).toEqual({ a: 3, b: 1 });
    expect(itemsOf(lines, [first], 2, { a: 1, b: 1 })).toEqual([
      { lineRemoteId: 'a', quantity: 1 },
      { lineRemoteId: 'b', quantity: 1 },
    ]);
  });

  it('finds nothing left where the first parcel holds all', () => {
    expect(leftFor(lines, [parcel(null)], 2)).toEqual({ a: 0, b: 0 });
  });

  it('says all of a parcel again that was a part before', () => {
    expect(itemsOf(lines, [first], 1, { a: 3, b: 1 })).toHaveLength(2);
    expect(pieceCount({ a: 3, b: 1 })).toBe(4);
  });

  it('offers one parcel more only where there is more than a piece, and a parcel already', () => {
    expect(parcelNumbers(lines, [])).toEqual([1]);
    expect(parcelNumbers(lines, [first])).toEqual([1, 2]);
    expect(parcelNumbers([line('a', 1)], [parcel(null)])).toEqual([1]);
    expect(canSplit([line('a', 1)])).toBe(false);
  });
});
