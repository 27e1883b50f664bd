import { describe, expect, it } from 'vitest';
import { loadScript } from '../../support/script-module.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  files: number;
  failures: string[];
}

const { readVitestReport, readPlaywrightReport, addCounts } = await loadScript<{
  readVitestReport: (report: object) => Counts;
  readPlaywrightReport: (report: object) => Counts;
  addCounts: (all: Counts[]) => Counts;
}>('lib/reports.mjs');
const { electronArguments, isNoise } = await loadScript<{
  electronArguments: (options: object) => { args: string[]; screenshot?: string; once: boolean };
  isNoise: (line: string) => boolean;
}>('lib/electron-args.mjs');
const { splitListedFiles, filesNamed } = await loadScript<{
  splitListedFiles: (stdout: string) => { files: number; rest: string };
  filesNamed: (output: string) => number;
}>('lib/checks.mjs');
const { inParallel } = await loadScript<{ inParallel: <T>(jobs: (() => Promise<T>)[], width: number) => Promise<T[]> }>(
  'lib/pool.mjs',
);

describe('reading what vitest reports', () => {
  const file = (name: string, status: string, tests: string[]): object => ({
    name,
    status,
    assertionResults: tests.map((result, index) => ({ status: result, fullName: `test ${index}` })),
  });

  it('counts tests, and a file that could not be loaded as a failure', () => {
    const testResults = [file('a', 'failed', ['passed', 'failed']), file('b', 'failed', [])];
    const counts = readVitestReport({ numPassedTests: 1, numPendingTests: 2, testResults });
    expect(counts).toMatchObject({ passed: 1, failed: 2, skipped: 2, files: 2 });
    expect(counts.failures).toEqual(['a: test 1', 'b: could not be loaded']);
  });

  it('takes no tests at all for a failure', () => {
    expect(readVitestReport({ numPassedTests: 0, numPendingTests: 3, testResults: [] })).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });
});

describe('reading what Playwright reports', () => {
  it('counts nested suites, flaky tests as failed, and errors outside tests', () => {
    const spec = (title: string, ok: boolean, status: string): object => ({
      title,
      ok,
      file: 'board.test.ts',
      tests: [{ status }],
    });
    const suites = [
      {
        specs: [spec('a', true, 'expected')],
        suites: [{ specs: [spec('b', true, 'flaky'), spec('c', false, 'unexpected')] }],
      },
    ];
    const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 0 };
    const counts = readPlaywrightReport({ suites, stats, errors: [{ message: 'bad config\nat x' }] });
    expect(counts).toMatchObject({ passed: 1, failed: 3, files: 1 });
    expect(counts.failures).toEqual(['board.test.ts: b', 'board.test.ts: c', 'bad config']);
  });

  it('takes no tests at all for a failure', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(readPlaywrightReport({ suites: [], stats })).toMatchObject({ failed: 1, failures: ['no test was run'] });
  });
});

describe('adding up', () => {
  it('sums every count', () => {
    const one = { passed: 1, failed: 2, skipped: 3, files: 4, failures: ['x'] };
    expect(addCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6, files: 8, failures: ['x', 'x'] });
  });

  it('runs no more jobs at once than it may and keeps their order', async () => {
    let [running, most] = [0, 0];
    const job = (result: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5 - result));
      running -= 1;
      return result;
    };
    expect(await inParallel([0, 1, 2, 3, 4].map(job), 2)).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });
});

describe('what the tools print', () => {
  it('separates the files tsc lists from its messages', () => {
    const stdout = '/r/node_modules/typescript/lib/lib.d.ts\n/r/src/a.ts\nC:\\r\\b.tsx\nsrc/a.ts(1,2): error TS1: no\n';
    expect(splitListedFiles(stdout)).toEqual({ files: 2, rest: 'src/a.ts(1,2): error TS1: no' });
    expect(filesNamed('Finished in 9ms on 50 files using 2 threads.')).toBe(50);
    expect(filesNamed('nothing')).toBe(0);
  });
});

describe('how Electron is started', () => {
  const base = { appFolder: '/app', given: [], isRootOnLinux: false, virtualDisplay: false, artifacts: '/art' };

  it('passes arguments through and adds nothing on an ordinary desktop', () => {
    expect(electronArguments({ ...base, given: ['--x'] })).toEqual({
      args: ['/app', '--x'],
      screenshot: undefined,
      once: false,
    });
  });

  it('asks for a picture with --once and on a virtual display', () => {
    const { args, once } = electronArguments({ ...base, given: ['--once'], isRootOnLinux: true, temporaryData: '/t' });
    expect(once).toBe(true);
    expect(args.slice(0, 3)).toEqual(['--no-sandbox', '/app', '--once']);
    expect(args[3]).toMatch(/^--screenshot=.*board\.png$/);
    expect(args[4]).toBe('--user-data-dir=/t');
    expect(electronArguments({ ...base, virtualDisplay: true }).screenshot).toMatch(/board\.png$/);
  });

  it('keeps a picture and a data folder that were asked for', () => {
    const given = ['--once', '--screenshot=/my.png', '--user-data-dir=/mine'];
    expect(electronArguments({ ...base, given, temporaryData: '/t' }).args).toEqual(['/app', ...given]);
  });

  it('hides what Chromium prints without a desktop session, and nothing of ours', () => {
    expect(isNoise('[14520:1122/021850.272867:ERROR:bus.cc(407)] Failed to connect to the bus')).toBe(true);
    expect(isNoise('The demo run failed: no orders')).toBe(false);
  });
});
