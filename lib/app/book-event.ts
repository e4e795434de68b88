import { z } from 'zod';
import { AgentEvent } from '../domain/agent/agent.ts';
import { CardEvent } from '../domain/card/card.ts';
import { CheckoutEvent } from '../domain/checkout/events.ts';
import { ChoiceEvent } from '../domain/choice/choice.ts';
import { transfer, type Posting } from '../domain/ledger/posting.ts';
import { MandateEvent } from '../domain/mandate/events.ts';
import { Money } from '../kernel/money.ts';

/** What Stop all did: how much of each, and the runs that are past Pay and therefore still observed. */
export const StopReport = z.strictObject({
  runs: z.number().int(),
  cards: z.number().int(),
  mandates: z.number().int(),
  agents: z.number().int(),
  observed: z.array(z.string()),
});
export type StopReport = z.infer<typeof StopReport>;

export const WalletEvent = z.discriminatedUnion('type', [
  /** Written before the issuer is asked: an answer that was lost is asked for again under the same reference. */
  z.strictObject({ type: z.literal('deposit-requested'), reference: z.string(), amount: Money }),
  z.strictObject({ type: z.literal('deposit-refused'), reference: z.string() }),
  z.strictObject({ type: z.literal('deposit-credited'), reference: z.string(), amount: Money }),
  /** What the issuer had paid beyond the wallet is paid back out of what became available; the books add it themselves. */
  z.strictObject({ type: z.literal('overdraft-repaid'), amount: Money }),
  /** Below what the operator wants to be told that funds run low; `null` for never. */
  z.strictObject({ type: z.literal('funds-alert-set'), below: Money.nullable() }),
  /** The operator was told that less than that is available. */
  z.strictObject({ type: z.literal('funds-ran-low'), available: Money, below: Money }),
  /** The operator stopped everything; names what was closed, paused and ended. */
  z.strictObject({ type: z.literal('everything-stopped'), summary: z.string(), did: StopReport.optional() }),
]);
export type WalletEvent = z.output<typeof WalletEvent>;

/** Every event that the ledger may hold. What does not parse as one of these stops the reader. */
export const BookEvent = z.union([
  AgentEvent,
  MandateEvent,
  CardEvent,
  CheckoutEvent,
  ChoiceEvent,
  WalletEvent,
]);
export type BookEvent = z.output<typeof BookEvent>;

/** Names the stream that an event belongs to. */
export function streamOf(event: BookEvent): string {
  if ('checkoutId' in event && event.checkoutId && !isForeign(event)) return `checkout:${event.checkoutId}`;
  if (event.type.startsWith('card-') && 'cardId' in event) return `card:${event.cardId}`;
  if (event.type.startsWith('choice-') && 'choiceId' in event) return `choice:${event.choiceId}`;
  if ('mandateId' in event) return `mandate:${event.mandateId}`;
  if ('agentId' in event) return `agent:${event.agentId}`;
  return 'wallet';
}

/** Events that name a run but belong to a mandate or a card. */
function isForeign(event: BookEvent): boolean {
  return event.type === 'funds-reserved' || event.type === 'card-assigned';
}

/** Gives the postings of a money event: what it moves between the accounts. */
export function postingsOf(event: BookEvent): Posting[] {
  switch (event.type) {
    case 'deposit-credited':
      return transfer('external:issuer', 'wallet:available', event.amount);
    case 'funds-reserved':
      return transfer('wallet:available', `mandate:${event.mandateId}:reserved`, event.amount);
    case 'funds-released':
      return transfer(`mandate:${event.mandateId}:reserved`, 'wallet:available', event.amount);
    case 'funds-posted':
      return [
        ...transfer(`mandate:${event.mandateId}:reserved`, `merchant:${event.merchant}:spent`, event.posted),
        ...transfer(`mandate:${event.mandateId}:reserved`, 'wallet:available', event.released),
      ];
    case 'funds-posted-late':
      return transfer('wallet:available', `merchant:${event.merchant}:spent`, event.amount);
    case 'funds-refunded':
      return transfer(`merchant:${event.merchant}:spent`, 'wallet:available', event.amount);
    case 'card-excess-captured':
      return [
        ...transfer('wallet:available', 'suspense:unmatched', event.fromWallet),
        ...transfer('external:overdraft', 'suspense:unmatched', event.fromIssuer),
      ];
    case 'card-excess-refunded':
      return transfer('suspense:unmatched', 'wallet:available', event.amount);
    case 'card-credit-suspended':
      return transfer('external:issuer', 'suspense:credits', event.amount);
    case 'card-credit-matched':
      return transfer('suspense:credits', 'external:issuer', event.amount);
    case 'overdraft-repaid':
      return transfer('wallet:available', 'external:overdraft', event.amount);
    default:
      return [];
  }
}
