import { z } from 'zod';
import { Currency } from '../../kernel/money.ts';

/** An amount on the agent wire: whole minor units as decimal text, and an ISO 4217 code. */
export const WireMoney = z.strictObject({ minor: z.string().regex(/^-?\d{1,18}$/), currency: Currency });

export const NextAction = z.strictObject({
  type: z.string(),
  owner: z.enum(['agent', 'operator']),
  message: z.string(),
  expires_at: z.string().nullable(),
  resolution: z.enum(['auto_resume', 'new_checkout']),
});
export type NextAction = z.infer<typeof NextAction>;

export const AgentView = z.strictObject({
  status: z.enum(['requested', 'approved', 'paused', 'stopped', 'denied', 'revoked', 'expired']),
  id: z.string(),
  /** To be compared with the code that the popup shows. */
  code: z.string(),
  next_action: NextAction.optional(),
});

export const BalanceView = z.strictObject({
  status: z.literal('ok'),
  available: WireMoney,
  reserved: WireMoney,
  spent: WireMoney,
  funded: WireMoney,
  as_of: z.string(),
});

export const MandateView = z.strictObject({
  status: z.enum(['pending_signature', 'active', 'paused', 'rejected', 'expired', 'revoked']),
  id: z.string(),
  budget: WireMoney,
  remaining: WireMoney,
  ask_above: WireMoney.nullable(),
  per_payment: WireMoney.nullable(),
  max_payments: z.number().nullable(),
  merchants: z.array(z.string()),
  workflow: z.string(),
  expires_at: z.string(),
  /** The version in force; a revision that waits for a signature is in `pending_version`. */
  version: z.number().int().optional(),
  pending_version: z.number().int().nullable().optional(),
  superseded_versions: z.array(z.number().int()).optional(),
  per_day: WireMoney.nullable().optional(),
  per_week: WireMoney.nullable().optional(),
  per_month: WireMoney.nullable().optional(),
  always_ask: z.boolean().optional(),
  quiet: z.boolean().optional(),
  min_interval_seconds: z.number().nullable().optional(),
  time_zone: z.string().optional(),
  hours: z
    .array(z.strictObject({ weekdays: z.array(z.string()), from: z.string(), until: z.string() }))
    .optional(),
  hosts: z.array(z.string()).optional(),
  categories: z.array(z.strictObject({ code: z.string(), limit: WireMoney.nullable() })).optional(),
  products: z
    .array(
      z.strictObject({
        words: z.string(),
        per_line: WireMoney.nullable(),
        max_quantity: z.number().nullable(),
      }),
    )
    .optional(),
  recurring: z.boolean().optional(),
  tolerance: WireMoney.optional(),
  next_action: NextAction.optional(),
});

export const CHECKOUT_STATUSES = [
  'preparing', 'previewed', 'awaiting_approval', 'approved', 'executing', 'handoff', 'outcome_unknown', 'succeeded',
  'declined', 'refused', 'cancelled', 'expired', 'failed',
] as const; // prettier-ignore

/** What an agent sees of a run: lines, total, merchant, city and country; no picture, no street, no card. */
export const CheckoutView = z.strictObject({
  status: z.enum(CHECKOUT_STATUSES),
  id: z.string(),
  mandate_id: z.string(),
  workflow: z.string(),
  merchant: z.string().nullable(),
  total: WireMoney.nullable(),
  previous_total: WireMoney.nullable(),
  changed: z.array(z.string()),
  delivery: z.strictObject({ city: z.string(), country: z.string() }).nullable(),
  /** Whether the shop's own page can read the card (`possible`), or only its provider's frames. Debuggers read both. */
  read_back: z.enum(['possible', 'provider_frame']).nullable(),
  wall: z
    .strictObject({ kind: z.string(), phase: z.enum(['before_pay', 'after_pay']), deadline: z.string() })
    .nullable(),
  handoffs: z.array(z.strictObject({ kind: z.string(), ms: z.number().nullable() })),
  reason: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  receipt: z
    .strictObject({
      order_ref: z.string(),
      amount: WireMoney,
      authorization_id: z.string(),
      card_last4: z.string(),
      is_settled: z.boolean(),
    })
    .nullable(),
  returned: WireMoney.nullable(),
  steps: z.array(z.strictObject({ name: z.string(), ms: z.number() })),
  next_action: NextAction.optional(),
  untrusted: z.strictObject({
    lines: z.array(
      z.strictObject({ title: z.string().max(200), quantity: z.number(), amount: WireMoney.nullable() }),
    ),
    order_ref: z.string().max(64).optional(),
  }),
});
export type CheckoutView = z.infer<typeof CheckoutView>;

export const InspectionView = z.strictObject({
  status: z.enum(['checkout', 'wall', 'other']),
  merchant: z.string(),
  total: WireMoney.nullable(),
  /** Why the total could not be read; `currency_assumed`: it could, but the page does not say in which currency. */
  total_problem: z.string().nullable(),
  fields: z.array(
    z.strictObject({
      token: z.string(),
      confidence: z.number(),
      signals: z.array(z.string()),
      origin: z.string(),
      decoy: z.string().nullable(),
    }),
  ),
  /** Rows of the summary: subtotal, shipping, tax, discount, tip, fee, total; `null` where one cannot be read. */
  amounts: z.array(
    z.strictObject({
      kind: z.string(),
      amount: WireMoney.nullable(),
      source: z.enum(['visible', 'structured']),
    }),
  ),
  /** Frames of the tab, each with the payment provider whose place its address is. */
  frames: z.array(
    z.strictObject({ origin: z.string(), provider: z.string().nullable(), is_visible: z.boolean() }),
  ),
  provider_frames: z.array(z.string()),
  step: z.strictObject({ current: z.number(), of: z.number() }).nullable(),
  /** Tick boxes that change what is agreed to: which kind, and whether the page ticked them. */
  consents: z.array(z.strictObject({ kind: z.string(), is_checked: z.boolean() })),
  is_recurring: z.boolean(),
  cart_problems: z.array(z.string()),
  /** What the page offers to press: `pay`, `continue`, both `null` where nothing does. */
  pay_enabled: z.boolean().nullable(),
  continue_enabled: z.boolean().nullable(),
  wall: z.string().nullable(),
  problem: z.string().nullable(),
  untrusted: z.strictObject({
    title: z.string().max(400),
    step: z.string().max(400).nullable(),
    consents: z.array(z.string().max(400)),
    recurring_wording: z.string().max(400).nullable(),
    cart_problems: z.array(z.string().max(400)),
    continue_button: z.string().max(400).nullable(),
    lines: z.array(
      z.strictObject({ title: z.string().max(200), quantity: z.number(), amount: WireMoney.nullable() }),
    ),
    pay_button: z.string().max(400).nullable(),
  }),
});

/** A single-use card without its number: what it may do and which one it is. */
export const CardView = z.strictObject({
  status: z.string().max(40),
  id: z.string(),
  limit: WireMoney,
  last4: z.string().max(4).nullable(),
  merchant: z.string(),
  mandate_id: z.string().optional(),
  expires_at: z.string().optional(),
  next_action: NextAction.optional(),
});
export type CardView = z.infer<typeof CardView>;

const Spending = { amount: WireMoney, payments: z.number().int() };

export const SpendView = z.strictObject({
  status: z.literal('ok'),
  since: z.string(),
  as_of: z.string(),
  total: WireMoney,
  payments: z.number().int(),
  by_merchant: z.array(z.strictObject({ merchant: z.string(), ...Spending })),
  by_workflow: z.array(z.strictObject({ workflow: z.string(), ...Spending })),
  mandates: z.array(
    z.strictObject({
      id: z.string(),
      status: z.string(),
      budget: WireMoney,
      reserved: WireMoney,
      spent: WireMoney,
      remaining: WireMoney,
    }),
  ),
});
export type SpendView = z.infer<typeof SpendView>;

/** Options that wait for the operator's pick. Only the picked one, at its price, may be executed. */
export const ChoiceView = z.strictObject({
  status: z.enum(['awaiting_choice', 'chosen', 'rejected', 'withdrawn', 'expired']),
  id: z.string(),
  mandate_id: z.string(),
  /** Index of the picked option, from 0. */
  chosen: z.number().int().nullable(),
  /** The checkout that bought it. */
  checkout_id: z.string().nullable(),
  expires_at: z.string(),
  next_action: NextAction.optional(),
  untrusted: z.strictObject({
    options: z.array(z.strictObject({ label: z.string().max(120), url: z.string(), amount: WireMoney })),
  }),
});
export type ChoiceView = z.infer<typeof ChoiceView>;

const HashText = z.string().regex(/^[0-9a-f]{64}$/);

/** One line of the log. A stub has only its place and hashes; `sealed` holds what its hash is computed over. */
export const AuditEntry = z.strictObject({
  position: z.number().int(),
  hash: HashText,
  prev_hash: HashText,
  at: z.string().optional(),
  type: z.string().optional(),
  stream: z.string().optional(),
  mandate_id: z.string().optional(),
  workflow: z.string().optional(),
  sealed: z
    .strictObject({
      version: z.number().int(),
      id: z.string(),
      at: z.number().int().min(0).max(8_640_000_000_000_000),
      body_hash: HashText,
      postings_hash: HashText,
      context: z.record(z.string().max(40), z.union([z.string().max(280), z.number()])),
    })
    .optional(),
  /** What a row that moved money says; `sealed.body_hash` is over it. */
  body: z.unknown().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditView = z.strictObject({
  status: z.literal('ok'),
  chain_valid: z.boolean(),
  head: z.strictObject({
    position: z.number().int(),
    hash: HashText,
    signature: z.string().max(200).optional(),
    signer: z.string().max(80).optional(),
  }),
  /** Own entries in full; of others only place and hash, so that a cut or edited export is found. */
  entries: z.array(AuditEntry),
});
export type AuditView = z.infer<typeof AuditView>;
