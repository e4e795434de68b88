import type { Page } from '@playwright/test';
import type { Sandbox } from './sandbox.ts';
import { Lithic } from 'lithic';

/** A card as a person would read it off. */
export interface TypedCard {
  token: string;
  number: string;
  expiry: string;
  code: string;
}

/** Mints an open single-use card with the issuer's official client. */
export async function mintOpenCard(sandbox: Sandbox, limit: number): Promise<TypedCard> {
  const client = new Lithic({ apiKey: sandbox.apiKey, baseURL: sandbox.urls.issuer, maxRetries: 0 });
  const card = await client.cards.create({
    type: 'SINGLE_USE',
    state: 'OPEN',
    spend_limit: limit,
    spend_limit_duration: 'FOREVER',
  });
  const { token, pan = '', cvv = '', exp_month: month = '', exp_year: year = '' } = card;
  return { token, number: pan, code: cvv, expiry: `${month}${year.slice(2)}` };
}

/** Types a buyer and a card into the checkout, key by key where a mask listens. */
export async function typePurchase(page: Page, card: TypedCard): Promise<void> {
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByLabel('Phone').pressSequentially('4155550123');
  await page.getByLabel('Full name').fill('Ada Lovelace');
  await page.getByLabel('Address', { exact: true }).fill('1 Market Street');
  await page.getByLabel('City').fill('San Francisco');
  await page.getByLabel('State').selectOption('CA');
  await page.getByLabel('ZIP code').pressSequentially('94105');
  await page.getByLabel('Name on card').fill('Ada Lovelace');
  await typeCard(page, card);
}

/** Types a card into the provider's three frames. */
export async function typeCard(page: Page, card: TypedCard): Promise<void> {
  const fields = [
    ['number', 'Card number', card.number],
    ['expiry', 'Expiration date', card.expiry],
    ['cvc', 'Security code', card.code],
  ] as const;
  for (const [name, label, text] of fields) {
    const input = page.frameLocator(`iframe[name="psp-field-${name}"]`).getByLabel(label);
    await input.fill('');
    await input.pressSequentially(text);
  }
}

/** Finds the Pay button. */
export function payButton(page: Page) {
  return page.getByRole('button', { name: /^Pay \$/ });
}

/** Answers the bank's question with a code. */
export async function answerBank(page: Page, code: string): Promise<void> {
  const frame = bankFrame(page);
  await frame.getByLabel('Enter the code from your bank').fill(code);
  await frame.getByRole('button', { name: 'Verify' }).click();
}

/** Finds the bank's frame. */
export function bankFrame(page: Page) {
  return page.frameLocator('iframe[name="threeDSChallengeFrame"]');
}
