import type { Card } from '../../domain/card/card.ts';
import { balanceOf } from '../../domain/ledger/balances.ts';
import { decideMandate } from '../../domain/mandate/mandate.ts';
import { decidePurchase } from '../../domain/policy/decide-purchase.ts';
import type { AgentId, CardId, HoldId, MandateId } from '../../kernel/ids.ts';
import { fromDecimal } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import { saysNoCard } from '../checkout/end-checkout.ts';
import { categoryOf, knownMerchantsOf } from '../checkout/judge-run.ts';
import { merchantDomain } from '../draft-terms.ts';
import { describeDenial } from '../checkout/refusal-text.ts';
import { advance } from '../checkout-step.ts';
import { failMint } from '../close-card.ts';
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
      isPayeeUnproven: false,
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
