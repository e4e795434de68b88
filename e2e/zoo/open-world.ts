import { openDashboard } from '../fixtures/dashboard.ts';
import { openPairedWorld, type PairedWorld } from '../fixtures/paired-world.ts';
import { signMandate } from '../fixtures/pairing.ts';
import type { MandateResult } from '../fixtures/results.ts';
import type { ZooShop } from '../sandbox/shops/zoo/desk.ts';

/** A world with signed mandates for the shops that are visited. */
export interface ZooWorld extends PairedWorld {
  /** Gives the signed mandate under which a shop is visited: silent, or one that asks about everything. */
  mandateFor: (shop: ZooShop) => MandateResult;
  close(): Promise<void>;
}

/** As many as one mandate may name. */
const MOST_MERCHANTS = 20;

/** Tells whether the operator is asked before a shop is paid. */
const asks = (shop: ZooShop): boolean => 'asks' in shop || 'movesAfterPreview' in shop;

/** Opens a world in which these shops can be visited. */
export async function openWorld(
  executablePath: string,
  shops: readonly ZooShop[],
  seed = 1,
): Promise<ZooWorld> {
  const paired = await openPairedWorld({ executablePath, seed, agentName: 'Zoo agent', deposit: '900.00' });
  const { agent, operator } = paired;
  await sayHowNamesAreRead(paired);

  const groups = [true, false].flatMap((isAsking) => inGroups(shops.filter((one) => asks(one) === isAsking)));
  const sign = (group: readonly ZooShop[]): Promise<MandateResult> =>
    signMandate(agent, operator, {
      amount: '400.00',
      currency: 'USD',
      purpose: 'Visiting the zoo',
      merchants: group.map(({ key }) => `${key}.zoo.localhost`),
      ...(asks(group[0]!) && { ask_above: '0.01' }),
    });

  const signed = new Map<string, MandateResult>();
  // At once, while nothing else waits in the popup.
  for (const group of groups) {
    const mandate = await sign(group);
    for (const { key } of group) signed.set(key, mandate);
  }

  return {
    ...paired,
    mandateFor({ key }) {
      const mandate = signed.get(key);
      if (!mandate) throw new Error(`this world was not opened for ${key}`);
      return mandate;
    },
    async close() {
      await paired.quit();
      await paired.remove();
    },
  };
}

/** Japanese shops ask for it; first run does not. */
async function sayHowNamesAreRead({ browser, operator }: PairedWorld): Promise<void> {
  const page = await openDashboard({ browser }, operator);
  await page.getByRole('link', { name: 'Profile', exact: true }).click();
  await page.getByLabel('Given name, as it is read').fill('エイダ');
  await page.getByLabel('Family name, as it is read').fill('ラブレス');
  await page.getByRole('button', { name: 'Save details' }).click();
  await page.getByRole('status').getByText('Saved').waitFor();
  await page.close();
}

function inGroups(shops: readonly ZooShop[]): (readonly ZooShop[])[] {
  return Array.from({ length: Math.ceil(shops.length / MOST_MERCHANTS) }, (_, index) =>
    shops.slice(index * MOST_MERCHANTS, (index + 1) * MOST_MERCHANTS),
  );
}
