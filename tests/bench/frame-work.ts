import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/** One event of Chromium's trace; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of it the processor's time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];

/**
 * What the window's own thread works in each frame while something runs (ms of the processor's time, so that other
 * programs of the machine do not count): events, our code, style, layout and paint lists, by Chromium's trace. A frame's
 * work is all that was done since the frame before it. Turning paint lists into pixels is left out: here the processor
 * does it in place of a graphics card, on other threads, at a speed that says nothing about a seller's machine.
 */
export async function frameWork(electron: ElectronApplication, run: () => Promise<void>): Promise<readonly number[]> {
  const file = path.join(tmpdir(), `chudan-trace-${process.pid}.json`);
  await electron.evaluate(
    ({ contentTracing }, categories) => contentTracing.startRecording({ included_categories: categories }),
    CATEGORIES,
  );
  try {
    await run();
  } finally {
    await electron.evaluate(({ contentTracing }, to) => contentTracing.stopRecording(to), file);
  }
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  rmSync(file, { force: true });
  return workByFrame(traceEvents);
}

function workByFrame(events: readonly TraceEvent[]): readonly number[] {
  const main = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const own = events
    .filter(({ pid, tid, ph }) => pid === main?.pid && tid === main?.tid && ph === 'X')
    .toSorted((left, right) => left.ts - right.ts);
  const commits = own.flatMap(({ name, ts }) => (name === 'Commit' ? [ts] : []));
  const frames: number[] = [];
  let workedUs = 0;
  for (const { name, ts, dur = 0, tdur = dur } of own) {
    if (name !== 'RunTask') continue;
    workedUs += tdur;
    // A task that hands a frame over to be drawn ends it.
    while (commits[0] !== undefined && commits[0] < ts) commits.shift();
    if (commits[0] === undefined || commits[0] > ts + dur) continue;
    frames.push(workedUs / 1_000);
    workedUs = 0;
  }
  return frames;
}
