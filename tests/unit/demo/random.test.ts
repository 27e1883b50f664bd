import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pick, seededRandom, wholeBetween } from '../../../src-main/demo/random.ts';

describe('seeded randomness', () => {
  it('repeats itself and stays below one', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [first, second] = [seededRandom(seed), seededRandom(seed)];
        for (let turn = 0; turn < 20; turn += 1) {
          const value = first();
          expect(value).toBe(second());
          expect(value >= 0 && value < 1).toBe(true);
        }
      }),
    );
  });

  it('spreads evenly enough for scenery', () => {
    const random = seededRandom(5);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let turn = 0; turn < 10_000; turn += 1) tenths[Math.floor(random() * 10)]! += 1;
    for (const hits of tenths) expect(hits).toBeGreaterThan(850);
  });

  it('picks within its bounds', () => {
    const random = seededRandom(6);
    const seen = new Set(Array.from({ length: 200 }, () => wholeBetween(random, 2, 4)));
    expect([...seen].toSorted((first, second) => first - second)).toEqual([2, 3, 4]);
    expect(['a', 'b']).toContain(pick(random, ['a', 'b']));
    expect(() => pick(random, [])).toThrow('empty');
  });
});
