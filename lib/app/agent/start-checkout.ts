import { WALLET_CURRENCY } from '../../domain/ledger/wallet-currency.ts';
import { balanceOf } from '../../domain/ledger/balances.ts';
import type { Card } from '../../domain/card/card.ts';
import { evolveMandate } from '../../domain/mandate/evolve.ts';
import { decideMandate } from '../../domain/mandate/mandate.ts';
import type { Mandate } from '../../domain/mandate/state.ts';
import { decidePurchase } from '../../domain/policy/decide-purchase.ts';
import { isTerminal } from '../../domain/checkout/checkout.ts';
import { isPayableAddress, registrableDomainOf } from '../../domain/checkout/scope.ts';
import { addMoney, fromDecimal, money } from '../../kernel/money.ts';
import type { AgentId, CheckoutId, MandateId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import type { BookState } from '../book-state.ts';
import { categoryOf, knownMerchantsOf } from '../checkout/judge-run.ts';
import { describeDenial } from '../checkout/refusal-text.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import type { Kit } from '../kit.ts';
import { bindToChoice } from './choice-binding.ts';
import { hasValidSignature } from '../verify-mandate.ts';
import { invalidSignature, refuse, unknownId, type AgentRefusal } from './agent-refusal.ts';
import { answerOf, digestOfRequest } from './idempotency.ts';
import { tabsWithin, unknownTab } from './inspect-tab.ts';

/** How long a run may take from its start to Pay. */
const RUN_TTL_MS = 30 * 60_000;
/** Runs of one agent that may be under way at once. */
const MAX_OPEN_RUNS = 30;

export interface CheckoutRequest {
  readonly mandate: string;
  readonly url: string;
  readonly workflow?: string | undefined;
  readonly max?: string | undefined;
  readonly tab?: boolean | undefined;
  readonly card?: string | undefined;
}

/**
 * Starts a run. What can be refused without opening a page is refused here, before a card exists: a mandate that is
 * not active, a merchant that is not in it, an empty wallet, an address that cannot be paid on.
 */
export async function startCheckout(
  kit: Kit,
  driver: CheckoutDriver,
  agentId: AgentId,
  request: CheckoutRequest,
  options: { key: string; isExecuteRequested: boolean },
): Promise<Result<CheckoutId, AgentRefusal>> {
  if ((await kit.signer.state()) !== 'unlocked') {
    return refuse('wallet_locked', 'The wallet is locked.', 'Ask the operator to unlock it in the popup.');
  }
  const digest = digestOfRequest(
    options.isExecuteRequested ? 'payment_execute' : 'checkout_preview',
    request,
  );
  const checkoutId = kit.clock.nextId('chk') as CheckoutId;
  const mandate = kit.book.state().mandates.get(request.mandate);
  const maximum =
    request.max === undefined
      ? null
      : fromDecimal(request.max, mandate?.terms.budget.currency ?? WALLET_CURRENCY);
  if (maximum === undefined)
    return refuse('invalid_amount', 'The maximum has too many decimals.', 'Write it such as 25.00.');
  if (mandate?.terms.agentId === agentId && mandate.signature && !(await hasValidSignature(kit, mandate)))
    return invalidSignature();
  if (isPayableAddress(request.url, kit.scope) && !(await kit.sites.covers(request.url))) {
    return asError({
      code: 'site_not_allowed',
      message: `The operator does not let Countersign see ${new URL(request.url).hostname}.`,
      fix: 'Ask the operator to allow the shop: in the popup, open the mandate and choose Allow shops.',
    });
  }
  const tabs = request.tab ? await tabsWithin(kit, agentId, request.url) : [];
  if (request.tab && tabs.length === 0) return unknownTab();
  const recorded = await kit.book.commit<AgentRefusal | { repeated: string }>((state, now) => {
    const before = answerOf(state, agentId, options.key, digest);
    if (before) return { ok: false, error: before };
    const known = state.mandates.get(request.mandate);
    if (!known || known.terms.agentId !== agentId) return unknownId('mandate');
    const openRuns = state.checkouts
      .live()
      .filter((c) => c.agentId === agentId && c.submittedAt === undefined && !c.reason);
    if (openRuns.length >= MAX_OPEN_RUNS)
      return refuse('too_many_checkouts', `${openRuns.length} checkouts are open.`, 'Finish or cancel some.');
    const merchant = registrableDomainOf(request.url);
    if (!merchant || !isPayableAddress(request.url, kit.scope)) {
      return asError({
        code: 'address_not_payable',
        message: 'The address is not an https address of a shop.',
        fix: 'Use the https address.',
      });
    }
    const card = request.card === undefined ? undefined : state.cards.get(request.card);
    if (
      request.card !== undefined &&
      (card?.agentId !== agentId || card.mandateId !== request.mandate || card.checkoutId)
    ) {
      return unknownId('card');
    }
    // Two runs in one tab would fill each other's form.
    const tabId = tabs.find((id) => !isTabInUse(state, id));
    if (request.tab && tabId === undefined)
      return refuse(
        'tab_in_use',
        'Another checkout is under way in that tab.',
        'Let it end or cancel it, or open a tab of its own.',
      );
    const choiceId = bindToChoice(state, request, now);
    if (!choiceId.ok) return choiceId;
    const { judged, amount, available } = groundOf(state, known, card, now);
    const verdict = decidePurchase(judged, {
      merchant,
      host: new URL(request.url).hostname,
      category: categoryOf(state, merchant),
      amount,
      isRecurring: false,
      isPayeeUnproven: false,
      isCurrencyAssumed: false,
      cart: 'unread',
      available,
      knownMerchants: knownMerchantsOf(state, request.mandate),
      now,
    });
    if (verdict.verdict === 'deny') return asError(describeDenial(verdict.reason));
    const created: BookEvent = {
      type: 'checkout-created',
      checkoutId,
      mandateId: request.mandate as MandateId,
      agentId,
      workflow: request.workflow ?? known.terms.workflow,
      url: request.url,
      tabId: tabId ?? null,
      cardId: card ? card.id : null,
      maximum,
      ...(choiceId.value && { choiceId: choiceId.value }),
      isExecuteRequested: options.isExecuteRequested,
      expiresAt: Math.min(now + RUN_TTL_MS, known.terms.expiresAt),
      request: { key: options.key, digest },
    };
    return ok([created]);
  });
  if (recorded.ok) {
    await kit.reach('cp1');
    driver.poke(checkoutId);
    return ok(checkoutId);
  }
  if ('repeated' in recorded.error) return ok(recorded.error.repeated as CheckoutId);
  return asError(recorded.error);
}

/** Tells whether a run that has not ended has the tab, or opened a pop-up from it. */
const isTabInUse = ({ checkouts }: BookState, tabId: number): boolean =>
  checkouts.live().some((run) => (run.tabId === tabId || run.openerTabId === tabId) && !isTerminal(run));

/**
 * What a run is judged on before its price is known. One minor unit stands for it: what refuses that refuses every
 * price. A card that was made ahead is judged by its limit, with its own hold given back.
 */
function groundOf(state: BookState, mandate: Mandate, card: Card | undefined, now: number) {
  const { currency } = mandate.terms.budget;
  const available = balanceOf(state.balances, 'wallet:available', currency);
  const released =
    card && decideMandate(mandate, { type: 'release', holdId: card.holdId, reason: 'dry_run' }, { now });
  if (!card || !released?.ok) return { judged: mandate, amount: money(1, currency), available };
  const judged = released.value.reduce<Mandate | undefined>(
    (folded, event) => evolveMandate(folded, event, now),
    mandate,
  );
  return { judged, amount: card.limit, available: addMoney(available, card.limit) };
}

const asError = (text: AgentRefusal) => ({ ok: false as const, error: text });
