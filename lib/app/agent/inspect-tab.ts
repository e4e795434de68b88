import { saysRecurring } from '../../domain/checkout/build-intent.ts';
import { hostedPageOf, providerOf, registrableDomainOf } from '../../domain/checkout/scope.ts';
import { mandateStatusAt } from '../../domain/mandate/mandate.ts';
import type { Mandate } from '../../domain/mandate/state.ts';
import { isNamedMerchant } from '../../domain/policy/decide-purchase.ts';
import { toMoneyJSON } from '../../kernel/money.ts';
import type { AgentId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { describeFinding } from '../checkout/refusal-text.ts';
import { findOn, wallOn } from '../checkout/see-page.ts';
import type { Kit } from '../kit.ts';
import { refuse, type AgentRefusal } from './agent-refusal.ts';

/** An agent's active mandates that name the merchant of an address. */
function mandatesAt(kit: Kit, agentId: AgentId, url: string): Mandate[] {
  const merchant = registrableDomainOf(url);
  if (!merchant) return [];
  return kit.book
    .state()
    .mandates.values()
    .filter(
      (mandate) =>
        mandate.terms.agentId === agentId &&
        mandateStatusAt(mandate, kit.clock.now()) === 'active' &&
        isNamedMerchant(mandate.terms, { merchant, host: new URL(url).hostname }),
    );
}

/**
 * Tells whether a tab exists for an agent: it was opened for one of its runs, or it shows a merchant of one of its
 * active mandates. Any other tab does not exist.
 */
export function mayActOnTab(kit: Kit, agentId: AgentId, url: string): boolean {
  return mandatesAt(kit, agentId, url).length > 0;
}

/** The currency in which a run here would be paid, where the mandates leave one. */
function currencyAt(kit: Kit, agentId: AgentId, url: string): string | undefined {
  const currencies = new Set(mandatesAt(kit, agentId, url).map(({ terms }) => terms.budget.currency));
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

/** Finds the open tabs at an address that exist for an agent, the likeliest first. */
export async function tabsWithin(kit: Kit, agentId: AgentId, url: string): Promise<readonly number[]> {
  const isAllowed = (other: string) => mayActOnTab(kit, agentId, other);
  return isAllowed(url) ? kit.pages.find(url, isAllowed) : [];
}

/** Tabs outside the authority answer like tabs that are not there; so do windows that the extension is not in. */
export const unknownTab = () =>
  refuse(
    'unknown_tab',
    'There is no such tab.',
    "Open a tab of the operator's own profile (not in an isolated or incognito window, nor over the popup), bring it to a merchant of one of your active mandates and give its address as the browser shows it.",
  );

/** Says what is on a tab within the agent's authority. */
export async function inspectTab(
  kit: Kit,
  agentId: AgentId,
  url: string,
): Promise<Result<unknown, AgentRefusal>> {
  const [tabId] = await tabsWithin(kit, agentId, url);
  if (tabId === undefined) return unknownTab();
  const read = await kit.pages.read(tabId, {
    settleWithinMs: 3_000,
    assumedCurrency: currencyAt(kit, agentId, url),
  });
  if (!read.ok && read.error.kind !== 'tab_gone')
    return refuse('page_unreachable', 'The page does not answer.', 'Call again when it has loaded.');
  if (!read.ok || !mayActOnTab(kit, agentId, read.value.top.url)) return unknownTab();
  const sight = read.value;
  const found = findOn(kit, sight);
  const wall = wallOn(kit, sight);
  const { total, title, lines, submit, proceed, step, consents, recurringWording, cartProblems } =
    sight.top.reading;
  return ok({
    status: wall ? 'wall' : found.ok ? 'checkout' : 'other',
    merchant: registrableDomainOf(sight.top.url) ?? '',
    total: total.status === 'read' ? toMoneyJSON(total.amount) : null,
    total_problem:
      total.status === 'unreadable' ? total.reason : total.isCurrencyAssumed ? 'currency_assumed' : null,
    fields: sight.frames.flatMap((frame) =>
      frame.reading.fields
        .filter(({ token }) => token !== null)
        .map(({ token, confidence, signals, decoy }) => ({
          token,
          confidence,
          signals,
          origin: frame.origin,
          decoy,
        })),
    ),
    amounts: sight.top.reading.amounts.map(({ kind, amount, source }) => ({
      kind,
      amount: amount && toMoneyJSON(amount),
      source,
    })),
    frames: sight.frames
      .flatMap(({ reading }) => reading.frames)
      .slice(0, 60)
      .map(({ origin, path, isVisible }) => ({
        origin,
        provider: providerAt(kit, `${origin}${path}`),
        is_visible: isVisible,
      })),
    provider_frames: found.ok ? [...found.value.providerOrigins] : [],
    step: step && { current: step.current, of: step.of },
    consents: consents.map(({ kind, isChecked }) => ({ kind, is_checked: isChecked })),
    is_recurring: saysRecurring(sight.top.reading),
    cart_problems: cartProblems.map(({ kind }) => kind),
    pay_enabled: submit?.isEnabled ?? null,
    continue_enabled: proceed?.isEnabled ?? null,
    wall: wall?.kind ?? null,
    problem: found.ok ? null : describeFinding(found.error).message,
    untrusted: {
      title,
      step: step?.label ?? null,
      consents: consents.map(({ label }) => label),
      recurring_wording: recurringWording,
      cart_problems: cartProblems.map(({ text }) => text),
      continue_button: proceed?.label ?? null,
      lines: lines.map((line) => ({
        title: line.title.slice(0, 200),
        quantity: line.quantity,
        amount: line.amount && toMoneyJSON(line.amount),
      })),
      pay_button: submit?.label ?? null,
    },
  });
}

function providerAt({ scope }: Kit, address: string): string | null {
  return (providerOf(address, scope) ?? hostedPageOf(address, scope))?.id ?? null;
}
