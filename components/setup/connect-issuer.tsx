import { useState } from 'react';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { SetupForm, type SetupProps } from './setup-form.tsx';

export interface IssuerChoice {
  kind: 'sandbox' | 'lithic';
  baseUrl: string;
  apiKey: string;
}

interface ConnectIssuerProps extends SetupProps {
  /** What each kind starts with. Release builds offer no sandbox. */
  offered: readonly IssuerChoice[];
  onConnect: (issuer: IssuerChoice) => void;
}

export function ConnectIssuer({ offered, onConnect, ...setup }: ConnectIssuerProps) {
  const { t } = useLanguage();
  const [issuer, setIssuer] = useState<IssuerChoice>(
    offered[0] ?? { kind: 'lithic', baseUrl: '', apiKey: '' },
  );
  return (
    <SetupForm
      {...setup}
      step={2}
      title={t('issuerTitle')}
      text={t('issuerText')}
      onSubmit={() => onConnect(issuer)}
      actions={
        <Button look="primary" isSubmit isDisabled={setup.isBusy}>
          {t(issuer.kind === 'sandbox' ? 'connectSandbox' : 'connectLithic')}
        </Button>
      }
    >
      <div role="radiogroup" aria-label={t('issuerKind')} className="choices">
        {offered.map((choice) => (
          <label key={choice.kind} className="row">
            <input
              type="radio"
              name="issuer"
              checked={issuer.kind === choice.kind}
              onChange={() => setIssuer(choice)}
            />
            {t(choice.kind === 'sandbox' ? 'issuerSandbox' : 'issuerLithic')}
          </label>
        ))}
      </div>
      <Field
        label={t('issuerAddress')}
        type="url"
        direction="ltr"
        value={issuer.baseUrl}
        onChange={(baseUrl) => setIssuer({ ...issuer, baseUrl })}
      />
      <Field
        label={t('apiKey')}
        type="password"
        direction="ltr"
        value={issuer.apiKey}
        onChange={(apiKey) => setIssuer({ ...issuer, apiKey })}
      />
    </SetupForm>
  );
}
