import { useId, useState } from 'react';
import { Field } from './field.tsx';
import { useLanguage } from './language.tsx';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isShown: boolean;
  hint?: string;
  autoComplete: 'new-password' | 'current-password';
  shouldFocus?: boolean;
}

/** A password that can be shown and pasted. */
export function PasswordField({ isShown, ...field }: PasswordFieldProps) {
  return <Field {...field} type={isShown ? 'text' : 'password'} />;
}

/** Shows what is typed, so that a typing error can be seen. */
export function ShowPassword({ isShown, onToggle }: { isShown: boolean; onToggle: () => void }) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <p className="row tick">
      <input id={id} type="checkbox" checked={isShown} onChange={onToggle} />
      <label htmlFor={id}>{t('showPassword')}</label>
    </p>
  );
}

/** The password of a vault that there is, which can be looked at while it is typed. */
export function KnownPassword(
  field: Pick<PasswordFieldProps, 'label' | 'value' | 'onChange' | 'shouldFocus'>,
) {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <PasswordField {...field} isShown={isShown} autoComplete="current-password" />
      <ShowPassword isShown={isShown} onToggle={() => setIsShown(!isShown)} />
    </>
  );
}
