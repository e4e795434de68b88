import { useState } from 'react';
import { forgetDraft } from '../../lib/ui/drafts.ts';
import { wrongDetailOf, type ProfileDraft } from '../../lib/ui/profile-draft.ts';
import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Note, Refusal } from '../primitives/note.tsx';
import { EMPTY_PROFILE, ProfileFields, tidyProfile } from '../setup/profile-fields.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';
import { useReading } from './use-reading.ts';

interface ProfileFormProps extends Pick<PageContext, 'surface' | 'isBusy'> {
  saved: ProfileDraft;
}

function ProfileForm({ surface, isBusy, saved }: ProfileFormProps) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState(saved);
  const [isSaved, setIsSaved] = useState(false);
  const [wrong, setWrong] = useState<keyof ProfileDraft>();
  const save = async () => {
    const tidy = tidyProfile(draft);
    const found = wrongDetailOf(tidy);
    setWrong(found);
    if (found) return;
    const isDone = await surface.ask((call) => call('profile.save', tidy));
    setIsSaved(isDone);
    if (isDone) forgetDraft('profile');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {wrong && <Refusal>{t('errorField', t(wrong))}</Refusal>}
      <fieldset className="fields two">
        <legend className="vh">{t('profileTitle')}</legend>
        <ProfileFields
          isFull
          draft={draft}
          onChange={(next) => {
            setIsSaved(false);
            setDraft(next);
          }}
        />
      </fieldset>
      <p className="row actions">
        <span className="small muted" role="status">
          {isSaved && t('saved')}
        </span>
        <Button look="primary" isSubmit isDisabled={isBusy}>
          {t('saveDetails')}
        </Button>
      </p>
    </form>
  );
}

/** Contact and delivery, to be read and changed. The street never leaves this browser but into a checkout. */
export function ProfilePage({ surface, snapshot, refusal, isBusy }: PageContext) {
  const { t } = useLanguage();
  const read = useReading(surface, snapshot.revision, 'records.profile', {});
  return (
    <PageFrame title={t('profiles')} refusal={refusal}>
      <Box>
        <p className="muted gap">{t('profileText')}</p>
        {snapshot.isReadOnly && (
          <Note tone="plain" icon="lock">
            {t('onlyOwnWindow')}
          </Note>
        )}
        {read && <ProfileForm surface={surface} isBusy={isBusy} saved={read.profile ?? EMPTY_PROFILE} />}
      </Box>
    </PageFrame>
  );
}
