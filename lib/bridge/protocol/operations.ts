import { z } from 'zod';
import { Currency } from '../../kernel/money.ts';
import {
  AgentView,
  AuditView,
  BalanceView,
  CardView,
  CheckoutView,
  ChoiceView,
  InspectionView,
  MandateView,
  SpendView,
} from './views.ts';

const Decimal = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, 'an amount such as 50.00');
const Duration = z.string().regex(/^\d{1,4}[smhd]$/, 'a time such as 30d, 12h, 45m or 90s');
const refOf = (prefix: string, what: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z]{16,40}$`), `a ${what} id (${prefix}_…)`);
const MandateRef = refOf('mand', 'mandate');
const CheckoutRef = refOf('chk', 'checkout');
const CardRef = refOf('card', 'card');
const ChoiceRef = refOf('choice', 'choice');
const Domain = z.string().min(1).max(253);
const WebAddress = z.url({ protocol: /^https?$/ }).max(2_000);
const Label = z.string().max(80);
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of the day such as 09:00');
const OpenHours = z.strictObject({
  weekdays: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1)
    .max(7),
  from: ClockTime,
  until: ClockTime,
});
const Category = z.strictObject({ code: z.string().regex(/^\d{4}$/), limit: Decimal.optional() });
const Product = z.strictObject({
  words: z.string().min(1).max(80),
  per_line: Decimal.optional(),
  max_quantity: z.number().int().positive().max(10_000).optional(),
});

/** The terms of a mandate as somebody writes them. */
export const TermsInput = z.strictObject({
  amount: Decimal,
  currency: Currency,
  purpose: z.string().min(3).max(280),
  merchants: z.array(Domain).max(20).default([]),
  hosts: z.array(Domain).max(20).optional().describe('Exact hosts.'),
  per_payment: Decimal.optional(),
  per_day: Decimal.optional().describe('In any 24 hours.'),
  per_week: Decimal.optional(),
  per_month: Decimal.optional().describe('In any 30 days.'),
  ask_above: Decimal.optional(),
  always_ask: z.boolean().optional(),
  quiet: z.boolean().optional().describe('Refuse what the operator would be asked about.'),
  max_payments: z.number().int().positive().max(10_000).optional(),
  min_interval: Duration.optional(),
  time_zone: z.string().max(60).optional(),
  hours: z.array(OpenHours).max(14).optional(),
  categories: z.array(Category).max(20).optional(),
  products: z.array(Product).max(20).optional(),
  recurring: z.boolean().optional(),
  tolerance: Decimal.optional(),
  expires: Duration.default('30d'),
  workflow: Label.default(''),
});

const WaitSeconds = z.number().int().min(0).max(25).default(20);

interface Operation {
  readonly summary: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  readonly isReadOnly: boolean;
  /** Calls that begin something carry an idempotency key. */
  readonly needsKey: boolean;
  /** Whether it moves money or ends something for good; a hint for the agent's host. */
  readonly isDestructive?: true;
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
  spend_summary: {
    summary: 'What was spent in the last days, by merchant and workflow, and what your mandates have left.',
    input: z.strictObject({
      days: z.number().int().min(1).max(90).default(7),
      currency: Currency.default('USD'),
    }),
    output: SpendView,
    isReadOnly: true,
    needsKey: false,
  },
  payment_request: {
    summary: 'Draft a mandate for the operator to sign once: purpose, budget and limits. Returns its id.',
    input: TermsInput.extend({
      supersedes: MandateRef.optional().describe('Makes the next version of this mandate.'),
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
  card_create: {
    summary:
      'Mint a single-use card, locked to an amount and inactive until a checkout uses it. Never shows its number.',
    input: z.strictObject({ mandate: MandateRef, amount: Decimal, merchant: Domain.optional() }),
    output: CardView,
    isReadOnly: false,
    needsKey: true,
  },
  card_list: {
    summary: 'List your cards: state, limit and last four digits.',
    input: z.strictObject({}),
    output: z.strictObject({ status: z.literal('ok'), cards: z.array(CardView) }),
    isReadOnly: true,
    needsKey: false,
  },
  card_close: {
    summary: 'Close one of your unused cards; its money returns to the mandate.',
    input: z.strictObject({ id: CardRef }),
    output: CardView,
    isReadOnly: false,
    needsKey: false,
    isDestructive: true,
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
      tab: z.boolean().optional().describe('Take the open tab with this address.'),
      card: CardRef.optional(),
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
    isDestructive: true,
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
    isDestructive: true,
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
    isDestructive: true,
  },
  choice_request: {
    summary:
      'Offer options (label as the shop names it, checkout address, final total) to the operator, who picks one. Until it is bought its mandate pays for that one at that price and nothing else.',
    input: z.strictObject({
      mandate: MandateRef,
      options: z
        .array(z.strictObject({ label: z.string().min(1).max(120), url: WebAddress, amount: Decimal }))
        .min(1)
        .max(10),
      workflow: Label.optional(),
    }),
    output: ChoiceView,
    isReadOnly: false,
    needsKey: true,
  },
  choice_get: {
    summary: 'Tell whether the operator has picked, and which (`chosen`, from 0).',
    input: z.strictObject({ id: ChoiceRef }),
    output: ChoiceView,
    isReadOnly: true,
    needsKey: false,
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
/** What a caller gives; fields with defaults may be left out. */
export type OperationInput<K extends OperationName> = z.input<(typeof operations)[K]['input']>;
export type OperationOutput<K extends OperationName> = z.output<(typeof operations)[K]['output']>;

/** Tells whether a name is that of an operation. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
