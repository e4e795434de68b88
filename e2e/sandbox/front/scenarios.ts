import type { SandboxOptions } from '../world/options.ts';

/** Something that may happen next, and the options that make it so. */
export interface Scenario {
  readonly key: string;
  readonly label: string;
  readonly options: Partial<SandboxOptions>;
}

/** What the front page can script, one button each; pressed again, it is over. */
export const SCENARIOS: readonly Scenario[] = [
  { key: 'decline', label: 'Decline the card', options: { decline: 'INSUFFICIENT_FUNDS' } },
  { key: 'raise', label: 'Raise the price by 1 cent', options: { raisePriceBy: 1 } },
  { key: 'otp', label: 'Require a code from the bank', options: { threeDs: 'challenge' } },
  { key: 'stop', label: 'Stop the provider', options: { provider: 'stopped' } },
  { key: 'delay', label: 'Delay the provider 10 s', options: { providerDelayMs: 10_000 } },
  { key: 'captcha', label: 'Picture of letters before checkout', options: { wall: 'picture_text' } },
  { key: 'login', label: 'Sign-in before checkout', options: { wall: 'login' } },
  { key: 'unknown', label: 'Unknown page after Pay', options: { afterPay: 'unknown_page' } },
  {
    key: 'spoof',
    label: 'Thank you without a charge',
    options: { afterPay: 'spoof_confirmation_without_charge' },
  },
  { key: 'issuer', label: 'Break the issuer’s API', options: { issuerAnswers: 'error' } },
  { key: 'manual', label: 'Hold captures back', options: { capture: 'manual' } },
];
