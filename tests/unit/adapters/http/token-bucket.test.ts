import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKept, writeKept } from '../../../../src-main/adapters/http/kept-bucket.ts';
import { TokenBucket } from '../../../../src-main/adapters/http/token-bucket.ts';

const LIMIT = { bucket: 'search', perSecond: 1 / 180, burst: 4 };

/** What may happen to a bucket: time goes by, the clock is set back, the app ends and starts again, calls want to leave. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 400_000 }) }),
  fc.record({ kind: fc.constant('set-back' as const), ms: fc.integer({ min: 1, max: 3_600_000 }) }),
  fc.record({ kind: fc.constant('restart' as const) }),
  fc.record({ kind: fc.constant('take' as const), times: fc.integer({ min: 1, max: 6 }) }),
);

describe('TokenBucket', () => {
  it('never gives more than burst + rate × time over any window, over restarts and a clock set back', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        let realMs = 0;
        let setBackMs = 0;
        const nowMs = () => 1_000_000_000 + realMs - setBackMs;
        let bucket = new TokenBucket(LIMIT, nowMs(), null);
        const takenAtMs: number[] = [];
        for (const one of happenings) {
          if (one.kind === 'pass') realMs += one.ms;
          if (one.kind === 'set-back') setBackMs += one.ms;
          if (one.kind === 'restart') bucket = new TokenBucket(LIMIT, nowMs(), readKept(writeKept(bucket.kept())));
          if (one.kind === 'take')
            for (let turn = 0; turn < one.times; turn += 1) if (bucket.take(nowMs())) takenAtMs.push(realMs);
        }
        for (const [from, fromMs] of takenAtMs.entries())
          for (const [to, toMs] of takenAtMs.entries()) {
            if (to < from) continue;
            const most = LIMIT.burst + (LIMIT.perSecond * (toMs - fromMs)) / 1_000;
            expect(to - from + 1).toBeLessThanOrEqual(most + 1e-6);
          }
      }),
    );
  });

  it('says when a token will be there, for those further back in line too', () => {
    const bucket = new TokenBucket({ bucket: 'a', perSecond: 0.5, burst: 1 }, 0, null);
    expect(bucket.readyInMs(0, 0)).toBe(0);
    expect(bucket.take(0)).toBe(true);
    expect(bucket.take(0)).toBe(false);
    expect([bucket.readyInMs(0, 0), bucket.readyInMs(0, 1), bucket.readyInMs(500, 0)]).toEqual([2_000, 4_000, 1_500]);
  });

  it('keeps a pause, but not beyond its length when the clock was set back', () => {
    const bucket = new TokenBucket(LIMIT, 1_000_000, null);
    bucket.pause(1_000_000, 60_000);
    const kept = bucket.kept();
    expect(bucket.take(1_059_999)).toBe(false);
    expect(new TokenBucket(LIMIT, 1_030_000, kept).readyInMs(1_030_000, 0)).toBe(30_000);
    expect(new TokenBucket(LIMIT, 500_000, kept).readyInMs(500_000, 0)).toBeLessThanOrEqual(60_000);
  });

  it('goes at another rate once it was announced, also after a restart', () => {
    const bucket = new TokenBucket(LIMIT, 0, null);
    while (bucket.take(0));
    bucket.adopt(0, 1);
    expect(bucket.readyInMs(0, 0)).toBe(1_000);
    expect(new TokenBucket(LIMIT, 0, bucket.kept()).readyInMs(0, 0)).toBe(1_000);
  });

  it('refuses a rate of nothing', () => {
    expect(() => new TokenBucket({ bucket: 'a', perSecond: 0, burst: 1 }, 0, null)).toThrow(RangeError);
  });
});

describe('a kept bucket', () => {
  it('is read back as it was', () => {
    const kept = { tokens: 1.5, atMs: 7, pausedUntilMs: 9, perSecond: 0.25 };
    expect(readKept(writeKept(kept))).toEqual(kept);
  });

  it.each([null, '', 'no', '[]', '{}', '{"tokens":1}', '{"tokens":1,"atMs":1,"pausedUntilMs":1,"perSecond":0}'])(
    'of %s is none',
    (text) => {
      expect(readKept(text)).toBeNull();
    },
  );
});
