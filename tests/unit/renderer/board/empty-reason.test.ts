import { describe, expect, it } from 'vitest';
import { emptyReason } from '../../../../src-renderer/features/board/empty-reason.ts';
import type { Shop } from '../../../../src-renderer/stores/machines.ts';

const shop = (change: Partial<Shop>): Shop => ({
  id: 'shop-1',
  platform: 'ozon',
  name: 'Warm Table',
  isDemo: false,
  isPaused: false,
  isSyncing: false,
  currency: null,
  keyExpiresAtMs: null,
  lastGoodSyncMs: 1_000,
  isStale: false,
  lastFault: null,
  nextSyncMs: null,
  oddOrderCount: 0,
  ...change,
});

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
