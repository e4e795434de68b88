import { z } from 'zod';
import { AgentId, CardId, CheckoutId, ChoiceId, HoldId, MandateId } from '../../kernel/ids.ts';
import { Money } from '../../kernel/money.ts';
import { Wall } from '../wall/wall.ts';
import { Intent } from './intent.ts';
import { AutocompleteToken, PageText } from './page-reading.ts';

/** One filled field as the operator sees it: by number, name and place; never by value. */
export const FilledField = z.strictObject({
  number: z.number().int(),
  token: AutocompleteToken,
  label: PageText,
  origin: z.string(),
  outcome: z.string(),
});
export type FilledField = z.infer<typeof FilledField>;

/** The filled page as it waits for an answer. */
export const Preview = z.strictObject({
  host: z.string(),
  title: PageText,
  fields: z.array(FilledField),
  warnings: z.array(z.string()),
  shipTo: z.strictObject({ city: z.string(), country: z.string() }),
  pictureId: z.string().nullable(),
});
export type Preview = z.infer<typeof Preview>;

export const Receipt = z.strictObject({
  orderRef: z.string(),
  amount: Money,
  authorizationId: z.string(),
  cardLast4: z.string(),
});
export type Receipt = z.output<typeof Receipt>;

/** A reason that a person can read and a program can match. */
export const Reason = z.strictObject({ code: z.string().max(60), message: z.string().max(300) });
export type Reason = z.infer<typeof Reason>;

/** The caller's idempotency key and a digest of what it asked for. */
export const RequestKey = z.strictObject({ key: z.string().max(200), digest: z.string() });

const of = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), checkoutId: CheckoutId, ...shape });

export const CheckoutEvent = z.discriminatedUnion('type', [
  of('checkout-created', {
    mandateId: MandateId,
    agentId: AgentId,
    workflow: z.string(),
    url: z.string(),
    /** The tab that the agent brought to the checkout; `null` to open one. */
    tabId: z.number().nullable(),
    cardId: CardId.nullable(),
    maximum: Money.nullable(),
    /** The operator's pick that this run buys. */
    choiceId: ChoiceId.optional(),
    /** Whether the agent asked to pay in the same call. */
    isExecuteRequested: z.boolean(),
    expiresAt: z.number(),
    request: RequestKey,
  }),
  /** `openerTabId` is the shop's tab while the run goes on in a pop-up that it opened. */
  of('checkout-preparing', { tabId: z.number(), openerTabId: z.number().optional() }),
  of('checkout-reserved', { holdId: HoldId, amount: Money, merchant: z.string() }),
  of('checkout-minted', { cardId: CardId }),
  of('checkout-filling', {}),
  of('checkout-previewed', {
    intent: Intent,
    intentHash: z.string(),
    preview: Preview,
    asks: z.array(z.string()),
    /** What moved since the last preview or approval. */
    changed: z.array(z.string()),
    previousTotal: Money.nullable(),
  }),
  of('approval-asked', { expiresAt: z.number() }),
  of('checkout-approved', {
    by: z.enum(['operator', 'mandate']),
    intentHash: z.string(),
    expiresAt: z.number(),
  }),
  of('execution-requested', {}),
  of('checkout-revalidating', {}),
  of('checkout-invalidated', { changed: z.array(z.string()) }),
  of('checkout-arming', {}),
  /** The durable record before the one click. After it the click may or may not have happened; it is never repeated. */
  of('checkout-submitting', { intentHash: z.string() }),
  /**
   * The press that `checkout-submitting` announced provably reached no control, and the card that it would have paid
   * with is closed unpaid: the run is again before Pay, and asks before it presses the next time.
   */
  of('press-missed', { cause: z.string() }),
  of('checkout-processing', {}),
  /** The issuer shows a charge on the card though we never pressed Pay: the operator did. From here on it is only observed. */
  of('payment-found', {}),
  of('confirmation-seen', { orderRef: z.string(), headline: PageText }),
  of('authorization-seen', {
    authorizationId: z.string(),
    amount: Money,
    /** What the issuer says the merchant sells (ISO 18245). */
    category: z.string().nullable().optional(),
  }),
  /** The issuer's authorization was reversed or ran out with nothing captured: the run may end without a receipt. */
  of('authorization-ended', { authorizationId: z.string() }),
  of('checkout-succeeded', { receipt: Receipt }),
  /** The operator had the issuer give an authorization back; what came of it, the issuer's rows say. */
  of('reversal-asked', { authorizationId: z.string() }),
  of('checkout-settled', { posted: Money, returned: Money }),
  of('checkout-declined', { reason: Reason }),
  of('outcome-lost', { evidence: z.array(PageText), expiresAt: z.number() }),
  of('checkout-reconciling', {}),
  of('outcome-stated', { said: z.enum(['went_through', 'failed']) }),
  of('checkout-handed-off', {
    wall: Wall,
    phase: z.enum(['before_pay', 'after_pay']),
    expiresAt: z.number(),
  }),
  of('handoff-claimed', {}),
  of('handoff-extended', { expiresAt: z.number() }),
  of('handoff-resolved', { how: z.enum(['cleared', 'operator_done', 'paid_by_hand']) }),
  /** `asksNext`: the page did something that its contents do not tell, so the next preview asks. */
  of('checkout-interrupted', { cause: z.string(), asksNext: z.literal(true).optional() }),
  of('checkout-refused', { reason: Reason }),
  of('checkout-failed', { reason: Reason }),
  of('checkout-cancelled', { by: z.enum(['agent', 'operator', 'system']), reason: Reason }),
  of('checkout-expired', { reason: Reason }),
]);
export type CheckoutEvent = z.output<typeof CheckoutEvent>;
export type CheckoutEventType = CheckoutEvent['type'];
