import type { CardNetwork } from './network.ts';
import type { CardTransaction, IssuedCard, Merchant } from './program.ts';

const MERCHANT: Merchant = {
  descriptor: 'NORTHWIND PAPER',
  mcc: '5943',
  acceptorId: 'SCENARIO',
  city: 'SAN FRANCISCO',
  state: 'CA',
  country: 'USA',
};

/** What a scenario is played with: the card, the price that it is locked to, and the network. */
export interface Stage {
  readonly network: CardNetwork;
  readonly card: IssuedCard;
  readonly price: number;
  readonly close: () => void;
}

const authorize = ({ network, card }: Stage, amount: number, foreign?: { currency: string; rate: number }) =>
  network.authorize(card, { amount, merchant: MERCHANT, foreign });

/** An approved authorization of the price, on which a scenario goes on. */
const paid = (stage: Stage): CardTransaction => authorize(stage, stage.price);

/**
 * What merchants, their banks and the network do to one card, by name. Each pauses after every move, so that somebody
 * can look at the issuer in between.
 */
export const SCENARIOS = {
  /** Asks whether the card lives, then takes the payment. */
  *checks_then_payment(stage) {
    yield authorize(stage, 0);
    yield stage.network.clear(paid(stage), stage.price);
  },
  *hold(stage) {
    yield paid(stage);
  },
  *capture(stage) {
    const row = paid(stage);
    yield;
    yield stage.network.clear(row, stage.price);
  },
  *smaller_capture(stage) {
    const row = paid(stage);
    yield;
    yield stage.network.clear(row, stage.price - 150);
  },
  /** More is asked for than the card's lock allows, then the first amount is captured. */
  *incremental(stage) {
    const row = paid(stage);
    yield stage.network.increment(row, 500);
    yield stage.network.clear(row, stage.price);
  },
  *three_partial_captures(stage) {
    const row = paid(stage);
    yield stage.network.clear(row, 700, false);
    yield stage.network.clear(row, 600, false);
    yield stage.network.clear(row, 500);
  },
  *capture_after_close(stage) {
    const row = paid(stage);
    yield stage.close();
    yield stage.network.clear(row, stage.price);
  },
  *over_capture(stage) {
    const row = paid(stage);
    yield;
    yield stage.network.clear(row, stage.price + 400);
  },
  /** Nobody authorized it, and no control of a card stops it. */
  *force_post({ network, card }) {
    yield network.forceCapture(card, MERCHANT, 321);
  },
  *second_payment(stage) {
    yield stage.network.clear(paid(stage), stage.price);
    yield authorize(stage, stage.price);
  },
  *reversal(stage) {
    const row = paid(stage);
    yield;
    yield stage.network.void(row, 'AUTHORIZATION_REVERSAL');
  },
  *partial_reversal(stage) {
    const row = paid(stage);
    yield stage.network.void(row, 'AUTHORIZATION_REVERSAL', 500);
    yield stage.network.clear(row);
  },
  *expiry(stage) {
    yield stage.network.void(paid(stage), 'AUTHORIZATION_EXPIRY');
  },
  *expiry_then_capture(stage) {
    const row = paid(stage);
    yield stage.network.void(row, 'AUTHORIZATION_EXPIRY');
    yield stage.network.clear(row, stage.price);
  },
  *refund(stage) {
    const row = paid(stage);
    yield stage.network.clear(row, stage.price);
    yield stage.network.refundOf(row, stage.price);
  },
  *partial_refund(stage) {
    const row = paid(stage);
    yield stage.network.clear(row, stage.price);
    yield stage.network.refundOf(row, 400);
  },
  /** The refund comes on a row of its own, while the payment is not captured yet. */
  *refund_before_capture(stage) {
    const row = paid(stage);
    yield stage.network.refund(stage.card, MERCHANT, 300);
    yield stage.network.clear(row, stage.price);
  },
  /** Money for which nothing was ever paid. */
  *unlinked_refund({ network, card }) {
    yield network.refund(card, MERCHANT, 250);
  },
  /** Authorized in another currency; at the capture the rate has moved by two per cent. */
  *currency_conversion(stage) {
    const row = authorize(stage, stage.price, { currency: 'EUR', rate: 1.1 });
    yield;
    yield stage.network.clear(row, Math.round(stage.price * 1.02));
  },
} as const satisfies Record<string, (stage: Stage) => Generator<unknown, void, void>>;

export type ScenarioName = keyof typeof SCENARIOS;

/** Tells whether there is a scenario of that name. */
export const isScenario = (name: string): name is ScenarioName => Object.hasOwn(SCENARIOS, name);

/** Plays a scenario to its end. */
export function playScenario(name: ScenarioName, stage: Stage): void {
  for (const _ of SCENARIOS[name](stage));
}
