import type { ProfileDraft } from '../../lib/ui/profile-draft.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';

export const EMPTY_PROFILE: ProfileDraft = {
  givenName: '',
  familyName: '',
  phoneticGivenName: '',
  phoneticFamilyName: '',
  email: '',
  phone: '',
  addressLine1: '',
  addressLine2: '',
  city: '',
  region: '',
  postalCode: '',
  country: 'US',
};

interface DetailField {
  name: keyof ProfileDraft & MessageKey;
  /** A token of HTML's, or `off` where there is none. */
  autoComplete: string;
  /** Asked by some shops only; first run leaves it out. */
  isRare?: boolean;
  isOptional?: boolean;
  type?: 'email' | 'tel';
  hint?: MessageKey;
}

const FIELDS: readonly DetailField[] = [
  { name: 'givenName', autoComplete: 'given-name' },
  { name: 'familyName', autoComplete: 'family-name' },
  { name: 'phoneticGivenName', autoComplete: 'off', isOptional: true, isRare: true, hint: 'phoneticHint' },
  { name: 'phoneticFamilyName', autoComplete: 'off', isOptional: true, isRare: true },
  { name: 'email', autoComplete: 'email', type: 'email' },
  { name: 'phone', autoComplete: 'tel', type: 'tel', isOptional: true },
  { name: 'addressLine1', autoComplete: 'address-line1' },
  { name: 'addressLine2', autoComplete: 'address-line2', isOptional: true },
  { name: 'city', autoComplete: 'address-level2' },
  { name: 'region', autoComplete: 'address-level1', isOptional: true },
  { name: 'postalCode', autoComplete: 'postal-code', isOptional: true },
  { name: 'country', autoComplete: 'country', hint: 'countryHint' },
];

interface ProfileFieldsProps {
  draft: ProfileDraft;
  onChange: (draft: ProfileDraft) => void;
  /** Also what only some shops ask. */
  isFull?: boolean;
}

/** The fields of a profile, in the order in which shops ask for them. */
export function ProfileFields({ draft, onChange, isFull = false }: ProfileFieldsProps) {
  const { t } = useLanguage();
  return FIELDS.filter(({ isRare }) => isFull || !isRare).map(
    ({ name, autoComplete, isOptional, type, hint }) => (
      <Field
        key={name}
        label={t(name)}
        type={type ?? 'text'}
        value={draft[name]}
        onChange={(value) => onChange({ ...draft, [name]: value })}
        autoComplete={autoComplete}
        isOptional={isOptional}
        hint={hint && t(hint)}
        pattern={name === 'country' ? '[A-Za-z]{2}' : undefined}
      />
    ),
  );
}

/** A profile as it is saved: the country in capitals, whatever was typed. */
export const tidyProfile = (draft: ProfileDraft): ProfileDraft => ({
  ...draft,
  country: draft.country.trim().toUpperCase(),
});
