import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countPlaywright, countReport, countVitest, type PlaywrightReport } from './count-tests.ts';

function reportFile(content?: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'count-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'report.json');
  if (content !== undefined) writeFileSync(file, JSON.stringify(content));
  return file;
}
const report: PlaywrightReport = { stats: { expected: 9, unexpected: 0, flaky: 0, skipped: 1 } };

test('a test file that could not be loaded is a failure', () => {
  const count = countVitest({
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(count).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test('a flaky test failed', () => {
  expect(countPlaywright({ stats: { ...report.stats, flaky: 1 } }).failed).toBe(1);
});

test('a runner that ended well counts as its report says', () => {
  expect(countReport(reportFile(report), countPlaywright, true)).toEqual({
    passed: 9,
    failed: 0,
    skipped: 1,
  });
});

test('a runner that failed without a failing test has failed', () => {
  expect(countReport(reportFile(report), countPlaywright, false).failed).toBe(1);
});

test('a runner that left no report has failed, even if it ended well', () => {
  expect(countReport(reportFile(), countPlaywright, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
