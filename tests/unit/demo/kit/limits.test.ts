import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlidingWindow } from '../../../../src-main/demo/kit/limits/sliding-window.ts';
import { lowestLevel, TokenBuckets } from '../../../../src-main/demo/kit/limits/token-buckets.ts';

describe('token buckets', () => {
  const limit = { ratePerSecond: 0.5, burst: 3 };

  it('start full, empty by one, fill by the clock, never above the brim', () => {
    const buckets = new TokenBuckets();
    expect([0, 0, 0, 0, 1_999, 2_000, 2_000].map((nowMs) => buckets.take('a', limit, nowMs))).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(buckets.level('a', limit, 1e9)).toBe(3);
    expect(buckets.take('b', limit, 0)).toBe(true);
  });

  it('give nothing for a clock that goes back', () => {
    const buckets = new TokenBuckets();
    const times = [10_000, 10_000, 10_000, 0, 10_000];
    expect(times.map((nowMs) => buckets.take('a', limit, nowMs))).toEqual([true, true, true, false, false]);
  });

  it('remember in plain JSON', () => {
    const levels = {};
    new TokenBuckets(levels).take('a', limit, 5);
    const again = new TokenBuckets(
      JSON.parse(JSON.stringify(levels)) as Record<string, { tokens: number; atMs: number }>,
    );
    expect(again.level('a', limit, 5)).toBe(2);
  });

  const askings = fc.record({
    gapsMs: fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 200 }),
    ratePerSecond: fc.constantFrom(0.0056, 0.5, 2),
    burst: fc.integer({ min: 1, max: 20 }),
  });

  it('never let more through than burst and rate over any stretch of time', () => {
    fc.assert(
      fc.property(askings, ({ gapsMs, ...plan }) => {
        const buckets = new TokenBuckets();
        let nowMs = 0;
        const allowed = gapsMs.flatMap((gapMs) => ((nowMs += gapMs), buckets.take('a', plan, nowMs) ? [nowMs] : []));
        for (const [from, fromMs] of allowed.entries()) {
          for (const [count, toMs] of allowed.slice(from).entries()) {
            expect(count + 1).toBeLessThanOrEqual(plan.burst + ((toMs - fromMs) / 1_000) * plan.ratePerSecond + 1e-6);
          }
        }
        expect(lowestLevel(allowed, plan)).toBeGreaterThanOrEqual(-1e-6);
      }),
    );
  });

  it('tell from times alone whether somebody asked too often', () => {
    fc.assert(
      fc.property(askings, ({ gapsMs, ...plan }) => {
        const buckets = new TokenBuckets();
        let nowMs = 0;
        const times = gapsMs.map((gapMs) => (nowMs += gapMs));
        const firstRefused = times.findIndex((atMs) => !buckets.take('a', plan, atMs));
        expect(lowestLevel(times, plan) < -1e-6).toBe(firstRefused !== -1);
      }),
    );
  });
});

describe('the sliding window', () => {
  it('counts each key by itself, over any second', () => {
    const limit = new SlidingWindow(2, 1_000);
    expect([limit.take('a', 0), limit.take('a', 500), limit.take('a', 900), limit.take('b', 900)]).toEqual([
      1, 0, -1, 1,
    ]);
    expect([limit.take('a', 1_000), limit.take('a', 1_400), limit.take('a', 1_500)]).toEqual([0, -1, 0]);
  });
});
