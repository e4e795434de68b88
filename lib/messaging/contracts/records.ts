import { z } from 'zod';
import { Recourse } from '../../domain/card/recourse.ts';
import { CardId, CheckoutId, MandateId } from '../../kernel/ids.ts';
import { Money } from '../../kernel/money.ts';
import { Profile } from './profile.ts';
import type { ContractEntry } from '../contract.ts';

const Done = z.strictObject({});
const OnlySurface = ['surface'] as const;
const AnyView = ['surface', 'tab'] as const;

export const ActivityRow = z.strictObject({
  id: CheckoutId,
  at: z.number(),
  status: z.string(),
  isOver: z.boolean(),
  merchant: z.string(),
  agentName: z.string(),
  workflow: z.string(),
  amount: Money.nullable(),
  settlement: z.enum(['none', 'open', 'settled', 'reversed', 'partly_refunded', 'refunded', 'excess']),
  orderRef: z.string(),
  last4: z.string(),
  reasonCode: z.string(),
});
export type ActivityRow = z.output<typeof ActivityRow>;

export const CardRow = z.strictObject({
  id: CardId,
  last4: z.string(),
  status: z.string(),
  merchant: z.string(),
  limit: Money,
  agentName: z.string(),
  workflow: z.string(),
  expiresAt: z.number(),
  canClose: z.boolean(),
});
export type CardRow = z.output<typeof CardRow>;

export const SiteRow = z.strictObject({
  merchant: z.string(),
  payments: z.number(),
  refusals: z.number(),
  lastAt: z.number(),
  isApproved: z.boolean(),
});
export type SiteRow = z.output<typeof SiteRow>;

export const WeekRow = z.strictObject({
  week: z.number(),
  workflow: z.string(),
  runs: z.number(),
  paid: z.number(),
  exceptions: z.number(),
  prompts: z.number(),
  missions: z.number(),
  resumeMs: z.number().nullable(),
  reviewMs: z.number().nullable(),
});
export type WeekRow = z.output<typeof WeekRow>;

export const DayRow = z.strictObject({ from: z.number(), amount: Money });
export type DayRow = z.output<typeof DayRow>;

export const Diagnostics = z.strictObject({
  text: z.string(),
  leftOut: z.record(z.string(), z.number()),
});
export type Diagnostics = z.output<typeof Diagnostics>;

/** Changes to terms, by field, in wire form; judged by the schema of the terms. */
const TermsEdit = z.record(z.string().max(40), z.json()).default({});
const Rehearsal = z.strictObject({
  verdict: z.enum(['allow', 'ask', 'deny']),
  reasons: z.array(z.string()).readonly(),
});
const ReplayRow = Rehearsal.extend({
  checkoutId: z.string().nullable(),
  at: z.number(),
  merchant: z.string(),
  amount: Money,
});

/** What the dashboard reads beyond the snapshot. Nothing here decides; what leaves the browser is for a surface only. */
export const records = {
  'records.spend': {
    from: AnyView,
    /** The first moments of the days asked for, oldest first, in the reader's time zone. */
    input: z.strictObject({ starts: z.array(z.number().int()).min(1).max(31) }),
    output: z.strictObject({ days: z.array(DayRow) }),
  },
  'records.activity': {
    from: AnyView,
    input: z.strictObject({
      search: z.string().max(200),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().positive().max(500),
    }),
    output: z.strictObject({ total: z.number(), rows: z.array(ActivityRow) }),
  },
  'records.cards': { from: AnyView, input: Done, output: z.strictObject({ cards: z.array(CardRow) }) },
  'records.sites': { from: AnyView, input: Done, output: z.strictObject({ sites: z.array(SiteRow) }) },
  'records.weeks': { from: AnyView, input: Done, output: z.strictObject({ weeks: z.array(WeekRow) }) },
  'records.profile': {
    from: OnlySurface,
    input: Done,
    output: z.strictObject({ profile: Profile.nullable() }),
  },
  'records.export': {
    from: OnlySurface,
    input: z.strictObject({ format: z.enum(['json', 'csv']) }),
    output: z.strictObject({ text: z.string() }),
  },
  /** What policy would say of a purchase, under the terms in force or edited ones. */
  'records.rehearse': {
    from: AnyView,
    input: z.strictObject({
      mandateId: MandateId,
      edit: TermsEdit,
      purchase: z.strictObject({
        url: z.url().max(2_000),
        amount: Money,
        isRecurring: z.boolean().default(false),
        lines: z
          .array(z.strictObject({ title: z.string().max(200), quantity: z.number().int(), amount: Money }))
          .max(50)
          .default([]),
      }),
    }),
    output: Rehearsal,
  },
  /** What it would have said of the last purchases under edited terms. */
  'records.replay': {
    from: AnyView,
    input: z.strictObject({ mandateId: MandateId, edit: TermsEdit, last: z.number().int().min(1).max(500) }),
    output: z.strictObject({ rows: z.array(ReplayRow), changed: z.number(), total: Money }),
  },
  /** The three-way match as a file: page, issuer and ledger, one row a card. */
  'records.reconcile': {
    from: OnlySurface,
    input: z.strictObject({ limit: z.number().int().min(1).max(500) }),
    output: z.strictObject({
      text: z.string(),
      rows: z.number(),
      toLookInto: z.number(),
      notAsked: z.number(),
    }),
  },
  /** What proves one payment, as a file that `countersign audit verify` takes. */
  'records.evidence': {
    from: OnlySurface,
    input: z.strictObject({ checkoutId: CheckoutId }),
    output: z.strictObject({ text: z.string() }),
  },
  /** What can still be done about a payment, as the issuer says now. */
  'records.recourse': {
    from: OnlySurface,
    input: z.strictObject({ checkoutId: CheckoutId }),
    output: Recourse,
  },
  'records.erase': {
    from: OnlySurface,
    input: z.strictObject({ what: z.enum(['pictures', 'profile']) }),
    output: z.strictObject({ erased: z.number() }),
  },
  /** Takes up the books of an export where there are none yet. */
  'records.import': {
    from: OnlySurface,
    input: z.strictObject({ text: z.string().max(200_000_000) }),
    output: z.strictObject({ entries: z.number() }),
  },
  'records.diagnostics': { from: OnlySurface, input: Done, output: Diagnostics },
} satisfies Record<string, ContractEntry>;
