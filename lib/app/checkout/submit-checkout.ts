import { buildIntent } from '../../domain/checkout/build-intent.ts';
import type { Checkout } from '../../domain/checkout/checkout.ts';
import { diffIntents, hashIntent, type Intent } from '../../domain/checkout/intent.ts';
import type { FoundCheckout } from '../../domain/checkout/find-checkout.ts';
import { mandateStatusAt } from '../../domain/mandate/mandate.ts';
import { err, type Result } from '../../kernel/result.ts';
import type { PageRefusal, PressOutcome } from '../../ports/page-driver.ts';
import type { BookState } from '../book-state.ts';
import { admit, advance, type StepRefusal } from '../checkout-step.ts';
import { hasValidSignature } from '../verify-mandate.ts';
import type { Kit } from '../kit.ts';
import { endCheckout, giveUpCard, refuseCheckout } from './end-checkout.ts';
import { holdsCard } from './fill-card.ts';
import { loseOutcome } from './lose-outcome.ts';
import { readCheckout } from './read-page.ts';
import { ACCESS_TAKEN, NOT_IN_FORCE, SIGNATURE_INVALID, type RefusalText } from './refusal-text.ts';
import { heldInDelivery } from './see-page.ts';

/** An approved run begins to pay once the agent has asked for it. */
export async function beginExecution(kit: Kit, checkout: Checkout): Promise<void> {
  if (!checkout.isExecuteRequested) return;
  await advance(kit, { type: 'checkout-revalidating', checkoutId: checkout.id });
}

interface Reread {
  readonly found: FoundCheckout;
  readonly intent: Intent;
}

/** Reads the page again. Ends or restarts the run when anything that was approved has moved. */
async function rereadUnchanged(kit: Kit, checkout: Checkout): Promise<Reread | undefined> {
  const read = await readCheckout(kit, checkout);
  if (!read) return undefined;
  const { sight, found } = read;
  if (!found.ok) {
    await startOver(kit, checkout, [found.error.kind]);
    return undefined;
  }
  const intent = buildIntent(found.value, sight.top, heldInDelivery(sight));
  if (!holdsCard(found.value)) {
    await startOver(kit, checkout, ['page']);
    return undefined;
  }
  const isSame = hashIntent(intent) === checkout.approval?.intentHash;
  if (isSame && kit.clock.now() < (checkout.approval?.expiresAt ?? 0)) return { found: found.value, intent };
  await startOver(
    kit,
    checkout,
    isSame ? ['approval_expired'] : checkout.intent ? diffIntents(checkout.intent, intent) : [],
  );
  return undefined;
}

/**
 * Why a run may not pay any more, whatever was approved: its agent's access was taken back, or its money was held under
 * terms that are not in force now, this very version of them. An agent that was stopped asks for nothing new; what it has goes on.
 */
function whyNotInForce(state: BookState, checkout: Checkout, now: number): RefusalText | undefined {
  const agent = state.agents.get(checkout.agentId);
  // A pause ends what had begun, also a run whose turn has not come when the operator lets the others go on.
  const isFromBefore = (pausedAt = -Infinity) => (checkout.steps[0]?.at ?? 0) < pausedAt;
  if (agent?.status === 'revoked') return ACCESS_TAKEN.revoked;
  if (agent?.status === 'paused' || isFromBefore(agent?.pausedAt)) return ACCESS_TAKEN.paused;
  const mandate = state.mandates.get(checkout.mandateId);
  const hold = checkout.hold && mandate?.holds.get(checkout.hold.id);
  const isInForce =
    mandate !== undefined &&
    hold?.status === 'open' &&
    mandateStatusAt(mandate, now) === 'active' &&
    !isFromBefore(mandate.pausedAt) &&
    hold.version === mandate.terms.version;
  return isInForce ? undefined : NOT_IN_FORCE;
}

/** Reads the page again and arms the card only if it still is what was approved. */
export async function revalidateCheckout(kit: Kit, checkout: Checkout): Promise<void> {
  const outOfForce = whyNotInForce(kit.book.state(), checkout, kit.clock.now());
  if (outOfForce) return refuseCheckout(kit, checkout, outOfForce);
  if (!(await hasValidSignature(kit, kit.book.state().mandates.get(checkout.mandateId))))
    return refuseCheckout(kit, checkout, SIGNATURE_INVALID);
  if (await rereadUnchanged(kit, checkout))
    await advance(kit, { type: 'checkout-arming', checkoutId: checkout.id });
}

/** The page is as it was: nobody is asked about it for that. */
const UNCHANGED: ReadonlySet<string> = new Set(['approval_expired', 'wallet_locked']);

/** The approval is void: money and card are given up and the page is prepared anew, for a new answer. */
async function startOver(kit: Kit, checkout: Checkout, changed: readonly string[]): Promise<void> {
  await kit.pages.clear(checkout.tabId!);
  if (!(await giveUpCard(kit, checkout, 'terms_changed'))) return;
  await advance(kit, {
    type: 'checkout-interrupted',
    checkoutId: checkout.id,
    cause: `terms changed: ${changed.join(', ')}`,
    ...(!changed.some((why) => UNCHANGED.has(why)) && { asksNext: true }),
  });
}

/** Says why a press provably reached no control; `undefined` where it was made or nobody can tell. */
function whyMissed(pressed: Result<PressOutcome, PageRefusal>): string | undefined {
  if (pressed.ok) return pressed.value === 'pressed' ? undefined : pressed.value;
  return pressed.error.kind === 'page_unreachable' ? undefined : pressed.error.kind;
}

/**
 * Takes a run back before Pay whose press reached nobody: the page moved on between the last look and the hand. It
 * does not rest on that alone: the card is closed first, and where it may have paid the outcome is unknown.
 */
async function missPress(kit: Kit, checkout: Checkout, cause: string): Promise<void> {
  await kit.pages.clear(checkout.tabId!);
  if (!(await giveUpCard(kit, checkout, 'press_missed'))) return loseOutcome(kit, checkout, ['press_missed']);
  await advance(kit, { type: 'press-missed', checkoutId: checkout.id, cause });
}

/**
 * Arms the card, reads the page a last time, records `submitting` durably and clicks Pay: once, ever. Whatever
 * happens after the record, a click that may have been made is never repeated.
 */
export async function submitCheckout(kit: Kit, checkout: Checkout): Promise<void> {
  const card = checkout.cardId && kit.book.state().cards.get(checkout.cardId);
  if (!card?.issuerToken) return;
  if (card.status === 'inactive') {
    // Written first: a card that may live is never taken for a dead one, whoever dies or does not answer.
    if (!(await advance(kit, { type: 'card-armed', cardId: card.id })).ok) return;
    const armed = await kit.issuer.arm(card.issuerToken);
    if (!armed.ok) {
      await endCheckout(kit, checkout.id, {
        type: 'checkout-failed',
        code: armed.error.kind,
        message: 'The card could not be armed at the issuer. Nothing was paid.',
      });
      return;
    }
  }
  const reread = await rereadUnchanged(kit, kit.book.state().checkouts.get(checkout.id)!);
  if (!reread) {
    // Whoever passes the wall finds everything read anew, on another card: this one must not live in the page till then.
    const current = kit.book.state().checkouts.get(checkout.id)!;
    if (current.status === 'handoff') await giveUpCard(kit, current, 'wall_at_pay');
    return;
  }
  const { submit, submitFrame } = reread.found;
  await kit.reach('cp8');
  const record = {
    type: 'checkout-submitting' as const,
    checkoutId: checkout.id,
    intentHash: hashIntent(reread.intent),
  };
  // A wallet that was locked meanwhile pays for nothing; the run goes on after the unlock, on another card.
  if ((await kit.signer.state()) !== 'unlocked') return startOver(kit, checkout, ['wallet_locked']);
  // In one step with the record: a pause or a new version that is in the books by now stops the click.
  const recorded = await kit.book.commit<StepRefusal | RefusalText>((state, now) => {
    const why = whyNotInForce(state, state.checkouts.get(checkout.id) ?? checkout, now);
    return why ? err(why) : admit(state, [record], now);
  });
  if (!recorded.ok)
    return 'code' in recorded.error
      ? refuseCheckout(kit, checkout, recorded.error)
      : startOver(kit, checkout, [recorded.error.kind]);
  await kit.reach('cp9');
  const pressed = await kit.pages.press(checkout.tabId!, {
    documentId: submitFrame.documentId,
    frameId: submitFrame.frameId,
    ref: submit.ref,
    fingerprint: submit.fingerprint,
  });
  await kit.reach('cp10');
  const missed = whyMissed(pressed);
  if (missed) return missPress(kit, checkout, missed);
  await advance(kit, { type: 'checkout-processing', checkoutId: checkout.id });
}

/**
 * Goes on with a press that was announced by a worker that died: it may or may not have been made, so it is never made
 * again. Where the document itself still knows of it the outcome is observed; else nobody knows, and that is said.
 */
export async function resumeSubmit(kit: Kit, checkout: Checkout): Promise<void> {
  const read = await kit.pages.read(checkout.tabId!, { settleWithinMs: 0 });
  const announced = checkout.intent?.submitFingerprint;
  if (read.ok && read.value.frames.some(({ reading }) => reading.pressed === announced))
    await advance(kit, { type: 'checkout-processing', checkoutId: checkout.id });
  else await loseOutcome(kit, checkout, ['browser_stopped']);
}
