import { openPairedWorld } from '../fixtures/paired-world.ts';
import { signMandate } from '../fixtures/pairing.ts';
import { buildProject } from '../tooling/build.ts';
import { developmentExtensionDir } from '../tooling/paths.ts';
import type { BenchContext } from './bench-context.ts';

/** Builds and starts everything, up to an agent with a silent mandate of 400.00 USD at the sandbox's shop. */
export async function openBenchWorld({
  executablePath,
  say,
  besides,
}: Pick<BenchContext, 'executablePath' | 'say'> & {
  /** The folder of another extension to load into the same browser. */
  besides?: string;
}) {
  await buildProject({ isDevelopment: true, say });
  const world = await openPairedWorld({
    executablePath,
    seed: 1,
    agentName: 'Bench',
    deposit: '500.00',
    extensionDirectory: [developmentExtensionDir, besides].filter(Boolean).join(','),
  });
  const mandate = await signMandate(world.agent, world.operator, {
    amount: '400.00',
    currency: 'USD',
    purpose: 'Measuring',
    merchants: ['shop.localhost'],
  });
  return {
    ...world,
    mandate,
    async close() {
      await world.quit();
      await world.remove();
    },
  };
}

export type BenchWorld = Awaited<ReturnType<typeof openBenchWorld>>;
