import { useState } from 'react';
import { Button } from '../primitives/button.tsx';
import { Foot } from '../primitives/foot.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import { KnownPassword } from '../primitives/password-field.tsx';
import { StatusLine } from '../primitives/status-line.tsx';
import type { SetupProps } from './setup-form.tsx';

interface UnlockWalletProps extends SetupProps {
  waiting: number;
  onUnlock: (password: string) => void;
}

/** Locked: one field, how much waits, and nothing else. */
export function UnlockWallet({ waiting, onUnlock, isReadOnly, isBusy, refusal }: UnlockWalletProps) {
  const { t } = useLanguage();
  const [password, setPassword] = useState('');
  return (
    <form
      className="screen"
      onSubmit={(event) => {
        event.preventDefault();
        onUnlock(password);
        setPassword('');
      }}
    >
      <StatusLine
        mood={waiting > 0 ? 'needs' : 'quiet'}
        icon="lock"
        words={t('lockedStatus')}
        end={waiting > 0 && <span className="end">{t('lockedWaiting', String(waiting))}</span>}
      />
      <div className="body">
        <section className="sec">
          <h1 className="title">{t('lockedTitle')}</h1>
          <p className="muted">{t('lockedText')}</p>
          {refusal && <Refusal>{refusal}</Refusal>}
        </section>
        <fieldset className="sec plain fields" disabled={isReadOnly}>
          <legend className="vh">{t('lockedTitle')}</legend>
          <KnownPassword label={t('password')} value={password} onChange={setPassword} shouldFocus />
        </fieldset>
      </div>
      <Foot isReadOnly={isReadOnly}>
        <Button look="primary" isSubmit isDisabled={isBusy}>
          {t('unlock')}
        </Button>
      </Foot>
    </form>
  );
}
