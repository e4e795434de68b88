import type { AutocompleteToken } from '../../messaging/contracts/page-reading.ts';

/** What a control may be: a token that we fill, or something that must be told from it and is never filled. */
export type FieldKind =
  | AutocompleteToken
  | 'coupon' | 'loyalty' | 'search' | 'quantity' | 'username' | 'current-password' | 'new-password' | 'bday-part'
  | 'tel-extension' | 'bank-account' | 'amount' | 'captcha' | 'url' | 'other'; // prettier-ignore

const FILLABLE: Readonly<Record<AutocompleteToken, true>> = {
  'name': true, 'honorific-prefix': true, 'given-name': true, 'additional-name': true, 'family-name': true,
  'email': true, 'tel': true, 'tel-country-code': true, 'tel-national': true, 'tel-area-code': true,
  'tel-local': true, 'organization': true, 'street-address': true, 'address-line1': true, 'address-line2': true,
  'address-line3': true, 'address-level1': true, 'address-level2': true, 'address-level3': true, 'postal-code': true,
  'country': true, 'country-name': true, 'bday': true, 'cc-name': true, 'cc-given-name': true,
  'cc-family-name': true, 'cc-number': true, 'cc-exp': true, 'cc-exp-month': true, 'cc-exp-year': true,
  'cc-csc': true, 'cc-type': true, 'one-time-code': true, 'phonetic-name': true, 'phonetic-given-name': true,
  'phonetic-family-name': true, 'house-number': true,
}; // prettier-ignore

/** Tells whether a kind is a token of the reading. */
export function isToken(kind: string | null): kind is AutocompleteToken {
  return kind !== null && Object.hasOwn(FILLABLE, kind);
}

/** Tells whether a kind is card data. */
export function isCardKind(kind: string | null): boolean {
  return kind !== null && kind.startsWith('cc-');
}
