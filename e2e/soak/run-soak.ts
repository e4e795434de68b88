import { searchDisk } from '../demo/search-disk.ts';
import type { BalanceResult, CheckoutResult } from '../fixtures/results.ts';
import { waitUntil } from '../fixtures/wait-until.ts';
import { createDice } from './dice.ts';
import { drawPlan, type Plan } from './plan.ts';
import { approvedOn, ask, isEnded, playRun } from './play-run.ts';
import { startReaper } from './reaper.ts';
import { openSoakWorld, type SoakWorld } from './soak-world.ts';

const SETTLED_WITHIN_MS = 120_000;

export interface SoakReport {
  readonly seed: number;
  readonly runs: number;
  /** Approved authorizations, or presses of Pay, beyond one a run. */
  double_charges: number;
  /** Ended runs whose money did not come back, or came back wrong. */
  lost_remainders: number;
  /** Runs that did not end, or did not settle, in time. */
  stuck_runs: number;
  /** Runs that say paid without a charge, or not paid with one. */
  false_outcomes: number;
  /** Minor units by which the wallet and the issuer differ at the end. */
  drift: number;
  kills: number;
  readonly outcomes: Record<string, number>;
  /** What went wrong, with the plan that led there. */
  readonly findings: {
    readonly run: number;
    readonly what: string;
    readonly plan: Plan;
    readonly id: string;
  }[];
  /** Card numbers found on disk after the browser has quit, and in what the agent was told. */
  pan_sightings: number;
}

export interface SoakParameters {
  readonly runs: number;
  readonly seed: number;
  readonly executablePath: string;
  readonly say: (line: string) => void;
}

/** Plays purchases through random walls while the worker is killed every 0–3 s, then compares wallet and issuer. */
export async function runSoak({ runs, seed, executablePath, say }: SoakParameters) {
  const world = await openSoakWorld(seed, executablePath);
  const report: SoakReport = {
    seed,
    runs,
    double_charges: 0,
    lost_remainders: 0,
    stuck_runs: 0,
    false_outcomes: 0,
    drift: 0,
    kills: 0,
    outcomes: {},
    findings: [],
    pan_sightings: 0,
  };
  const plans = createDice(seed, 'plans');
  const lives = createDice(seed, 'lives');
  await setPatience(world);
  for (let number = 1; number <= runs; number += 1) {
    const plan = drawPlan(plans);
    const presses = world.sandbox.control.payRequests().length;
    const reaper = startReaper(world.browser, lives);
    const played = await playRun(world, plan, `soak-${seed}-${number}`);
    const isSettled = await waitUntil(() => hasSettled(world, played), SETTLED_WITHIN_MS).then(
      () => true,
      () => false,
    );
    report.kills += await reaper.stop();
    const run = await ask(Date.now() + SETTLED_WITHIN_MS, () =>
      world.agent.call<CheckoutResult>('checkout_get', { id: played.id }),
    );
    const found = (
      what: string,
      field: 'double_charges' | 'lost_remainders' | 'stuck_runs' | 'false_outcomes',
    ) => {
      report[field] += 1;
      report.findings.push({ run: number, what, plan, id: run.id });
    };
    judge(world, run, world.sandbox.control.payRequests().length - presses, isSettled, found);
    report.outcomes[run.status] = (report.outcomes[run.status] ?? 0) + 1;
    say(
      `run ${number}: ${run.status}${run.reason ? ` (${run.reason.code})` : ''}, ${report.kills} kills so far`,
    );
    for (const page of world.browser.context.pages().slice(1)) await page.close().catch(() => undefined);
  }
  report.drift = await ask(Date.now() + SETTLED_WITHIN_MS, () => driftOf(world));
  await world.quit();
  report.pan_sightings = await searchDisk(world.sandbox, world.browser.home.root, world.agent.received);
  await world.remove();
  return report;
}

/** Tells whether a soak found nothing wrong. */
export function isClean(report: SoakReport): boolean {
  return report.findings.length === 0 && report.drift === 0 && report.pan_sightings === 0;
}

/** Operators of a soak do not wait for ten minutes. */
const setPatience = ({ browser }: SoakWorld) =>
  browser
    .worker()
    .evaluate(() =>
      (
        globalThis as unknown as { chrome: { storage: { session: { set(items: object): Promise<void> } } } }
      ).chrome.storage.session.set({ patience: { outcomeMs: 6_000 } }),
    );

const reservedOf = async ({ agent }: SoakWorld) =>
  BigInt((await agent.call<BalanceResult>('wallet_balance', {})).reserved.minor);

function cardsOf({ sandbox }: SoakWorld, runId: string): string[] {
  const own = new Set(
    sandbox.control
      .log()
      .flatMap((event) => (event.kind === 'card-created' && event.memo === runId ? [event.cardToken] : [])),
  );
  return sandbox.control.cards().flatMap(({ token, state }) => (own.has(token) ? [state] : []));
}

async function hasSettled(world: SoakWorld, { id }: CheckoutResult): Promise<boolean> {
  const run = await world.agent.call<CheckoutResult>('checkout_get', { id }).catch(() => undefined);
  if (!run || !isEnded(run) || (run.status === 'succeeded' && run.returned === null)) return false;
  if (cardsOf(world, id).some((state) => state !== 'CLOSED')) return false;
  return (await reservedOf(world).catch(() => 1n)) === 0n;
}

function judge(
  world: SoakWorld,
  run: CheckoutResult,
  presses: number,
  isSettled: boolean,
  found: (
    what: string,
    field: 'double_charges' | 'lost_remainders' | 'stuck_runs' | 'false_outcomes',
  ) => void,
): void {
  const charges = approvedOn(world, run.id);
  if (charges.length > 1) found(`${charges.length} charges`, 'double_charges');
  if (presses > 1) found(`Pay was pressed ${presses} times`, 'double_charges');
  if (!isEnded(run)) return found(`still ${run.status}`, 'stuck_runs');
  if ((run.status === 'succeeded') !== charges.length > 0)
    found(`${run.status} with ${charges.length} charges`, 'false_outcomes');
  if (!isSettled) return found(`${run.status}, not settled`, 'stuck_runs');
  const captured = world.sandbox.control
    .captures()
    .filter(({ transactionToken }) => charges.includes(transactionToken))
    .reduce((sum, { amount }) => sum + amount, 0);
  if (
    run.status === 'succeeded' &&
    BigInt(run.returned!.minor) !== BigInt(run.total!.minor) - BigInt(captured)
  )
    found(`${run.returned!.minor} of ${run.total!.minor} returned, ${captured} captured`, 'lost_remainders');
}

async function driftOf({ agent, sandbox }: SoakWorld): Promise<number> {
  const { available, reserved, spent } = await agent.call<BalanceResult>('wallet_balance', {});
  const captured = sandbox.control.captures().reduce((sum, { amount }) => sum + amount, 0);
  const issuer = sandbox.control.balance();
  return (
    Math.abs(Number(spent.minor) - captured) +
    Math.abs(Number(available.minor) + Number(reserved.minor) - issuer.available - issuer.pending)
  );
}
