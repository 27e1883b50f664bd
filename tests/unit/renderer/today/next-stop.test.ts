import { describe, expect, it } from 'vitest';
import { nextStop, stopStep } from '../../../../src-renderer/features/today/next-stop.ts';

const BLOCKS = ['figures', 'figures', 'leaving', 'leaving', 'leaving', 'shops'];

describe('the way through the numbers', () => {
  it.each([
    ['j', 1, 2],
    ['ArrowDown', 5, 5],
    ['k', 2, 1],
    ['ArrowUp', 0, 0],
    ['ArrowRight', 0, 2],
    ['ArrowRight', 3, 5],
    ['ArrowRight', 5, 5],
    ['ArrowLeft', 5, 2],
    ['ArrowLeft', 4, 0],
    ['ArrowLeft', 1, 1],
    ['Home', 4, 0],
    ['End', 0, 5],
  ])('%s from %i leads to %i', (key, from, to) => {
    const step = stopStep(key);
    expect(step).not.toBeNull();
    expect(nextStop(BLOCKS, from, step!)).toBe(to);
  });

  it('begins at the first, but for End', () => {
    expect(nextStop(BLOCKS, -1, 'previous')).toBe(0);
    expect(nextStop(BLOCKS, -1, 'last')).toBe(5);
  });

  it('knows no way where there is nothing, and no other key', () => {
    expect(nextStop([], -1, 'next')).toBeNull();
    expect(stopStep('x')).toBeNull();
  });
});
