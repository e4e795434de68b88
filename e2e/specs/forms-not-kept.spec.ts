import type { Installation } from '../fixtures/installation.ts';
import { expect, test } from '../fixtures/test.ts';
import { waitUntil } from '../fixtures/wait-until.ts';

/** Whether Chromium fills cards and addresses and offers to save them, and whether that is our doing. */
const formMemory = (installation: Installation) =>
  installation.browser.worker().evaluate(async () => {
    type Setting = { get(details: object): Promise<{ value: boolean; levelOfControl: string }> };
    const { chrome } = globalThis as unknown as {
      chrome: {
        privacy: { services: Record<'autofillCreditCardEnabled' | 'autofillAddressEnabled', Setting> };
      };
    };
    const { autofillCreditCardEnabled, autofillAddressEnabled } = chrome.privacy.services;
    const [cards, addresses] = await Promise.all(
      [autofillCreditCardEnabled, autofillAddressEnabled].map((setting) => setting.get({})),
    );
    const isOurs = ({ levelOfControl }: { levelOfControl: string }) =>
      levelOfControl === 'controlled_by_this_extension';
    return {
      keepsCards: cards!.value,
      keepsAddresses: addresses!.value,
      isOurs: isOurs(cards!) && isOurs(addresses!),
    };
  });

const OWN = { keepsCards: true, keepsAddresses: true, isOurs: false };
const WITHHELD = { keepsCards: false, keepsAddresses: false, isOurs: true };

test('[B10] the browser does not offer to save a single-use card or an address, and has its own settings back after the run', async ({
  agent,
  connected,
  installation,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  expect(await formMemory(installation)).toEqual(OWN);
  const bought = await agent.preview(mandate);
  await waitUntil(async () => (await formMemory(installation)).isOurs);
  expect(await formMemory(installation)).toEqual(WITHHELD);

  // A worker that died in between knows it again, and the next one lets go of it.
  await installation.browser.restartWorker();
  expect(await formMemory(installation)).toEqual(WITHHELD);
  await agent.call('checkout_execute', { id: bought.id });
  await connected.press('Approve');
  await agent.waitFor(bought.id, 'succeeded');
  await waitUntil(async () => !(await formMemory(installation)).isOurs);
  expect(await formMemory(installation)).toEqual(OWN);

  const rejected = await agent.preview(mandate);
  await waitUntil(async () => (await formMemory(installation)).isOurs);
  await connected.press('Reject');
  await agent.waitFor(rejected.id, 'cancelled', 'refused');
  await waitUntil(async () => !(await formMemory(installation)).isOurs);
  expect(await formMemory(installation)).toEqual(OWN);
});
