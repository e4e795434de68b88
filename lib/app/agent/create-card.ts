import type { Card, CardEvent } from '../../domain/card/card.ts';
import { balanceOf } from '../../domain/ledger/balances.ts';
import { decideMandate, mandateStatusAt } from '../../domain/mandate/mandate.ts';
import { decidePurchase } from '../../domain/policy/decide-purchase.ts';
import type { AgentId, CardId, HoldId, MandateId } from '../../kernel/ids.ts';
import { fromDecimal } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import type { BookState } from '../book-state.ts';
import { isClosedUnpaid, saysNoCard } from '../checkout/end-checkout.ts';
import { categoryOf, knownMerchantsOf } from '../checkout/judge-run.ts';
import { merchantDomain } from '../draft-terms.ts';
import { describeDenial } from '../checkout/refusal-text.ts';
import { admit, advance, isTaken } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { hasValidSignature } from '../verify-mandate.ts';
import { invalidSignature, refuse, unknownId, type AgentRefusal } from './agent-refusal.ts';
import { answerOf, digestOfRequest } from './idempotency.ts';

/** How long an unused card waits for a run, at most. */
const CARD_TTL_MS = 24 * 3_600_000;

export interface CardRequest {
  readonly mandate: string;
  readonly amount: string;
  readonly merchant?: string | undefined;
}

/** Makes an inactive card of a mandate: its money is reserved, its lock is the amount, its merchant is one. */
export async function createCard(
  kit: Kit,
  agentId: AgentId,
  request: CardRequest,
  key: string,
): Promise<Result<Card, AgentRefusal>> {
  if ((await kit.signer.state()) !== 'unlocked') {
    return refuse('wallet_locked', 'The wallet is locked.', 'Ask the operator to unlock it in the popup.');
  }
  const drawnOn = kit.book.state().mandates.get(request.mandate);
  if (drawnOn?.terms.agentId === agentId && drawnOn.signature && !(await hasValidSignature(kit, drawnOn)))
    return invalidSignature();
  const digest = digestOfRequest('card_create', request);
  const cardId = kit.clock.nextId('card') as CardId;
  const holdId = kit.clock.nextId('hold') as HoldId;
  const recorded = await kit.book.commit<AgentRefusal | { repeated: string }>((state, now) => {
    const before = answerOf(state, agentId, key, digest);
    if (before) return err(before);
    const mandate = state.mandates.get(request.mandate);
    if (mandate?.terms.agentId !== agentId) return unknownId('mandate');
    const { terms } = mandate;
    const limit = fromDecimal(request.amount, terms.budget.currency);
    const named = [...terms.merchants, ...terms.hosts];
    const only = named.length === 1 ? named[0] : undefined;
    const asked = request.merchant ?? only;
    const merchant = asked === undefined ? undefined : merchantDomain(kit.scope, asked);
    if (!limit || limit.minor <= 0n)
      return refuse(
        'invalid_amount',
        'The amount is not one of the mandate’s currency.',
        'Write it such as 25.00.',
      );
    if (!merchant)
      return asked === undefined
        ? refuse('merchant_required', 'The mandate has not exactly one merchant.', 'Name the merchant.')
        : refuse('invalid_merchant', `${asked} is not a shop's domain.`, 'Give a registrable domain.');
    const available = balanceOf(state.balances, 'wallet:available', limit.currency);
    const verdict = decidePurchase(mandate, {
      merchant,
      host: null,
      category: categoryOf(state, merchant),
      amount: limit,
      isRecurring: false,
      isCurrencyAssumed: false,
      cart: 'unread',
      available,
      knownMerchants: knownMerchantsOf(state, request.mandate),
      now,
    });
    if (verdict.verdict === 'deny') return err(describeDenial(verdict.reason));
    const held = decideMandate(
      mandate,
      {
        type: 'reserve',
        holdId,
        checkoutId: null,
        merchant,
        amount: limit,
        category: categoryOf(state, merchant),
      },
      { now },
    );
    if (!held.ok) return err(describeDenial(held.error));
    const requested: BookEvent = {
      type: 'card-requested',
      cardId,
      mandateId: request.mandate as MandateId,
      agentId,
      merchant,
      limit,
      holdId,
      expiresAt: Math.min(now + CARD_TTL_MS, terms.expiresAt),
      request: { key, digest },
    };
    return ok([...held.value, requested]);
  });
  const cardOf = (id: string) => ok(kit.book.state().cards.get(id)!);
  if (!recorded.ok)
    return 'repeated' in recorded.error ? cardOf(recorded.error.repeated) : err(recorded.error);
  const { limit } = kit.book.state().cards.get(cardId)!;
  const minted = await kit.issuer.mint({ idempotencyKey: cardId, limit, memo: cardId });
  if (minted.ok) {
    await advance(kit, { type: 'card-minted', cardId, ...minted.value });
    return cardOf(cardId);
  }
  if (!saysNoCard(minted.error)) {
    return refuse(
      minted.error.kind,
      'The card issuer gave no clear answer. The money stays held until the card is known to be closed.',
      'Ask again later with another key.',
    );
  }
  await failMint(kit, cardId, minted.error.kind);
  return refuse(
    minted.error.kind,
    'The card issuer did not issue a card. Nothing is held.',
    'Try again later.',
  );
}

async function failMint(kit: Kit, cardId: CardId, reason: string): Promise<void> {
  await endCard(kit, { type: 'card-mint-failed', cardId, reason }, 'mint_failed');
}

/** Closes an unused card at the issuer and returns its money; the others are not touched. */
export async function closeCard(kit: Kit, card: Card, reason: string): Promise<boolean> {
  if (card.status !== 'inactive' || card.checkoutId || !card.issuerToken) return false;
  // A run may hold the card already and take it any moment: it is the run's to close.
  if (isTaken(kit.book.state(), card)) return false;
  if (!(await isClosedUnpaid(kit, card.issuerToken, card.limit))) return false;
  return endCard(kit, { type: 'card-cancelled', cardId: card.id, reason }, reason);
}

/** Ends a card and releases its hold in one step: a worker that dies leaves neither alone. */
async function endCard(kit: Kit, event: CardEvent, reason: string): Promise<boolean> {
  const ended = await kit.book.commit<unknown>((state, now) => {
    const card = state.cards.get(event.cardId)!;
    const release = { type: 'release' as const, holdId: card.holdId, reason };
    const released = decideMandate(state.mandates.get(card.mandateId), release, { now });
    return admit(state, [event, ...(released.ok ? released.value : [])], now);
  });
  return ended.ok;
}

/** How long an answer of the mint may still be under way in this worker. */
const MINT_WITHIN_MS = 60_000;

/**
 * Closes unused cards whose time is over or whose mandate is no longer active, and cards whose mint was never
 * answered; their money returns.
 */
export async function sweepCards(kit: Kit): Promise<void> {
  if ((await kit.signer.state()) !== 'unlocked') return;
  const now = kit.clock.now();
  for (const card of kit.book.state().cards.live()) {
    if (card.status === 'requested' && !isOfRun(kit.book.state(), card)) {
      if (now >= card.requestedAt + MINT_WITHIN_MS) await closeLostMint(kit, card);
      continue;
    }
    if (card.status !== 'inactive' || card.checkoutId) continue;
    const mandate = kit.book.state().mandates.get(card.mandateId);
    const isActive = mandate !== undefined && mandateStatusAt(mandate, now) === 'active';
    if (!isActive || now >= card.expiresAt)
      await closeCard(kit, card, isActive ? 'expired' : 'mandate_ended');
  }
}

const isOfRun = (state: BookState, card: Card) =>
  state.mandates.get(card.mandateId)?.holds.get(card.holdId)?.checkoutId != null;

/** The worker died, or the line broke, before the issuer answered: the same key gives the card, which is closed. */
async function closeLostMint(kit: Kit, card: Card): Promise<void> {
  const minted = await kit.issuer.mint({ idempotencyKey: card.id, limit: card.limit, memo: card.id });
  if (!minted.ok) {
    if (saysNoCard(minted.error)) await failMint(kit, card.id, minted.error.kind);
    return;
  }
  if ((await advance(kit, { type: 'card-minted', cardId: card.id, ...minted.value })).ok)
    await closeCard(kit, kit.book.state().cards.get(card.id)!, 'mint_unanswered');
}
