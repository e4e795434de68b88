import type { MessageKey } from './translate.ts';

export type IssuerKind = 'sandbox' | 'lithic' | 'stripe';

export interface OfferedIssuer {
  readonly kind: IssuerKind;
  readonly baseUrl: string;
}

export interface ChosenIssuer extends OfferedIssuer {
  readonly apiKey: string;
}

const REAL: readonly OfferedIssuer[] = [
  { kind: 'lithic', baseUrl: 'https://sandbox.lithic.com' },
  { kind: 'stripe', baseUrl: 'https://api.stripe.com' },
];

/** What can be connected. The sandbox's http host exists in development builds only. */
export function offeredIssuers(sandboxUrl: string | undefined): readonly OfferedIssuer[] {
  return sandboxUrl === undefined ? REAL : [{ kind: 'sandbox', baseUrl: sandboxUrl }, ...REAL];
}

/** How an issuer is called, and what the button that connects it says. */
export const ISSUER_WORDS: Readonly<Record<IssuerKind, { name: MessageKey; connect: MessageKey }>> = {
  sandbox: { name: 'issuerSandbox', connect: 'connectSandbox' },
  lithic: { name: 'issuerLithic', connect: 'connectLithic' },
  stripe: { name: 'issuerStripe', connect: 'connectStripe' },
};
