import { findCheckout, isCardToken, type PlacedField } from '../../domain/checkout/find-checkout.ts';
import { orderIn } from '../../domain/outcome/judge-outcome.ts';
import type { Wall } from '../../domain/wall/wall.ts';
import type { TabSight } from '../../ports/page-driver.ts';
import type { Kit } from '../kit.ts';
import { judgeTab } from './judge-tab.ts';

/** Judges whether a wall stands on the tab. */
export function wallOn(kit: Kit, sight: TabSight): Wall | undefined {
  return judgeTab(kit.scope, sight, kit.clock.now()).walls.wall;
}

/**
 * Tells whether nothing is in the way any more. A check that is still at work may turn out either way: while it works
 * a person who began it is not done.
 */
export function isWayFree(kit: Kit, sight: TabSight): boolean {
  const { wall, checks } = judgeTab(kit.scope, sight, kit.clock.now()).walls;
  return wall === undefined && checks.every(({ state }) => state === 'passive' || state === 'solved');
}

/** Tells whether the tab shows a placed order instead of a checkout. A wall may carry a reference, too; it is no order. */
export function showsOrder(kit: Kit, sight: TabSight): boolean {
  const { walls, finding } = judgeTab(kit.scope, sight, kit.clock.now());
  return orderIn(finding) !== undefined && walls.wall === undefined;
}

/** Reads the tab as a checkout under this build's scope. */
export function findOn(kit: Kit, sight: TabSight, startedAt?: string) {
  return findCheckout(sight.top, sight.frames, kit.scope, startedAt);
}

/** The fields for contact and delivery in the merchant's top document. */
export function deliveryFieldsOf(sight: TabSight): PlacedField[] {
  return sight.top.reading.fields
    .filter((finding) => finding.token !== null && finding.decoy === null && finding.confidence >= 0.5)
    .filter((finding) => !isCardToken(finding.token!) && finding.token !== 'one-time-code')
    .map((finding) => ({ frame: sight.top, finding }));
}

/** What each of these fields holds, and what the page says in words: an address that was changed there voids an approval. */
export function heldInDelivery(sight: TabSight): string[] {
  const fields = deliveryFieldsOf(sight).map(({ finding: { token, holds } }) => `${token}=${holds ?? ''}`);
  return [...fields, `shown=${sight.top.reading.shownDelivery ?? ''}`];
}
