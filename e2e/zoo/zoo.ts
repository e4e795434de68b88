import { parseArgs } from 'node:util';
import { ZOO_SHOPS } from '../sandbox/shops/zoo/zoo-shops.ts';
import { buildProject } from '../tooling/build.ts';
import { findChromium } from '../tooling/find-chromium.ts';
import { openWorld } from './open-world.ts';
import { visitShop, type Visit } from './visit-shop.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    /** Keys of shops, with commas; all when missing. */
    shops: { type: 'string' },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);
const tick = (isSo: boolean) => (isSo ? 'yes' : '–');

function printRow({ shop, what, found, filled, previewed, paid, walls, prompts, ms, ended }: Visit): string {
  const cells = [shop, what, tick(found), tick(filled), tick(previewed), tick(paid), walls.join(', ') || '–', String(prompts), String(ms), ended]; // prettier-ignore
  return `| ${cells.join(' | ')} |`;
}

const chromium = await findChromium(say);
if ('problem' in chromium) throw new Error(chromium.problem);
await buildProject({ isDevelopment: true, say });
const wanted = values.shops?.split(',');
const world = await openWorld(chromium.executablePath, Number.parseInt(values.seed, 10) || 1);
const visits: Visit[] = [];
for (const shop of ZOO_SHOPS.filter(({ key }) => wanted?.includes(key) ?? true)) {
  const visit = await visitShop(world, shop);
  visits.push(visit);
  const said = visit.run.reason?.message ?? visit.run.wall?.kind ?? '';
  say(`${visit.isAsExpected ? 'ok  ' : 'FAIL'} ${shop.key}: ${visit.ended} in ${visit.ms} ms ${said}`);
}
await world.close();

const failures = visits.filter(({ isAsExpected }) => !isAsExpected);
if (values.json) {
  const shops = visits.map(({ run, ...visit }) => ({ ...visit, checkout: run.id }));
  process.stdout.write(`${JSON.stringify({ shops, failed: failures.length })}\n`);
} else {
  process.stdout.write(
    '| shop | what | found | filled | previewed | paid | walls | prompts | ms | ended |\n',
  );
  process.stdout.write(`|${' --- |'.repeat(10)}\n`);
  for (const visit of visits) process.stdout.write(`${printRow(visit)}\n`);
}
process.exit(failures.length > 0 ? 1 : 0);
