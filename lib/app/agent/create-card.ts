import type { Card } from '../../domain/card/card.ts';
import { balanceOf } from '../../domain/ledger/balances.ts';
import { decideMandate, mandateStatusAt } from '../../domain/mandate/mandate.ts';
import { decidePurchase } from '../../domain/policy/decide-purchase.ts';
import type { AgentId, CardId, HoldId, MandateId } from '../../kernel/ids.ts';
import { fromDecimal } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import { describeDenial } from '../checkout/refusal-text.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { refuse, unknownId, type AgentRefusal } from './agent-refusal.ts';
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
  const digest = digestOfRequest('card_create', request);
  const cardId = kit.clock.nextId('card') as CardId;
  const holdId = kit.clock.nextId('hold') as HoldId;
  const recorded = await kit.book.commit<AgentRefusal | { repeated: string }>((state, now) => {
    const before = answerOf(state, agentId, key, digest);
    if (before) return err(before);
    const mandate = state.mandates[request.mandate];
    if (mandate?.terms.agentId !== agentId) return unknownId('mandate');
    const { terms } = mandate;
    const limit = fromDecimal(request.amount, terms.budget.currency);
    const merchant = request.merchant ?? (terms.merchants.length === 1 ? terms.merchants[0] : undefined);
    if (!limit || limit.minor <= 0n)
      return refuse(
        'invalid_amount',
        'The amount is not one of the mandate’s currency.',
        'Write it such as 25.00.',
      );
    if (!merchant)
      return refuse('merchant_required', 'The mandate has not exactly one merchant.', 'Name the merchant.');
    const available = balanceOf(state.balances, 'wallet:available', limit.currency);
    const verdict = decidePurchase(mandate, {
      merchant,
      amount: limit,
      isRecurring: false,
      available,
      knownMerchants: [merchant],
      now,
    });
    if (verdict.verdict === 'deny') return err(describeDenial(verdict.reason));
    const held = decideMandate(
      mandate,
      { type: 'reserve', holdId, checkoutId: null, merchant, amount: limit },
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
  const cardOf = (id: string) => ok(kit.book.state().cards[id]!);
  if (!recorded.ok)
    return 'repeated' in recorded.error ? cardOf(recorded.error.repeated) : err(recorded.error);
  const { limit } = kit.book.state().cards[cardId]!;
  const minted = await kit.issuer.mint({ idempotencyKey: cardId, limit, memo: cardId });
  if (!minted.ok) {
    await advance(kit, { type: 'card-mint-failed', cardId, reason: minted.error.kind });
    await releaseCardHold(kit, cardId, 'mint_failed');
    return refuse(
      minted.error.kind,
      'The card issuer did not issue a card. Nothing is held.',
      'Try again later.',
    );
  }
  await advance(kit, { type: 'card-minted', cardId, ...minted.value });
  return cardOf(cardId);
}

/** Closes an unused card at the issuer and returns its money; the others are not touched. */
export async function closeCard(kit: Kit, card: Card, reason: string): Promise<boolean> {
  if (card.status !== 'inactive' || card.checkoutId || !card.issuerToken) return false;
  if (!(await kit.issuer.close(card.issuerToken)).ok) return false;
  if (!(await advance(kit, { type: 'card-cancelled', cardId: card.id, reason })).ok) return false;
  await releaseCardHold(kit, card.id, reason);
  return true;
}

async function releaseCardHold(kit: Kit, cardId: CardId, reason: string): Promise<void> {
  await kit.book.commit((state, now) => {
    const card = state.cards[cardId]!;
    const released = decideMandate(
      state.mandates[card.mandateId],
      { type: 'release', holdId: card.holdId, reason },
      { now },
    );
    return released.ok ? released : ok([]);
  });
}

/** Closes unused cards whose time is over or whose mandate is no longer active; their money returns. */
export async function sweepCards(kit: Kit): Promise<void> {
  if ((await kit.signer.state()) !== 'unlocked') return;
  const { cards, mandates } = kit.book.state();
  const now = kit.clock.now();
  for (const card of Object.values(cards).filter(
    ({ status, checkoutId }) => status === 'inactive' && !checkoutId,
  )) {
    const mandate = mandates[card.mandateId];
    const isActive = mandate !== undefined && mandateStatusAt(mandate, now) === 'active';
    if (!isActive || now >= card.expiresAt)
      await closeCard(kit, card, isActive ? 'expired' : 'mandate_ended');
  }
}
