import { parseArgs } from 'node:util';
import { findChromium } from '../tooling/find-chromium.ts';
import type { BenchSection } from './bench-context.ts';
import { measureAgentSide } from './sections/agent-side.ts';
import { measureFilling } from './sections/filling.ts';
import { measureFinding } from './sections/finding.ts';
import { measureHandoffs } from './sections/handoffs.ts';
import { measureLedger } from './sections/ledger.ts';
import { measurePassiveLook } from './sections/passive-look.ts';
import { measurePopup } from './sections/popup.ts';
import { measurePurchase } from './sections/purchase.ts';
import { wholeNumberOf } from '../tooling/whole-number.ts';

const SECTIONS: Readonly<Record<string, BenchSection>> = {
  'passive-look': measurePassiveLook,
  finding: measureFinding,
  filling: measureFilling,
  purchase: measurePurchase,
  popup: measurePopup,
  handoffs: measureHandoffs,
  'agent-side': measureAgentSide,
  ledger: measureLedger,
};

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    corpus: { type: 'string' },
    /** Names a section to measure; all of them without it. */
    only: { type: 'string', multiple: true, default: Object.keys(SECTIONS) },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);

const unknown = values.only.filter((name) => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}`);
const chromium = await findChromium(say);
if ('problem' in chromium) throw new Error(chromium.problem);

const report: Record<string, object> = {};
for (const name of values.only) {
  say(`measuring ${name}`);
  report[name] = await SECTIONS[name]!({
    executablePath: chromium.executablePath,
    runs: wholeNumberOf('runs', values.runs),
    corpus: values.corpus,
    say,
  });
}
process.stdout.write(`${JSON.stringify(report, null, values.json ? undefined : 2)}\n`);
process.exit(0);
