import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Seal } from '../primitives/seal.tsx';
import type { PageContext } from './context.ts';
import { BackupBox, EraseBox, ImportBox } from './keeping-box.tsx';
import { Box, PageFrame } from './page-frame.tsx';

/** What keeps the wallet to you: the lock, when it locks by itself, and the words that only you see. */
export function SecurityPage({ surface, snapshot, refusal, isBusy }: PageContext) {
  const { t } = useLanguage();
  return (
    <PageFrame title={t('security')} refusal={refusal}>
      <Box title={t('lockTitle')}>
        <p className="row">
          <span className="grow muted">{t('lockText')}</span>
          <Button icon="lock" onPress={() => void surface.ask((call) => call('vault.lock', {}))}>
            {t('lock')}
          </Button>
        </p>
      </Box>
      <Box title={t('sealTitle')}>
        <p className="row">
          <Seal words={snapshot.seal} />
          <strong>{snapshot.seal}</strong>
        </p>
        <p className="muted">{t('sealText')}</p>
      </Box>
      {!snapshot.isReadOnly && (
        <>
          <BackupBox surface={surface} isBusy={isBusy} />
          <ImportBox surface={surface} isBusy={isBusy} />
          <EraseBox surface={surface} isBusy={isBusy} />
        </>
      )}
      <Box title={t('boundTitle')}>
        <p className="muted">{t('boundText')}</p>
      </Box>
    </PageFrame>
  );
}
