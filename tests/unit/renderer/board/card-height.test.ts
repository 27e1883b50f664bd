import { describe, expect, it } from 'vitest';
import type { CardView } from '../../../../src-main/contract/methods/board.ts';
import { canMerge, cardHeight } from '../../../../src-renderer/features/board/card-height.ts';
import { makeCard } from './make-card.ts';

const height = (lane: NonNullable<CardView['lane']>, change: Partial<CardView> = {}) =>
  cardHeight(makeCard('a', lane, change), lane, 'comfortable');
const blocked = { code: 'out-of-stock', blocking: true, params: {} } as const;

describe('the guessed height of a card', () => {
  it('is that of its lane', () => {
    expect([height('new'), height('in-transit')]).toEqual([124, 82]);
    expect(cardHeight(null, 'new', 'comfortable')).toBe(height('new'));
    expect(cardHeight(null, 'new', 'compact')).toBe(80);
  });

  it('has room for tags, the latest fact and the strip', () => {
    expect(height('new', { tagIds: ['t'] })).toBe(150);
    expect(height('new', { holdReason: 'price' })).toBe(144);
    expect(height('problem', { check: blocked })).toBe(208);
    expect(height('problem', { check: blocked, tagIds: ['t'] })).toBe(234);
    expect(height('in-transit', { step: { step: 'push-failed', code: null } })).toBeGreaterThan(height('in-transit'));
  });
});

it('orders of one buyer can be merged before there is a label', () => {
  const twin = { siblingCount: 1 };
  expect(canMerge(makeCard('a', 'new', twin))).toBe(true);
  expect(canMerge(makeCard('a', 'labelled', twin))).toBe(false);
  expect(canMerge(makeCard('a', 'to-ship', { ...twin, hasLabel: true }))).toBe(false);
  expect(canMerge(makeCard('a', 'new'))).toBe(false);
});
