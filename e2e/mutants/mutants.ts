import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from '../tooling/find-chromium.ts';
import { rootDir } from '../tooling/paths.ts';
import type { Guard } from './defence.ts';
import { DEFENCES } from './defences.ts';
import { runGuards, titlesOf, type GuardResult } from './run-guards.ts';
import { takeOut } from './take-out.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Takes out only defences whose name holds this. */
    only: { type: 'string', default: '' },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);
const NOT_COPIED = ['node_modules', '.git', '.output', 'test-results'];

/** Copies the tree; packages are only linked. */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'cs-mutants-'));
  for (const entry of readdirSync(rootDir)) {
    if (!NOT_COPIED.includes(entry)) cpSync(join(rootDir, entry), join(copy, entry), { recursive: true });
  }
  symlinkSync(join(rootDir, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

const guardName = (guard: Guard) => [guard.file, ...titlesOf(guard)].join(' › ');

const chosen = DEFENCES.filter(({ name }) => name.includes(values.only));
// Before anything runs: a defence that was rewritten must be looked at anew.
for (const defence of chosen) takeOut(defence, readFileSync(join(rootDir, defence.file), 'utf8'));

const chromium = await findChromium(say);
if ('problem' in chromium) throw new Error(chromium.problem);
process.env.COUNTERSIGN_CHROMIUM = chromium.executablePath;

const copy = copyTree();
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
say(`${chosen.length} defences; first their tests as they are`);
const whole = await runGuards(
  copy,
  chosen.map(({ guard }) => guard),
);
if (!whole.isPassed) {
  process.stderr.write(`The tests fail with every defence in place:\n${whole.printed}\n`);
  process.exit(1);
}

const unguarded = chosen.filter(({ guard }) =>
  titlesOf(guard).some((title) => !whole.passed.some((passed) => passed.includes(title))),
);
if (unguarded.length > 0) {
  say(`No test is called that: ${unguarded.map(({ guard }) => guardName(guard)).join(', ')}`);
  process.exit(1);
}

const mutants: { defence: string; test: string; failed: string[]; survived: boolean }[] = [];
for (const defence of chosen) {
  const path = join(copy, defence.file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, takeOut(defence, text));
  const result: GuardResult = await runGuards(copy, [defence.guard]);
  writeFileSync(path, text);
  // Where several tests see it, each must.
  const survived =
    result.failed.length === 0 ||
    !titlesOf(defence.guard).every((title) => result.failed.some((failed) => failed.includes(title)));
  mutants.push({ defence: defence.name, test: guardName(defence.guard), failed: result.failed, survived });
  say(
    `${survived ? 'SURVIVED' : 'seen    '} ${defence.name}\n           ${result.failed[0] ?? guardName(defence.guard)}`,
  );
  if (survived && !result.isPassed) say(result.printed.slice(-2_000));
}
const survivors = mutants.filter(({ survived }) => survived).length;
process.stdout.write(
  values.json
    ? `${JSON.stringify({ mutants: mutants.length, survivors, seen: mutants })}\n`
    : `${mutants.length - survivors} of ${mutants.length} missing defences were seen\n`,
);
process.exit(survivors === 0 && existsSync(copy) ? 0 : 1);
