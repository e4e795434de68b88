import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Guard } from './defence.ts';

export interface GuardResult {
  readonly isPassed: boolean;
  /** Full titles of the tests that failed. A run that broke down before any test did names none. */
  readonly failed: string[];
  readonly printed: string;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly title: string; readonly ok: boolean }[];
}

function run(
  tree: string,
  command: string,
  args: readonly string[],
): Promise<{ code: number; printed: string }> {
  return new Promise((resolve) => {
    const file = join(tree, 'node_modules', '.bin', command);
    const env = { ...process.env, COUNTERSIGN_WHOLE: '1' };
    execFile(file, [...args], { cwd: tree, env, maxBuffer: 64 * 1024 * 1024 }, (problem, stdout, stderr) =>
      resolve({ code: problem ? 1 : 0, printed: `${stdout}${stderr}` }),
    );
  });
}

/** A title is searched for literally. */
const literally = (title: string) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const titlesOf = ({ title, titles }: Guard): readonly string[] => titles ?? (title ? [title] : []);
const anyOf = (guards: readonly Guard[]) =>
  guards.every((guard) => titlesOf(guard).length > 0)
    ? ['-t', guards.flatMap(titlesOf).map(literally).join('|')]
    : [];

const failedIn = (suite: Suite): string[] => [
  ...(suite.specs ?? []).filter(({ ok }) => !ok).map(({ title }) => title),
  ...(suite.suites ?? []).flatMap(failedIn),
];

/** Runs tests in a tree; builds the extension first where a browser is needed. */
export async function runGuards(tree: string, guards: readonly Guard[]): Promise<GuardResult> {
  const results: GuardResult[] = [];
  const files = (some: readonly Guard[]) => [...new Set(some.map(({ file }) => file))];
  const reports = join(tree, '.output', 'reports');
  rmSync(reports, { recursive: true, force: true });
  const units = guards.filter(({ runner }) => runner === 'vitest');
  if (units.length > 0) {
    const { code, printed } = await run(tree, 'vitest', ['run', ...files(units), ...anyOf(units)]);
    const failed = readReport<VitestReport>(join(reports, 'vitest.json'))
      ?.testResults.flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName);
    results.push({ isPassed: code === 0, failed: failed ?? [], printed });
  }
  const browsers = guards.filter(({ runner }) => runner === 'playwright');
  if (browsers.length > 0) {
    const built = await run(tree, 'tsx', ['e2e/tooling/build.ts', '--dev']);
    if (built.code !== 0) return { isPassed: false, failed: [], printed: built.printed };
    const [, titles = ''] = anyOf(browsers);
    const { code, printed } = await run(tree, 'playwright', [
      'test',
      '-c',
      'e2e/playwright.config.ts',
      ...files(browsers),
      '-g',
      titles,
    ]);
    const report = readReport<Suite>(join(reports, 'playwright.json'));
    results.push({ isPassed: code === 0, failed: report ? failedIn(report) : [], printed });
  }
  return {
    isPassed: results.every(({ isPassed }) => isPassed),
    failed: results.flatMap(({ failed }) => failed),
    printed: results.map(({ printed }) => printed).join('\n'),
  };
}

function readReport<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
