/** The wallet's own currency, ISO 4217: what is deposited, and what surfaces add up. Mandates may be of others. */
export const WALLET_CURRENCY = 'USD';
