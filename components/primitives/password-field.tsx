import { useId, useState } from 'react';
import { Field } from './field.tsx';
import { useLanguage } from './language.tsx';

interface PasswordFieldProps {
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  autoComplete: 'new-password' | 'current-password';
}

/** A password that can be shown and pasted; it is asked for once. */
export function PasswordField({ value, onChange, hint, autoComplete }: PasswordFieldProps) {
  const { t } = useLanguage();
  const [isShown, setIsShown] = useState(false);
  const id = useId();
  return (
    <>
      <Field
        label={t('password')}
        type={isShown ? 'text' : 'password'}
        value={value}
        onChange={onChange}
        hint={hint}
        autoComplete={autoComplete}
        shouldFocus
      />
      <p className="row tick">
        <input id={id} type="checkbox" checked={isShown} onChange={() => setIsShown(!isShown)} />
        <label htmlFor={id}>{t('showPassword')}</label>
      </p>
    </>
  );
}
