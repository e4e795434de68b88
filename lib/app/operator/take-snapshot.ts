import { WALLET_CURRENCY } from '../../domain/ledger/wallet-currency.ts';
import { isTerminal, type Checkout } from '../../domain/checkout/checkout.ts';
import { sitePatternsFor } from '../../domain/checkout/site-patterns.ts';
import { registrableDomainOf } from '../../domain/checkout/scope.ts';
import { choiceStatusAt, type Choice } from '../../domain/choice/choice.ts';
import { lookAlikeAmong } from '../../domain/checkout/look-alike.ts';
import type { Agent } from '../../domain/agent/agent.ts';
import { isOftenRefused } from '../../domain/agent/attempts.ts';
import { walletBalanceOf } from '../../domain/ledger/balances.ts';
import { lowFundsOf } from '../../domain/ledger/funds-alert.ts';
import { remainingOf } from '../../domain/mandate/limits.ts';
import type { Mandate } from '../../domain/mandate/state.ts';
import type { CheckoutId } from '../../kernel/ids.ts';
import type { Table } from '../../kernel/table.ts';
import type { BookState } from '../book-state.ts';
import type { Kit } from '../kit.ts';
import { moneyOf } from './money-of-run.ts';
import { viewMandate } from './view-mandate.ts';
import { waitingItems } from './waiting-items.ts';

/** How many runs and choices that are over a surface gets; the others are read one by one. */
const RECENT = 20;

/** Takes the snapshot that every surface shows, from the ledger's fold. */
export async function takeSnapshot(kit: Kit) {
  const state = kit.book.state();
  const now = kit.clock.now();
  const { available, reserved, spent, funded } = walletBalanceOf(state.balances, WALLET_CURRENCY);
  const sites = await sitesOf(kit);
  const nameOf = namesIn(state);
  const isAsked = (choice: Choice) => choiceStatusAt(choice, now) === 'awaiting_choice';
  return {
    revision: kit.book.revision(),
    now,
    vault: await kit.signer.state(),
    seal: sealOf(await kit.documents.browserProfileId()),
    setup: {
      issuer: (await kit.documents.issuer()) !== undefined,
      deposit: state.deposits.size > 0,
      profile: (await kit.documents.profile()) !== undefined,
    },
    sites,
    issuer: (await kit.documents.issuer()) ?? null,
    lastStop: state.lastStop ?? null,
    wallet: { available, reserved, spent, funded },
    fundsAlert: {
      below: state.fundsAlert.below,
      isLow: lowFundsOf(state.fundsAlert, state.balances) !== undefined,
    },
    agents: state.agents.values().map((agent) => viewAgent(agent, now)),
    mandates: await Promise.all(
      state.mandates.values().map(async (mandate) => ({
        ...viewMandate(kit, mandate, nameOf, now),
        missingSites: sites === 'shops' ? await missingSitesOf(kit, mandate) : [],
      })),
    ),
    checkouts: shownOf(state.checkouts, isUnderWay).map((run) => viewCheckout(state, run, nameOf)),
    choices: shownOf(state.choices, isAsked).map((choice) => viewChoice(choice, nameOf, now)),
    queue: waitingItems(state, now),
  };
}

/** One run as a surface shows it, however old it is; `null` where there is none. */
export function viewRun(kit: Kit, id: CheckoutId) {
  const state = kit.book.state();
  const checkout = state.checkouts.get(id);
  return checkout ? viewCheckout(state, checkout, namesIn(state)) : null;
}

const namesIn = (state: BookState) => (agentId: string) => state.agents.get(agentId)?.name ?? 'unknown agent';

const isUnderWay = (checkout: Checkout) => !isTerminal(checkout);

/** The newest rows that are over, and after them every open one, however old: what waits can always be answered. */
function shownOf<T extends object>(table: Table<T>, isOpen: (row: T) => boolean): T[] {
  const open = table.live().filter(isOpen);
  const over = table.last(RECENT + open.length).filter((row) => !isOpen(row));
  return [...over.slice(-RECENT), ...open];
}

function viewAgent({ id, name, status, code, expiresAt, stoppedBy, refusals }: Agent, now: number) {
  const stopped = stoppedBy && { code: stoppedBy.code, times: stoppedBy.times };
  return {
    id,
    name,
    status,
    code,
    expiresAt,
    stoppedBy: stopped ?? null,
    isOftenRefused: isOftenRefused(refusals, now),
  };
}

async function sitesOf(kit: Kit): Promise<'every' | 'shops' | 'undecided'> {
  if (await kit.sites.coversEvery()) return 'every';
  return (await kit.documents.isSiteBySite()) ? 'shops' : 'undecided';
}

async function missingSitesOf(kit: Kit, mandate: Mandate): Promise<string[]> {
  const { merchants, hosts } = mandate.revision?.terms ?? mandate.terms;
  const patterns = sitePatternsFor([...merchants, ...hosts], kit.scope.providers);
  const isGiven = await Promise.all(patterns.map((pattern) => kit.sites.coversPattern(pattern)));
  return patterns.filter((_, index) => !isGiven[index]);
}

const FIRST = ['quiet', 'amber', 'north', 'velvet', 'copper', 'silver', 'early', 'distant', 'gentle', 'hidden', 'marble', 'paper', 'rapid', 'sunlit', 'winter', 'woven']; // prettier-ignore
const SECOND = ['harbour', 'meadow', 'lantern', 'orchard', 'summit', 'anchor', 'garden', 'bridge', 'canyon', 'forest', 'island', 'mirror', 'pebble', 'river', 'tower', 'valley']; // prettier-ignore

/** Two words from the installation's random id, shown on every surface of ours and on no page. */
function sealOf(profileId: string): string {
  return `${FIRST[Number.parseInt(profileId[0]!, 16)]} ${SECOND[Number.parseInt(profileId[1]!, 16)]}`;
}

function viewChoice(choice: Choice, nameOf: (id: string) => string, now: number) {
  const { id, agentId, workflow, expiresAt, options } = choice;
  return {
    id,
    status: choiceStatusAt(choice, now),
    agentName: nameOf(agentId),
    workflow,
    expiresAt,
    options: options.map(({ label, url, amount }) => ({
      label,
      host: new URL(url).host,
      merchant: registrableDomainOf(url) ?? '',
      amount,
    })),
  };
}

/** The shops that the operator knows already: those of the mandates, and those where a payment was approved. */
function knownShopsOf(state: BookState, checkout: Checkout): string[] {
  const signed = state.mandates
    .values()
    .flatMap(({ terms, signature }) => (signature ? terms.merchants : []));
  const approved = state.approvedShops
    .entries()
    .flatMap(([merchant, runs]) => (runs.some((id) => id !== checkout.id) ? [merchant] : []));
  return [...new Set([...signed, ...approved])];
}

function viewCheckout(state: BookState, checkout: Checkout, nameOf: (id: string) => string) {
  const { intent, preview, handoff } = checkout;
  const mandate = state.mandates.get(checkout.mandateId);
  const card = checkout.cardId && state.cards.get(checkout.cardId);
  const after = mandate ? remainingOf(mandate) : null;
  const { hold, took, returned, paidBack, excess, isExcessBack } = moneyOf(state, checkout);
  return {
    id: checkout.id,
    mandateId: checkout.mandateId,
    mandatePurpose: mandate?.terms.purpose ?? '',
    agentName: nameOf(checkout.agentId),
    status: checkout.status,
    host: preview?.host ?? '',
    merchant: checkout.merchant ?? '',
    collectors: (intent?.providerOrigins ?? []).map((origin) => new URL(origin).host),
    total: intent?.total ?? null,
    previousTotal: checkout.previousTotal ?? null,
    changed: [...checkout.changed],
    asks: [...checkout.asks],
    lines: (intent?.lines ?? []).map(({ title, quantity, amount }) => ({ title, quantity, amount })),
    amounts: (intent?.amounts ?? []).map(({ kind, amount }) => ({ kind, amount })),
    fields: (preview?.fields ?? []).map(({ number, label, token, outcome }) => ({
      number,
      label,
      token,
      outcome,
    })),
    warnings: [...(preview?.warnings ?? [])],
    isRecurring: intent?.isRecurring ?? false,
    looksLike: checkout.merchant ? lookAlikeAmong(checkout.merchant, knownShopsOf(state, checkout)) : null,
    shipTo: preview ? [preview.shipTo.city, preview.shipTo.country].filter(Boolean).join(', ') : '',
    card: card ? { status: card.status, last4: card.last4 ?? '', limit: card.limit } : null,
    mandateBefore:
      after && hold?.status === 'open'
        ? { minor: after.minor + hold.amount.minor, currency: after.currency }
        : null,
    mandateAfter: after,
    intentHash: checkout.intentHash ?? null,
    answerBy: checkout.askedUntil ?? null,
    hasPicture: preview?.pictureId != null,
    handoff: handoff
      ? {
          kind: handoff.wall.kind,
          detail: handoff.wall.detail,
          phase: handoff.phase,
          expiresAt: handoff.expiresAt,
          holder: handoff.holder,
        }
      : null,
    lost: checkout.lost ? [...checkout.lost.evidence] : null,
    said: checkout.said ?? null,
    receipt: checkout.receipt ?? null,
    took,
    returned,
    refunded: paidBack && paidBack.minor > 0n ? paidBack : null,
    excess: excess.map(({ why, minor, currency }) => ({ why, amount: { minor, currency } })),
    isExcessBack,
    declinedAttempts: card ? card.declined.length : 0,
    reason: checkout.reason ?? null,
    steps: checkout.steps.map(({ status, at }) => ({ name: status, at })),
  };
}
