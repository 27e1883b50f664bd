import { describe, expect, it } from 'vitest';
import { WorkerLoop } from '../../../src-main/app/worker-loop.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { quietLog } from '../../support/quiet-log.ts';

describe('WorkerLoop', () => {
  it('never runs twice at once, and a wake during a run leads to one more', async () => {
    let inside = 0;
    let most = 0;
    let runs = 0;
    const release: (() => void)[] = [];
    const loop = new WorkerLoop('test', fakeClock(), quietLog(), async () => {
      inside += 1;
      runs += 1;
      most = Math.max(most, inside);
      await new Promise<void>((resolve) => release.push(resolve));
      inside -= 1;
      return null;
    });
    loop.start();
    await settle();
    loop.wake();
    loop.wake();
    release.shift()?.();
    await settle();
    release.shift()?.();
    await settle();
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
    await loop.stop();
  });

  it('wakes itself when the work says so, and stays asleep after stop', async () => {
    const clock = fakeClock();
    let runs = 0;
    const loop = new WorkerLoop('test', clock, quietLog(), async () => {
      runs += 1;
      return 100;
    });
    loop.start();
    await settle();
    clock.advance(100);
    await settle();
    expect(runs).toBe(2);
    await loop.stop();
    clock.advance(1_000);
    await settle();
    expect(runs).toBe(2);
  });

  it('logs a throw and tries again after a pause', async () => {
    const clock = fakeClock();
    const log = quietLog();
    let runs = 0;
    const loop = new WorkerLoop('test', clock, log, async () => {
      runs += 1;
      if (runs === 1) throw new Error('boom');
      return null;
    });
    loop.start();
    await settle();
    expect(log.lines.map((line) => line.event)).toEqual(['worker-failed']);
    clock.advance(5_000);
    await settle();
    expect(runs).toBe(2);
    await loop.stop();
  });
});

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
