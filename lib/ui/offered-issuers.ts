export interface OfferedIssuer {
  readonly kind: 'sandbox' | 'lithic';
  readonly baseUrl: string;
  readonly apiKey: string;
}

const LITHIC: OfferedIssuer = { kind: 'lithic', baseUrl: 'https://sandbox.lithic.com', apiKey: '' };

/** What can be connected. The sandbox's http host exists in development builds only. */
export function offeredIssuers(sandboxUrl: string | undefined): readonly OfferedIssuer[] {
  return sandboxUrl === undefined ? [LITHIC] : [{ kind: 'sandbox', baseUrl: sandboxUrl, apiKey: '' }, LITHIC];
}
