import { queryIn } from './dom/own-members.ts';

/** Attributes by which most card fields give themselves away. */
const CARD_FIELDS = [
  'input[autocomplete^="cc-"]', 'input[autocomplete$="cc-number"]', 'input[name*="card" i]', 'input[id*="card" i]',
  'input[name*="cvc" i]', 'input[name*="cvv" i]', 'input[name*="kart" i]', 'input[name*="tarjeta" i]', 'input[name*="carte" i]',
  'input[name*="ccnum" i]', 'input[name*="cc_num" i]', 'iframe[name^="__privateStripeFrame"]',
  'iframe[src*="hosted-field"]', 'iframe[src*="securedfields" i]', 'iframe[name*="card" i]', 'iframe[title*="card" i]',
].join(','); // prettier-ignore

/** Tells at a glance whether a document may be a checkout. One native query, no layout, no trace. */
export function looksLikeCheckout(document: Document): boolean {
  return queryIn(document, CARD_FIELDS) !== null;
}
