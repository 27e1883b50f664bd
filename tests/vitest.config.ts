import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One project a kind of test, so that each can be run alone: `vitest -c tests/vitest.config.ts --project unit`. */
const project = (name: string, testTimeoutMs: number) => ({
  test: {
    name,
    root,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    environment: 'node' as const,
    testTimeout: testTimeoutMs,
    hookTimeout: testTimeoutMs,
  },
});

export default defineConfig({
  root,
  test: {
    root,
    // Two cores are what a build machine has; more workers only make timings noisy.
    maxWorkers: 2,
    projects: [
      project('unit', 10_000),
      project('integration', 60_000),
      project('connectors', 60_000),
      project('chaos', 60_000),
    ],
  },
});
