import { z } from 'zod';
import { Currency } from '../../kernel/money.ts';

/** An amount on the agent wire: whole minor units as decimal text, and an ISO 4217 code. */
export const WireMoney = z.strictObject({ minor: z.string().regex(/^-?\d{1,18}$/), currency: Currency });

const Decimal = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, 'an amount such as 50.00');
const Duration = z.string().regex(/^\d{1,4}[mhd]$/, 'a time such as 30d, 12h or 45m');
const MandateRef = z.string().regex(/^mand_[0-9A-Za-z]{16,40}$/, 'a mandate id (mand_…)');
const CheckoutRef = z.string().regex(/^chk_[0-9A-Za-z]{16,40}$/, 'a checkout id (chk_…)');
const WebAddress = z.url({ protocol: /^https?$/ }).max(2_000);
const Label = z.string().max(80);

export const NextAction = z.strictObject({
  type: z.string(),
  owner: z.enum(['agent', 'operator']),
  message: z.string(),
  expires_at: z.string().nullable(),
  resolution: z.enum(['auto_resume', 'new_checkout']),
});
export type NextAction = z.infer<typeof NextAction>;

export const AgentView = z.strictObject({
  status: z.enum(['requested', 'approved', 'denied', 'revoked', 'expired']),
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
  /** Whether whoever debugs the same tab could read what was typed into the merchant's own fields. */
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
  provider_frames: z.array(z.string()),
  wall: z.string().nullable(),
  problem: z.string().nullable(),
  untrusted: z.strictObject({
    title: z.string().max(400),
    lines: z.array(
      z.strictObject({ title: z.string().max(200), quantity: z.number(), amount: WireMoney.nullable() }),
    ),
    pay_button: z.string().max(400).nullable(),
  }),
});

export const AuditView = z.strictObject({
  status: z.literal('ok'),
  chain_valid: z.boolean(),
  head: z.strictObject({ position: z.number(), hash: z.string() }),
  /** Own entries in full; of others only place and hash, so that a cut or edited export is found. */
  entries: z.array(
    z.strictObject({
      position: z.number(),
      hash: z.string(),
      prev_hash: z.string(),
      at: z.string().optional(),
      type: z.string().optional(),
      stream: z.string().optional(),
      mandate_id: z.string().optional(),
      workflow: z.string().optional(),
    }),
  ),
});

const WaitSeconds = z.number().int().min(0).max(25).default(20);

interface Operation {
  readonly summary: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  readonly isReadOnly: boolean;
  /** Calls that begin something carry an idempotency key. */
  readonly needsKey: boolean;
}

const define = <const T extends Readonly<Record<string, Operation>>>(table: T): T => table;

/** Every operation of the agent's side, with its tool name. Approval is not among them. */
export const operations = define({
  agent_request: {
    summary: 'Ask the operator for access. Returns a code that the operator compares in the popup.',
    input: z.strictObject({ name: z.string().min(1).max(60), key: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: AgentView,
    isReadOnly: false,
    needsKey: false,
  },
  agent_status: {
    summary: 'Tell whether access was approved.',
    input: z.strictObject({}),
    output: AgentView,
    isReadOnly: true,
    needsKey: false,
  },
  wallet_balance: {
    summary: 'Available, reserved and spent money.',
    input: z.strictObject({ currency: Currency.default('USD') }),
    output: BalanceView,
    isReadOnly: true,
    needsKey: false,
  },
  payment_request: {
    summary: 'Draft a mandate for the operator to sign once: purpose, budget and limits. Returns its id.',
    input: z.strictObject({
      amount: Decimal,
      currency: Currency,
      purpose: z.string().min(3).max(280),
      merchants: z.array(z.string().max(253)).max(20).default([]),
      per_payment: Decimal.optional(),
      ask_above: Decimal.optional(),
      max_payments: z.number().int().positive().max(10_000).optional(),
      tolerance: Decimal.optional(),
      expires: Duration.default('30d'),
      workflow: Label.default(''),
    }),
    output: MandateView,
    isReadOnly: false,
    needsKey: true,
  },
  mandate_get: {
    summary: 'Read one of your mandates.',
    input: z.strictObject({ id: MandateRef }),
    output: MandateView,
    isReadOnly: true,
    needsKey: false,
  },
  mandate_list: {
    summary: 'List your mandates.',
    input: z.strictObject({}),
    output: z.strictObject({ status: z.literal('ok'), mandates: z.array(MandateView) }),
    isReadOnly: true,
    needsKey: false,
  },
  card_list: {
    summary: 'List your cards: state, limit and last four digits.',
    input: z.strictObject({}),
    output: z.strictObject({
      status: z.literal('ok'),
      cards: z.array(
        z.strictObject({
          id: z.string(),
          status: z.string(),
          limit: WireMoney,
          last4: z.string().nullable(),
          merchant: z.string(),
        }),
      ),
    }),
    isReadOnly: true,
    needsKey: false,
  },
  checkout_inspect: {
    summary: 'Say what is on a tab of a merchant of your mandates: checkout, wall or something else.',
    input: z.strictObject({ tab: WebAddress }),
    output: InspectionView,
    isReadOnly: true,
    needsKey: false,
  },
  checkout_preview: {
    summary:
      'Open a checkout page (or take a tab you brought there), fill it with a single-use card and preview it. Submits nothing.',
    input: z.strictObject({
      mandate: MandateRef,
      url: WebAddress,
      workflow: Label.optional(),
      max: Decimal.optional(),
    }),
    output: CheckoutView,
    isReadOnly: false,
    needsKey: true,
  },
  checkout_execute: {
    summary: 'Pay a previewed checkout, once. Waits for the operator where the mandate asks. Safe to repeat.',
    input: z.strictObject({ id: CheckoutRef }),
    output: CheckoutView,
    isReadOnly: false,
    needsKey: false,
  },
  checkout_get: {
    summary: 'Read a checkout.',
    input: z.strictObject({ id: CheckoutRef }),
    output: CheckoutView,
    isReadOnly: true,
    needsKey: false,
  },
  checkout_wait: {
    summary: 'Wait until a checkout needs you or has ended (25 s at most; call again).',
    input: z.strictObject({ id: CheckoutRef, timeout_seconds: WaitSeconds }),
    output: CheckoutView,
    isReadOnly: true,
    needsKey: false,
  },
  checkout_cancel: {
    summary: 'Cancel a checkout before Pay: the card is closed and the money returns.',
    input: z.strictObject({ id: CheckoutRef }),
    output: CheckoutView,
    isReadOnly: false,
    needsKey: false,
  },
  payment_execute: {
    summary: 'Preview and pay in one call where the mandate is silent; otherwise waits for the operator.',
    input: z.strictObject({
      mandate: MandateRef,
      url: WebAddress,
      workflow: Label.optional(),
      max: Decimal.optional(),
    }),
    output: CheckoutView,
    isReadOnly: false,
    needsKey: true,
  },
  audit_list: {
    summary: 'List the audit trail: your entries in full, hashes of the rest.',
    input: z.strictObject({
      after: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: AuditView,
    isReadOnly: true,
    needsKey: false,
  },
});

export type OperationName = keyof typeof operations;
export type OperationInput<K extends OperationName> = z.input<(typeof operations)[K]['input']>;
export type OperationOutput<K extends OperationName> = z.output<(typeof operations)[K]['output']>;

/** Tells whether a name is that of an operation. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
