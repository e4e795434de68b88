import { useState } from 'react';
import { forgetDraft } from '../../lib/ui/drafts.ts';
import type { Surface } from '../../lib/ui/surface-store.ts';
import { Button } from '../primitives/button.tsx';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { FileField } from '../primitives/file-field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { KnownPassword } from '../primitives/password-field.tsx';
import { Box } from './page-frame.tsx';
import { saveFile } from './save-file.ts';

interface KeepingProps {
  surface: Surface;
  isBusy: boolean;
}

/** The sealed wallet as a file. Whoever takes it must know the password, even while the wallet is open. */
export function BackupBox({ surface, isBusy }: KeepingProps) {
  const { t } = useLanguage();
  const [password, setPassword] = useState('');
  const backUp = async () => {
    // Cleared with the press, as elsewhere: cleared with the answer, it would take what was typed anew meanwhile.
    setPassword('');
    const sealed = await surface.backUp(password);
    if (sealed !== undefined) saveFile('countersign-wallet.json', sealed);
  };
  return (
    <Box title={t('backupTitle')}>
      <p className="muted gap">{t('backupText')}</p>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void backUp();
        }}
      >
        <KnownPassword label={t('password')} value={password} onChange={setPassword} />
        <p className="row">
          <Button isSubmit isDisabled={isBusy}>
            {t('backup')}
          </Button>
        </p>
      </form>
    </Box>
  );
}

/** Erases what is about a person and not about money: pictures of checkouts, contact and delivery. */
export function EraseBox({ surface, isBusy }: KeepingProps) {
  const { t } = useLanguage();
  const [isErased, setIsErased] = useState<'pictures' | 'profile'>();
  const erase = async (what: 'pictures' | 'profile') => {
    if (what === 'profile') forgetDraft('profile');
    if (await surface.ask((call) => call('records.erase', { what }))) setIsErased(what);
  };
  return (
    <Box title={t('eraseTitle')}>
      <p className="muted gap">{t('eraseText')}</p>
      <p className="row">
        <ConfirmButton
          key={`pictures ${isErased ?? ''}`}
          confirm={t('sure')}
          isDisabled={isBusy}
          onConfirm={() => void erase('pictures')}
        >
          {t('erasePictures')}
        </ConfirmButton>
        <ConfirmButton
          key={`profile ${isErased ?? ''}`}
          confirm={t('sure')}
          isDisabled={isBusy}
          onConfirm={() => void erase('profile')}
        >
          {t('eraseProfile')}
        </ConfirmButton>
      </p>
      <p className="small muted" role="status">
        {isErased && t('erased')}
      </p>
    </Box>
  );
}

/** Takes up the books of an export in a wallet that has none yet: after a restore, with the key that signed them. */
export function ImportBox({ surface, isBusy }: KeepingProps) {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [entries, setEntries] = useState<number>();
  const takeUp = async () => {
    setEntries(undefined);
    setEntries((await surface.produce('records.import', { text }))?.entries);
  };
  return (
    <Box title={t('importTitle')}>
      <p className="muted gap">{t('importText')}</p>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void takeUp();
        }}
      >
        <FileField label={t('importFile')} accept=".json,application/json" onChoose={setText} />
        <p className="row">
          <Button isSubmit isDisabled={isBusy || text === ''}>
            {t('import')}
          </Button>
        </p>
      </form>
      <p className="small muted" role="status">
        {entries !== undefined && t('imported', String(entries))}
      </p>
    </Box>
  );
}
