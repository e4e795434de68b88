import { useState } from 'react';
import { ISSUER_WORDS, type ChosenIssuer, type OfferedIssuer } from '../../lib/ui/offered-issuers.ts';
import { useDraft } from '../../lib/ui/use-draft.ts';
import { useSandboxKey } from '../../lib/ui/use-sandbox-key.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { SetupForm, type SetupProps } from './setup-form.tsx';

interface ConnectIssuerProps extends SetupProps {
  /** What each kind starts with. Release builds offer no sandbox. */
  offered: readonly OfferedIssuer[];
  onConnect: (issuer: ChosenIssuer) => void;
}

export function ConnectIssuer({ offered, onConnect, ...setup }: ConnectIssuerProps) {
  const { t } = useLanguage();
  const first = offered[0] ?? { kind: 'lithic' as const, baseUrl: '' };
  const [place, setPlace] = useDraft<OfferedIssuer>('issuer', first);
  // The key is never kept: closed before it was sent, it is typed again.
  const [typedKey, setTypedKey] = useState<string>();
  const foundKey = useSandboxKey(place.kind === 'sandbox' ? place.baseUrl : undefined);
  const issuer: ChosenIssuer = { ...place, apiKey: typedKey ?? foundKey ?? '' };
  return (
    <SetupForm
      {...setup}
      step={2}
      title={t('issuerTitle')}
      text={t('issuerText')}
      onSubmit={() => onConnect(issuer)}
      actions={
        <Button look="primary" isSubmit isDisabled={setup.isBusy}>
          {t(ISSUER_WORDS[issuer.kind].connect)}
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
              onChange={() => {
                setPlace(choice);
                setTypedKey(undefined);
              }}
            />
            {t(ISSUER_WORDS[choice.kind].name)}
          </label>
        ))}
      </div>
      <Field
        label={t('issuerAddress')}
        type="url"
        direction="ltr"
        value={issuer.baseUrl}
        onChange={(baseUrl) => setPlace({ ...place, baseUrl })}
      />
      <Field
        label={t('apiKey')}
        type="password"
        direction="ltr"
        hint={typedKey === undefined && foundKey !== undefined ? t('sandboxFound') : undefined}
        value={issuer.apiKey}
        onChange={setTypedKey}
      />
    </SetupForm>
  );
}
