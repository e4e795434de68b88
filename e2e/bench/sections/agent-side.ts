import { countTokens } from 'gpt-tokenizer';
import { createCountersignClient } from '../../../lib/bridge/host/agent-client.ts';
import { timeEchoes } from '../../fixtures/native-echo.ts';
import type { CheckoutResult } from '../../fixtures/results.ts';
import type { BenchContext } from '../bench-context.ts';
import { openBenchWorld } from '../bench-world.ts';
import { spread } from '../spread.ts';

const ROUND_TRIPS = 300;
/** Left out on every way: programs that have just started run slower. */
const WARM_UP = 300;
const AT_ONCE = 200;
/**
 * Between two native messages of an agent's calls lies the agent's own side, some 0.7 ms; a timer rests no shorter than
 * this. Without a rest the threads of Chromium that read the host's pipe never sleep, so an echo costs half of what a
 * message costs that comes alone: its IO thread polls the pipe until one of them was woken (seen in its own trace).
 */
const PAUSE_MS = 1;

async function timeEach(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const since = performance.now();
    await work();
    times.push(performance.now() - since);
  }
  return times;
}

/**
 * Measures what the agent's side costs: round trips beside a bare native-messaging echo, many calls at once, and a
 * purchase in calls and in a model's tokens.
 */
export async function measureAgentSide({ executablePath, runs, say }: BenchContext): Promise<object> {
  const world = await openBenchWorld({ executablePath, say });
  const { sandbox, browser, agent, mandate } = world;
  const url = `${sandbox.urls.shop}/checkout?sku=small`;
  let calls = 0;
  const call = (tool: string, input: Record<string, unknown>) => {
    calls += 1;
    return agent.call<CheckoutResult>(tool, input);
  };
  const untilPaid = async (run: CheckoutResult) => {
    while (run.status !== 'succeeded') {
      if (run.reason) throw new Error(run.reason.message);
      run = await call('checkout_wait', { id: run.id, timeout_seconds: 25 });
    }
    return run;
  };

  const preview = await call('checkout_preview', { mandate: mandate.id, url });
  await call('checkout_execute', { id: preview.id });
  const receipt = await untilPaid(preview);
  const stepwise = calls;
  calls = 0;
  await untilPaid(await call('payment_execute', { mandate: mandate.id, url }));
  const inOne = calls;

  const client = createCountersignClient({ directory: browser.home.stateDirectory });
  const echoes: number[] = [];
  const pacedEchoes: number[] = [];
  const direct: number[] = [];
  const throughMcp: number[] = [];
  await timeEach(WARM_UP, () => client.walletBalance());
  await timeEach(WARM_UP, () => agent.call('wallet_balance', {}));
  for (let run = 0; run < runs; run += 1) {
    // In turns, so that whatever else the machine does weighs on all of them alike.
    echoes.push(...(await timeEchoes(browser, WARM_UP + ROUND_TRIPS)).slice(WARM_UP));
    pacedEchoes.push(...(await timeEchoes(browser, ROUND_TRIPS, { pauseMs: PAUSE_MS })));
    direct.push(...(await timeEach(ROUND_TRIPS, () => client.walletBalance())));
    throughMcp.push(...(await timeEach(ROUND_TRIPS, () => agent.call('wallet_balance', {}))));
    say(`run ${run + 1} of ${runs}`);
  }
  const since = performance.now();
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, () => agent.call<CheckoutResult>('checkout_get', { id: receipt.id })),
  );
  const tookMs = Math.round(performance.now() - since);
  const tools = await agent.tools();
  client.close();
  await world.close();

  const [paced, backToBack, measured] = [
    spread(pacedEchoes, { digits: 2 }),
    spread(echoes, { digits: 2 }),
    spread(throughMcp, { digits: 2 }),
  ];
  const ratioTo = ({ median }: { median: number }) => Number((measured.median / median).toFixed(2));
  const tokensOf = (value: unknown) => countTokens(JSON.stringify(value));
  return {
    round_trip: {
      baseline: 'a native host asks the worker for an echo, 1 ms apart: native messaging alone',
      baseline_ms: paced,
      back_to_back_baseline: 'the same without a pause, which no call of an agent has',
      back_to_back_baseline_ms: backToBack,
      measured: 'wallet_balance from an MCP client over stdio to the worker and back',
      measured_ms: measured,
      ratio: ratioTo(paced),
      ratio_to_back_to_back: ratioTo(backToBack),
      without_mcp_ms: spread(direct, { digits: 2 }),
    },
    at_once: {
      calls: AT_ONCE,
      answered: answers.filter(({ id, status }) => id === receipt.id && status === 'succeeded').length,
      ms: tookMs,
    },
    calls_after_the_mandate: { preview_execute_wait: stepwise, payment_execute: inOne },
    tokens: { tools_list: tokensOf(tools), preview: tokensOf(preview), receipt: tokensOf(receipt) },
  };
}
