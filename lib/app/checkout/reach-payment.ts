import type { Checkout } from '../../domain/checkout/checkout.ts';
import type { CheckoutFindingRefusal, FoundCheckout } from '../../domain/checkout/find-checkout.ts';
import type { ControlFinding } from '../../domain/checkout/page-reading.ts';
import { isPurchaseStep } from '../../domain/checkout/purchase-step.ts';
import { hostedPageOf, merchantOf, registrableDomainOf } from '../../domain/checkout/scope.ts';
import { judgeMission, isOpenToAnyMerchant } from '../../domain/policy/decide-purchase.ts';
import type { Wall } from '../../domain/wall/wall.ts';
import type { TabSight } from '../../ports/page-driver.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { endCheckout, refuseCheckout } from './end-checkout.ts';
import { describeCartProblem } from './cart-problem-text.ts';
import { fillDetails } from './fill-details.ts';
import { categoryOf, knownMerchantsOf } from './judge-run.ts';
import { raiseHandoff } from './raise-handoff.ts';
import { readCheckout, readForAction } from './read-page.ts';
import { describeDenial, describeFinding, type RefusalText } from './refusal-text.ts';
import { deliveryFieldsOf } from './see-page.ts';

const MOST_STEPS = 10;
/** How long a page may take to go on after its "continue" was pressed. */
const GO_ON_WITHIN_MS = 15_000;
const LOOK_AGAIN_MS = 150;

/**
 * Walks a checkout's steps to the one with the card fields and Pay: fills what each asks about the buyer, chooses to
 * pay by card, and presses what leads on and cannot pay. Follows the shop to a known provider's own page, by redirect
 * or in a pop-up. Presses nothing before a page was a step of a purchase, and types nothing at a shop that the mandate
 * leaves to the operator before they let it. `undefined` when the run has ended or was handed over.
 */
export async function reachPayment(
  kit: Kit,
  checkout: Checkout,
): Promise<{ sight: TabSight; found: FoundCheckout } | undefined> {
  let hasBegun = false;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const run = kit.book.state().checkouts.get(checkout.id)!;
    if (run.status !== 'preparing') return undefined;
    const opened = await readCheckout(kit, run);
    if (!opened) return undefined;
    const misled = merchantRefusal(kit, run, opened.sight.top.url);
    if (misled) {
      await refuseCheckout(kit, run, misled);
      return undefined;
    }
    const { top, frames } = opened.sight;
    hasBegun ||= isPurchaseStep(top, frames);
    const touches = deliveryFieldsOf(opened.sight).length > 0 || !opened.found.ok;
    if (touches && !(await mayTouch(kit, run))) return undefined;
    if (!(await fillDetails(kit, run, opened.sight))) return undefined;
    const { sight, found } = (await readCheckout(kit, run)) ?? {};
    if (!sight || !found) return undefined;
    if (found.ok) return { sight, found: found.value };
    const way = hasBegun ? wayOn(sight, found.error) : undefined;
    if (!way) {
      await stopAt(kit, run, sight, found.error);
      return undefined;
    }
    if (!(await goOn(kit, run, sight, way))) return undefined;
  }
  await endCheckout(kit, checkout.id, {
    type: 'checkout-failed',
    code: 'too_many_steps',
    message: `The checkout showed no card fields in ${MOST_STEPS} steps. Nothing was paid.`,
  });
  return undefined;
}

/** Refuses a page that is not the run's merchant's, wherever the address led (THREATS D8). */
function merchantRefusal(kit: Kit, checkout: Checkout, url: string): RefusalText | undefined {
  const state = kit.book.state();
  const terms = state.mandates.get(checkout.mandateId)?.terms;
  const merchant = merchantOf(url, checkout.url, kit.scope);
  const domain = merchant?.domain ?? 'an address without a domain';
  const refusal =
    terms &&
    judgeMission(terms, {
      merchant: domain,
      host: merchant?.host ?? null,
      category: categoryOf(state, domain),
      isRecurring: false,
      isPayeeUnproven: false,
      isCurrencyAssumed: false,
      cart: 'unread',
    });
  if (refusal) return describeDenial(refusal);
  const asked = registrableDomainOf(checkout.url);
  if (domain === asked || (terms && !isOpenToAnyMerchant(terms))) return undefined;
  return {
    code: 'merchant_changed',
    message: `The address of ${asked ?? 'the shop'} led to ${domain}.`,
    fix: 'Check the address; ask for a checkout at that merchant if it is the right one.',
  };
}

/**
 * Tells whether a run may type into its shop's pages and press what leads on. Under a mandate that names no shops the
 * operator says so of each, once: the page sees what is typed, whether or not anything is bought.
 */
async function mayTouch(kit: Kit, run: Checkout): Promise<boolean> {
  const state = kit.book.state();
  const terms = state.mandates.get(run.mandateId)?.terms;
  const shop = registrableDomainOf(run.url) ?? '';
  const isLet =
    !terms ||
    !isOpenToAnyMerchant(terms) ||
    // What the operator picked they picked there.
    run.choiceId !== undefined ||
    knownMerchantsOf(state, run.mandateId).includes(shop) ||
    [...state.checkouts.values()].some((other) => isLetAt(other, run.mandateId, shop));
  if (isLet) return true;
  await raise(kit, run, { kind: 'new_merchant', detail: shop.slice(0, 200), evidence: [shop.slice(0, 120)] });
  return false;
}

/** The operator let a run of this mandate go on at the shop, or approved its payment there. */
function isLetAt({ mandateId, url, handoffs, approval }: Checkout, mandate: string, shop: string): boolean {
  if (mandateId !== mandate || registrableDomainOf(url) !== shop) return false;
  return (
    approval?.by === 'operator' ||
    handoffs.some(({ kind, ms }) => kind === 'new_merchant' && ms !== undefined)
  );
}

/** The control that leads on: to the card's own fields first, else to the next step. Neither can pay. */
function wayOn({ top }: TabSight, refusal: CheckoutFindingRefusal): ControlFinding | undefined {
  if (refusal.kind !== 'no_checkout' || !refusal.missing.includes('card number field')) return undefined;
  return top.reading.cardMethod ?? top.reading.proceed ?? undefined;
}

/** What of a page tells one step from the next. */
function stepKey({ top, frames }: TabSight): string {
  const { url, fields, submit, proceed, cardMethod, evidence } = top.reading;
  return JSON.stringify([
    top.documentId,
    url,
    fields.map(({ ref, token }) => `${ref}${token ?? ''}`),
    [submit, proceed, cardMethod].map((control) => control?.fingerprint),
    evidence.headlines,
    frames.map(({ documentId, reading }) => `${documentId}${reading.fields.length}`),
  ]);
}

/** Presses what leads on and waits for what comes: another step, another document, or the provider's pop-up. */
async function goOn(kit: Kit, run: Checkout, before: TabSight, way: ControlFinding): Promise<boolean> {
  const { top } = before;
  const { frameId, documentId } = top;
  const { ref, fingerprint } = way;
  await kit.pages.press(run.tabId!, { frameId, documentId, ref, fingerprint });
  const key = stepKey(before);
  const deadline = kit.clock.now() + GO_ON_WITHIN_MS;
  let last = before;
  while (kit.clock.now() < deadline) {
    const popUp = (await kit.pages.openedBy(run.tabId!)).find(({ url }) => hostedPageOf(url, kit.scope));
    if (popUp) {
      const moved = await advance(kit, {
        type: 'checkout-preparing',
        checkoutId: run.id,
        tabId: popUp.tabId,
        openerTabId: run.tabId!,
      });
      return moved.ok;
    }
    const next = await readForAction(kit, run);
    if (!next) return false;
    if (stepKey(next) !== key) return true;
    last = next;
    await kit.clock.wait(LOOK_AGAIN_MS);
  }
  const problem = describeCartProblem(last.top.reading.cartProblems);
  if (problem) {
    await endCheckout(kit, run.id, { type: 'checkout-failed', ...problem });
    return false;
  }
  const said = last.top.reading.evidence.alerts[0];
  await raise(kit, run, {
    kind: 'unsupported_widget',
    detail: `"${way.label.slice(0, 60)}" did not lead on${said ? `: ${said.slice(0, 100)}` : ''}.`,
    evidence: [way.label.slice(0, 120)],
  });
  return false;
}

/**
 * Nothing leads on that cannot pay: the operator is asked where one could pay, and the run ends where it cannot be one,
 * for the shop's reason if it gives one.
 */
async function stopAt(
  kit: Kit,
  run: Checkout,
  { top }: TabSight,
  refusal: CheckoutFindingRefusal,
): Promise<void> {
  const text = describeFinding(refusal);
  if (refusal.kind === 'field_in_unknown_frame' || refusal.kind === 'two_fields_for_one_value') {
    return raise(kit, run, {
      kind: 'unsupported_widget',
      detail: text.message.slice(0, 200),
      evidence: [refusal.token, ...('origin' in refusal ? [refusal.origin.slice(0, 120)] : [])],
    });
  }
  if (refusal.kind === 'total_unreadable' && refusal.reason !== 'not_found') {
    return raise(kit, run, {
      kind: 'amount_ambiguous',
      detail: text.message.slice(0, 200),
      evidence: [refusal.reason],
    });
  }
  const { submit, total, cartProblems } = top.reading;
  if (refusal.kind === 'no_checkout' && total.status === 'read' && refusal.missing.length === 1) {
    return raise(kit, run, {
      kind: 'unsupported_widget',
      detail: submit
        ? `No card field is shown, and "${submit.label.slice(0, 60)}" may pay: it is yours to press.`
        : 'Card fields are shown, but none of the controls surely pays: a later step may.',
      evidence: refusal.missing.slice(0, 8),
    });
  }
  const problem = describeCartProblem(cartProblems);
  await endCheckout(kit, run.id, { type: 'checkout-failed', ...(problem ?? text) });
}

const raise = (kit: Kit, run: Checkout, wall: Wall): Promise<void> =>
  raiseHandoff(kit, kit.book.state().checkouts.get(run.id)!, wall, 'before_pay');
