import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildProject } from './build.ts';
import { findChromium } from './find-chromium.ts';
import { outputDir, rootDir } from './paths.ts';

interface Stage {
  readonly name: string;
  /** Fails by throwing; what it printed is in the message. */
  readonly run: () => Promise<void>;
  /** The JSON report of a test runner, to count its tests. */
  readonly report?: { readonly file: string; readonly count: (report: never) => Count };
}

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const reports = join(outputDir, 'reports');
const binary = (name: string) => join(rootDir, 'node_modules', '.bin', name);
const environment: NodeJS.ProcessEnv = { ...process.env };

/** Runs a tool from node_modules; shows its output only when it fails, or live for the long ones. */
function tool(name: string, args: string[], isLive = false): () => Promise<void> {
  return () =>
    new Promise((resolve, reject) => {
      const child = spawn(binary(name), args, {
        cwd: rootDir,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const printed: Buffer[] = [];
      const keep = (chunk: Buffer) => {
        printed.push(chunk);
        if (isLive) process.stdout.write(chunk);
      };
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve();
        else reject(new Error(isLive ? `${name} ended with ${code}` : Buffer.concat(printed).toString()));
      });
    });
}

const say = (line: string) => console.log(`  ${line}`);

async function provideChromium(): Promise<void> {
  const found = await findChromium(say);
  if ('problem' in found) throw new Error(found.problem);
  environment.COUNTERSIGN_CHROMIUM = found.executablePath;
}

const vitestCount = (report: { numPassedTests: number; numFailedTests: number }): Count => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
});
const playwrightCount = ({
  stats,
}: {
  stats: { expected: number; unexpected: number; flaky: number };
}): Count => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
});

const CHECK: readonly Stage[] = [
  { name: 'types of the extension', run: tool('wxt', ['prepare']) },
  { name: 'format', run: tool('prettier', ['--check', '.', '--log-level', 'warn']) },
  { name: 'lint', run: tool('eslint', ['.', '--max-warnings', '0']) },
  { name: 'types', run: tool('tsc', ['--noEmit']) },
  {
    name: 'layers',
    run: tool('depcruise', ['lib', 'components', 'entrypoints', '--config', '.dependency-cruiser.cjs']),
  },
  { name: 'dead code', run: tool('knip', []) },
  {
    name: 'unit tests',
    run: tool('vitest', ['run'], true),
    report: { file: 'vitest.json', count: vitestCount },
  },
];

const BROWSER: readonly Stage[] = [
  { name: 'chromium', run: provideChromium },
  { name: 'build', run: () => buildProject({ isDevelopment: false, say }) },
  { name: 'sizes', run: tool('size-limit', []) },
  {
    name: 'end to end',
    run: tool('playwright', ['test', '-c', 'e2e/playwright.config.ts'], true),
    report: { file: 'playwright.json', count: playwrightCount },
  },
];

function countOf(stage: Stage, isOk: boolean): Count {
  const file = stage.report && join(reports, stage.report.file);
  if (!stage.report || !file || !existsSync(file)) return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 };
  const count = stage.report.count(JSON.parse(readFileSync(file, 'utf8')) as never);
  // A runner that failed without a failing test (a crash, no tests) still failed.
  return { passed: count.passed, failed: isOk ? count.failed : Math.max(1, count.failed) };
}

const stages = process.argv[2] === 'check' ? CHECK : [...CHECK, ...BROWSER];
mkdirSync(reports, { recursive: true });
for (const { report } of stages) if (report) rmSync(join(reports, report.file), { force: true });

let passed = 0;
let failed = 0;
for (const stage of stages) {
  const since = Date.now();
  let problem: string | undefined;
  try {
    await stage.run();
  } catch (caught) {
    problem = caught instanceof Error ? caught.message : String(caught);
  }
  const count = countOf(stage, problem === undefined);
  passed += count.passed;
  failed += count.failed;
  console.log(
    `${problem === undefined ? 'ok  ' : 'FAIL'} ${stage.name} (${((Date.now() - since) / 1000).toFixed(1)} s)`,
  );
  if (problem !== undefined) console.log(problem);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
