// Runs the steps of a check or test run, prints each with its time, and keeps the count.
import { seconds } from './say.mjs';
import { addCounts } from './reports.mjs';

/** @typedef {{name: string, counts: import('./reports.mjs').Counts, files: number, output: string, tookMs: number}} StepResult */

/** Runs a static check; it counts as one passed or one failed. @returns {Promise<StepResult>} */
export async function runCheckStep(check, node) {
  const startedAtMs = Date.now();
  const { ok, files, output } = await check.run(node);
  const counts = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, files, failures: ok ? [] : [check.name] };
  return printed({ name: check.name, counts, files, output, tookMs: Date.now() - startedAtMs });
}

/** Runs a test runner; each of its tests counts. @returns {Promise<StepResult>} */
export async function runTestStep(name, start) {
  const startedAtMs = Date.now();
  const { counts, output } = await start();
  return printed({ name, counts, files: counts.files, output, tookMs: Date.now() - startedAtMs });
}

function printed(step) {
  const { passed, failed, skipped } = step.counts;
  const word = failed === 0 ? 'ok    ' : 'FAILED';
  const skips = skipped === 0 ? '' : `, ${skipped} skipped`;
  const tests = passed + failed > 1 || skipped > 0 ? `, ${passed} passed, ${failed} failed${skips}` : '';
  console.log(`${word} ${step.name.padEnd(44)} ${seconds(step.tookMs).padStart(8)}  ${step.files} files${tests}`);
  return step;
}

/** Prints what failed, with the tools' own words, and as the last line the sum. Returns the exit code. */
export function summarise(steps) {
  const sum = addCounts(steps.map((step) => step.counts));
  for (const step of steps.filter(({ counts }) => counts.failed > 0)) {
    console.log(`\n--- ${step.name} ---\n${step.output.trim()}`);
  }
  if (sum.failures.length > 0)
    console.log(`\nWhat failed:\n${sum.failures.map((failure) => `  ${failure}`).join('\n')}`);
  if (sum.skipped > 0) console.log(`\n${sum.skipped} skipped`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}
