import type { FieldKind } from './field-kind.ts';
import { isToken } from './field-kind.ts';

const SECTIONS: ReadonlySet<string> = new Set([
  'shipping',
  'billing',
  'home',
  'work',
  'mobile',
  'fax',
  'pager',
  'webauthn',
]);

const ALIASES: Readonly<Record<string, FieldKind>> = {
  'username': 'username', 'new-password': 'new-password', 'current-password': 'current-password',
  'bday-day': 'bday-part', 'bday-month': 'bday-part', 'bday-year': 'bday-part', 'transaction-amount': 'amount',
  'transaction-currency': 'other', 'tel-extension': 'tel-extension', 'tel-local-prefix': 'tel-local',
  'tel-local-suffix': 'tel-local', 'organization-title': 'other', 'nickname': 'username', 'url': 'url', 'sex': 'other',
  'cc-additional-name': 'other', 'honorific-suffix': 'other', 'address-level4': 'other', 'photo': 'other',
  'impp': 'other', 'language': 'other',
  // Spellings that shops really use.
  'cc-cvc': 'cc-csc', 'cc-cvv': 'cc-csc', 'cc-cvv2': 'cc-csc', 'cc-expiry': 'cc-exp', 'cc-expires': 'cc-exp',
  'ccname': 'cc-name', 'ccnumber': 'cc-number', 'cardnumber': 'cc-number', 'cc-holder': 'cc-name', 'phone': 'tel',
  'address1': 'address-line1', 'address2': 'address-line2', 'city': 'address-level2', 'state': 'address-level1',
  'zip': 'postal-code', 'otp': 'one-time-code', 'address': 'street-address', 'region': 'address-level1',
  'locality': 'address-level2', 'province': 'address-level1', 'fname': 'given-name', 'lname': 'family-name',
  'first-name': 'given-name', 'last-name': 'family-name', 'cc-exp-date': 'cc-exp',
}; // prettier-ignore

export interface AutocompleteHint {
  readonly kind: FieldKind;
  readonly section: 'shipping' | 'billing' | null;
}

/** Reads an `autocomplete` attribute (HTML §4.10.18.7); `null` when it names no field. */
export function readAutocomplete(attribute: string | null): AutocompleteHint | null {
  if (!attribute) return null;
  const tokens = attribute.trim().toLowerCase().split(/\s+/);
  const section = tokens.includes('billing') ? 'billing' : tokens.includes('shipping') ? 'shipping' : null;
  const rest = tokens.filter((token) => !SECTIONS.has(token) && !token.startsWith('section-'));
  for (const token of rest.reverse()) {
    if (isToken(token)) return { kind: token, section };
    if (Object.hasOwn(ALIASES, token)) return { kind: ALIASES[token]!, section };
  }
  return null;
}
