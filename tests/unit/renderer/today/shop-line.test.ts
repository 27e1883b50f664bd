import { describe, expect, it } from 'vitest';
import { shopLines } from '../../../../src-renderer/features/today/shop-line.ts';
import { makeShop } from '../shops/make-shop.ts';

describe('the shops on the start screen', () => {
  it('put the one first that stands still, then what went wrong', () => {
    const lines = shopLines([
      makeShop({ id: 'fine' }),
      makeShop({ id: 'file', mode: 'file', lastFault: 'offline' }),
      makeShop({ id: 'syncing', isSyncing: true }),
      makeShop({ id: 'paused', isPaused: true, isStale: true }),
      makeShop({ id: 'fault', lastFault: 'wrong-key', isSyncing: true }),
      makeShop({ id: 'never', lastGoodSyncMs: null }),
      makeShop({ id: 'stale', isStale: true, lastFault: 'offline' }),
    ]);
    expect(lines.map(({ shop, kind }) => [shop.id, kind])).toEqual(
      ['stale', 'fault', 'never', 'paused', 'syncing', 'fine', 'file'].map((kind) => [kind, kind]),
    );
    expect(lines.map(({ tone }) => tone).filter((tone) => tone !== 'plain')).toEqual(['late', 'soon']);
  });

  it('keep their order where they are alike', () => {
    expect(shopLines([makeShop({ id: 'b' }), makeShop({ id: 'a' })]).map(({ shop }) => shop.id)).toEqual(['b', 'a']);
  });
});
