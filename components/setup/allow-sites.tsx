import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { SetupForm, type SetupProps } from './setup-form.tsx';

interface AllowSitesProps extends SetupProps {
  onEvery: () => void;
  onShops: () => void;
}

/** Which sites may be seen: every one, or the shops of mandates as they are signed. */
export function AllowSites({ onEvery, onShops, ...setup }: AllowSitesProps) {
  const { t } = useLanguage();
  return (
    <SetupForm
      {...setup}
      step={5}
      title={t('sitesTitle')}
      text={t('sitesText')}
      onSubmit={onEvery}
      actions={
        <>
          <Button onPress={onShops} isDisabled={setup.isBusy}>
            {t('sitesShops')}
          </Button>
          <Button look="primary" isSubmit isDisabled={setup.isBusy}>
            {t('sitesEvery')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('sitesShopsHint')}</p>
    </SetupForm>
  );
}
