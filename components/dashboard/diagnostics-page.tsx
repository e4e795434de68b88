import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Note } from '../primitives/note.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';
import { saveFile } from './save-file.ts';
import { useReading } from './use-reading.ts';

/** What may be sent to whoever helps: the whole text, before it is saved, and a count of what stays here. */
export function DiagnosticsPage({ surface, snapshot, refusal }: PageContext) {
  const { t, count } = useLanguage();
  const bundle = useReading(surface, snapshot.revision, 'records.diagnostics', {});
  const left = bundle?.leftOut ?? {};
  return (
    <PageFrame
      title={t('diagnostics')}
      refusal={refusal}
      actions={
        bundle && (
          <Button isSmall onPress={() => saveFile('countersign-diagnostics.json', bundle.text)}>
            {t('saveBundle')}
          </Button>
        )
      }
    >
      <Box title={t('leftOut')}>
        {snapshot.isReadOnly && (
          <Note tone="plain" icon="lock">
            {t('onlyOwnWindow')}
          </Note>
        )}
        {bundle && (
          <ul className="checks">
            <li>{count('leftOutNames', left['names'] ?? 0)}</li>
            <li>{count('leftOutPurposes', left['purposes'] ?? 0)}</li>
            <li>{count('leftOutShops', left['shops'] ?? 0)}</li>
            <li>{count('leftOutBodies', left['bodies'] ?? 0)}</li>
            {left['profile'] === 1 && <li>{t('leftOutProfile')}</li>}
          </ul>
        )}
      </Box>
      {bundle && (
        <Box title={t('wholeBundle')}>
          <pre className="ref bundle" tabIndex={0} aria-label={t('wholeBundle')}>
            {bundle.text}
          </pre>
        </Box>
      )}
    </PageFrame>
  );
}
