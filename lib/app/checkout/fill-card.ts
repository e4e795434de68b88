import type { AutocompleteToken } from '../../domain/checkout/page-reading.ts';
import { buildIntent } from '../../domain/checkout/build-intent.ts';
import { APPROVAL_TTL_MS, type Checkout } from '../../domain/checkout/checkout.ts';
import type { FilledField } from '../../domain/checkout/events.ts';
import { isCardToken, type FoundCheckout } from '../../domain/checkout/find-checkout.ts';
import { diffIntents, hashIntent, type Intent } from '../../domain/checkout/intent.ts';
import { isSameMoney, isWithin } from '../../kernel/money.ts';
import { openSecret, Secret } from '../../kernel/secret.ts';
import type { CardDetails } from '../../ports/card-issuer.ts';
import type { Profile } from '../../domain/checkout/profile.ts';
import type { FillOrder, FillOutcome, TabSight } from '../../ports/page-driver.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { endCheckout, refuseCheckout } from './end-checkout.ts';
import { raiseHandoff } from './raise-handoff.ts';
import { asksAfterPick, pickMisfit } from './picked-item.ts';
import { judgeHeldRun, missionOf } from './judge-run.ts';
import { readCheckout } from './read-page.ts';
import { describeDenial } from './refusal-text.ts';
import { heldInDelivery } from './see-page.ts';

/** What is typed into every card form that asks for it. */
const ALWAYS_TYPED: ReadonlySet<string> = new Set([
  'cc-number',
  'cc-csc',
  'cc-exp',
  'cc-exp-month',
  'cc-exp-year',
]);

/** Starts typing the card: from here on the page holds values of ours. */
export async function startFilling(kit: Kit, checkout: Checkout): Promise<void> {
  await advance(kit, { type: 'checkout-filling', checkoutId: checkout.id });
}

function cardValueFor(
  token: AutocompleteToken,
  card: CardDetails,
  profile: Profile | undefined,
): string | undefined {
  const month = String(card.expiryMonth).padStart(2, '0');
  switch (token) {
    case 'cc-number':
      return card.number;
    case 'cc-csc':
      return card.cvc;
    case 'cc-exp':
      return `${month}/${String(card.expiryYear).slice(-2)}`;
    case 'cc-exp-month':
      return month;
    case 'cc-exp-year':
      return String(card.expiryYear);
    case 'cc-name':
      return profile && `${profile.givenName} ${profile.familyName}`;
    case 'cc-given-name':
      return profile?.givenName;
    case 'cc-family-name':
      return profile?.familyName;
    default:
      return undefined;
  }
}

/** Other spellings of a card value that a list of months or years may offer. */
function alternativesFor(token: AutocompleteToken, card: CardDetails): string[] {
  if (token === 'cc-exp-month') return [String(card.expiryMonth)];
  if (token === 'cc-exp-year') return [String(card.expiryYear).slice(-2)];
  return [];
}

/** Types the inactive card into the fields that were found, reads everything back and waits as a preview. */
export async function fillCard(kit: Kit, checkout: Checkout): Promise<void> {
  const read = await readCheckout(kit, checkout);
  if (!read) return;
  const { found } = read;
  const card = checkout.cardId && kit.book.state().cards.get(checkout.cardId);
  if (!found.ok || !card?.issuerToken)
    return fail(kit, checkout, 'page_changed', 'The checkout form is no longer there.');

  const revealed = await kit.issuer.reveal(card.issuerToken);
  await kit.reach('cp6');
  if (!revealed.ok) return fail(kit, checkout, revealed.error.kind, 'The card issuer cannot be reached.');
  const profile = await kit.documents.profile();
  const orders = cardOrders(found.value, openSecret(revealed.value), profile);
  const filled = await kit.pages.fill(checkout.tabId!, orders);
  await kit.reach('cp7');
  if (!filled.ok && filled.error.kind === 'page_held') return;
  if (!filled.ok) return fail(kit, checkout, filled.error.kind, 'The page went away while it was filled.');
  const lost = orders.find(({ frameId, ref }) => filled.value.get(`${frameId}|${ref}`) !== 'kept');
  if (lost) {
    const outcome = filled.value.get(`${lost.frameId}|${lost.ref}`) ?? 'field_gone';
    await kit.pages.clear(checkout.tabId!);
    const current = kit.book.state().checkouts.get(checkout.id)!;
    await raiseHandoff(
      kit,
      current,
      {
        kind: 'unsupported_widget',
        detail: `The field ${lost.token} did not keep its value (${outcome}).`,
        evidence: [lost.token, outcome],
      },
      'before_pay',
    );
    return;
  }
  await previewCheckout(kit, checkout, filled.value, profile);
}

/** Tells whether the card stands where it was typed. Drop-downs that are no `select` do not say what they hold. */
export function holdsCard(found: FoundCheckout): boolean {
  return found.fields.every(
    ({ finding: { token, isFilled, control } }) =>
      isFilled || control === 'listbox' || !ALWAYS_TYPED.has(token!),
  );
}

function cardOrders(found: FoundCheckout, card: CardDetails, profile: Profile | undefined): FillOrder[] {
  return found.fields.flatMap(({ frame, finding }) => {
    const token = finding.token!;
    const value = isCardToken(token) ? cardValueFor(token, card, profile) : undefined;
    if (value === undefined) return [];
    const { frameId, documentId } = frame;
    return [
      {
        frameId,
        documentId,
        ref: finding.ref,
        token,
        value: new Secret(value),
        alternatives: alternativesFor(token, card),
      },
    ];
  });
}

async function previewCheckout(
  kit: Kit,
  checkout: Checkout,
  outcomes: ReadonlyMap<string, FillOutcome>,
  profile: Profile | undefined,
): Promise<void> {
  const read = await readCheckout(kit, checkout);
  if (!read) return;
  const { sight, found } = read;
  if (!found.ok) return fail(kit, checkout, found.error.kind, 'The page changed while it was filled.');
  if (!holdsCard(found.value))
    return fail(kit, checkout, 'page_changed', 'The page was drawn anew while it was filled.');
  if (checkout.hold && !isWithin(found.value.total, checkout.hold.amount)) {
    return fail(
      kit,
      checkout,
      'total_moved',
      'The total rose above the reserved amount while the page was filled.',
    );
  }
  // Judged again on what is shown now: the goods may have moved since the money was held, at the same total.
  const state = kit.book.state();
  const mission = missionOf(state, checkout.mandateId, found.value, sight.top);
  const judged = judgeHeldRun(state, checkout, mission, found.value.total);
  if ('refusal' in judged) return refuseCheckout(kit, checkout, describeDenial(judged.refusal));
  const intent = buildIntent(found.value, sight.top, heldInDelivery(sight));
  const changed = checkout.intent ? changedSince(checkout, checkout.intent, intent) : [];
  if (changed.length > 0 && state.mandates.get(checkout.mandateId)?.terms.quiet)
    return refuseCheckout(kit, checkout, describeDenial({ kind: 'would_ask', reasons: ['changed'] }));
  const pictureId = await takePicture(kit, checkout);
  await kit.reach('cp2');
  const facts = { total: found.value.total, lines: intent.lines };
  const misfit = pickMisfit(state, checkout, facts);
  if (misfit) return fail(kit, checkout, misfit.code, misfit.message);
  const asks = [
    ...asksAfterPick(state, checkout, facts, judged.asks),
    ...(changed.length > 0 ? ['changed'] : []),
  ];
  await advance(kit, {
    type: 'checkout-previewed',
    checkoutId: checkout.id,
    intent,
    intentHash: hashIntent(intent),
    preview: {
      host: new URL(sight.top.url).host,
      title: sight.top.reading.title,
      fields: numberedFields(found.value, outcomes),
      warnings: warningsOf(found.value, sight),
      shipTo: { city: profile?.city ?? '', country: profile?.country ?? '' },
      pictureId,
    },
    asks,
    changed,
    previousTotal:
      checkout.intent && !isSameMoney(checkout.intent.total, intent.total) ? checkout.intent.total : null,
  });
}

/** Names what moved since the last preview: what shows, and that the page was drawn anew where nothing else tells. */
function changedSince({ asksNext }: Checkout, before: Intent, after: Intent): string[] {
  const moved = diffIntents(before, after);
  return asksNext && moved.length === 0 ? ['page'] : moved;
}

async function takePicture(kit: Kit, checkout: Checkout): Promise<string | null> {
  const picture = await kit.pages.picture(checkout.tabId!);
  if (!picture) return null;
  await kit.documents.savePicture(checkout.id, picture);
  return checkout.id;
}

function numberedFields(found: FoundCheckout, outcomes: ReadonlyMap<string, FillOutcome>): FilledField[] {
  return found.fields.map(({ frame, finding }, index) => ({
    number: index + 1,
    token: finding.token!,
    label: finding.label,
    origin: frame.origin,
    outcome: outcomes.get(`${frame.frameId}|${finding.ref}`) ?? (finding.isFilled ? 'kept' : 'left_empty'),
  }));
}

function warningsOf(found: FoundCheckout, sight: TabSight): string[] {
  return [
    ...sight.top.reading.consents.filter(({ isChecked }) => isChecked).map(({ kind }) => `ticked_${kind}`),
    ...(found.merchant.includes('xn--') ? ['punycode'] : []),
  ];
}

async function fail(kit: Kit, checkout: Checkout, code: string, message: string): Promise<void> {
  await endCheckout(kit, checkout.id, {
    type: 'checkout-failed',
    code,
    message: `${message} Nothing was paid.`,
  });
}

/** Asks the operator where policy asks; otherwise waits for the agent's order to pay. */
export async function askOrApprove(kit: Kit, checkout: Checkout): Promise<void> {
  if (checkout.asks.length > 0) {
    const { previewMs } = await kit.patience();
    await advance(kit, {
      type: 'approval-asked',
      checkoutId: checkout.id,
      expiresAt: kit.clock.now() + previewMs,
    });
    return;
  }
  if (!checkout.isExecuteRequested || !checkout.intentHash) return;
  await advance(kit, {
    type: 'checkout-approved',
    checkoutId: checkout.id,
    by: 'mandate',
    intentHash: checkout.intentHash,
    expiresAt: kit.clock.now() + APPROVAL_TTL_MS,
  });
}
