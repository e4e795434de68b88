import { useId, type ChangeEvent } from 'react';
import { useLanguage } from './language.tsx';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'password' | 'email' | 'tel' | 'url';
  hint?: string | undefined;
  isOptional?: boolean | undefined;
  autoComplete?: string | undefined;
  inputMode?: 'decimal' | 'numeric';
  shouldFocus?: boolean;
  pattern?: string | undefined;
  maxLength?: number | undefined;
  direction?: 'ltr' | 'auto';
}

/** A labelled text field. The hint stays visible beside it. */
export function Field({
  label,
  value,
  onChange,
  type = 'text',
  hint,
  isOptional = false,
  autoComplete = 'off',
  inputMode,
  shouldFocus,
  pattern,
  maxLength,
  direction = 'auto',
}: FieldProps) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <p className="row">
        <label htmlFor={id}>{label}</label>
        {isOptional && <span className="small muted end">{t('optional')}</span>}
      </p>
      <input
        id={id}
        type={type}
        value={value}
        dir={direction}
        required={!isOptional}
        autoComplete={autoComplete}
        spellCheck={false}
        autoFocus={shouldFocus}
        inputMode={inputMode}
        pattern={pattern}
        maxLength={maxLength}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
      />
      {hint && (
        <p className="small muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
