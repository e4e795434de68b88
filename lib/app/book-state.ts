import { AgentEvent, evolveAgent, type Agent } from '../domain/agent/agent.ts';
import { CardEvent, evolveCard, type Card } from '../domain/card/card.ts';
import type { Checkout } from '../domain/checkout/checkout.ts';
import { CheckoutEvent } from '../domain/checkout/events.ts';
import { evolveCheckout } from '../domain/checkout/evolve.ts';
import { ChoiceEvent, evolveChoice, type Choice } from '../domain/choice/choice.ts';
import { applyPostings, type Balances } from '../domain/ledger/balances.ts';
import { MandateEvent } from '../domain/mandate/events.ts';
import { evolveMandate } from '../domain/mandate/evolve.ts';
import type { Mandate } from '../domain/mandate/state.ts';
import type { Money } from '../kernel/money.ts';
import { postingsOf, type BookEvent, type StopReport } from './book-event.ts';

type ById<T> = Readonly<Record<string, T>>;

/** Everything the ledger says, folded. */
export interface BookState {
  readonly balances: Balances;
  readonly deposits: readonly string[];
  /** Asked for at the issuer and not answered yet, by reference. */
  readonly openDeposits: ById<Money>;
  readonly agents: ById<Agent>;
  readonly mandates: ById<Mandate>;
  readonly cards: ById<Card>;
  readonly checkouts: ById<Checkout>;
  readonly choices: ById<Choice>;
  /** What the issuer last said that a merchant sells (ISO 18245), by registrable domain. */
  readonly categories: Readonly<Record<string, string>>;
  /** What an agent's idempotency key was used for, by `agent|key`. */
  readonly requests: ById<{ readonly digest: string; readonly id: string }>;
  /** The last time that everything was stopped, and what that did. */
  readonly lastStop?: StopReport & { readonly at: number };
}

export const EMPTY_BOOK: BookState = {
  balances: {},
  deposits: [],
  openDeposits: {},
  agents: {},
  mandates: {},
  cards: {},
  checkouts: {},
  choices: {},
  categories: {},
  requests: {},
};

const typesOf = (union: { options: readonly { shape: { type: { value: string } } }[] }) =>
  new Set(union.options.map((option) => option.shape.type.value));
const AGENT_TYPES = typesOf(AgentEvent);
const MANDATE_TYPES = typesOf(MandateEvent);
const CARD_TYPES = typesOf(CardEvent);
const CHECKOUT_TYPES = typesOf(CheckoutEvent);
const CHOICE_TYPES = typesOf(ChoiceEvent);

function put<T>(map: ById<T>, id: string, value: T | undefined): ById<T> {
  return value === undefined ? map : { ...map, [id]: value };
}

/** Folds one event into the book. */
export function evolveBook(state: BookState, event: BookEvent, at: number): BookState {
  const next = { ...state, balances: applyPostings(state.balances, postingsOf(event)) };
  if (AGENT_TYPES.has(event.type)) {
    const e = event as AgentEvent;
    return { ...next, agents: put(state.agents, e.agentId, evolveAgent(state.agents[e.agentId], e, at)) };
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
      mandates: put(state.mandates, e.mandateId, evolveMandate(state.mandates[e.mandateId], e, at)),
    };
  }
  if (CARD_TYPES.has(event.type)) {
    const e = event as CardEvent;
    const requests =
      e.type === 'card-requested' && e.request
        ? put(state.requests, `${e.agentId}|${e.request.key}`, { digest: e.request.digest, id: e.cardId })
        : state.requests;
    return { ...next, requests, cards: put(state.cards, e.cardId, evolveCard(state.cards[e.cardId], e, at)) };
  }
  if (CHECKOUT_TYPES.has(event.type)) {
    const e = event as CheckoutEvent;
    const requests =
      e.type === 'checkout-created'
        ? put(state.requests, `${e.agentId}|${e.request.key}`, { digest: e.request.digest, id: e.checkoutId })
        : state.requests;
    const merchant = state.checkouts[e.checkoutId]?.merchant;
    const categories =
      e.type === 'authorization-seen' && e.category && merchant !== undefined
        ? put(state.categories, merchant, e.category)
        : state.categories;
    return {
      ...next,
      requests,
      categories,
      checkouts: put(state.checkouts, e.checkoutId, evolveCheckout(state.checkouts[e.checkoutId], e, at)),
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
      choices: put(state.choices, e.choiceId, evolveChoice(state.choices[e.choiceId], e)),
    };
  }
  switch (event.type) {
    case 'everything-stopped':
      return event.did ? { ...next, lastStop: { ...event.did, at } } : next;
    case 'deposit-requested':
      return { ...next, openDeposits: put(state.openDeposits, event.reference, event.amount) };
    case 'deposit-refused':
      return { ...next, openDeposits: without(state.openDeposits, event.reference) };
    case 'deposit-credited':
      return {
        ...next,
        deposits: [...state.deposits, event.reference],
        openDeposits: without(state.openDeposits, event.reference),
      };
    default:
      return next;
  }
}

function without<T>(map: ById<T>, id: string): ById<T> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== id));
}
