import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const artifacts = fileURLToPath(new URL('../../artifacts/', import.meta.url));

/** The window is one screen and one data folder: one worker, in order, no retries that would hide a race. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  outputDir: `${artifacts}e2e`,
  reporter: [['line']],
  use: { trace: 'off' },
});
