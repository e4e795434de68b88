import { z } from 'zod';
import { AgentId, CardId, CheckoutId, ChoiceId, MandateId } from '../../kernel/ids.ts';
import { Money } from '../../kernel/money.ts';
import { defineContract } from '../contract.ts';
import { Profile } from './profile.ts';
import { records } from './records.ts';

const Done = z.strictObject({});
const OnlySurface = ['surface'] as const;
const AnyView = ['surface', 'tab'] as const;

/** One line of signed terms: the key of its label and its value, from exactly the struct that is signed. */
export const TermView = z.strictObject({ key: z.string(), value: z.string(), amount: Money.nullable() });

/** Terms as they are signed: the lines of the screen, and the struct whose digest is signed, value by value as JSON. */
const TermsView = z.strictObject({
  version: z.number(),
  purpose: z.string(),
  workflow: z.string(),
  budget: Money,
  merchants: z.array(z.string()),
  expiresAt: z.number(),
  digest: z.string(),
  terms: z.array(TermView),
  struct: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});

export const MandateView = z.strictObject({
  ...TermsView.shape,
  id: MandateId,
  status: z.string(),
  agentId: AgentId,
  agentName: z.string(),
  remaining: Money,
  reserved: Money,
  spent: Money,
  /** Merchants about which the operator said "always"; only where the terms name none. */
  allowedMerchants: z.array(z.string()),
  /** A new version that waits for a signature; the terms above stay in force until then. */
  revision: TermsView.nullable(),
  /** Match patterns that its shops need and that the operator has not given yet. */
  missingSites: z.array(z.string()),
});
export type MandateView = z.output<typeof MandateView>;

export const CheckoutCard = z.strictObject({ status: z.string(), last4: z.string(), limit: Money });

export const CheckoutView = z.strictObject({
  id: CheckoutId,
  mandateId: MandateId,
  mandatePurpose: z.string(),
  agentName: z.string(),
  status: z.string(),
  host: z.string(),
  merchant: z.string(),
  collectors: z.array(z.string()),
  total: Money.nullable(),
  previousTotal: Money.nullable(),
  changed: z.array(z.string()),
  asks: z.array(z.string()),
  lines: z.array(z.strictObject({ title: z.string(), quantity: z.number(), amount: Money.nullable() })),
  amounts: z.array(z.strictObject({ kind: z.string(), amount: Money.nullable() })),
  fields: z.array(
    z.strictObject({ number: z.number(), label: z.string(), token: z.string(), outcome: z.string() }),
  ),
  warnings: z.array(z.string()),
  /** The page speaks of a recurring charge. */
  isRecurring: z.boolean(),
  /** A shop that this one's name can be taken for, if there is one. */
  looksLike: z.string().nullable(),
  shipTo: z.string(),
  card: CheckoutCard.nullable(),
  /** What is left of the mandate before this payment and after it. */
  mandateBefore: Money.nullable(),
  mandateAfter: Money.nullable(),
  intentHash: z.string().nullable(),
  answerBy: z.number().nullable(),
  hasPicture: z.boolean(),
  handoff: z
    .strictObject({
      kind: z.string(),
      detail: z.string(),
      phase: z.string(),
      expiresAt: z.number(),
      holder: z.string(),
    })
    .nullable(),
  /** How sight was lost, by code, and then the page's own words. */
  lost: z.array(z.string()).nullable(),
  /** What the operator said of a lost outcome; the issuer's record decides. */
  said: z.enum(['went_through', 'failed']).nullable(),
  receipt: z
    .strictObject({ orderRef: z.string(), amount: Money, authorizationId: z.string(), cardLast4: z.string() })
    .nullable(),
  /** What the shop has taken so far, also beyond the hold; `null` when nothing was ever held. */
  took: Money.nullable(),
  /** What it left of the hold; `null` while that is open. */
  returned: Money.nullable(),
  /** What the shop paid back after it had collected. */
  refunded: Money.nullable(),
  /** What the shop took beyond what was approved, with why no hold stands for it, and whether all of that came back. */
  excess: z.array(z.strictObject({ why: z.string(), amount: Money })),
  isExcessBack: z.boolean(),
  /** Attempts to charge the card that the issuer declined. */
  declinedAttempts: z.number(),
  reason: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  steps: z.array(z.strictObject({ name: z.string(), at: z.number() })),
});
export type CheckoutView = z.output<typeof CheckoutView>;

export const AgentView = z.strictObject({
  id: AgentId,
  name: z.string(),
  status: z.string(),
  code: z.string(),
  expiresAt: z.number(),
  /** Why what it asked for was refused, and how many times, before it was stopped. */
  stoppedBy: z.strictObject({ code: z.string(), times: z.number() }).nullable(),
  isOftenRefused: z.boolean(),
});
export type AgentView = z.output<typeof AgentView>;

/** Options that an agent offers; the operator picks one, or none. */
export const ChoiceView = z.strictObject({
  id: ChoiceId,
  status: z.string(),
  agentName: z.string(),
  workflow: z.string(),
  expiresAt: z.number(),
  options: z.array(
    z.strictObject({ label: z.string(), host: z.string(), merchant: z.string(), amount: Money }),
  ),
});
export type ChoiceView = z.output<typeof ChoiceView>;
/** What Stop all did, and the runs that are past Pay and therefore still observed. */
export const StopReport = z.strictObject({
  runs: z.number(),
  cards: z.number(),
  mandates: z.number(),
  agents: z.number(),
  observed: z.array(z.string()),
});
export type StopReport = z.infer<typeof StopReport>;

/** The limits that an operator writes; an empty one is no limit. Amounts are decimal text in `currency`. */
export const MandateDraft = z.strictObject({
  agentId: AgentId,
  purpose: z.string().trim().min(1).max(280),
  workflow: z.string().trim().max(80),
  currency: z.string().regex(/^[A-Z]{3}$/),
  amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/),
  perPayment: z.string().regex(/^(\d{1,12}(\.\d{1,4})?)?$/),
  askAbove: z.string().regex(/^(\d{1,12}(\.\d{1,4})?)?$/),
  maxPayments: z.string().regex(/^\d{0,4}$/),
  merchants: z.array(z.string().max(253)).max(20),
  days: z.number().int().min(1).max(365),
});
export type MandateDraft = z.infer<typeof MandateDraft>;

export const QueueItem = z.strictObject({
  kind: z.enum(['agent', 'stopped_agent', 'mandate', 'choice', 'preview', 'handoff', 'unknown']),
  id: z.string(),
});
export type QueueItem = z.infer<typeof QueueItem>;

const IssuerKind = z.enum(['sandbox', 'lithic', 'stripe']);

/** Everything that a surface shows, from the ledger's fold. Surfaces keep nothing that is not in it. */
export const OperatorSnapshot = z.strictObject({
  revision: z.number(),
  now: z.number(),
  vault: z.enum(['missing', 'locked', 'unlocked']),
  isReadOnly: z.boolean(),
  /** Two words made at installation, that no page can know. */
  seal: z.string(),
  /** The last time that everything was stopped. */
  lastStop: StopReport.extend({ at: z.number() }).nullable(),
  issuer: z.strictObject({ kind: IssuerKind, baseUrl: z.string() }).nullable(),
  setup: z.strictObject({ issuer: z.boolean(), deposit: z.boolean(), profile: z.boolean() }),
  /** Which sites may be seen: every one, those of signed mandates, or nothing chosen yet. */
  sites: z.enum(['every', 'shops', 'undecided']),
  wallet: z.strictObject({ available: Money, reserved: Money, spent: Money, funded: Money }),
  /** Below what is available the operator is told, and whether it is that little now. */
  fundsAlert: z.strictObject({ below: Money.nullable(), isLow: z.boolean() }),
  agents: z.array(AgentView),
  mandates: z.array(MandateView),
  checkouts: z.array(CheckoutView),
  choices: z.array(ChoiceView),
  queue: z.array(QueueItem),
});
export type OperatorSnapshot = z.output<typeof OperatorSnapshot>;

/** What the operator's surfaces may ask of the background. What decides comes from a `surface` only, never from a tab. */
export const operator = defineContract({
  'operator.snapshot': { from: AnyView, input: Done, output: OperatorSnapshot },
  /** Takes authority away and never gives any, so a tab may do it too. */
  'operator.stop-all': { from: AnyView, input: Done, output: StopReport },
  /** Opens the extension's own window, in which the same pages may decide. */
  'surface.open': {
    from: OnlySurface,
    input: z.strictObject({ page: z.enum(['popup', 'dashboard']), path: z.string().max(200) }),
    output: Done,
  },
  'vault.create': {
    from: OnlySurface,
    input: z.strictObject({ password: z.string().max(200) }),
    output: Done,
  },
  'vault.unlock': {
    from: OnlySurface,
    input: z.strictObject({ password: z.string().max(200) }),
    output: Done,
  },
  /** The sealed vault as a text; asks for the password even while unlocked. */
  'vault.backup': {
    from: OnlySurface,
    input: z.strictObject({ password: z.string().max(1_000) }),
    output: z.strictObject({ text: z.string() }),
  },
  /** Puts a backup where there is no vault yet. */
  'vault.restore': {
    from: OnlySurface,
    input: z.strictObject({ backup: z.string().max(1_000_000), password: z.string().max(1_000) }),
    output: Done,
  },
  'vault.lock': { from: AnyView, input: Done, output: Done },
  'issuer.connect': {
    from: OnlySurface,
    input: z.strictObject({
      kind: IssuerKind,
      baseUrl: z.url().max(300),
      apiKey: z.string().min(1).max(300),
    }),
    output: Done,
  },
  'wallet.deposit': {
    from: OnlySurface,
    input: z.strictObject({ amount: Money, reference: z.string().min(1).max(80) }),
    output: Done,
  },
  /** Below what is available the operator wants to be told; `null` for never. */
  'wallet.alert-below': {
    from: OnlySurface,
    input: z.strictObject({ below: Money.nullable() }),
    output: Done,
  },
  /** Every-site access is not wanted; shops are asked for when a mandate is signed. */
  'sites.choose-shops': { from: OnlySurface, input: Done, output: Done },
  'profile.save': { from: OnlySurface, input: Profile, output: Done },
  'agent.approve': { from: OnlySurface, input: z.strictObject({ agentId: AgentId }), output: Done },
  'agent.deny': { from: OnlySurface, input: z.strictObject({ agentId: AgentId }), output: Done },
  /** Ends the agent's runs before Pay; a paused agent is answered nothing but its status. */
  'agent.pause': { from: OnlySurface, input: z.strictObject({ agentId: AgentId }), output: Done },
  'agent.resume': { from: OnlySurface, input: z.strictObject({ agentId: AgentId }), output: Done },
  'agent.revoke': { from: OnlySurface, input: z.strictObject({ agentId: AgentId }), output: Done },
  /** Drafts a mandate for an agent in the operator's own words. It is worth nothing until it is signed. */
  'mandate.draft': {
    from: OnlySurface,
    input: MandateDraft,
    output: z.strictObject({ mandateId: MandateId }),
  },
  'mandate.sign': {
    from: OnlySurface,
    input: z.strictObject({ mandateId: MandateId, digest: z.string() }),
    output: Done,
  },
  'mandate.reject': { from: OnlySurface, input: z.strictObject({ mandateId: MandateId }), output: Done },
  /** Ends the mandate's runs before Pay; a paused mandate reserves nothing. */
  'mandate.pause': { from: OnlySurface, input: z.strictObject({ mandateId: MandateId }), output: Done },
  'mandate.resume': { from: OnlySurface, input: z.strictObject({ mandateId: MandateId }), output: Done },
  /** Takes back an "always": the merchant's next payment asks again. */
  'mandate.disallow-merchant': {
    from: OnlySurface,
    input: z.strictObject({ mandateId: MandateId, merchant: z.string().max(253) }),
    output: Done,
  },
  'mandate.revoke': { from: OnlySurface, input: z.strictObject({ mandateId: MandateId }), output: Done },
  'choice.pick': {
    from: OnlySurface,
    input: z.strictObject({ choiceId: ChoiceId, picked: z.number().int().min(0) }),
    output: Done,
  },
  'choice.reject': { from: OnlySurface, input: z.strictObject({ choiceId: ChoiceId }), output: Done },
  'card.close': { from: OnlySurface, input: z.strictObject({ cardId: CardId }), output: Done },
  'checkout.approve': {
    from: OnlySurface,
    input: z.strictObject({
      checkoutId: CheckoutId,
      intentHash: z.string(),
      /** About a merchant that is new: approved for this payment, or for the mandate's whole life. */
      merchant: z.enum(['this_time', 'always']),
    }),
    output: Done,
  },
  /** Gives a preview another ten minutes; what it shows stays as it is. */
  'checkout.extend': { from: OnlySurface, input: z.strictObject({ checkoutId: CheckoutId }), output: Done },
  'checkout.reject': { from: OnlySurface, input: z.strictObject({ checkoutId: CheckoutId }), output: Done },
  /** Ends a run before Pay that waits for nobody. */
  'checkout.cancel': { from: OnlySurface, input: z.strictObject({ checkoutId: CheckoutId }), output: Done },
  'checkout.picture': {
    from: AnyView,
    input: z.strictObject({ checkoutId: CheckoutId }),
    output: z.strictObject({ dataUrl: z.string().nullable() }),
  },
  'handoff.go-to-tab': { from: OnlySurface, input: z.strictObject({ checkoutId: CheckoutId }), output: Done },
  'handoff.done': { from: OnlySurface, input: z.strictObject({ checkoutId: CheckoutId }), output: Done },
  'handoff.give-up': { from: OnlySurface, input: z.strictObject({ checkoutId: CheckoutId }), output: Done },
  'handoff.extend': { from: OnlySurface, input: z.strictObject({ checkoutId: CheckoutId }), output: Done },
  /** Has the issuer give back a payment that the shop has not collected yet. */
  'checkout.reverse': { from: OnlySurface, input: z.strictObject({ checkoutId: CheckoutId }), output: Done },
  'unknown.state': {
    from: OnlySurface,
    input: z.strictObject({ checkoutId: CheckoutId, said: z.enum(['went_through', 'failed']) }),
    output: Done,
  },
  /** Asks the issuer now, and has the run look again. */
  'unknown.check': {
    from: OnlySurface,
    input: z.strictObject({ checkoutId: CheckoutId }),
    output: z.strictObject({ issuer: z.enum(['charged', 'not_charged']) }),
  },
  ...records,
  /** One run, also one that is too old for the snapshot. */
  'records.checkout': {
    from: AnyView,
    input: z.strictObject({ checkoutId: CheckoutId }),
    output: z.strictObject({ checkout: CheckoutView.nullable() }),
  },
});
