import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results',
  // What is marked so runs with the full set only.
  ...(process.env.COUNTERSIGN_WHOLE ? {} : { grepInvert: /@whole/ }),
  // More than the two cores that it is measured on: much of what a test does is to wait.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Generous: on a busy machine everything takes three to five times as long.
  timeout: 90_000,
  // A run that hangs still ends with its report.
  globalTimeout: 40 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../.output/reports/playwright.json' }]],
});
