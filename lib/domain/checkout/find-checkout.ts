import type { z } from 'zod';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Money } from '../../kernel/money.ts';
import type { AutocompleteToken, FieldFinding, FrameReading } from './page-reading.ts';
import {
  hostedPageOf,
  isPayableAddress,
  isProviderOrigin,
  isSameSite,
  mayHoldCard,
  merchantOf,
  providerOf,
  registrableDomainOf,
  type Scope,
} from './scope.ts';
import { isFrameShown } from './shown-frames.ts';

/** One document of a tab, with its identity from the browser. */
export interface SeenFrame {
  readonly frameId: number;
  readonly documentId: string;
  readonly origin: string;
  readonly url: string;
  readonly parentFrameId: number;
  readonly reading: z.output<typeof FrameReading>;
}

export interface PlacedField {
  readonly frame: SeenFrame;
  readonly finding: FieldFinding;
}

/** A tab read as a checkout: who sells, what it costs, where each value goes and what pays. */
export interface FoundCheckout {
  readonly merchant: string;
  readonly merchantHost: string;
  readonly total: Money;
  /** The card is asked for on a provider's own page, and nothing shows that the merchant led to it. */
  readonly isPayeeUnproven: boolean;
  /** The page does not say in which currency its total is. */
  readonly isCurrencyAssumed: boolean;
  readonly fields: readonly PlacedField[];
  readonly submit: NonNullable<SeenFrame['reading']['submit']>;
  readonly submitFrame: SeenFrame;
  readonly providerOrigins: readonly string[];
}

export type CheckoutFindingRefusal =
  | { kind: 'address_not_payable'; url: string }
  | { kind: 'no_checkout'; missing: readonly string[] }
  | { kind: 'total_unreadable'; reason: string }
  | { kind: 'field_in_unknown_frame'; token: string; origin: string }
  | { kind: 'two_fields_for_one_value'; token: string }
  | { kind: 'form_posts_elsewhere'; origin: string };

const CARD_TOKENS: ReadonlySet<AutocompleteToken> = new Set([
  'cc-number', 'cc-exp', 'cc-exp-month', 'cc-exp-year', 'cc-csc', 'cc-name', 'cc-given-name', 'cc-family-name', 'cc-type',
]); // prettier-ignore

/** Tells whether a token names card data. */
export function isCardToken(token: AutocompleteToken): boolean {
  return CARD_TOKENS.has(token);
}

/** Below this a finding is a guess, and guesses are not typed into. */
const SURE = 0.5;

const isFillable = (finding: FieldFinding): boolean =>
  finding.token !== null && finding.decoy === null && finding.confidence >= SURE;

/**
 * Reads the frames of a tab as one checkout. Refuses what cannot be paid safely: an address outside https, no card
 * field or no Pay control, a total that is missing or disputed, a card field in a frame that is neither the
 * merchant's nor a known provider's, two visible fields for one card value, or a form that Pay would send to a site
 * that has no part in the purchase. Frames that nobody can see hold no fields.
 */
export function findCheckout(
  top: SeenFrame,
  frames: readonly SeenFrame[],
  scope: Scope,
  /** Where the run began. */
  startedAt: string = top.url,
): Result<FoundCheckout, CheckoutFindingRefusal> {
  const merchant = merchantOf(top.url, startedAt, scope);
  if (!merchant || !isPayableAddress(top.url, scope))
    return err({ kind: 'address_not_payable', url: top.url });

  const shown = frames.filter((frame) => isFrameShown(frame, frames, top));
  const fields = shown.flatMap((frame) =>
    frame.reading.fields.filter(isFillable).map((finding): PlacedField => ({ frame, finding })),
  );
  const misplaced = fields.find(
    ({ frame, finding }) => isCardToken(finding.token!) && !mayHold(frame, frames, top, scope),
  );
  if (misplaced) {
    return err({
      kind: 'field_in_unknown_frame',
      token: misplaced.finding.token!,
      origin: misplaced.frame.origin,
    });
  }
  const twice = (['cc-number', 'cc-csc'] as const).find(
    (token) =>
      new Set(fields.filter(({ finding }) => finding.token === token).map(({ frame }) => frame.frameId))
        .size > 1,
  );
  if (twice) return err({ kind: 'two_fields_for_one_value', token: twice });

  const submitFrame = [top, ...shown].find(
    (frame) => frame.reading.submit && (frame === top || mayHold(frame, frames, top, scope)),
  );
  const missing = [
    ...(fields.some(({ finding }) => finding.token === 'cc-number') ? [] : ['card number field']),
    ...(submitFrame?.reading.submit ? [] : ['pay button']),
  ];
  if (missing.length > 0 || !submitFrame?.reading.submit) return err({ kind: 'no_checkout', missing });

  const posted = submitFrame.reading.formAction;
  if (posted && !mayReceiveCard(posted.origin, submitFrame, top, scope))
    return err({ kind: 'form_posts_elsewhere', origin: posted.origin });

  const { total } = top.reading;
  if (total.status === 'unreadable') return err({ kind: 'total_unreadable', reason: total.reason });

  const usable = fields.filter(
    ({ frame, finding }) =>
      isCardToken(finding.token!) || frame === top || mayHold(frame, frames, top, scope),
  );
  const providerOrigins = [
    ...new Set(
      usable
        .filter(({ frame }) => providerOf(frame.url, scope) ?? hostedPageOf(frame.url, scope))
        .map(({ frame }) => frame.origin),
    ),
  ].sort();
  return ok({
    merchant: merchant.domain,
    merchantHost: merchant.host,
    total: total.amount,
    isPayeeUnproven:
      hostedPageOf(top.url, scope) !== undefined &&
      registrableDomainOf(top.reading.referrer) !== merchant.domain,
    isCurrencyAssumed: total.isCurrencyAssumed,
    fields: usable,
    submit: submitFrame.reading.submit,
    submitFrame,
    providerOrigins,
  });
}

/** A form that Pay sends goes to the merchant, to the provider whose page it is on, or to another known one. */
function mayReceiveCard(origin: string, from: SeenFrame, top: SeenFrame, scope: Scope): boolean {
  return isSameSite(origin, top.origin) || isSameSite(origin, from.origin) || isProviderOrigin(origin, scope);
}

/** Gives the origins around a frame, the nearest first; one that is not known is nobody's. */
export function ancestorsOf(
  frame: Pick<SeenFrame, 'parentFrameId'>,
  frames: readonly Pick<SeenFrame, 'frameId' | 'parentFrameId' | 'origin'>[],
): string[] {
  const origins: string[] = [];
  let next = frame.parentFrameId;
  while (next >= 0 && origins.length <= frames.length) {
    const parent = frames.find(({ frameId }) => frameId === next);
    origins.push(parent?.origin ?? '');
    next = parent?.parentFrameId ?? -1;
  }
  return origins;
}

function mayHold(frame: SeenFrame, frames: readonly SeenFrame[], top: SeenFrame, scope: Scope): boolean {
  return mayHoldCard(
    {
      origin: frame.origin,
      url: frame.url,
      ancestors: ancestorsOf(frame, frames),
      isTop: frame.frameId === top.frameId,
    },
    top,
    scope,
  );
}
