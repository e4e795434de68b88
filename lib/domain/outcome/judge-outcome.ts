import type { Money } from '../../kernel/money.ts';
import type { PageFinding } from './read-outcome.ts';

/** The order that a page of confirmation shows after Pay: a claim. */
export interface ShownOrder {
  readonly reference: string;
  readonly headline: string;
}

/** The order that a page confirms; a reference on any other page is none. */
export function orderIn(finding: PageFinding): ShownOrder | undefined {
  return finding.kind === 'confirmation' && finding.reference !== undefined
    ? { reference: finding.reference, headline: finding.headline }
    : undefined;
}

/** What the issuer says of the run's card: facts. */
export interface IssuerOutcome {
  readonly approved:
    | { readonly id: string; readonly amount: Money; readonly category?: string | null }
    | undefined;
  readonly declined: { readonly reason: string } | undefined;
}

export type Outcome =
  | { kind: 'succeeded'; orderRef: string; headline: string; authorizationId: string; amount: Money }
  | { kind: 'declined'; code: string; message: string }
  | { kind: 'open' };

/**
 * Judges a run after Pay. Success is a confirmation page and the issuer's authorization, never one of them alone; a
 * decline is the issuer's word, whatever the page says. All else stays open.
 */
export function judgeOutcome(order: ShownOrder | undefined, issuer: IssuerOutcome): Outcome {
  if (issuer.approved && order) {
    return {
      kind: 'succeeded',
      orderRef: order.reference,
      headline: order.headline,
      authorizationId: issuer.approved.id,
      amount: issuer.approved.amount,
    };
  }
  if (!issuer.approved && issuer.declined) {
    return {
      kind: 'declined',
      code: issuer.declined.reason,
      message: `The card was declined: ${issuer.declined.reason}.`,
    };
  }
  return { kind: 'open' };
}
