import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Guard } from './defence.ts';

export interface GuardResult {
  readonly isPassed: boolean;
  /** Full titles of the tests that failed. A run that broke down before any test did names none. */
  readonly failed: string[];
  /** Full titles of those that passed. */
  readonly passed: string[];
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

interface Ran {
  readonly title: string;
  readonly ok: boolean;
}

const ranIn = (suite: Suite): Ran[] => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(ranIn)];
const resultOf = (code: number, ran: readonly Ran[], printed: string): GuardResult => ({
  isPassed: code === 0,
  failed: ran.filter(({ ok }) => !ok).map(({ title }) => title),
  passed: ran.filter(({ ok }) => ok).map(({ title }) => title),
  printed,
});

/** Runs tests in a tree; builds the extension first where a browser is needed. */
export async function runGuards(tree: string, guards: readonly Guard[]): Promise<GuardResult> {
  const results: GuardResult[] = [];
  const files = (some: readonly Guard[]) => [...new Set(some.map(({ file }) => file))];
  const reports = join(tree, '.output', 'reports');
  rmSync(reports, { recursive: true, force: true });
  const units = guards.filter(({ runner }) => runner === 'vitest');
  if (units.length > 0) {
    const { code, printed } = await run(tree, 'vitest', ['run', ...files(units), ...anyOf(units)]);
    const report = readReport<VitestReport>(join(reports, 'vitest.json'));
    const ran = (report?.testResults ?? [])
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed' || status === 'passed')
      .map(({ fullName, status }) => ({ title: fullName, ok: status === 'passed' }));
    results.push(resultOf(code, ran, printed));
  }
  const browsers = guards.filter(({ runner }) => runner === 'playwright');
  if (browsers.length > 0) {
    const built = await run(tree, 'tsx', ['e2e/tooling/build.ts', '--dev']);
    if (built.code !== 0) return resultOf(built.code, [], built.printed);
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
    results.push(resultOf(code, report ? ranIn(report) : [], printed));
  }
  return {
    isPassed: results.every(({ isPassed }) => isPassed),
    failed: results.flatMap(({ failed }) => failed),
    passed: results.flatMap(({ passed }) => passed),
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
