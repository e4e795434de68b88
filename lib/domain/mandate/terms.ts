import { z } from 'zod';
import { AgentId, MandateId } from '../../kernel/ids.ts';
import { Money } from '../../kernel/money.ts';

const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/;

/** A registrable domain, lower case, as the Public Suffix List draws it. */
export const RegistrableDomain = z.string().regex(HOST);
/** One exact host name, lower case, without a port. */
export const ExactHost = z.string().regex(HOST);

/** Text that hashes to itself: lone surrogates would all be signed as U+FFFD. */
const WellFormedText = z.string().refine((text) => text.isWellFormed(), { message: 'broken text' });

/** ISO 8601: 1 is Monday. */
export const Weekday = z.number().int().min(1).max(7);

/** A stretch of the day, in minutes since midnight: from the first one up to, and without, the last. */
export const OpenHours = z
  .strictObject({
    weekdays: z.array(Weekday).min(1).max(7),
    fromMinute: z.number().int().min(0).max(1_439),
    untilMinute: z.number().int().min(1).max(1_440),
  })
  .refine((hours) => hours.fromMinute < hours.untilMinute, { message: 'hours must end after they begin' });
export type OpenHours = z.infer<typeof OpenHours>;

/** ISO 18245: the code by which the issuer, not the page, says what a merchant sells. */
export const CategoryCode = z.string().regex(/^\d{4}$/, 'a merchant category code of four digits');

/** A category that may be paid, and how much of the budget may go there. */
export const CategoryRule = z.strictObject({ code: CategoryCode, limit: Money.nullable() });
export type CategoryRule = z.output<typeof CategoryRule>;

/** What a line of the cart may be: every one of `words` is in its title. */
export const ProductRule = z.strictObject({
  words: WellFormedText.max(80).refine((text) => /[\p{L}\p{N}]/u.test(text), { message: 'a word is needed' }),
  perLine: Money.nullable(),
  maxQuantity: z.number().int().positive().max(10_000).nullable(),
});
export type ProductRule = z.output<typeof ProductRule>;

const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** All amounts of terms but the budget, which names the currency of them all. */
const limitsOf = (terms: Amounts) => [
  terms.perPayment,
  terms.askAbove,
  terms.tolerance,
  terms.perDay,
  terms.perWeek,
  terms.perMonth,
  ...terms.categories.map(({ limit }) => limit),
  ...terms.products.map(({ perLine }) => perLine),
];
interface Amounts {
  readonly perPayment: Money | null;
  readonly askAbove: Money | null;
  readonly tolerance: Money;
  readonly perDay: Money | null;
  readonly perWeek: Money | null;
  readonly perMonth: Money | null;
  readonly categories: readonly CategoryRule[];
  readonly products: readonly ProductRule[];
}

/**
 * What an operator signs: exactly these fields, rendered from exactly this struct. Absent limits are absent on the
 * screen too. Amounts share the budget's currency. A field that this version does not know does not parse: an unknown
 * constraint is never passed over.
 */
export const MandateTerms = z
  .strictObject({
    mandateId: MandateId,
    version: z.number().int().positive(),
    agentId: AgentId,
    purpose: WellFormedText.min(1).max(280),
    workflow: WellFormedText.max(80),
    budget: Money,
    perPayment: Money.nullable(),
    /** Ceilings over any 24 hours, 7 days and 30 days: such a window has no midnight at which it opens twice. */
    perDay: Money.nullable().default(null),
    perWeek: Money.nullable().default(null),
    perMonth: Money.nullable().default(null),
    askAbove: Money.nullable(),
    /** Asks about every payment. */
    alwaysAsk: z.boolean().default(false),
    /** Never asks: what the operator would be asked about is refused. */
    quiet: z.boolean().default(false),
    maxPayments: z.number().int().positive().max(10_000).nullable(),
    minimumIntervalMs: z.number().int().positive().max(31_622_400_000).nullable().default(null),
    /** IANA name of the zone in which `hours` are meant; empty without them. */
    timeZone: z.string().max(60).default(''),
    /** When payments may begin; empty means at any time. */
    hours: z.array(OpenHours).max(14).default([]),
    /** Registrable domains. With `hosts` empty too, each new merchant asks. */
    merchants: z.array(RegistrableDomain).max(20),
    hosts: z.array(ExactHost).max(20).default([]),
    /** Empty means any. */
    categories: z.array(CategoryRule).max(20).default([]),
    /** Empty means any; else every line of a cart must be one of these. */
    products: z.array(ProductRule).max(20).default([]),
    /** Whether a charge that renews may be paid; each renewal is a checkout of its own all the same. */
    recurring: z.boolean().default(false),
    /** How far above the read total a card may be locked, for tax and shipping that move; 0 by default. */
    tolerance: Money,
    notBefore: z.number().int().nonnegative(),
    expiresAt: z.number().int(),
  })
  .refine((terms) => terms.budget.minor > 0n, {
    message: 'the budget must be more than nothing',
    path: ['budget'],
  })
  .refine((terms) => limitsOf(terms).every((a) => a === null || a.currency === terms.budget.currency), {
    message: 'all amounts of a mandate are in one currency',
    path: ['budget'],
  })
  .refine((terms) => limitsOf(terms).every((a) => !a || a.minor >= 0n), {
    message: 'no limit of a mandate is negative',
    path: ['budget'],
  })
  .refine((terms) => terms.expiresAt > terms.notBefore, {
    message: 'a mandate must end after it begins',
    path: ['expiresAt'],
  })
  .refine((terms) => (terms.hours.length > 0 ? isTimeZone(terms.timeZone) : terms.timeZone === ''), {
    message: 'hours need a time zone such as Europe/Berlin',
    path: ['timeZone'],
  })
  .refine((terms) => !(terms.alwaysAsk && terms.quiet), {
    message: 'a mandate cannot both always ask and never ask',
    path: ['quiet'],
  })
  .refine((terms) => new Set(terms.categories.map(({ code }) => code)).size === terms.categories.length, {
    message: 'a category is named once',
    path: ['categories'],
  });
export type MandateTerms = z.output<typeof MandateTerms>;
