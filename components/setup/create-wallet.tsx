import { useState } from 'react';
import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { PasswordField, ShowPassword } from '../primitives/password-field.tsx';
import { SetupForm, type SetupProps } from './setup-form.tsx';

interface CreateWalletProps extends SetupProps {
  onCreate: (password: string) => void;
  /** Leads to where a backup can be chosen; absent where that stands beside. */
  onHaveBackup: (() => void) | undefined;
}

export function CreateWallet({ onCreate, onHaveBackup, ...setup }: CreateWalletProps) {
  const { t } = useLanguage();
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [doDiffer, setDoDiffer] = useState(false);
  return (
    <SetupForm
      {...setup}
      refusal={doDiffer ? t('passwordsDiffer') : setup.refusal}
      step={1}
      title={t('createTitle')}
      text={t('createText')}
      onSubmit={() => {
        setDoDiffer(password !== repeated);
        if (password === repeated) onCreate(password);
      }}
      actions={
        <>
          {onHaveBackup && <Button onPress={onHaveBackup}>{t('haveBackup')}</Button>}
          <Button look="primary" isSubmit isDisabled={setup.isBusy}>
            {t('createWallet')}
          </Button>
        </>
      }
    >
      <PasswordField
        label={t('password')}
        value={password}
        onChange={setPassword}
        isShown={isShown}
        hint={t('passwordHint')}
        autoComplete="new-password"
        shouldFocus
      />
      <PasswordField
        label={t('passwordRepeat')}
        value={repeated}
        onChange={setRepeated}
        isShown={isShown}
        autoComplete="new-password"
      />
      <ShowPassword isShown={isShown} onToggle={() => setIsShown(!isShown)} />
    </SetupForm>
  );
}
