import { describe, expect, it } from 'vitest';
import { shopHealth } from '../../../../src-renderer/stores/shop-health.ts';
import type { Shop } from '../../../../src-renderer/stores/machines.ts';
import { makeShop } from '../shops/make-shop.ts';

const shop = (change: Partial<Shop> = {}): Shop =>
  makeShop({ id: 'shop-1', name: 'Ozon', currency: null, lastGoodSyncMs: 1_000, ...change });

describe('the health of all shops in one line', () => {
  it('blames the line when no shop that is pulled gets through', () => {
    const files = shop({ id: 'f', mode: 'file', lastGoodSyncMs: null });
    const unreached = [shop({ lastFault: 'unreachable' }), shop({ id: '2', lastFault: 'timeout' })];
    expect(shopHealth([shop({ lastFault: 'unreachable' }), files])).toMatchObject({ kind: 'fault' });
    expect(shopHealth(unreached)).toMatchObject({ kind: 'fault' });
    expect(shopHealth(unreached.map((one) => ({ ...one, lastFault: 'not-sent' })))).toEqual({ kind: 'offline' });
    expect(shopHealth([shop({ lastFault: 'unreachable' }), shop({ id: '2' })])).toMatchObject({ kind: 'fault' });
    expect(shopHealth([shop(), files])).toMatchObject({ kind: 'fine', count: 2, lastMs: 1_000 });
  });

  it('has none, and all paused', () => {
    expect(shopHealth([])).toEqual({ kind: 'none' });
    expect(shopHealth([shop({ isPaused: true, isStale: true })])).toEqual({ kind: 'paused' });
  });

  it('names a stale shop before one with a fault', () => {
    const health = shopHealth([shop({ lastFault: 'wrong-key' }), shop({ id: 'shop-2', isStale: true })]);
    expect(health).toMatchObject({ kind: 'stale', shop: { id: 'shop-2' } });
  });

  it('names a fault that is not yet late', () => {
    expect(shopHealth([shop({ lastFault: 'rate-limited' })])).toMatchObject({ kind: 'fault', code: 'rate-limited' });
  });

  it('is as old as the shop furthest behind', () => {
    const health = shopHealth([shop({ lastGoodSyncMs: 5_000 }), shop({ lastGoodSyncMs: 3_000, isSyncing: true })]);
    expect(health).toEqual({ kind: 'fine', count: 2, isSyncing: true, lastMs: 3_000 });
  });

  it('knows no age while one never synced', () => {
    expect(shopHealth([shop(), shop({ lastGoodSyncMs: null })])).toMatchObject({ kind: 'fine', lastMs: null });
    expect(shopHealth([shop({ lastGoodSyncMs: null }), shop()])).toMatchObject({ kind: 'fine', lastMs: null });
  });
});
