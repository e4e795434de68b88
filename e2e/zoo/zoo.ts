import { parseArgs } from 'node:util';
import { HOSTILE_SHOPS } from '../sandbox/shops/hostile/hostile-shops.ts';
import { ZOO_SHOPS } from '../sandbox/shops/zoo/zoo-shops.ts';
import { buildProject } from '../tooling/build.ts';
import { findChromium } from '../tooling/find-chromium.ts';
import { openWorld } from './open-world.ts';
import { printTable } from './print-table.ts';
import { CARD_PATHS, visitShop, type Visit } from './visit-shop.ts';
import { wholeNumberOf } from '../tooling/whole-number.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    /** Keys of shops, with commas; all when missing. */
    shops: { type: 'string' },
    /** How the card comes about, with commas; every way when missing. */
    paths: { type: 'string' },
    /** Visits the hostile shops instead. */
    hostile: { type: 'boolean', default: false },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);

const chromium = await findChromium(say);
if ('problem' in chromium) throw new Error(chromium.problem);
await buildProject({ isDevelopment: true, say });
const wanted = values.shops?.split(',');
const shops = (values.hostile ? HOSTILE_SHOPS : ZOO_SHOPS).filter(({ key }) => wanted?.includes(key) ?? true);
// What a hostile shop does to a run does not hang on where the card came from.
const paths = CARD_PATHS.filter((path) =>
  values.paths ? values.paths.split(',').includes(path) : path === 'minted' || !values.hostile,
);
const world = await openWorld(chromium.executablePath, shops, wholeNumberOf('seed', values.seed));
const visits: Visit[] = [];
for (const shop of shops) {
  for (const path of paths) {
    const visit = await visitShop(world, shop, path);
    visits.push(visit);
    const said = visit.run.reason?.message ?? visit.run.wall?.kind ?? '';
    say(
      `${visit.isAsExpected ? 'ok  ' : 'FAIL'} ${shop.key} (${path}): ${visit.ended} in ${visit.ms} ms ${said}`,
    );
  }
}
await world.close();

const failures = visits.filter(({ isAsExpected }) => !isAsExpected);
if (values.json) {
  const rows = visits.map(({ run, ...visit }) => ({ ...visit, checkout: run.id }));
  process.stdout.write(`${JSON.stringify({ shops: rows, failed: failures.length })}\n`);
} else process.stdout.write(printTable(visits));
process.exit(failures.length > 0 ? 1 : 0);
