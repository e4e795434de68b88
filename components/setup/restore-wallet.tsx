import { useState } from 'react';
import { Button } from '../primitives/button.tsx';
import { FileField } from '../primitives/file-field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { KnownPassword } from '../primitives/password-field.tsx';

interface RestoreWalletProps {
  isBusy: boolean;
  onRestore: (backup: string, password: string) => void;
}

/** The wallet of a backup, where there is none yet. In the dashboard: a popup closes when a file is chosen. */
export function RestoreWallet({ isBusy, onRestore }: RestoreWalletProps) {
  const { t } = useLanguage();
  const [backup, setBackup] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        onRestore(backup, password);
        setPassword('');
      }}
    >
      <FileField label={t('backupFile')} accept=".json,application/json" onChoose={setBackup} />
      <KnownPassword label={t('backupPassword')} value={password} onChange={setPassword} />
      <p className="row">
        <Button isSubmit isDisabled={isBusy || backup === ''}>
          {t('restore')}
        </Button>
      </p>
    </form>
  );
}
