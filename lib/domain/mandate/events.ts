import { z } from 'zod';
import { CheckoutId, HoldId, MandateId } from '../../kernel/ids.ts';
import { Money } from '../../kernel/money.ts';
import { CategoryCode, MandateTerms, RegistrableDomain } from './terms.ts';

/** The caller's idempotency key and a digest of what it asked for. */
const Request = z.strictObject({ key: z.string().max(200), digest: z.string() });
/** Which version of the terms an answer is about; absent for the first. */
const Version = z.number().int().positive().optional();

export const MandateEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('mandate-requested'),
    mandateId: MandateId,
    terms: MandateTerms,
    request: Request,
  }),
  /** New terms for a signed mandate. They bind nobody before they are signed; the old ones stay as they were. */
  z.strictObject({
    type: z.literal('mandate-revised'),
    mandateId: MandateId,
    terms: MandateTerms,
    request: Request,
  }),
  z.strictObject({
    type: z.literal('mandate-signed'),
    mandateId: MandateId,
    version: Version,
    digest: z.string(),
    signature: z.string(),
    signer: z.string(),
  }),
  z.strictObject({ type: z.literal('mandate-rejected'), mandateId: MandateId, version: Version }),
  z.strictObject({ type: z.literal('mandate-paused'), mandateId: MandateId }),
  z.strictObject({ type: z.literal('mandate-resumed'), mandateId: MandateId }),
  z.strictObject({ type: z.literal('mandate-revoked'), mandateId: MandateId }),
  /** Its time was seen to be over. Written down, so that a clock that is set back revives nothing. */
  z.strictObject({ type: z.literal('mandate-expired'), mandateId: MandateId }),
  /** The operator said "always" about a merchant of a mandate that names none; "this time" is only in the approval. */
  z.strictObject({
    type: z.literal('merchant-allowed'),
    mandateId: MandateId,
    merchant: RegistrableDomain,
  }),
  z.strictObject({
    type: z.literal('merchant-disallowed'),
    mandateId: MandateId,
    merchant: RegistrableDomain,
  }),
  z.strictObject({
    type: z.literal('funds-reserved'),
    mandateId: MandateId,
    holdId: HoldId,
    /** `null` while a card holds the money that no run uses yet. */
    checkoutId: CheckoutId.nullable(),
    merchant: z.string(),
    amount: Money,
    /** What the issuer said the merchant sells, when it was known. */
    category: CategoryCode.nullable().optional(),
  }),
  /** A capture: `posted` went to the merchant, `released` came back. Resolves the hold. */
  z.strictObject({
    type: z.literal('funds-posted'),
    mandateId: MandateId,
    holdId: HoldId,
    merchant: z.string(),
    posted: Money,
    released: Money,
    authorizationId: z.string(),
  }),
  /** A capture that came after its hold was resolved, within what was held; the budget still had room for it. */
  z.strictObject({
    type: z.literal('funds-posted-late'),
    mandateId: MandateId,
    holdId: HoldId,
    merchant: z.string(),
    amount: Money,
    transactionId: z.string(),
  }),
  /** The merchant paid back: cash to the wallet, budget to the mandate. */
  z.strictObject({
    type: z.literal('funds-refunded'),
    mandateId: MandateId,
    holdId: HoldId,
    merchant: z.string(),
    amount: Money,
  }),
  z.strictObject({
    type: z.literal('funds-released'),
    mandateId: MandateId,
    holdId: HoldId,
    amount: Money,
    reason: z.string(),
  }),
]);
export type MandateEvent = z.output<typeof MandateEvent>;
