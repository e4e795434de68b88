import { expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../lib/adapters/issuers/fake/fake-card-issuer.ts';
import { reachPayment } from '../../lib/app/checkout/reach-payment.ts';
import type { Kit } from '../../lib/app/kit.ts';
import type { FrameReading } from '../../lib/domain/checkout/page-reading.ts';
import type { CheckoutId } from '../../lib/kernel/ids.ts';
import { money } from '../../lib/kernel/money.ts';
import { ok } from '../../lib/kernel/result.ts';
import { must, openWallet } from './open-wallet.ts';

const URL_OF_SHOP = 'https://shop.example/checkout';
const RECT = { x: 10, y: 10, width: 200, height: 30 };
const checkoutId = `chk_${'7'.repeat(26)}` as CheckoutId;

const CARD_NUMBER: FrameReading['fields'][number] = {
  ref: 'n',
  token: 'cc-number',
  section: 'card',
  confidence: 1,
  signals: [],
  control: 'text',
  label: 'Card number',
  required: true,
  isFilled: false,
  holds: null,
  decoy: null,
  rect: RECT,
};
const PAY = { ref: 'p', label: 'Place order', fingerprint: 'p', isEnabled: true, rect: RECT };

const PAGE: FrameReading = {
  url: URL_OF_SHOP,
  referrer: '',
  title: 'Checkout',
  lang: 'en',
  viewport: { width: 1280, height: 720, scale: 1 },
  isLoading: false,
  pressed: null,
  fields: [],
  lines: [],
  amounts: [],
  total: { status: 'read', amount: money(1_000, 'USD'), isCurrencyAssumed: false },
  submit: null,
  proceed: null,
  cardMethod: null,
  formAction: null,
  consents: [],
  recurringWording: null,
  step: null,
  shownDelivery: null,
  cartProblems: [],
  frames: [],
  evidence: { headlines: [], words: '', checks: [], alerts: [], orderReferences: [], signals: [] },
};

/** How a run ends that meets this page. */
async function meet(page: Partial<FrameReading>) {
  let at = 1_760_000_000_000;
  const { issuer } = createFakeCardIssuer();
  const wallet = await openWallet({ issuer, funds: 10_000, budget: '50.00', now: () => (at += 20) });
  const top = {
    frameId: 0,
    documentId: 'd',
    origin: 'https://shop.example',
    url: URL_OF_SHOP,
    parentFrameId: -1,
    reading: { ...PAGE, ...page },
  };
  const pages = {
    read: () => Promise.resolve(ok({ tabId: 1, top, frames: [top] })),
    showHolder: () => Promise.resolve(),
    clear: () => Promise.resolve(),
  };
  const documents = { ...wallet.kit.documents, profile: () => Promise.resolve(undefined) };
  const kit = { ...wallet.kit, pages, documents } as unknown as Kit;
  const created = {
    type: 'checkout-created' as const,
    checkoutId,
    mandateId: wallet.mandateId,
    agentId: wallet.agentId,
    workflow: 'restock',
    url: URL_OF_SHOP,
    tabId: null,
    cardId: null,
    maximum: null,
    isExecuteRequested: true,
    expiresAt: at + 600_000,
    request: { key: 'k', digest: 'd' },
  };
  must(await kit.book.commit(() => ok([created, { type: 'checkout-preparing', checkoutId, tabId: 1 }])));
  await reachPayment(kit, kit.book.state().checkouts.get(checkoutId)!);
  const { status, handoff, reason } = kit.book.state().checkouts.get(checkoutId)!;
  return { status, detail: handoff?.wall.detail, code: reason?.code };
}

test('card fields without a control that surely pays are handed over, not pressed past', async () => {
  const { status, detail } = await meet({ fields: [CARD_NUMBER] });
  expect(status).toBe('handoff');
  expect(detail).toContain('a later step may');
});

test('a control that may pay where no card field is shown is handed over', async () => {
  const { status, detail } = await meet({ submit: PAY });
  expect(status).toBe('handoff');
  expect(detail).toContain('"Place order"');
});

test('a page with neither, and one that cannot be paid for want of a total, end the run', async () => {
  expect(await meet({})).toMatchObject({ status: 'failed', code: 'no_checkout' });
  const total = { status: 'unreadable', reason: 'not_found' } as const;
  expect(await meet({ fields: [CARD_NUMBER], total })).toMatchObject({ status: 'failed' });
});
