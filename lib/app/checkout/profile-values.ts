import type { AutocompleteToken } from '../../domain/checkout/page-reading.ts';
import { callingCodeOf, nationalNumberOf } from './calling-codes.ts';
import type { Profile } from '../../domain/checkout/profile.ts';

/** A value for a field, with other spellings that a list may offer. */
export interface FieldValue {
  readonly value: string;
  readonly alternatives: readonly string[];
}

const plain = (value: string): FieldValue => ({ value, alternatives: [] });

function regionNames(profile: Profile): string[] {
  return [profile.region, `${profile.country}-${profile.region}`];
}

/**
 * The pieces of a phone number that forms ask for apart. Area codes are told only where all are of one length; the page cuts
 * the whole over three boxes itself, as it is written or by the room of each.
 */
function phoneParts(
  profile: Profile,
  country: string,
  isInThree: boolean,
): Partial<Record<AutocompleteToken, FieldValue>> {
  const code = callingCodeOf(profile.country);
  const national = nationalNumberOf(profile.phone, profile.country);
  const digits = national.replace(/\D/g, '');
  return {
    ...(code !== undefined && {
      'tel-country-code': { value: `+${code}`, alternatives: [profile.country, country, code] },
    }),
    ...(isInThree && { 'tel-area-code': plain(national), 'tel-local': plain(national) }),
    ...(!isInThree &&
      code === '1' &&
      digits.length === 10 && {
        'tel-area-code': plain(digits.slice(0, 3)),
        'tel-local': plain(digits.slice(3)),
      }),
  };
}

/** Two boxes for the rest of one number, one right behind the other; two numbers of two boxes each are told in their parts. */
const isPhoneInThree = (form: readonly (AutocompleteToken | null)[]): boolean =>
  form.some((token, at) => token === 'tel-local' && form[at + 1] === 'tel-local');

const HOUSE_NUMBER = String.raw`\d+ ?\p{L}?(?: ?[-/] ?\d+ ?\p{L}?)?(?: (?:bis|ter))?`;
const AT_THE_END = new RegExp(`^(?<street>.+?)[ ,]+(?<house>${HOUSE_NUMBER})$`, 'u');
const AT_THE_START = new RegExp(`^(?<house>${HOUSE_NUMBER})[ ,]+(?<street>.+)$`, 'u');

/** The line of an address cut into street and number of the house; one that holds no number is all street. */
function partsOfLine(line: string): { street: string; house: string } {
  const { street = line, house = '' } = (AT_THE_END.exec(line) ?? AT_THE_START.exec(line))?.groups ?? {};
  return { street, house };
}

/**
 * Gives what a profile says for the fields of one form, by their tokens; `undefined` for those of which it says nothing.
 * Where the number of the house is asked for apart, the street is given without it.
 */
export function profileValuesIn(
  form: readonly (AutocompleteToken | null)[],
  profile: Profile,
): (token: AutocompleteToken) => FieldValue | undefined {
  const { street, house } = partsOfLine(profile.addressLine1);
  const line1 = form.includes('house-number') ? street : profile.addressLine1;
  const country = new Intl.DisplayNames(['en'], { type: 'region' }).of(profile.country) ?? profile.country;
  const values: Partial<Record<AutocompleteToken, FieldValue>> = {
    name: plain(`${profile.givenName} ${profile.familyName}`),
    'given-name': plain(profile.givenName),
    'family-name': plain(profile.familyName),
    // Written as Japanese names are: the family's first.
    'phonetic-name': plain([profile.phoneticFamilyName, profile.phoneticGivenName].join(' ').trim()),
    'phonetic-given-name': plain(profile.phoneticGivenName),
    'phonetic-family-name': plain(profile.phoneticFamilyName),
    email: plain(profile.email),
    tel: plain(profile.phone),
    'tel-national': plain(nationalNumberOf(profile.phone, profile.country)),
    ...phoneParts(profile, country, isPhoneInThree(form)),
    'street-address': plain([line1, profile.addressLine2].filter(Boolean).join(', ')),
    'address-line1': plain(line1),
    'house-number': plain(house),
    'address-line2': plain(profile.addressLine2),
    'address-level2': plain(profile.city),
    'address-level1': { value: profile.region, alternatives: regionNames(profile) },
    'postal-code': plain(profile.postalCode),
    country: { value: profile.country, alternatives: [country] },
    'country-name': { value: country, alternatives: [profile.country] },
  };
  return (token) => (values[token]?.value === '' ? undefined : values[token]);
}
