import { describe, expect, it } from 'vitest';
import { emptyReason } from '../../../../src-renderer/features/board/empty-reason.ts';
import type { Shop } from '../../../../src-renderer/stores/machines.ts';
import { makeShop } from '../shops/make-shop.ts';

const shop = (change: Partial<Shop> = {}): Shop =>
  makeShop({ id: 'shop-1', name: 'Warm Table', currency: null, lastGoodSyncMs: 1_000, ...change });

describe('an empty board', () => {
  it('says what is missing', () => {
    expect(emptyReason([]).kind).toBe('no-shop');
    expect(emptyReason([shop({ lastGoodSyncMs: null })]).kind).toBe('first-pull');
    expect(emptyReason([shop({ lastFault: 'wrong-key' })])).toMatchObject({ kind: 'stopped' });
    expect(emptyReason([shop({})]).kind).toBe('all-done');
  });

  it('is judged by the shops that do give orders', () => {
    expect(emptyReason([shop({ lastFault: 'unreachable' }), shop({})]).kind).toBe('all-done');
    expect(emptyReason([shop({}), shop({ lastGoodSyncMs: null })]).kind).toBe('all-done');
    expect(emptyReason([shop({ lastGoodSyncMs: null, isPaused: true })]).kind).toBe('all-done');
  });
});
