import type { ProfileDraft } from '../../lib/ui/profile-draft.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';

export const EMPTY_PROFILE: ProfileDraft = {
  givenName: '',
  familyName: '',
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
  autoComplete: string;
  isOptional?: boolean;
  type?: 'email' | 'tel';
}

const FIELDS: readonly DetailField[] = [
  { name: 'givenName', autoComplete: 'given-name' },
  { name: 'familyName', autoComplete: 'family-name' },
  { name: 'email', autoComplete: 'email', type: 'email' },
  { name: 'phone', autoComplete: 'tel', type: 'tel', isOptional: true },
  { name: 'addressLine1', autoComplete: 'address-line1' },
  { name: 'addressLine2', autoComplete: 'address-line2', isOptional: true },
  { name: 'city', autoComplete: 'address-level2' },
  { name: 'region', autoComplete: 'address-level1', isOptional: true },
  { name: 'postalCode', autoComplete: 'postal-code', isOptional: true },
  { name: 'country', autoComplete: 'country' },
];

interface ProfileFieldsProps {
  draft: ProfileDraft;
  onChange: (draft: ProfileDraft) => void;
}

/** The fields of a profile, in the order in which shops ask for them. */
export function ProfileFields({ draft, onChange }: ProfileFieldsProps) {
  const { t } = useLanguage();
  return FIELDS.map(({ name, autoComplete, isOptional, type }) => (
    <Field
      key={name}
      label={t(name)}
      type={type ?? 'text'}
      value={draft[name]}
      onChange={(value) => onChange({ ...draft, [name]: value })}
      autoComplete={autoComplete}
      isOptional={isOptional}
      hint={name === 'country' ? t('countryHint') : undefined}
      pattern={name === 'country' ? '[A-Za-z]{2}' : undefined}
    />
  ));
}

/** A profile as it is saved: the country in capitals, whatever was typed. */
export const tidyProfile = (draft: ProfileDraft): ProfileDraft => ({
  ...draft,
  country: draft.country.trim().toUpperCase(),
});
