import { useState } from 'react';
import type { ProfileDraft } from '../../lib/ui/profile-draft.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { SetupForm, type SetupProps } from './setup-form.tsx';

const EMPTY: ProfileDraft = {
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

interface SaveDetailsProps extends SetupProps {
  onSave: (profile: ProfileDraft) => void;
  onSkip: () => void;
}

export function SaveDetails({ onSave, onSkip, ...setup }: SaveDetailsProps) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState(EMPTY);
  return (
    <SetupForm
      {...setup}
      step={4}
      title={t('profileTitle')}
      text={t('profileText')}
      onSubmit={() => onSave({ ...draft, country: draft.country.trim().toUpperCase() })}
      actions={
        <>
          <Button onPress={onSkip}>{t('later')}</Button>
          <Button look="primary" isSubmit isDisabled={setup.isBusy}>
            {t('saveDetails')}
          </Button>
        </>
      }
    >
      {FIELDS.map(({ name, autoComplete, isOptional, type }) => (
        <Field
          key={name}
          label={t(name)}
          type={type ?? 'text'}
          value={draft[name]}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
          autoComplete={autoComplete}
          isOptional={isOptional}
          hint={name === 'country' ? t('countryHint') : undefined}
          pattern={name === 'country' ? '[A-Za-z]{2}' : undefined}
        />
      ))}
    </SetupForm>
  );
}
