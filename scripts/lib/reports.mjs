// Reads what the test runners report as JSON. Pure. A runner that saw no test counts as a failure.

/** @typedef {{passed: number, failed: number, skipped: number, files: number, failures: string[]}} Counts */

export const noCounts = { passed: 0, failed: 0, skipped: 0, files: 0, failures: [] };

/** Vitest's JSON reporter (Jest's shape). A file that could not be loaded has no tests and counts as one failure. */
export function readVitestReport(report) {
  const files = report.testResults ?? [];
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failedTests = files.flatMap((file) =>
    file.assertionResults.filter((test) => test.status === 'failed').map((test) => `${file.name}: ${test.fullName}`),
  );
  return atLeastOneTest({
    passed: report.numPassedTests,
    failed: failedTests.length + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    files: files.length,
    failures: [...failedTests, ...broken.map((file) => `${file.name}: could not be loaded`)],
  });
}

/** Playwright's JSON reporter. A test that passed only on a retry counts as failed: it is flaky. */
export function readPlaywrightReport(report) {
  const specs = (report.suites ?? []).flatMap(allSpecs);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const bad = specs.filter((spec) => !spec.ok || spec.tests.some((test) => test.status === 'flaky'));
  const loadErrors = (report.errors ?? []).map((error) => (error.message ?? 'could not run').split('\n')[0]);
  return atLeastOneTest({
    passed: expected,
    failed: unexpected + flaky + loadErrors.length,
    skipped,
    files: new Set(specs.map((spec) => spec.file)).size,
    failures: [...bad.map((spec) => `${spec.file}: ${spec.title}`), ...loadErrors],
  });
}

function allSpecs(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(allSpecs)];
}

/** @param {Counts} counts */
function atLeastOneTest(counts) {
  if (counts.passed + counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: ['no test was run'] };
}

/** The sum of several runners' counts. */
export function addCounts(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
      files: sum.files + one.files,
      failures: [...sum.failures, ...one.failures],
    }),
    noCounts,
  );
}
