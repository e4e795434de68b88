import { parseArgs } from 'node:util';
import { runSeed } from './world.ts';
import { wholeNumberOf } from '../tooling/whole-number.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    /** Prints every event of every seed: for the replay of one. */
    trace: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const seeds = wholeNumberOf('seeds', values.seeds);
const from = wholeNumberOf('from', values.from);
let violations = 0;
const failing: number[] = [];
for (let seed = from; seed < from + seeds; seed += 1) {
  const seen = await runSeed(seed, {}, values.trace ? (line) => console.error(line) : undefined);
  if (seen.length === 0) continue;
  violations += seen.length;
  failing.push(seed);
  for (const { step, what } of seen) console.error(`seed ${seed}, step ${step}: ${what}`);
}
if (values.json) console.log(JSON.stringify({ seeds, violations, failing }));
else {
  console.log(`${seeds} seeds, ${violations} violations`);
  if (failing.length > 0)
    console.log(`replay one: npm run simulate -- --seeds 1 --from ${failing[0]} --trace`);
}
process.exitCode = failing.length > 0 ? 1 : 0;
