import { expect, test } from '@playwright/test';
import { runSoak } from '../soak/run-soak.ts';
import { CHROMIUM } from '../fixtures/launch-browser.ts';

test('[K1] a few purchases while the worker is killed every 0–3 s: no double charge, nothing lost, nothing on disk', async () => {
  test.setTimeout(15 * 60_000);
  const report = await runSoak({
    runs: 4,
    seed: 5,
    executablePath: CHROMIUM,
    say: () => undefined,
  });
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({
    double_charges: 0,
    lost_remainders: 0,
    stuck_runs: 0,
    false_outcomes: 0,
    drift: 0,
    pan_sightings: 0,
  });
  expect(report.kills).toBeGreaterThan(4);
  expect(report.outcomes.succeeded).toBeGreaterThan(0);
});
