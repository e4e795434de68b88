import { setTimeout as wait } from 'node:timers/promises';
import type { OperationInput, OperationOutput } from '../protocol/operations.ts';
import { ENDED, type CountersignClient } from './agent-client.ts';

const STEP_SECONDS = 2;

/**
 * Waits as `checkout_wait` does, in short steps, and reports after each: seconds so far, seconds in all, and the status.
 * A host that shows progress then shows that something happens, and does not end the call as stuck.
 */
export async function waitWithProgress(
  client: CountersignClient,
  { id, timeout_seconds: seconds = 20 }: OperationInput<'checkout_wait'>,
  report: (progress: number, total: number, message: string) => Promise<void>,
): Promise<OperationOutput<'checkout_wait'>> {
  const since = Date.now();
  const elapsed = () => (Date.now() - since) / 1_000;
  let view = await client.checkoutGet({ id });
  const { status } = view;
  // Where nobody is named who must act, the run goes on by itself.
  const isToWait = () => view.status === status || view.next_action === undefined;
  for (let reported = 0; !ENDED.has(view.status) && isToWait() && elapsed() < seconds; ) {
    const step = Math.min(STEP_SECONDS, Math.max(1, Math.ceil(seconds - elapsed())));
    const stepEnds = Date.now() + Math.min(step, Math.max(0, seconds - elapsed())) * 1_000;
    view = await client.checkoutWait({ id, timeout_seconds: step });
    if (ENDED.has(view.status) || !isToWait()) break;
    // An answer that comes early and says nothing new must not become a busy loop.
    await wait(Math.max(0, stepEnds - Date.now()));
    // Progress must rise (MCP, progress notifications).
    reported = Math.max(reported + 0.001, elapsed());
    await report(reported, seconds, view.status);
  }
  return view;
}
