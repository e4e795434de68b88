import { AgentEvent, evolveAgent, type Agent } from '../domain/agent/agent.ts';
import { countRefusal, forgetRefused, type Refusals } from '../domain/agent/attempts.ts';
import { CardEvent, evolveCard, type Card } from '../domain/card/card.ts';
import { isTerminal, type Checkout } from '../domain/checkout/checkout.ts';
import { CheckoutEvent } from '../domain/checkout/events.ts';
import { evolveCheckout } from '../domain/checkout/evolve.ts';
import { ChoiceEvent, evolveChoice, type Choice } from '../domain/choice/choice.ts';
import { applyPostings, NO_BALANCES, type Balances } from '../domain/ledger/balances.ts';
import { DEFAULT_FUNDS_ALERT, withAvailable, type FundsAlert } from '../domain/ledger/funds-alert.ts';
import { MandateEvent } from '../domain/mandate/events.ts';
import { evolveMandate, withCategory } from '../domain/mandate/evolve.ts';
import type { Mandate } from '../domain/mandate/state.ts';
import type { Money } from '../kernel/money.ts';
import { Table } from '../kernel/table.ts';
import { postingsOf, type BookEvent, type StopReport } from './book-event.ts';

/** What an agent's idempotency key was used for. */
export interface UsedKey {
  readonly digest: string;
  readonly id: string;
}

/** Everything the ledger says, folded. */
export interface BookState {
  readonly balances: Balances;
  /** Credited, by reference. */
  readonly deposits: Table<Money>;
  /** Asked for at the issuer and not answered yet, by reference. */
  readonly openDeposits: Table<Money>;
  readonly agents: Table<Agent>;
  readonly mandates: Table<Mandate>;
  readonly cards: Table<Card>;
  /** Ids of the cards that were asked for under a hold, oldest first. */
  readonly cardsOfHold: Table<readonly string[]>;
  readonly checkouts: Table<Checkout>;
  readonly choices: Table<Choice>;
  /** What the issuer last said that a merchant sells (ISO 18245), by registrable domain. */
  readonly categories: Table<string>;
  /** Merchants at which the operator approved a payment, each with the first two runs that were. */
  readonly approvedShops: Table<readonly string[]>;
  /** By `mandate|merchant`: of a shop whose pages name no currency, the one in which the operator approved a payment there. */
  readonly shopCurrencies: Table<string>;
  /** By `agent|key`. */
  readonly requests: Table<UsedKey>;
  readonly fundsAlert: FundsAlert;
  /** The last time that everything was stopped, and what that did. */
  readonly lastStop?: StopReport & { readonly at: number };
}

/** Which rows somebody may still have to do something about. */
export const LIVES = {
  checkouts: (checkout: Checkout) =>
    !isTerminal(checkout) || (checkout.status === 'succeeded' && !checkout.settled),
  mandates: ({ status, reserved }: Mandate) =>
    reserved.minor > 0n || ['pending_signature', 'active', 'paused'].includes(status),
  cards: ({ status }: Card) => status !== 'settled' && status !== 'failed',
  choices: ({ status }: Choice) => status === 'awaiting_choice' || status === 'chosen',
};

export const EMPTY_BOOK: BookState = {
  balances: NO_BALANCES,
  deposits: Table.empty(),
  openDeposits: Table.empty(),
  agents: Table.empty(),
  mandates: Table.empty(LIVES.mandates),
  cards: Table.empty(LIVES.cards),
  cardsOfHold: Table.empty(),
  checkouts: Table.empty(LIVES.checkouts),
  choices: Table.empty(LIVES.choices),
  categories: Table.empty(),
  approvedShops: Table.empty(),
  shopCurrencies: Table.empty(),
  requests: Table.empty(),
  fundsAlert: DEFAULT_FUNDS_ALERT,
};

const typesOf = (union: { options: readonly { shape: { type: { value: string } } }[] }) =>
  new Set(union.options.map((option) => option.shape.type.value));
const AGENT_TYPES = typesOf(AgentEvent);
const MANDATE_TYPES = typesOf(MandateEvent);
const CARD_TYPES = typesOf(CardEvent);
const CHECKOUT_TYPES = typesOf(CheckoutEvent);
const CHOICE_TYPES = typesOf(ChoiceEvent);

/** Puts a row; an event about nothing known leaves the table as it is. */
const put = <T extends object | string>(table: Table<T>, id: string, row: T | undefined): Table<T> =>
  row === undefined ? table : table.with(id, row);

/** What a run's end says about the request that it came of: whoever asks for the same again has been told. */
function refusalsAfter(agent: Agent, run: Checkout, event: CheckoutEvent, at: number): Refusals | undefined {
  switch (event.type) {
    case 'checkout-refused':
    case 'checkout-declined':
    case 'checkout-failed':
      break;
    case 'checkout-cancelled':
      if (event.by !== 'operator' || agent.status !== 'approved') return undefined;
      break;
    case 'checkout-succeeded':
      return forgetRefused(agent.refusals, run.requestDigest);
    default:
      return undefined;
  }
  const operation = run.isExecuteRequested ? 'payment_execute' : 'checkout_preview';
  const attempt = { operation, digest: run.requestDigest, askedAt: run.steps[0]!.at };
  return countRefusal(agent.refusals, attempt, event.reason.code, at);
}

function agentsAfter({ agents, checkouts }: BookState, event: CheckoutEvent, at: number): Table<Agent> {
  const run = checkouts.get(event.checkoutId);
  const agent = run && agents.get(run.agentId);
  const refusals = agent && refusalsAfter(agent, run, event, at);
  return refusals && refusals !== agent.refusals ? agents.with(agent.id, { ...agent, refusals }) : agents;
}

function shopsAfter(
  { approvedShops, checkouts }: BookState,
  event: CheckoutEvent,
): BookState['approvedShops'] {
  if (event.type !== 'checkout-approved' || event.by !== 'operator') return approvedShops;
  const merchant = checkouts.get(event.checkoutId)?.merchant;
  const runs = merchant === undefined ? [] : (approvedShops.get(merchant) ?? []);
  if (merchant === undefined || runs.length > 1 || runs.includes(event.checkoutId)) return approvedShops;
  return approvedShops.with(merchant, [...runs, event.checkoutId]);
}

/** Who was asked whether a shop's prices are in a currency, and approved, has said that they are, for that mandate. */
function shopCurrenciesAfter(
  { shopCurrencies, checkouts }: BookState,
  event: CheckoutEvent,
): BookState['shopCurrencies'] {
  if (event.type !== 'checkout-approved' || event.by !== 'operator') return shopCurrencies;
  const { asks, mandateId, merchant, intent } = checkouts.get(event.checkoutId) ?? {};
  const currency = intent?.total.currency;
  return asks?.includes('assumed_currency') && merchant !== undefined && currency !== undefined
    ? shopCurrencies.with(`${mandateId}|${merchant}`, currency)
    : shopCurrencies;
}

/** The first payment at a merchant tells what it sells: for the next ones, and for the limits that this one counts in. */
function categoriesAfter(
  { categories, checkouts, mandates }: BookState,
  event: CheckoutEvent,
): Pick<BookState, 'categories' | 'mandates'> {
  const run = checkouts.get(event.checkoutId);
  if (event.type !== 'authorization-seen' || !event.category || !run) return { categories, mandates };
  const { merchant, mandateId, hold } = run;
  const mandate = mandates.get(mandateId);
  return {
    categories: merchant === undefined ? categories : categories.with(merchant, event.category),
    mandates:
      mandate && hold ? mandates.with(mandateId, withCategory(mandate, hold.id, event.category)) : mandates,
  };
}

/** A card that was made says that the request for it is no longer refused. */
function agentsAfterGrant(agents: Table<Agent>, id: string, digest: string): Table<Agent> {
  const agent = agents.get(id);
  const refusals = agent && forgetRefused(agent.refusals, digest);
  return refusals && refusals !== agent.refusals ? agents.with(id, { ...agent, refusals }) : agents;
}

/** Folds one event into the book. */
export function evolveBook(state: BookState, event: BookEvent, at: number): BookState {
  const balances = applyPostings(state.balances, postingsOf(event));
  const next = {
    ...state,
    balances,
    fundsAlert: balances === state.balances ? state.fundsAlert : withAvailable(state.fundsAlert, balances),
  };
  if (AGENT_TYPES.has(event.type)) {
    const e = event as AgentEvent;
    return { ...next, agents: put(state.agents, e.agentId, evolveAgent(state.agents.get(e.agentId), e, at)) };
  }
  if (MANDATE_TYPES.has(event.type)) {
    const e = event as MandateEvent;
    const requests =
      e.type === 'mandate-requested' || e.type === 'mandate-revised'
        ? put(state.requests, `${e.terms.agentId}|${e.request.key}`, {
            digest: e.request.digest,
            id: e.mandateId,
          })
        : state.requests;
    return {
      ...next,
      requests,
      mandates: put(state.mandates, e.mandateId, evolveMandate(state.mandates.get(e.mandateId), e, at)),
    };
  }
  if (CARD_TYPES.has(event.type)) {
    const e = event as CardEvent;
    const requests =
      e.type === 'card-requested' && e.request
        ? put(state.requests, `${e.agentId}|${e.request.key}`, { digest: e.request.digest, id: e.cardId })
        : state.requests;
    const cardsOfHold =
      e.type === 'card-requested'
        ? state.cardsOfHold.with(e.holdId, [...(state.cardsOfHold.get(e.holdId) ?? []), e.cardId])
        : state.cardsOfHold;
    const cards = put(state.cards, e.cardId, evolveCard(state.cards.get(e.cardId), e, at));
    const agents =
      e.type === 'card-requested' && e.request
        ? agentsAfterGrant(state.agents, e.agentId, e.request.digest)
        : state.agents;
    return { ...next, requests, cardsOfHold, cards, agents };
  }
  if (CHECKOUT_TYPES.has(event.type)) {
    const e = event as CheckoutEvent;
    const requests =
      e.type === 'checkout-created'
        ? put(state.requests, `${e.agentId}|${e.request.key}`, { digest: e.request.digest, id: e.checkoutId })
        : state.requests;
    return {
      ...next,
      requests,
      ...categoriesAfter(state, e),
      agents: agentsAfter(state, e, at),
      approvedShops: shopsAfter(state, e),
      shopCurrencies: shopCurrenciesAfter(state, e),
      checkouts: put(state.checkouts, e.checkoutId, evolveCheckout(state.checkouts.get(e.checkoutId), e, at)),
    };
  }
  if (CHOICE_TYPES.has(event.type)) {
    const e = event as ChoiceEvent;
    const requests =
      e.type === 'choice-requested'
        ? put(state.requests, `${e.agentId}|${e.request.key}`, { digest: e.request.digest, id: e.choiceId })
        : state.requests;
    return {
      ...next,
      requests,
      choices: put(state.choices, e.choiceId, evolveChoice(state.choices.get(e.choiceId), e)),
    };
  }
  switch (event.type) {
    case 'everything-stopped':
      return event.did ? { ...next, lastStop: { ...event.did, at } } : next;
    case 'funds-alert-set':
      return { ...next, fundsAlert: { below: event.below } };
    case 'funds-ran-low':
      return { ...next, fundsAlert: { ...state.fundsAlert, toldAt: at } };
    case 'deposit-requested':
      return { ...next, openDeposits: state.openDeposits.with(event.reference, event.amount) };
    case 'deposit-refused':
      return { ...next, openDeposits: state.openDeposits.with(event.reference, undefined) };
    case 'deposit-credited':
      return {
        ...next,
        deposits: state.deposits.with(event.reference, event.amount),
        openDeposits: state.openDeposits.with(event.reference, undefined),
      };
    default:
      return next;
  }
}
