import { parseArgs } from 'node:util';
import { buildProject } from '../tooling/build.ts';
import { findChromium } from '../tooling/find-chromium.ts';
import { runDemo } from './run-demo.ts';
import { wholeNumberOf } from '../tooling/whole-number.ts';

const { values } = parseArgs({
  options: {
    auto: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});

const seed = wholeNumberOf('seed', values.seed);

/** Progress is talk: it goes to stderr, so that `--json` prints one object and nothing else on stdout. */
const say = (line: string) => void process.stderr.write(`${line}\n`);

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const isAuto = values.auto || !hasDisplay;

try {
  say('Looking for Chromium');
  const chromium = await findChromium(say);
  if ('problem' in chromium) throw new Error(chromium.problem);
  say(`Chromium: ${chromium.executablePath}`);
  say('Building the extension and the countersign command');
  await buildProject({ isDevelopment: true, say });
  const report = await runDemo({
    executablePath: chromium.executablePath,
    isAuto,
    isHeadless: !hasDisplay || values.auto,
    seed,
    isKept: values.keep,
    say,
  });
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = report.status === 'succeeded' ? 0 : 1;
  if (!values.keep) process.exit();
} catch (problem) {
  say(problem instanceof Error ? problem.message : String(problem));
  process.exit(1);
}
