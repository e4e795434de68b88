import { useState } from 'react';
import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { PasswordField } from '../primitives/password-field.tsx';
import { SetupForm, type SetupProps } from './setup-form.tsx';

export function CreateWallet({ onCreate, ...setup }: SetupProps & { onCreate: (password: string) => void }) {
  const { t } = useLanguage();
  const [password, setPassword] = useState('');
  return (
    <SetupForm
      {...setup}
      step={1}
      title={t('createTitle')}
      text={t('createText')}
      onSubmit={() => onCreate(password)}
      actions={
        <Button look="primary" isSubmit isDisabled={setup.isBusy}>
          {t('createWallet')}
        </Button>
      }
    >
      <PasswordField
        value={password}
        onChange={setPassword}
        hint={t('passwordHint')}
        autoComplete="new-password"
      />
    </SetupForm>
  );
}
