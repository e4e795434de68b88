import { InvariantError, unreachable } from '../../kernel/invariant.ts';
import type { CheckoutId } from '../../kernel/ids.ts';
import { isTerminal, type Checkout } from '../../domain/checkout/checkout.ts';
import type { BookState } from '../book-state.ts';
import { advance, cardOf } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { endCheckout, giveBack, giveUpCard } from './end-checkout.ts';
import { askOrApprove, fillCard, startFilling } from './fill-card.ts';
import { watchHandoff } from './handoff.ts';
import { mintCard } from './mint-card.ts';
import { freezeCard } from './lose-outcome.ts';
import { noticePayment } from './notice-payment.ts';
import { observeOutcome, reconcileOutcome } from './observe-outcome.ts';
import { openCheckout, prepareCheckout } from './prepare-checkout.ts';
import { settleCheckout } from './settle-checkout.ts';
import { beginExecution, resumeSubmit, revalidateCheckout, submitCheckout } from './submit-checkout.ts';

const SETTLE_EVERY_MS = 1_000;
const SETTLE_TRIES = 60;
const SETTLE_WITHIN_MS = 5 * 60_000;

/** Does what a run's state asks for next. Returns when it has done it, or when the run waits for somebody. */
async function step(kit: Kit, checkout: Checkout): Promise<void> {
  if (await isPaidByHand(kit, checkout)) return;
  switch (checkout.status) {
    case 'created':
      return openCheckout(kit, checkout);
    case 'preparing':
      return prepareCheckout(kit, checkout);
    case 'reserved':
      return mintCard(kit, checkout);
    case 'minted':
      return startFilling(kit, checkout);
    case 'filling':
      return fillCard(kit, checkout);
    case 'previewed':
      return askOrApprove(kit, checkout);
    case 'approved':
      return beginExecution(kit, checkout);
    case 'revalidating':
      return revalidateCheckout(kit, checkout);
    case 'arming':
      return submitCheckout(kit, checkout);
    case 'submitting':
      return resumeSubmit(kit, checkout);
    case 'processing':
      return observeOutcome(kit, checkout.id);
    case 'handoff':
      return watchHandoff(kit, checkout.id);
    case 'interrupted':
      return reattach(kit, checkout);
    case 'outcome_unknown':
    case 'reconciling':
      await freezeCard(kit, checkout);
      return reconcileOutcome(kit, checkout);
    case 'succeeded':
      return settleInTime(kit, checkout.id);
    case 'awaiting_approval':
      return;
    case 'declined':
    case 'refused':
    case 'cancelled':
    case 'expired':
    case 'failed':
      return giveBack(kit, checkout.id);
    default:
      return unreachable(checkout.status);
  }
}

/**
 * Finds out, where a human may have been in the filled page, whether they pressed Pay. A card that was tried while it
 * was inactive is given up: its refusal would later be taken for an answer to our own click.
 */
async function isPaidByHand(kit: Kit, checkout: Checkout): Promise<boolean> {
  const isPageTouched = checkout.status === 'preparing';
  if (!isPageTouched && checkout.status !== 'revalidating' && checkout.status !== 'arming') return false;
  const noticed = await noticePayment(kit, checkout, { isPageTouched });
  if (noticed === 'refused') await giveUpCard(kit, checkout, 'tried_while_inactive');
  return noticed === 'charged' || noticed === 'unknown';
}

/** Most captures come at once. Those that do not are looked for with all used cards, the more seldom the longer nothing happens. */
async function settleInTime(kit: Kit, id: CheckoutId): Promise<void> {
  for (let tries = 0; tries < SETTLE_TRIES; tries += 1) {
    const checkout = kit.book.state().checkouts.get(id);
    const card = checkout && cardOf(kit.book.state(), checkout);
    if (!card || checkout.settled || kit.clock.now() - card.movedAt > SETTLE_WITHIN_MS) return;
    await settleCheckout(kit, checkout);
    if (kit.book.state().checkouts.get(id)?.settled) return;
    await kit.clock.wait(SETTLE_EVERY_MS);
  }
}

/** A run that was cut off goes on in its tab, if that still is there. */
async function reattach(kit: Kit, checkout: Checkout): Promise<void> {
  if (checkout.tabId !== undefined && (await kit.pages.isOpen(checkout.tabId))) {
    await advance(kit, { type: 'checkout-preparing', checkoutId: checkout.id, tabId: checkout.tabId });
    return;
  }
  await endCheckout(kit, checkout.id, {
    type: 'checkout-cancelled',
    by: 'system',
    code: 'interrupted',
    message: 'The browser stopped and the checkout tab is gone. Nothing was paid.',
  });
}

/** Drives runs, one drive a run. */
export interface CheckoutDriver {
  /** Goes on with a run; safe to call at any time, as often as wanted. */
  poke(id: CheckoutId): void;
  /**
   * Ends what is past its deadline and goes on with the rest. With `mayBeCutOff`, at a worker's start and after an unlock,
   * a run that stands in the middle of its work and that nobody drives here was cut off: it begins again in its tab.
   */
  resumeAll(mayBeCutOff: boolean): Promise<void>;
}

/** Makes the driver over a kit. `onFault` hears of broken invariants, which end nothing by themselves. */
export function createCheckoutDriver(kit: Kit, onFault: (fault: unknown) => void): CheckoutDriver {
  const running = new Map<string, { again: boolean }>();

  async function drive(id: CheckoutId, flag: { again: boolean }): Promise<void> {
    do {
      flag.again = false;
      for (;;) {
        const before = kit.book.state().checkouts.get(id);
        if (!before || (await kit.signer.state()) !== 'unlocked') break;
        await step(kit, before);
        const after = kit.book.state().checkouts.get(id);
        if (!after || after.status === before.status || isTerminal(before)) break;
      }
    } while (flag.again);
  }

  function poke(id: CheckoutId): void {
    const current = running.get(id);
    if (current) {
      current.again = true;
      return;
    }
    const flag = { again: false };
    running.set(id, flag);
    drive(id, flag)
      .catch((fault: unknown) => onFault(fault instanceof Error ? fault : new InvariantError(String(fault))))
      .finally(() => running.delete(id));
  }

  const CUT_OFF: ReadonlySet<string> = new Set(['preparing', 'reserved', 'minted', 'filling', 'previewed', 'approved', 'revalidating', 'arming', 'awaiting_approval']); // prettier-ignore

  async function resumeAll(mayBeCutOff: boolean): Promise<void> {
    for (const checkout of unfinishedRuns(kit.book.state())) {
      const isWaiting = checkout.status === 'awaiting_approval' || checkout.status === 'previewed';
      if (
        !isTerminal(checkout) &&
        checkout.submittedAt === undefined &&
        kit.clock.now() >= expiryOf(checkout)
      ) {
        await endCheckout(kit, checkout.id, {
          type: 'checkout-expired',
          code: 'expired',
          message: 'Nobody answered in time. Nothing was paid.',
        });
      } else if (
        mayBeCutOff &&
        !running.has(checkout.id) &&
        CUT_OFF.has(checkout.status) &&
        !(isWaiting && (await hasTab(checkout)))
      ) {
        await advance(kit, {
          type: 'checkout-interrupted',
          checkoutId: checkout.id,
          cause: 'worker stopped',
        });
      }
      if (!isFinished(kit.book.state(), kit.book.state().checkouts.get(checkout.id)!)) poke(checkout.id);
    }
  }

  const hasTab = async (checkout: Checkout) =>
    checkout.tabId !== undefined && (await kit.pages.isOpen(checkout.tabId));

  return { poke, resumeAll };
}

/** Runs that have not ended, and those that left a hold open or a card that may still be used. */
function unfinishedRuns({ checkouts, cards, mandates }: BookState): Checkout[] {
  const ids = new Set(checkouts.liveIds());
  for (const { checkoutId } of [...mandates.live().flatMap(({ holds }) => holds.open()), ...cards.live()])
    if (checkoutId) ids.add(checkoutId);
  return [...ids].flatMap((id) => checkouts.get(id) ?? []);
}

/** Tells whether a run has ended and nothing of it is left to be closed, released or settled. */
function isFinished({ cards, mandates }: BookState, checkout: Checkout): boolean {
  if (!isTerminal(checkout)) return false;
  const { hold, isCardGiven } = checkout;
  if (hold && mandates.get(checkout.mandateId)?.holds.get(hold.id)?.status === 'open') return false;
  const card = checkout.cardId && cards.get(checkout.cardId);
  if (checkout.status === 'succeeded' && !checkout.settled) return false;
  return (
    !card || (isCardGiven && !hold) || ['closed', 'settled', 'cancelled', 'failed'].includes(card.status)
  );
}

function expiryOf(checkout: Checkout): number {
  return Math.min(checkout.expiresAt, checkout.askedUntil ?? checkout.expiresAt);
}
