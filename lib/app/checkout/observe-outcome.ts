import type { Checkout } from '../../domain/checkout/checkout.ts';
import {
  judgeOutcome,
  orderIn,
  type IssuerOutcome,
  type ShownOrder,
} from '../../domain/outcome/judge-outcome.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { IssuerRefusal, IssuerTransaction } from '../../ports/card-issuer.ts';
import type { TabSight } from '../../ports/page-driver.ts';
import type { BookEvent } from '../book-event.ts';
import type { Card } from '../../domain/card/card.ts';
import { isOwnDecline, isStanding, purchaseOf, type CardTransaction } from '../../domain/card/transaction.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { endCheckout } from './end-checkout.ts';
import { findingOn, judgeTab } from './judge-tab.ts';
import { loseOutcome, type LostEvidence } from './lose-outcome.ts';
import { raiseHandoff } from './raise-handoff.ts';
import { expectedOf } from './settle-checkout.ts';
import { showsOrder } from './see-page.ts';

const LOOK_EVERY_MS = 100;
/** The page is near and changes fast; the issuer is far, counts its callers' requests, and need not be asked as often. */
const ASK_EVERY_MS = 500;
/** Where the page says something new the answer is likely there; a page that never stops changing gets no more. */
const ASK_AGAIN_MS = 200;

/** A merchant category is a code of four digits (ISO 18245); what an issuer says otherwise is none. */
const categoryIn = ({ merchantCategory: code = '' }: CardTransaction): string | null =>
  /^\d{4}$/.test(code) ? code : null;

/** What the rows say of the run's payment. A $0 or $1 check is none, and what was reversed is none any more. */
function issuerOutcomeOf(rows: readonly IssuerTransaction[], card: Card, checkout: Checkout): IssuerOutcome {
  const expected = expectedOf(card, checkout);
  const purchase = purchaseOf(rows, expected, undefined);
  const declined = rows.find(isOwnDecline);
  return {
    approved:
      purchase && isStanding(purchase, expected)
        ? { id: purchase.id, amount: purchase.authorized, category: categoryIn(purchase) }
        : undefined,
    declined: declined && { reason: declined.declineReason },
  };
}

/** Asks the issuer what became of a run's card. Refuses when it cannot be asked. */
export async function askIssuer(
  kit: Kit,
  checkout: Checkout,
): Promise<Result<IssuerOutcome, IssuerRefusal | { kind: 'unknown_card' }>> {
  const card = checkout.cardId && kit.book.state().cards.get(checkout.cardId);
  if (!card?.issuerToken) return err({ kind: 'unknown_card' });
  const rows = await kit.issuer.transactionsOf(card.issuerToken);
  return rows.ok ? ok(issuerOutcomeOf(rows.value, card, checkout)) : rows;
}

/** Watches page and issuer after Pay until an outcome shows, a wall rises or sight is lost. Writes nothing to the page. */
export async function observeOutcome(kit: Kit, id: Checkout['id']): Promise<void> {
  const since = kit.clock.now();
  const { outcomeMs } = await kit.patience();
  let asked = { at: -Infinity, of: '' };
  for (;;) {
    const checkout = kit.book.state().checkouts.get(id);
    if (checkout?.status !== 'processing') return;
    const read = await readOutcome(kit, checkout);
    const judged = read.ok ? judgeTab(kit.scope, read.value, kit.clock.now()) : undefined;
    const wall = judged?.walls.wall;
    if (wall) return raiseHandoff(kit, checkout, wall, 'after_pay');
    const isTabGone = !read.ok && read.error.kind === 'tab_gone';
    const isOver = isTabGone || kit.clock.now() - since >= outcomeMs;
    const shown = judged ? JSON.stringify(judged.finding) : '';
    const unaskedMs = kit.clock.now() - asked.at;
    if (isOver || unaskedMs >= (shown === asked.of ? ASK_EVERY_MS : ASK_AGAIN_MS)) {
      const issuer = await askIssuer(kit, checkout);
      const order = judged && orderIn(judged.finding);
      if (issuer.ok && (await settleOutcome(kit, checkout, order, issuer.value))) return;
      asked = { at: kit.clock.now(), of: shown };
    }
    if (isOver) return loseOutcome(kit, checkout, lostEvidence(read.ok ? read.value : undefined, isTabGone));
    await kit.clock.wait(LOOK_EVERY_MS);
  }
}

/** Reads the run's tab; the shop's own, too, where the run paid in its pop-up: that closes, and the order shows there. */
async function readOutcome(kit: Kit, checkout: Checkout): ReturnType<Kit['pages']['read']> {
  const own = await kit.pages.read(checkout.tabId!, { settleWithinMs: 0 });
  if (checkout.openerTabId === undefined || (own.ok && showsOrder(kit, own.value))) return own;
  const shop = await kit.pages.read(checkout.openerTabId, { settleWithinMs: 0 });
  // A pop-up that closed is gone for good; the shop's tab may be on its way to the order and unreadable for a moment.
  if (!own.ok && own.error.kind === 'tab_gone') return shop;
  return shop.ok && (!own.ok || showsOrder(kit, shop.value)) ? shop : own;
}

/** What was seen last: a code of ours, then what the page warned of, and its headlines, as they stood. */
function lostEvidence(sight: TabSight | undefined, isTabGone: boolean): LostEvidence {
  if (isTabGone) return ['tab_closed'];
  const { alerts = [], headlines = [] } = sight?.top.reading.evidence ?? {};
  return ['no_answer', ...alerts.slice(0, 2), ...headlines.slice(0, 3)];
}

/** Writes what page and issuer agree on. `true` when the run has ended. */
async function settleOutcome(
  kit: Kit,
  checkout: Checkout,
  order: ShownOrder | undefined,
  issuer: IssuerOutcome,
): Promise<boolean> {
  const seen = await recordEvidence(kit, checkout, order, issuer);
  const known = seen.confirmation && {
    reference: seen.confirmation.orderRef,
    headline: seen.confirmation.headline,
  };
  const outcome = judgeOutcome(known, issuer);
  if (outcome.kind === 'open') return false;
  if (outcome.kind === 'declined') {
    return endCheckout(kit, checkout.id, {
      type: 'checkout-declined',
      code: 'card_declined',
      message: outcome.message,
    });
  }
  await kit.reach('cp11');
  await succeed(kit, seen, outcome.orderRef);
  await kit.reach('cp12');
  return true;
}

async function recordEvidence(
  kit: Kit,
  checkout: Checkout,
  order: ShownOrder | undefined,
  issuer: IssuerOutcome,
): Promise<Checkout> {
  const events: BookEvent[] = [];
  if (!checkout.confirmation && order) {
    const { reference, headline } = order;
    events.push({ type: 'confirmation-seen', checkoutId: checkout.id, orderRef: reference, headline });
  }
  if (checkout.authorization && !issuer.approved) {
    events.push({
      type: 'authorization-ended',
      checkoutId: checkout.id,
      authorizationId: checkout.authorization.id,
    });
  }
  if (!checkout.authorization && issuer.approved) {
    const { id, amount, category = null } = issuer.approved;
    events.push({
      type: 'authorization-seen',
      checkoutId: checkout.id,
      authorizationId: id,
      amount,
      category,
    });
    const card = kit.book.state().cards.get(checkout.cardId!);
    if (card && (card.status === 'armed' || card.status === 'unknown')) {
      events.push({ type: 'card-used', cardId: card.id, authorizationId: id, amount });
    }
  }
  if (events.length > 0) await advance(kit, ...events);
  return kit.book.state().checkouts.get(checkout.id)!;
}

async function succeed(kit: Kit, checkout: Checkout, orderRef: string): Promise<void> {
  const card = kit.book.state().cards.get(checkout.cardId!);
  const { authorization } = checkout;
  if (!authorization) return;
  await advance(kit, {
    type: 'checkout-succeeded',
    checkoutId: checkout.id,
    receipt: {
      orderRef,
      amount: authorization.amount,
      authorizationId: authorization.id,
      cardLast4: card?.last4 ?? '',
    },
  });
  if (checkout.tabId !== undefined) {
    await kit.pages.clear(checkout.tabId);
    await kit.pages.showHolder(checkout.tabId, 'nobody');
  }
}

/**
 * Looks again for the outcome of a run whose end was not seen. An authorization with a confirmation, or with the
 * operator's word, ends in a receipt. Without any authorization the card is closed, and only then does the money return.
 */
export async function reconcileOutcome(kit: Kit, checkout: Checkout): Promise<void> {
  const issuer = await askIssuer(kit, checkout);
  if (!issuer.ok) return;
  const read = checkout.tabId === undefined ? undefined : await readOutcome(kit, checkout);
  const order = read?.ok ? orderIn(findingOn(read.value)) : undefined;
  if (await settleOutcome(kit, checkout, order, issuer.value)) return;
  const current = kit.book.state().checkouts.get(checkout.id)!;
  if (current.authorization && current.said === 'went_through')
    return succeed(kit, current, current.confirmation?.orderRef ?? '');
  const isOver = current.said === 'failed' || kit.clock.now() >= (current.lost?.expiresAt ?? 0);
  if (!issuer.value.approved && isOver) {
    await endCheckout(kit, checkout.id, {
      type: 'checkout-failed',
      code: 'not_charged',
      message: 'The issuer has no authorization for this card; it is closed. Nothing was charged.',
    });
  }
}
