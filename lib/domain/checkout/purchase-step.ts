import type { SeenFrame } from './find-checkout.ts';

/** What is asked about where goods go, or about the card; a name or an e-mail is asked for everywhere. */
const OF_A_PURCHASE = /^(street-address|address-|postal-code|cc-)/;

/**
 * Tells whether what a tab shows is a step of a purchase: it states goods or sums, offers a way to pay, or asks where to
 * deliver. Elsewhere a "continue" may do anything to which the operator is signed in.
 */
export function isPurchaseStep(top: SeenFrame, frames: readonly SeenFrame[]): boolean {
  const { lines, amounts, total, cardMethod, cartProblems } = top.reading;
  return (
    lines.length + amounts.length + cartProblems.length > 0 ||
    total.status === 'read' ||
    cardMethod !== null ||
    [top, ...frames].some(({ reading }) =>
      reading.fields.some(({ token, decoy }) => decoy === null && OF_A_PURCHASE.test(token ?? '')),
    )
  );
}
