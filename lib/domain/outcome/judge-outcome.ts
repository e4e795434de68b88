import type { Money } from '../../kernel/money.ts';

/** What the page shows after Pay: claims, all of it. */
export interface PageOutcome {
  readonly orderReference: { readonly reference: string; readonly headline: string } | undefined;
  readonly hasPayControl: boolean;
  readonly alerts: readonly string[];
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
export function judgeOutcome(page: PageOutcome | undefined, issuer: IssuerOutcome): Outcome {
  if (issuer.approved && page?.orderReference && !page.hasPayControl) {
    return {
      kind: 'succeeded',
      orderRef: page.orderReference.reference,
      headline: page.orderReference.headline,
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
