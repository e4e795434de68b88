import { parseArgs } from 'node:util';
import { buildProject } from '../tooling/build.ts';
import { findChromium } from '../tooling/find-chromium.ts';
import { isClean, runSoak } from './run-soak.ts';
import { wholeNumberOf } from '../tooling/whole-number.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);

const chromium = await findChromium(say);
if ('problem' in chromium) throw new Error(chromium.problem);
await buildProject({ isDevelopment: true, say });
const report = await runSoak({
  runs: wholeNumberOf('runs', values.runs),
  seed: wholeNumberOf('seed', values.seed),
  executablePath: chromium.executablePath,
  say,
});
process.stdout.write(`${JSON.stringify(report, null, values.json ? undefined : 2)}\n`);
process.exit(isClean(report) ? 0 : 1);
