import { openPairedWorld, type PairedWorld } from '../fixtures/paired-world.ts';
import { signMandate } from '../fixtures/pairing.ts';

/** A world with a signed mandate that never asks, and one that asks for every payment. */
export interface SoakWorld extends PairedWorld {
  readonly mandates: { readonly silent: string; readonly asking: string };
}

/** Sets up a world in which so many cheap purchases can be paid. */
export async function openSoakWorld(seed: number, executablePath: string): Promise<SoakWorld> {
  const world = await openPairedWorld({ executablePath, seed, agentName: 'Soak', deposit: '9000.00' });
  const sign = async (ask_above: string): Promise<string> => {
    const { id } = await signMandate(world.agent, world.operator, {
      amount: '4000.00',
      currency: 'USD',
      purpose: 'Many small purchases',
      merchants: ['shop.localhost'],
      ask_above,
    });
    return id;
  };
  return { ...world, mandates: { silent: await sign('1000.00'), asking: await sign('0.01') } };
}
