import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { CheckoutResult } from '../fixtures/results.ts';
import type { BenchWorld } from './bench-world.ts';

const ENTRY = fileURLToPath(new URL('./ledger-program.ts', import.meta.url));

/** Bundles what runs inside the extension: it reads, grows and measures the books on their own disk. */
export async function bundleProgram(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: ENTRY, formats: ['iife'], name: 'program', fileName: 'program' } },
  });
  const chunk = [result].flat().flatMap((output) => ('output' in output ? output.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('the program was not bundled');
  return chunk.code;
}

/** One real purchase, to its end: what it wrote is what the books are grown from. */
export async function buyOnce({ agent, mandate, sandbox }: BenchWorld): Promise<void> {
  const url = `${sandbox.urls.shop}/checkout?sku=small`;
  let run = await agent.call<CheckoutResult>('payment_execute', { mandate: mandate.id, url });
  while (run.status !== 'succeeded' || run.returned === null) {
    if (['failed', 'refused', 'declined'].includes(run.status))
      throw new Error(run.reason?.message ?? run.status);
    run = await agent.call<CheckoutResult>('checkout_wait', { id: run.id, timeout_seconds: 5 });
  }
}
