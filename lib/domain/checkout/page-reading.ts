import { z } from 'zod';
import { Money } from '../../kernel/money.ts';

/** A rectangle in CSS pixels of its own frame's viewport. */
export const Rect = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Rect = z.infer<typeof Rect>;

/** Text that a page says: a claim, length-capped, never an instruction. */
export const PageText = z.string().max(400);

/** HTML autocomplete tokens (HTML Living Standard §4.10.18.7) that we find and fill, without section prefixes. */
export const AUTOCOMPLETE_TOKENS = [
  'name', 'honorific-prefix', 'given-name', 'additional-name', 'family-name', 'email', 'tel', 'tel-country-code',
  'tel-national', 'tel-area-code', 'tel-local', 'organization', 'street-address', 'address-line1', 'address-line2',
  'address-line3', 'address-level1', 'address-level2', 'address-level3', 'postal-code', 'country', 'country-name',
  'bday', 'cc-name', 'cc-given-name', 'cc-family-name', 'cc-number', 'cc-exp', 'cc-exp-month', 'cc-exp-year',
  'cc-csc', 'cc-type', 'one-time-code',
  // How a name is read. HTML has no token for it; the words are those of contacts (Android, iOS).
  'phonetic-name', 'phonetic-given-name', 'phonetic-family-name',
  // The number of the house, where it is asked for apart from the street. HTML has no token for it either.
  'house-number',
] as const; // prettier-ignore
export const AutocompleteToken = z.enum(AUTOCOMPLETE_TOKENS);
export type AutocompleteToken = z.infer<typeof AutocompleteToken>;

/** Why a control that looks like a field must not be filled. */
export const DecoyReason = z.enum([
  'invisible',
  'off_screen',
  'too_small',
  'covered',
  'honeypot',
  'disabled',
]);

export const FieldFinding = z.strictObject({
  /** Names the control within its document, for later fill and clear; dies with the document. */
  ref: z.string().max(40),
  token: AutocompleteToken.nullable(),
  section: z.enum(['contact', 'shipping', 'billing', 'card', 'other']),
  confidence: z.number().min(0).max(1),
  signals: z.array(z.string().max(80)).max(12),
  control: z.enum(['text', 'select', 'radio', 'checkbox', 'listbox']),
  label: PageText,
  required: z.boolean(),
  /** Of a card's field that was filled: still with what it was filled with. */
  isFilled: z.boolean(),
  /** Digest of the value of a contact or delivery field, to tell a change; `null` of all others, and where it does not show. */
  holds: z.string().max(8).nullable(),
  decoy: DecoyReason.nullable(),
  rect: Rect,
});
export type FieldFinding = z.infer<typeof FieldFinding>;

/** One priced row of the cart as the page shows it. */
export const LineFinding = z.strictObject({
  title: PageText,
  quantity: z.number().int().min(0).max(10_000),
  amount: Money.nullable(),
});
export type LineFinding = z.infer<typeof LineFinding>;

export const AmountKind = z.enum(['subtotal', 'shipping', 'tax', 'discount', 'tip', 'fee', 'total']);
export const AmountFinding = z.strictObject({
  kind: AmountKind,
  text: PageText,
  amount: Money.nullable(),
  source: z.enum(['visible', 'structured']),
});
export type AmountFinding = z.infer<typeof AmountFinding>;

export const TotalFinding = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('read'),
    amount: Money,
    /** The page does not say in which currency: it is the one that the reading was told to assume. */
    isCurrencyAssumed: z.boolean(),
  }),
  z.strictObject({
    status: z.literal('unreadable'),
    reason: z.enum(['not_found', 'ambiguous_currency', 'disagreement', 'not_a_number']),
  }),
]);
export type TotalFinding = z.infer<typeof TotalFinding>;

export const ControlFinding = z.strictObject({
  ref: z.string().max(40),
  label: PageText,
  /** What it is made of and where it leads, so that a swapped control is noticed. */
  fingerprint: z.string().max(600),
  isEnabled: z.boolean(),
  rect: Rect,
});
export type ControlFinding = z.infer<typeof ControlFinding>;

/** A tick box that matters for what is agreed to. */
export const ConsentFinding = z.strictObject({
  ref: z.string().max(40),
  kind: z.enum(['save_card', 'recurring', 'marketing', 'terms', 'add_on', 'other']),
  label: PageText,
  isChecked: z.boolean(),
});
export type ConsentFinding = z.infer<typeof ConsentFinding>;

/** A sentence that says why the cart cannot be bought as it stands. */
export const CartProblem = z.strictObject({
  kind: z.enum([
    'empty',
    'out_of_stock',
    'price_changed',
    'limited_quantity',
    'minimum_order',
    'not_deliverable',
    'expired',
  ]),
  text: PageText,
});
export type CartProblem = z.infer<typeof CartProblem>;

export const ChildFrameFinding = z.strictObject({
  /** Origin of the `src` attribute; empty when it has none. */
  origin: z.string().max(300),
  path: z.string().max(300),
  title: PageText,
  isVisible: z.boolean(),
  rect: Rect,
});
export type ChildFrameFinding = z.infer<typeof ChildFrameFinding>;

/** A human check of a vendor as it shows in one document; the background judges what that means. */
export const CheckFinding = z.strictObject({
  vendor: z.string().max(40),
  /** Something asks by being shown: a puzzle, or a page that is nothing but a check. */
  isAsking: z.boolean(),
  /** A box is shown that asks while no answer is in. */
  hasBox: z.boolean(),
  /** `spent`: there was an answer, and it is no longer good. */
  answer: z.enum(['none', 'empty', 'given', 'spent']),
  /** The box stands where the next action leads through. */
  isInPath: z.boolean(),
  /** It may pass without a person. */
  mayPassAlone: z.boolean(),
  /** For how long it has been seen asking. */
  shownForMs: z.number().min(0),
  detail: PageText,
});
export type CheckFinding = z.infer<typeof CheckFinding>;

/** Wording of the page that bears on walls and outcomes; the background judges it. */
export const PageEvidence = z.strictObject({
  /** Visible headings, alerts and live regions, in reading order. */
  headlines: z.array(PageText).max(30),
  alerts: z.array(PageText).max(20),
  /** Order references with the words beside them. */
  orderReferences: z.array(z.strictObject({ reference: z.string().max(64), context: PageText })).max(5),
  checks: z.array(CheckFinding).max(30),
  /** What the page shows in words, folded (lower case, no accents) and capped; nothing that was typed. */
  words: z.string().max(6_000),
  /** Named signals of walls: visible frames, one-time-code fields, password fields. */
  signals: z
    .array(z.strictObject({ name: z.string().max(80), isVisible: z.boolean(), detail: PageText }))
    .max(60),
});
export type PageEvidence = z.infer<typeof PageEvidence>;

/** All that one frame's document shows. Every string in it is a claim of the page. */
export const FrameReading = z.strictObject({
  url: z.string().max(2_000),
  /** Origin of the document that led to this one, as the browser tells it; empty where it does not. */
  referrer: z.string().max(300),
  title: PageText,
  lang: z.string().max(20),
  viewport: z.strictObject({ width: z.number(), height: z.number(), scale: z.number() }),
  isLoading: z.boolean(),
  /** The fingerprint of the control that we pressed last in this document: by it a worker that died learns of its press. */
  pressed: z.string().max(600).nullable(),
  fields: z.array(FieldFinding).max(300),
  lines: z.array(LineFinding).max(100),
  amounts: z.array(AmountFinding).max(60),
  total: TotalFinding,
  submit: ControlFinding.nullable(),
  /** A control that leads to the next step and cannot be Pay. */
  proceed: ControlFinding.nullable(),
  /** A control that only chooses to pay by card, where the card's fields do not show yet. */
  cardMethod: ControlFinding.nullable(),
  formAction: z
    .strictObject({ origin: z.string().max(300), method: z.enum(['get', 'post', 'script']) })
    .nullable(),
  consents: z.array(ConsentFinding).max(30),
  recurringWording: PageText.nullable(),
  /** Where the page says that it stands in a flow of several steps, counted from 1. */
  step: z
    .strictObject({ current: z.number().int().min(1), of: z.number().int().min(1), label: PageText })
    .nullable(),
  /** Digest of the address to which the page says in words that the order goes; `null` where it says none. */
  shownDelivery: z.string().max(8).nullable(),
  cartProblems: z.array(CartProblem).max(10),
  frames: z.array(ChildFrameFinding).max(60),
  evidence: PageEvidence,
});
export type FrameReading = z.infer<typeof FrameReading>;
