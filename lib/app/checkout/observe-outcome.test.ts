import { describe, expect, it } from 'vitest';
import { createFakeCardIssuer } from '../../adapters/issuers/fake/fake-card-issuer.ts';
import { must, openWallet } from '../../../e2e/simulate/open-wallet.ts';
import type { PageEvidence } from '../../domain/checkout/page-reading.ts';
import type { Wall } from '../../domain/wall/wall.ts';
import type { CardId, CheckoutId, HoldId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { ok } from '../../kernel/result.ts';
import { openSecret } from '../../kernel/secret.ts';
import type { TabSight } from '../../ports/page-driver.ts';
import type { BookEvent } from '../book-event.ts';
import type { Kit } from '../kit.ts';
import { watchHandoff } from './handoff.ts';
import { observeOutcome } from './observe-outcome.ts';
import { raiseHandoff } from './raise-handoff.ts';

interface Page extends Partial<PageEvidence> {
  readonly pay?: string;
}

const idOf = (prefix: string) => `${prefix}_${'7'.repeat(26)}`;
const checkoutId = idOf('chk') as CheckoutId;
const orderOf = (reference: string) => [{ reference, context: `Order number: ${reference}` }];
const RECEIPT: Page = { headlines: ['Thank you for your order'], orderReferences: orderOf('100045') };
const SPINNER: Page = { headlines: ['Payment', 'Order summary'], orderReferences: orderOf('SKU-12345') };

function sightOf({ pay, ...evidence }: Page): TabSight {
  const url = 'https://shop.example/checkout';
  const reading = {
    url,
    title: 'Checkout',
    viewport: { width: 1280, height: 720, scale: 1 },
    fields: [],
    frames: [],
    submit: pay === undefined ? null : { label: pay },
    evidence: {
      headlines: [],
      alerts: [],
      words: '',
      orderReferences: [],
      checks: [],
      signals: [],
      ...evidence,
    },
  };
  const top = {
    frameId: 0,
    documentId: 'd',
    origin: 'https://shop.example',
    url,
    parentFrameId: -1,
    reading,
  };
  return { tabId: 1, top, frames: [top] } as unknown as TabSight;
}

/** A run on pages that follow one another; time passes as it is asked for. */
async function openRun(pages: readonly Page[]) {
  const { issuer, network } = createFakeCardIssuer();
  let now = 1_760_000_000_000;
  let reads = 0;
  const wallet = await openWallet({ issuer, funds: 10_000, budget: '90.00', now: () => (now += 20) });
  const { mandateId, agentId } = wallet;
  const kit = {
    ...wallet.kit,
    scope: { providers: [], plainHttpHosts: [] },
    pages: {
      read: () => Promise.resolve(ok(sightOf(pages[Math.min(reads++ >> 3, pages.length - 1)]!))),
      showHolder: () => Promise.resolve(),
      clear: () => Promise.resolve(),
      focus: () => Promise.resolve(),
      openedBy: () => Promise.resolve([]),
    },
  } as unknown as Kit;
  const record = async (...events: BookEvent[]) => must(await kit.book.commit(() => ok(events)));
  const expiresAt = now + 600_000;
  await record(
    {
      type: 'checkout-created',
      checkoutId,
      mandateId,
      agentId,
      workflow: 'restock',
      url: 'https://shop.example/checkout',
      tabId: null,
      cardId: null,
      maximum: null,
      isExecuteRequested: true,
      expiresAt,
      request: { key: 'k', digest: 'd' },
    },
    { type: 'checkout-preparing', checkoutId, tabId: 1 },
  );
  const pay = async () => {
    const [cardId, holdId] = [idOf('card') as CardId, idOf('hold') as HoldId];
    const limit = money(5_000, 'USD');
    const merchant = 'shop.example';
    await record(
      { type: 'funds-reserved', mandateId, holdId, checkoutId, merchant, amount: limit, category: null },
      { type: 'checkout-reserved', checkoutId, holdId, amount: limit, merchant },
      { type: 'card-requested', cardId, mandateId, agentId, merchant, limit, holdId, expiresAt },
    );
    const minted = must(await issuer.mint({ idempotencyKey: cardId, limit, memo: checkoutId }));
    await record(
      { type: 'card-minted', cardId, ...minted },
      { type: 'card-assigned', cardId, checkoutId },
      { type: 'checkout-minted', checkoutId, cardId },
    );
    must(await issuer.arm(minted.issuerToken));
    await record({ type: 'card-armed', cardId }, { type: 'payment-found', checkoutId });
    network.authorize(openSecret(must(await issuer.reveal(minted.issuerToken))).number, limit, 'SHOP');
  };
  return { kit, pay, checkout: () => kit.book.state().checkouts.get(checkoutId)! };
}

describe('after Pay, with the issuer’s authorization', () => {
  async function endOf(...pages: Page[]) {
    const { kit, pay, checkout } = await openRun(pages);
    await pay();
    await observeOutcome(kit, checkoutId);
    const { status, receipt } = checkout();
    return [status, receipt?.orderRef];
  }

  it('a page that confirms an order is a receipt', async () => {
    expect(await endOf(RECEIPT)).toEqual(['succeeded', '100045']);
  });

  it('a receipt that offers to buy again is one', async () => {
    expect(await endOf({ ...RECEIPT, pay: 'Place another order' })).toEqual(['succeeded', '100045']);
  });

  it('a number on the page that waits is none, and is not kept for the receipt', async () => {
    expect(await endOf(SPINNER)).toEqual(['outcome_unknown', undefined]);
    expect(await endOf(SPINNER, RECEIPT)).toEqual(['succeeded', '100045']);
  });

  it('a page that refuses is none, whatever number it shows', async () => {
    expect(
      await endOf({
        headlines: ['Payment failed'],
        alerts: ['Your payment could not be completed and was voided.'],
        orderReferences: orderOf('8812345'),
      }),
    ).toEqual(['outcome_unknown', undefined]);
  });
});

describe('a wall before Pay that was passed', () => {
  const login: Wall = { kind: 'login', detail: 'log in', evidence: [] };

  it('a number on the next step is no order that the operator paid', async () => {
    const { kit, checkout } = await openRun([SPINNER]);
    await raiseHandoff(kit, checkout(), login, 'before_pay');
    await watchHandoff(kit, checkoutId);
    expect(checkout()).toMatchObject({ status: 'preparing' });
  });

  it('an order that the page confirms is one that the operator paid', async () => {
    const { kit, checkout } = await openRun([RECEIPT]);
    await raiseHandoff(kit, checkout(), login, 'before_pay');
    await watchHandoff(kit, checkoutId);
    expect(checkout()).toMatchObject({ status: 'cancelled', reason: { code: 'paid_by_operator' } });
  });
});
