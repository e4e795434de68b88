import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sumOf, type Count } from './count-tests.ts';
import { outputDir } from './paths.ts';
import { BROWSER, CHECK, CHROMIUM, FULL, type Outcome, type Stage } from './stages.ts';

const SETS: Readonly<Record<string, readonly Stage[]>> = {
  check: CHECK,
  test: [CHROMIUM, ...CHECK, ...BROWSER],
  full: [CHROMIUM, ...CHECK, ...BROWSER, ...FULL],
};

const say = (line: string) => void process.stdout.write(`${line}\n`);

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '    ');
}

/** Runs a stage, or says which one it needed; never throws, so that one broken stage hides no other. */
async function runStage(stage: Stage, failed: ReadonlySet<string>): Promise<Outcome> {
  const missing = stage.needs?.find((name) => failed.has(name));
  if (missing) return { problem: `not run: it needs "${missing}"` };
  try {
    return await stage.run((line) => say(`  ${line}`));
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}

function countOf({ problem, count }: Outcome): Count {
  if (count) return count;
  return problem === undefined ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function lineOf(stage: Stage, { problem, count }: Outcome, seconds: number): string {
  const tests =
    count &&
    `: ${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`;
  return `${problem === undefined ? 'ok  ' : 'FAIL'} ${stage.name} (${seconds.toFixed(1)} s)${tests ?? ''}`;
}

const stages = SETS[process.argv[2] ?? 'test'];
if (!stages) {
  process.stderr.write('usage: run-stages check|test|full\n');
  process.exit(2);
}
// A report of an earlier run must never be counted as this one's.
rmSync(join(outputDir, 'reports'), { recursive: true, force: true });
mkdirSync(join(outputDir, 'reports'), { recursive: true });

const failed = new Set<string>();
const counts: Count[] = [];
for (const stage of stages) {
  const since = performance.now();
  const outcome = await runStage(stage, failed);
  say(lineOf(stage, outcome, (performance.now() - since) / 1000));
  if (outcome.problem !== undefined) {
    failed.add(stage.name);
    say(indent(outcome.problem));
  }
  counts.push(countOf(outcome));
}
if (failed.size > 0) say(`failed: ${[...failed].join(', ')}`);
const sum = sumOf(counts);
say(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;
