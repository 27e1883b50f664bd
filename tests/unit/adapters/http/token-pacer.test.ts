import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenPacer } from '../../../../src-main/adapters/http/token-pacer.ts';
import type { CallLimit } from '../../../../src-main/app/ports/pacing.ts';
import { memoryNotebook } from '../../../support/memory-notebook.ts';
import { createTestClock } from './test-clock.ts';

const LIMITS: readonly CallLimit[] = [
  { bucket: 'slow', perSecond: 1 / 180, burst: 2 },
  { bucket: 'quick', perSecond: 2, burst: 2 },
];

function setUp(pages = new Map<string, string>()) {
  const clock = createTestClock(1_000_000);
  const notebook = memoryNotebook(pages);
  return { clock, notebook, pacer: tokenPacer(clock)(LIMITS, notebook) };
}

describe('the token pacer', () => {
  it('lets a burst through and serves the rest in the order in which they came', async () => {
    const { clock, pacer } = setUp();
    const first = pacer.take('quick', 500);
    await clock.advance(10_000);
    expect(await first).toBe(0);
    const beganMs = clock.nowMs();
    const served: [number, number][] = [];
    const all = Array.from({ length: 5 }, async (_, place) => {
      expect(await pacer.take('quick', 60_000)).toBe(0);
      served.push([place, clock.nowMs() - beganMs]);
    });
    await clock.advance(5_000);
    await Promise.all(all);
    expect(served).toEqual([
      [0, 0],
      [1, 0],
      [2, 500],
      [3, 1_000],
      [4, 1_500],
    ]);
  });

  it('begins empty where an earlier run left nothing: it may have used all of it this very moment', async () => {
    expect(await setUp().pacer.take('quick', 0)).toBe(500);
    expect(await setUp().pacer.take('slow', 0)).toBe(0);
    // A pause that was written down long ago says nothing of the tokens.
    const pages = new Map<string, string>();
    await setUp(pages).pacer.pause('quick', 10_000);
    const { clock, pacer } = setUp(pages);
    await clock.advance(60_000);
    expect(await pacer.take('quick', 0)).toBe(500);
  });

  it('takes nothing for who will not wait long enough, and says when to come again', async () => {
    const { pacer } = setUp();
    expect([await pacer.take('slow', 0), await pacer.take('slow', 0)]).toEqual([0, 0]);
    expect(await pacer.take('slow', 0)).toBe(180_000);
    expect(await pacer.take('slow', 1_000)).toBe(180_000);
  });

  it('sends those away who would wait too long after a pause, and serves the patient', async () => {
    const { clock, pacer } = setUp();
    await pacer.take('quick', 0);
    await pacer.take('quick', 0);
    const hasty = pacer.take('quick', 1_000);
    const patient = pacer.take('quick', 60_000);
    await pacer.pause('quick', 10_000);
    expect(await hasty).toBe(10_000);
    await clock.advance(11_000);
    expect(await patient).toBe(0);
  });

  it('has no limit for a bucket that nobody named', async () => {
    const { pacer, notebook } = setUp();
    for (let turn = 0; turn < 100; turn += 1) expect(await pacer.take('other', 0)).toBe(0);
    await pacer.pause('other', 1_000);
    await pacer.adopt('other', 1);
    expect(notebook.pages.size).toBe(0);
  });

  it('writes down only what a rest of some seconds does not fill', async () => {
    const { pacer, notebook } = setUp();
    await pacer.take('quick', 0);
    expect([...notebook.pages.keys()]).toEqual([]);
    await pacer.take('slow', 0);
    expect([...notebook.pages.keys()]).toEqual(['bucket:slow']);
    await pacer.pause('quick', 60_000);
    expect([...notebook.pages.keys()]).toEqual(['bucket:slow', 'bucket:quick']);
  });

  it('has written a token down before the call may leave', async () => {
    const { clock, notebook, pacer } = setUp();
    const fails = { ...notebook, write: () => Promise.reject(new Error('no room')) };
    await expect(tokenPacer(clock)(LIMITS, fails).take('slow', 0)).rejects.toThrow('no room');
    expect(await pacer.take('slow', 0)).toBe(0);
  });

  it('over any restarts never gives more than burst + rate × time', async () => {
    const step = fc.record({
      waitMs: fc.integer({ min: 0, max: 500_000 }),
      takes: fc.integer({ min: 0, max: 4 }),
      isRestarted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { clock, notebook } = setUp();
        let pacer = tokenPacer(clock)(LIMITS, notebook);
        const takenAtMs: number[] = [];
        for (const { waitMs, takes, isRestarted } of steps) {
          await clock.advance(waitMs);
          if (isRestarted) pacer = tokenPacer(clock)(LIMITS, notebook);
          for (let turn = 0; turn < takes; turn += 1)
            if ((await pacer.take('slow', 0)) === 0) takenAtMs.push(clock.nowMs());
        }
        for (const [from, fromMs] of takenAtMs.entries()) {
          const lastMs = takenAtMs.at(-1) ?? fromMs;
          expect(takenAtMs.length - from).toBeLessThanOrEqual(2 + (lastMs - fromMs) / 180_000 + 1e-6);
        }
      }),
      { numRuns: 50 },
    );
  });
});
