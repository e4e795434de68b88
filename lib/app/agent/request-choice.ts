import { isTerminal } from '../../domain/checkout/checkout.ts';
import { isPayableAddress, registrableDomainOf } from '../../domain/checkout/scope.ts';
import { CHOICE_TTL_MS, ownerOf, type ChoiceOption } from '../../domain/choice/choice.ts';
import { balanceOf } from '../../domain/ledger/balances.ts';
import type { Mandate } from '../../domain/mandate/state.ts';
import { decidePurchase } from '../../domain/policy/decide-purchase.ts';
import type { AgentId, ChoiceId, MandateId } from '../../kernel/ids.ts';
import { fromDecimal } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { BookState } from '../book-state.ts';
import { categoryOf, knownMerchantsOf } from '../checkout/judge-run.ts';
import { describeDenial } from '../checkout/refusal-text.ts';
import type { Kit } from '../kit.ts';
import { refuse, unknownId, type AgentRefusal } from './agent-refusal.ts';
import { openChoiceOf } from './choice-binding.ts';
import { answerOf, digestOfRequest } from './idempotency.ts';

export interface ChoiceRequest {
  readonly mandate: string;
  readonly options: readonly { label: string; url: string; amount: string }[];
  readonly workflow?: string | undefined;
}

/**
 * Puts options before the operator. Each must be payable under the mandate as it stands, so that no pick leads into a
 * refusal. They take the place of options offered before. From here on the mandate pays for the pick alone: a run that was begun before would get around it.
 */
export async function requestChoice(
  kit: Kit,
  agentId: AgentId,
  request: ChoiceRequest,
  key: string,
): Promise<Result<ChoiceId, AgentRefusal>> {
  const digest = digestOfRequest('choice_request', request);
  const choiceId = kit.clock.nextId('choice') as ChoiceId;
  const recorded = await kit.book.commit<AgentRefusal | { repeated: string }>((state, now) => {
    const before = answerOf(state, agentId, key, digest);
    if (before) return err(before);
    const mandate = state.mandates.get(request.mandate);
    if (mandate?.terms.agentId !== agentId) return unknownId('mandate');
    const isBusy = state.checkouts
      .live()
      .some((run) => run.mandateId === request.mandate && run.submittedAt === undefined && !isTerminal(run));
    if (isBusy)
      return refuse('checkout_under_way', 'A checkout of this mandate is under way.', 'Cancel it first.');
    const options = readOptions(kit, state, mandate, request, now);
    if (!options.ok) return options;
    const workflow = request.workflow ?? mandate.terms.workflow;
    const mandateId = request.mandate as MandateId;
    const expiresAt = Math.min(now + CHOICE_TTL_MS, mandate.terms.expiresAt);
    const owner = { choiceId, mandateId, agentId, workflow };
    // Its price may have moved: the agent offers anew, and the mandate stays narrowed all the while.
    const earlier = openChoiceOf(state, request.mandate, now);
    return ok([
      ...(earlier ? [{ type: 'choice-withdrawn' as const, ...ownerOf(earlier) }] : []),
      { type: 'choice-requested', ...owner, options: options.value, expiresAt, request: { key, digest } },
    ]);
  });
  if (recorded.ok) return ok(choiceId);
  return 'repeated' in recorded.error ? ok(recorded.error.repeated as ChoiceId) : err(recorded.error);
}

function readOptions(
  kit: Kit,
  state: BookState,
  mandate: Mandate,
  request: ChoiceRequest,
  now: number,
): Result<ChoiceOption[], AgentRefusal> {
  const options: ChoiceOption[] = [];
  const { currency } = mandate.terms.budget;
  for (const [index, { label, url, amount }] of request.options.entries()) {
    const no = (code: string, message: string, fix: string) =>
      refuse(code, `Option ${index}: ${message}`, fix);
    const price = fromDecimal(amount, currency);
    if (!price || price.minor <= 0n)
      return no('invalid_amount', `the amount is not one of ${currency}.`, 'Write it such as 25.00.');
    const merchant = registrableDomainOf(url);
    if (!merchant || !isPayableAddress(url, kit.scope))
      return no('address_not_payable', 'it is not the https address of a shop.', 'Use the https address.');
    const verdict = decidePurchase(mandate, {
      merchant,
      host: new URL(url).hostname,
      category: categoryOf(state, merchant),
      cart: 'unread',
      amount: price,
      isRecurring: false,
      isPayeeUnproven: false,
      isCurrencyAssumed: false,
      available: balanceOf(state.balances, 'wallet:available', currency),
      knownMerchants: knownMerchantsOf(state, mandate.terms.mandateId),
      now,
    });
    if (verdict.verdict === 'deny') {
      const { code, message, fix } = describeDenial(verdict.reason);
      return no(code, message, fix);
    }
    // Two options that read alike would be a choice in name only.
    if (options.some((other) => other.label === label))
      return no('duplicate_option', 'the label was used before.', 'Name each option as the shop does.');
    options.push({ label, url: new URL(url).href, amount: price });
  }
  return ok(options);
}
