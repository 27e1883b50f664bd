// Runs vitest and Playwright and counts what they saw.
import { rmSync } from 'node:fs';
import { artifacts, inModules, root } from './paths.mjs';
import { readPlaywrightReport, readVitestReport } from './reports.mjs';
import { run } from './run.mjs';
import { readJson } from './stamp.mjs';

/** Runs one vitest project. Returns {counts, output, ok}. */
export async function runVitest(node, project, { show = false, env = process.env } = {}) {
  const file = artifacts('reports', `${project}.json`);
  rmSync(file, { force: true });
  const args = ['run', '-c', 'tests/vitest.config.ts', '--project', project, '--passWithNoTests'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const script = inModules('vitest', 'vitest.mjs');
  const result = await run(node, [script, ...args, ...reporters], { cwd: root, env, show });
  return judged(result, file, readVitestReport);
}

/** Runs the Playwright tests. Returns {counts, output, ok}. */
export async function runPlaywright(node, { show = false, env = process.env } = {}) {
  const file = artifacts('reports', 'e2e.json');
  rmSync(file, { force: true });
  const script = inModules('@playwright', 'test', 'cli.js');
  const args = [script, 'test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json'];
  const result = await run(node, args, { cwd: root, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }, show });
  return judged(result, file, readPlaywrightReport);
}

function judged(result, file, read) {
  const report = readJson(file);
  const output = result.stdout + result.stderr;
  const counts =
    report === undefined
      ? { passed: 0, failed: 1, skipped: 0, files: 0, failures: ['the runner ended without a report'] }
      : read(report);
  // A runner may fail for a reason that no test shows, such as an error after the last one.
  if (result.code !== 0 && counts.failed === 0) {
    Object.assign(counts, { failed: 1, failures: [`the runner ended with code ${result.code}`] });
  }
  return { counts, output, ok: counts.failed === 0 };
}
