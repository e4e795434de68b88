import { err, ok, type Result } from '../../kernel/result.ts';
import { addMoney, isMoreThan, isSameMoney, isWithin, printMoney, type Money } from '../../kernel/money.ts';
import type { HoldId } from '../../kernel/ids.ts';
import { decideMandate } from '../../domain/mandate/mandate.ts';
import type { MandateTerms } from '../../domain/mandate/terms.ts';
import type { Card } from '../../domain/card/card.ts';
import type { Checkout } from '../../domain/checkout/checkout.ts';
import type { MissionFacts } from '../../domain/policy/decide-purchase.ts';
import type { BookEvent } from '../book-event.ts';
import { admit, advance, cardOf, isGiven, isTaken, type StepRefusal } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { hasValidSignature } from '../verify-mandate.ts';
import { giveUpCard, refuseCheckout } from './end-checkout.ts';
import { pickMisfit } from './picked-item.ts';
import { judgeHeldRun, judgePurchase, missionOf } from './judge-run.ts';
import { reachPayment } from './reach-payment.ts';
import { describeDenial, SIGNATURE_INVALID, type RefusalText } from './refusal-text.ts';

/** Opens the run's tab, or finds the one that the agent brought to the checkout. */
export async function openCheckout(kit: Kit, checkout: Checkout): Promise<void> {
  const tabId = checkout.tabId ?? (await kit.pages.open(checkout.url)).tabId;
  await advance(kit, { type: 'checkout-preparing', checkoutId: checkout.id, tabId });
  await kit.pages.showHolder(tabId, 'agent');
}

/** Walks to the card fields, filling contact and delivery on the way, reads the total, asks policy and reserves the money. */
export async function prepareCheckout(kit: Kit, checkout: Checkout): Promise<void> {
  const reached = await reachPayment(kit, checkout);
  if (!reached) return;
  const { sight, found } = reached;
  const { total, merchant } = found;
  const { maximum } = checkout;
  // In another currency there is nothing to compare; policy refuses it with its own words.
  if (maximum?.currency === total.currency && isMoreThan(total, maximum)) {
    return refuseCheckout(kit, checkout, {
      code: 'above_maximum',
      message: `The total is ${printMoney(total)}; the call allowed ${printMoney(maximum)} at most.`,
    });
  }
  const misfit = pickMisfit(kit.book.state(), checkout, { total, lines: sight.top.reading.lines });
  if (misfit) return refuseCheckout(kit, checkout, misfit);
  await reserve(kit, checkout, {
    total,
    merchant,
    mission: missionOf(kit.book.state(), checkout.mandateId, found, sight.top),
  });
}

interface Purchase {
  readonly total: Money;
  readonly merchant: string;
  readonly mission: MissionFacts;
}

/**
 * What a card is locked to: the total and what the mandate tolerates above it, but nothing above what was to be asked
 * about first, or above what the call allowed. The shop may take all of it.
 */
function lockFor(total: Money, { tolerance, askAbove }: MandateTerms, maximum: Money | null): Money {
  const bounds = [askAbove, maximum].filter(
    (bound): bound is Money => bound?.currency === total.currency && !isMoreThan(total, bound),
  );
  const tolerated = addMoney(total, { ...tolerance, currency: total.currency });
  return bounds.reduce((lock, bound) => (isMoreThan(lock, bound) ? bound : lock), tolerated);
}

type ReserveRefusal = { kind: 'denied'; text: RefusalText } | { kind: 'moved' };

async function reserve(kit: Kit, checkout: Checkout, purchase: Purchase): Promise<void> {
  const mandate = kit.book.state().mandates.get(checkout.mandateId);
  const lock = mandate ? lockFor(purchase.total, mandate.terms, checkout.maximum) : purchase.total;
  const held = checkout.hold && mandate?.holds.get(checkout.hold.id);
  const card = cardOf(kit.book.state(), checkout);
  // What was held under other terms, or for another merchant, was judged by other rules.
  const isAsHeld =
    held?.status === 'open' &&
    (isGiven(checkout, card) ? isWithin(purchase.total, held.amount) : isSameMoney(held.amount, lock)) &&
    held.merchant === purchase.merchant &&
    held.version === mandate?.terms.version;
  // An armed card never goes back: only an inactive one may wait in the page for an approval.
  if (isAsHeld && card?.status === 'inactive') {
    // A handoff or a restart came between: hold and inactive card are kept when nothing moved.
    await advance(kit, { type: 'checkout-filling', checkoutId: checkout.id });
    return;
  }
  if (checkout.hold && isAsHeld && (!card || card.status === 'requested')) {
    // The worker died before the issuer answered: the same request gives the same card.
    await advance(kit, {
      type: 'checkout-reserved',
      checkoutId: checkout.id,
      holdId: checkout.hold.id,
      amount: lock,
      merchant: purchase.merchant,
    });
    return;
  }
  if (held?.status === 'open') {
    if (!(await giveUpCard(kit, checkout, 'total_moved'))) return;
  }
  if (checkout.isCardGiven && !checkout.hold && card) return reserveOnCard(kit, checkout, card, purchase);
  if (!(await hasValidSignature(kit, kit.book.state().mandates.get(checkout.mandateId)))) {
    return refuseCheckout(kit, checkout, SIGNATURE_INVALID);
  }
  const holdId = kit.clock.nextId('hold') as HoldId;
  const reserved = await kit.book.commit(
    (state, now): Result<Parameters<typeof admit>[1][number][], ReserveRefusal> => {
      const verdict = judgePurchase(state, checkout, purchase.mission, lock, now);
      if (verdict.verdict === 'deny') return err({ kind: 'denied', text: describeDenial(verdict.reason) });
      const decided = decideMandate(
        state.mandates.get(checkout.mandateId),
        {
          type: 'reserve',
          holdId,
          checkoutId: checkout.id,
          merchant: purchase.merchant,
          amount: lock,
          category: purchase.mission.category,
        },
        { now },
      );
      if (!decided.ok) return err({ kind: 'denied', text: describeDenial(decided.error) });
      const admitted = admit(
        state,
        [
          ...decided.value,
          {
            type: 'checkout-reserved',
            checkoutId: checkout.id,
            holdId,
            amount: lock,
            merchant: purchase.merchant,
          },
        ],
        now,
      );
      return admitted.ok ? ok(admitted.value) : err({ kind: 'moved' });
    },
  );
  if (!reserved.ok && reserved.error.kind === 'denied')
    await refuseCheckout(kit, checkout, reserved.error.text);
}

/**
 * A card that the agent made before holds its money already: the total must fit into its lock, at its merchant, and no
 * other run may have it.
 */
async function reserveOnCard(kit: Kit, checkout: Checkout, card: Card, purchase: Purchase): Promise<void> {
  if (!isWithin(purchase.total, card.limit) || card.merchant !== purchase.merchant)
    return refuseCard(kit, checkout, card, purchase);
  const judged = judgeHeldRun(kit.book.state(), checkout, purchase.mission, purchase.total);
  if ('refusal' in judged) return refuseCheckout(kit, checkout, describeDenial(judged.refusal));
  const reserved: BookEvent = {
    type: 'checkout-reserved',
    checkoutId: checkout.id,
    holdId: card.holdId,
    amount: card.limit,
    merchant: purchase.merchant,
  };
  // In one step with the look at the card: of two runs that were given it one gets it.
  const taken = await kit.book.commit<StepRefusal | { kind: 'card_taken' }>((state, now) =>
    state.cards.get(card.id)?.status === 'inactive' && !isTaken(state, card)
      ? admit(state, [reserved], now)
      : err({ kind: 'card_taken' }),
  );
  if (!taken.ok && taken.error.kind === 'card_taken') await refuseCard(kit, checkout, card, purchase);
}

function refuseCard(kit: Kit, checkout: Checkout, card: Card, { total, merchant }: Purchase): Promise<void> {
  const { status } = kit.book.state().cards.get(card.id) ?? card;
  const state = isTaken(kit.book.state(), card) ? 'taken by another checkout' : status;
  return refuseCheckout(kit, checkout, {
    code: 'card_does_not_fit',
    message: `The card is for ${printMoney(card.limit)} at ${card.merchant} and is ${state}; ${printMoney(total)} at ${merchant} was asked.`,
  });
}
