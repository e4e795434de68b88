import { z } from 'zod';
import { AgentId, MandateId } from '../../kernel/ids.ts';
import { Money } from '../../kernel/money.ts';

/** A registrable domain, lower case, as the Public Suffix List draws it. */
export const RegistrableDomain = z
  .string()
  .regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/);

/** Text that hashes to itself: lone surrogates would all be signed as U+FFFD. */
const WellFormedText = z.string().refine((text) => text.isWellFormed(), { message: 'broken text' });

/**
 * What an operator signs: exactly these fields, rendered from exactly this struct. Absent limits are absent on the
 * screen too. Amounts share the budget's currency.
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
    askAbove: Money.nullable(),
    maxPayments: z.number().int().positive().max(10_000).nullable(),
    /** Registrable domains; empty means that each new merchant asks once. */
    merchants: z.array(RegistrableDomain).max(20),
    /** How far above the read total a card may be locked; 0 by default. */
    tolerance: Money,
    notBefore: z.number().int().nonnegative(),
    expiresAt: z.number().int(),
  })
  .refine((terms) => terms.budget.minor > 0n, {
    message: 'the budget must be more than nothing',
    path: ['budget'],
  })
  .refine(
    (terms) =>
      [terms.perPayment, terms.askAbove, terms.tolerance].every(
        (a) => a === null || a.currency === terms.budget.currency,
      ),
    { message: 'all amounts of a mandate are in one currency', path: ['budget'] },
  )
  .refine((terms) => [terms.perPayment, terms.askAbove, terms.tolerance].every((a) => !a || a.minor >= 0n), {
    message: 'no limit of a mandate is negative',
    path: ['budget'],
  })
  .refine((terms) => terms.expiresAt > terms.notBefore, {
    message: 'a mandate must end after it begins',
    path: ['expiresAt'],
  });
export type MandateTerms = z.output<typeof MandateTerms>;
