import { z } from 'zod';

const Minor = z.int().nonnegative();

/** What a test may script. Every field has a default, so a fresh world is a shop that simply sells. */
export const SandboxOptions = z.strictObject({
  /** Raises the price of shipping by so many minor units, at once and on open pages. */
  raisePriceBy: Minor.default(0),
  /** Raises it (by `raisePriceBy`, or one minor unit) only so long after a checkout page has loaded its quote. */
  priceDriftAfterMs: Minor.nullable().default(null),
  /** Takes tax by the chosen state, so that the total moves while the address is typed. */
  taxByState: z.boolean().default(false),
  /** How many codes the shop asks for before it shows its checkout; raised, it asks on open pages, too. */
  codesBeforeCheckout: Minor.default(0),
  /** What the shop has left: nothing from the start, or nothing any more once somebody pays. */
  stock: z.enum(['enough', 'sold_out', 'sold_out_at_pay']).default('enough'),
  /** Whether the shop asks which address is right, over its checkout: once it is typed, or once Pay was pressed. */
  addressCheck: z.enum(['none', 'when_typed', 'at_pay']).default('none'),
  /** Hostile pages that wait for a word to move do it now. */
  pagesMove: z.boolean().default(false),
  /** What stands before the checkout until somebody passes it. */
  wall: z
    .enum([
      'none',
      'interstitial_that_clears',
      'interstitial_for_a_person',
      'picture_text',
      'split_code',
      'sms_code',
      'age_gate',
      'passkey',
      'keypad',
      'login',
      'login_optional',
      'altcha_silent',
      'altcha_click',
      'altcha_code',
      'cap',
      'wallets_only',
    ])
    .default('none'),
  afterPay: z
    .enum(['confirm', 'unknown_page', 'spoof_confirmation_without_charge', 'hang'])
    .default('confirm'),
  capture: z.enum(['auto', 'manual']).default('auto'),
  captureAfterMs: Minor.default(100),
  /** The shop captures so much less than it authorized. */
  lateDiscount: Minor.default(150),
  threeDs: z.enum(['none', 'frictionless', 'challenge', 'challenge_in_app', 'decoupled']).default('none'),
  /** 3-D Secure is asked for from this amount on. */
  threeDsFrom: Minor.default(0),
  /** 3-D Secure is asked for at this shop only (`shop` or `other`). */
  threeDsAt: z.enum(['shop', 'other']).nullable().default(null),
  /** How long the bank waits for the code. */
  threeDsTimeoutMs: Minor.default(300_000),
  /** `stopped` answers everything with 503. */
  provider: z.enum(['running', 'stopped']).default('running'),
  /** The provider takes so long for every answer. */
  providerDelayMs: Minor.default(0),
  /** The issuer declines every authorization with this code. */
  decline: z.string().nullable().default(null),
  /**
   * `error` answers 500 and `rate_limited` 429, and nothing is done; `lost_reply` does everything and drops the
   * connection.
   */
  issuerAnswers: z.enum(['normal', 'error', 'rate_limited', 'lost_reply']).default('normal'),
});
export type SandboxOptions = z.output<typeof SandboxOptions>;
export type SandboxOption = keyof SandboxOptions;

type Listener = (options: SandboxOptions) => void;

/** Holds the scripted options and tells the servers when they change. */
export class OptionStore {
  private options = SandboxOptions.parse({});
  private readonly listeners = new Set<Listener>();

  get current(): SandboxOptions {
    return this.options;
  }

  /** Sets options from untyped input; throws when a name or value is not one of ours. */
  merge(changes: unknown): void {
    const known = z.record(z.string(), z.unknown()).parse(changes);
    this.options = SandboxOptions.parse({ ...this.options, ...known });
    for (const listener of this.listeners) listener(this.options);
  }

  reset(): void {
    this.options = SandboxOptions.parse({});
    for (const listener of this.listeners) listener(this.options);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
