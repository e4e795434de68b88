import type { BankInbox, BankMessage } from './bank/inbox.ts';
import type { CardTransaction, IssuedCard, Program } from './issuer/program.ts';
import { CardNetwork } from './issuer/network.ts';
import { playScenario, type ScenarioName } from './issuer/scenarios.ts';
import type { SandboxEvent, SandboxEventOf } from './world/event-log.ts';
import type { SandboxOption, SandboxOptions } from './world/options.ts';
import type { RecordedRequest, ServerName } from './world/recorder.ts';
import type { World } from './world/world.ts';

/** The strings behind the curtain: what tests read and script. */
export interface SandboxControl {
  /** Everything that happened, oldest first. */
  log(): SandboxEvent[];
  /** All cards, with number and security code: use them to search for leaks, never print them. */
  cards(): IssuedCard[];
  /** All transactions at the issuer, oldest first. */
  transactions(): CardTransaction[];
  /** Authorization attempts, approved or not. */
  authorizations(): SandboxEventOf<'authorization'>[];
  captures(): SandboxEventOf<'captured'>[];
  /** Hits of the shops' pay endpoint. */
  payRequests(): SandboxEventOf<'pay-requested'>[];
  balance(): { available: number; pending: number };
  /** One-time codes as the bank sent them, newest first. */
  bankMessages(): BankMessage[];
  /** What the wall before the checkout wants to hear: a person would see it in the picture or know it. */
  wallAnswer(): string;
  requests(server?: ServerName): RecordedRequest[];
  options(): SandboxOptions;
  set<K extends SandboxOption>(option: K, value: SandboxOptions[K]): void;
  /** The same for several options from untyped input; throws when a name or a value is not one of ours. */
  merge(changes: unknown): void;
  /** Captures what `capture: 'manual'` held back; gives how many. */
  captureNow(): Promise<number>;
  /** Plays what a merchant and the network may do to a card, by name, at a price in minor units. */
  play(scenario: ScenarioName, cardToken: string, price: number): void;
  /** The shop gives up a payment that it has not collected. */
  reverse(transactionToken: string): void;
  /** The shop pays back so many minor units of one that it has. */
  refund(transactionToken: string, amount: number): void;
  /** The program's owner files a dispute about so many minor units of a collected payment. */
  dispute(transactionToken: string, amount: number): void;
  /** The network decides the dispute about a payment; a won one pays it back. */
  decideDispute(transactionToken: string, status: 'CASE_WON' | 'CASE_CLOSED'): void;
  /** Credits the program, once per reference. */
  deposit(amount: number, reference: string): void;
  /** Forgets everything but ids: those never come back, so that nothing old is mistaken for something new. */
  reset(): void;
}

interface Parts {
  world: World;
  program: Program;
  inbox: BankInbox;
  captureNow: () => Promise<number>;
  resetParts: () => void;
}

/** Ties the control to the servers' insides. */
export function createControl({ world, program, inbox, captureNow, resetParts }: Parts): SandboxControl {
  function transactionOf(token: string): CardTransaction {
    const transaction = program.transactions.get(token);
    if (!transaction) throw new Error(`no transaction ${token}`);
    return transaction;
  }

  return {
    log: () => world.events.all(),
    cards: () => [...program.cards.values()].map((card) => ({ ...card })),
    transactions: () => structuredClone([...program.transactions.values()]),
    authorizations: () => world.events.of('authorization'),
    captures: () => world.events.of('captured'),
    payRequests: () => world.events.of('pay-requested'),
    balance: () => ({ available: program.available, pending: program.pending }),
    bankMessages: () => inbox.all(),
    wallAnswer: () => world.wallAnswer,
    requests: (server) => world.recorder.of(server),
    options: () => world.options.current,
    set: (option, value) => world.options.merge({ [option]: value }),
    merge: (changes) => world.options.merge(changes),
    captureNow,
    play(scenario, cardToken, price) {
      const card = program.cards.get(cardToken);
      if (!card) throw new Error(`no card ${cardToken}`);
      const close = () => void program.changeState(card, 'CLOSED');
      playScenario(scenario, { network: new CardNetwork(world, program), card, price, close });
    },
    reverse(token) {
      const outcome = new CardNetwork(world, program).void(transactionOf(token), 'AUTHORIZATION_REVERSAL');
      if (outcome !== 'voided') throw new Error(outcome);
    },
    refund(token, amount) {
      const { cardToken, merchant } = transactionOf(token);
      new CardNetwork(world, program).refund(program.cards.get(cardToken)!, merchant, amount);
    },
    dispute(token, amount) {
      const filed = program.dispute(transactionOf(token), amount, 'GOODS_SERVICES_NOT_RECEIVED');
      if (typeof filed === 'string') throw new Error(filed);
    },
    decideDispute(token, status) {
      const dispute = [...program.disputes.values()].find(
        ({ transactionToken }) => transactionToken === token,
      );
      if (!dispute) throw new Error(`no dispute about ${token}`);
      program.changeDispute(dispute, status);
      if (status === 'CASE_WON')
        new CardNetwork(world, program).refundOf(transactionOf(token), dispute.amount);
    },
    deposit: (amount, reference) => void program.credit(reference, amount),
    reset: () => {
      world.options.reset();
      resetParts();
      world.events.reset();
      world.recorder.reset();
    },
  };
}
