import type { Checkout } from '../../domain/checkout/checkout.ts';
import { isCardToken } from '../../domain/checkout/find-checkout.ts';
import type { FieldFinding } from '../../domain/checkout/page-reading.ts';
import { Secret } from '../../kernel/secret.ts';
import type { Profile } from '../../domain/checkout/profile.ts';
import type { FillOrder, FillOutcome, TabSight } from '../../ports/page-driver.ts';
import type { Kit } from '../kit.ts';
import { profileValuesIn } from './profile-values.ts';
import { raiseHandoff } from './raise-handoff.ts';
import { readForAction } from './read-page.ts';
import { deliveryFieldsOf } from './see-page.ts';

/** Lists that depend on others and pages that draw themselves anew need a second look; none needs a fifth. */
const MOST_PASSES = 4;

/**
 * Fills what a step asks about the buyer, again where the page took it back or showed more, and gives the last sight.
 * A field that does not keep its value, or a required one that nobody can fill, is handed over by its name.
 */
export async function fillDetails(
  kit: Kit,
  checkout: Checkout,
  first: TabSight,
): Promise<TabSight | undefined> {
  const profile = await kit.documents.profile();
  const kept = new Set<string>();
  let lost: { order: FillOrder; outcome: FillOutcome }[] = [];
  let sight = first;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const orders = profile ? ordersFor(sight, profile, kept, checkout) : [];
    if (orders.length === 0) break;
    const filled = await kit.pages.fill(checkout.tabId!, orders);
    // The document may have gone on by itself; a page that the operator holds stops the run in the reading below.
    const outcomes = filled.ok ? filled.value : new Map<string, FillOutcome>();
    for (const order of orders) if (outcomes.get(keyOf(order)) === 'kept') kept.add(memoryOf(order));
    lost = orders.flatMap((order) => {
      const outcome = outcomes.get(keyOf(order)) ?? 'field_gone';
      return outcome === 'kept' ? [] : [{ order, outcome }];
    });
    const next = await readForAction(kit, checkout);
    if (!next) return undefined;
    sight = next;
    forgetEmptied(sight, kept);
  }
  const shown = new Set(deliveryFieldsOf(sight).map(memoryOfField));
  const failed = lost.find(({ order }) => shown.has(memoryOf(order)) && !kept.has(memoryOf(order)));
  if (failed) {
    await handOver(kit, checkout, failed.order.token, `did not keep its value (${failed.outcome})`);
    return undefined;
  }
  const blank = blankRequiredIn(sight, kept);
  if (blank) {
    await handOver(kit, checkout, blank.label || (blank.token ?? 'without a label'), 'is required and empty');
    return undefined;
  }
  return sight;
}

const keyOf = ({ frameId, ref }: { frameId: number; ref: string }): string => `${frameId}|${ref}`;
const memoryOf = ({ documentId, ref }: { documentId: string; ref: string }): string => `${documentId}|${ref}`;
const memoryOfField = ({ frame, finding }: ReturnType<typeof deliveryFieldsOf>[number]): string =>
  memoryOf({ documentId: frame.documentId, ref: finding.ref });

/** What depends on a country, such as its regions, can be chosen only after it. */
const rankOf = ({ token }: FillOrder): number => (token.startsWith('country') ? 0 : 1);

function ordersFor(
  sight: TabSight,
  profile: Profile,
  kept: ReadonlySet<string>,
  checkout: Checkout,
): FillOrder[] {
  // What the operator wrote while the page was theirs stays as it is.
  const mayBeOperators = checkout.handoffs.length > 0;
  const fields = deliveryFieldsOf(sight);
  const valueOf = profileValuesIn(
    fields.map(({ finding }) => finding.token),
    profile,
  );
  return fields
    .filter((field) => !kept.has(memoryOfField(field)) && !(mayBeOperators && field.finding.isFilled))
    .flatMap(({ frame: { frameId, documentId }, finding }): FillOrder[] => {
      const token = finding.token!;
      const value = valueOf(token);
      if (!value) return [];
      const { ref } = finding;
      const { alternatives } = value;
      return [{ frameId, documentId, ref, token, value: new Secret(value.value), alternatives }];
    })
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** A field that was filled and is empty now was drawn anew. Drop-downs that are no `select` do not say whether they are filled. */
function forgetEmptied(sight: TabSight, kept: Set<string>): void {
  for (const field of deliveryFieldsOf(sight)) {
    if (!field.finding.isFilled && field.finding.control !== 'listbox') kept.delete(memoryOfField(field));
  }
}

/** Kinds that a page may require of others than a buyer: they stand in forms of their own. */
const NOT_A_BUYERS =
  /^kind:(coupon|loyalty|search|quantity|username|current-password|new-password|bank-account|captcha|amount)$/;

function blankRequiredIn(sight: TabSight, kept: ReadonlySet<string>): FieldFinding | undefined {
  const { top } = sight;
  return top.reading.fields.find(
    (finding) =>
      finding.required &&
      !finding.isFilled &&
      finding.decoy === null &&
      finding.control !== 'listbox' &&
      !(finding.token && (isCardToken(finding.token) || finding.token === 'one-time-code')) &&
      !finding.signals.some((signal) => NOT_A_BUYERS.test(signal)) &&
      !kept.has(memoryOf({ documentId: top.documentId, ref: finding.ref })),
  );
}

async function handOver(kit: Kit, checkout: Checkout, field: string, what: string): Promise<void> {
  const current = kit.book.state().checkouts.get(checkout.id)!;
  const wall = {
    kind: 'unsupported_widget' as const,
    detail: `The field ${field.slice(0, 120)} ${what}.`,
    evidence: [field.slice(0, 120)],
  };
  await raiseHandoff(kit, current, wall, 'before_pay');
}
