import { describe, expect, it } from 'vitest';
import { dayKind } from '../../../../src-renderer/features/today/day-kind.ts';
import { makeShop } from '../shops/make-shop.ts';
import { makeDay } from './make-day.ts';

const free = makeDay();

describe('what kind of day it is', () => {
  it.each([
    ['an order that is late', makeDay({ leaving: { late: 1, today: 1, tomorrow: 0, groups: [] } })],
    ['one for tomorrow', makeDay({ leaving: { late: 0, today: 0, tomorrow: 1, groups: [] } })],
    ['a new one', makeDay({ newOrders: { total: 1, singles: 1, withNote: 0, byShop: [] } })],
    ['one that is stuck', makeDay({ stuck: { total: 1, reasons: [], pushes: 0, exceptions: 0 } })],
    ['a push that failed', makeDay({ stuck: { total: 0, reasons: [], pushes: 1, exceptions: 0 } })],
    ['a parcel with an exception', makeDay({ stuck: { total: 0, reasons: [], pushes: 0, exceptions: 1 } })],
    ['an open case', makeDay({ cases: { open: 1, next: [] } })],
  ])('%s makes it busy, shops or none', (_name, view) => {
    expect(dayKind(view, [])).toEqual({ kind: 'busy' });
    expect(dayKind(view, null)).toEqual({ kind: 'busy' });
  });

  it('is without a shop, or free while the shops are not known yet', () => {
    expect(dayKind(free, [])).toEqual({ kind: 'no-shop' });
    expect(dayKind(free, null)).toEqual({ kind: 'free', nextSyncMs: null });
  });

  it('is free until the next pull of any shop; paused shops and files are not pulled', () => {
    const shops = [
      makeShop({ nextSyncMs: 300 }),
      makeShop({ nextSyncMs: 200 }),
      makeShop({ nextSyncMs: 100, isPaused: true }),
      makeShop({ nextSyncMs: 50, mode: 'file' }),
    ];
    expect(dayKind(free, shops)).toEqual({ kind: 'free', nextSyncMs: 200 });
    expect(dayKind(free, [makeShop({ mode: 'file' })])).toEqual({ kind: 'free', nextSyncMs: null });
  });

  it('waits for the first orders of new shops, unless something went wrong or has left already', () => {
    const fresh = makeShop({ lastGoodSyncMs: null });
    expect(dayKind(free, [fresh])).toEqual({ kind: 'first-pull', shop: fresh });
    expect(dayKind(free, [fresh, makeShop()])).toMatchObject({ kind: 'free' });
    expect(dayKind(free, [{ ...fresh, lastFault: 'wrong-key' }])).toMatchObject({ kind: 'free' });
    expect(dayKind(makeDay({ shippedToday: 3 }), [fresh])).toMatchObject({ kind: 'free' });
  });
});
