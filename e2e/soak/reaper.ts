import { setTimeout as wait } from 'node:timers/promises';
import type { LaunchedBrowser } from '../fixtures/launch-browser.ts';
import type { Dice } from './dice.ts';

const LONGEST_LIFE_MS = 3_000;
/** A run that never got three seconds in a row could not end; after so many kills it is left alone. */
const MOST_KILLS = 8;

/** Ends the worker's target really, then wakes a new one as an opened surface would. */
async function killWorker({ cdp, context, extensionId }: LaunchedBrowser): Promise<boolean> {
  const { targetInfos } = await cdp.send('Target.getTargets');
  const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
  if (target) await cdp.send('Target.closeTarget', { targetId: target.targetId });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`).catch(() => undefined);
  await page.close();
  return target !== undefined;
}

/** Kills the worker again and again, each time after 0–3 s of life, as often as the dice say or until called off. */
export function startReaper(browser: LaunchedBrowser, dice: Dice) {
  const off = new AbortController();
  const planned = 1 + Math.floor(dice.roll() * MOST_KILLS);
  let kills = 0;
  const reaping = (async () => {
    while (!off.signal.aborted && kills < planned) {
      await wait(dice.roll() * LONGEST_LIFE_MS, undefined, { signal: off.signal }).catch(() => undefined);
      if (!off.signal.aborted && (await killWorker(browser).catch(() => false))) kills += 1;
    }
  })();
  return {
    /** Calls it off; gives how often it has killed. */
    async stop(): Promise<number> {
      off.abort();
      await reaping;
      return kills;
    },
  };
}
