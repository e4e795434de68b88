import { foldText } from '../../kernel/fold-text.ts';
import type { SeenFrame } from './find-checkout.ts';

/** What is asked about where goods go, or about the card; a name or an e-mail is asked for everywhere. */
const OF_A_PURCHASE = /^(street-address|address-|postal-code|cc-)/;

/** To go on as a guest is offered by shops alone: before the first step of a checkout. */
const AS_GUEST =
  /\b(guest|gast|invite|invitado|invitada|ospite|convidado|visitante|gosc|host|vendeg|oaspete|misafir|gaest|gjest|viera(?:s|ana)|gost|tamu)\b|гост|ゲスト|비회원|游客|訪客|ضيف|אורח|(without|ohne|sans|sin|senza|sem|zonder|bez|utan|uden|uten)\b.{0,24}\b(account|konto|kundenkonto|anmeld|registr|inscri|compte|cuenta|conta|aanmeld|rejestr)/;

/**
 * Tells whether what a tab shows is a step of a purchase: it states goods or sums, offers a way to pay or to go on as a
 * guest, or asks where to deliver. Elsewhere a "continue" may do anything to which the operator is signed in.
 */
export function isPurchaseStep(top: SeenFrame, frames: readonly SeenFrame[]): boolean {
  const { lines, amounts, total, cardMethod, cartProblems, proceed } = top.reading;
  return (
    lines.length + amounts.length + cartProblems.length > 0 ||
    total.status === 'read' ||
    cardMethod !== null ||
    AS_GUEST.test(foldText(proceed?.label ?? '')) ||
    [top, ...frames].some(({ reading }) =>
      reading.fields.some(({ token, decoy }) => decoy === null && OF_A_PURCHASE.test(token ?? '')),
    )
  );
}
