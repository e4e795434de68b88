import { useState } from 'react';
import { wrongDetailOf, type ProfileDraft } from '../../lib/ui/profile-draft.ts';
import { useDraft } from '../../lib/ui/use-draft.ts';
import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { EMPTY_PROFILE, ProfileFields, tidyProfile } from './profile-fields.tsx';
import { SetupForm, type SetupProps } from './setup-form.tsx';

interface SaveDetailsProps extends SetupProps {
  onSave: (profile: ProfileDraft) => Promise<boolean>;
  onSkip: () => void;
}

export function SaveDetails({ onSave, onSkip, ...setup }: SaveDetailsProps) {
  const { t } = useLanguage();
  const [draft, setDraft, forget] = useDraft('profile', EMPTY_PROFILE);
  const [wrong, setWrong] = useState<keyof ProfileDraft>();
  const save = async () => {
    const tidy = tidyProfile(draft);
    const found = wrongDetailOf(tidy);
    setWrong(found);
    if (!found && (await onSave(tidy))) forget();
  };
  return (
    <SetupForm
      {...setup}
      refusal={wrong ? t('errorField', t(wrong)) : setup.refusal}
      step={4}
      title={t('profileTitle')}
      text={t('profileText')}
      onSubmit={() => void save()}
      actions={
        <>
          <Button
            onPress={() => {
              forget();
              onSkip();
            }}
          >
            {t('later')}
          </Button>
          <Button look="primary" isSubmit isDisabled={setup.isBusy}>
            {t('saveDetails')}
          </Button>
        </>
      }
    >
      <ProfileFields draft={draft} onChange={setDraft} />
    </SetupForm>
  );
}
