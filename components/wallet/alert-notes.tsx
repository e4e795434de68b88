import { cleanText } from '../../lib/ui/clean-text.ts';
import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note } from '../primitives/note.tsx';

/** What the operator should know though nothing waits for them: funds run low, an agent is refused again and again. */
export function AlertNotes({ snapshot }: { snapshot: OperatorSnapshot }) {
  const { t } = useLanguage();
  const { fundsAlert, agents } = snapshot;
  const refused = agents.filter(({ status, isOftenRefused }) => status === 'approved' && isOftenRefused);
  return (
    <>
      {fundsAlert.isLow && fundsAlert.below && (
        <Note tone="needs">
          <strong>
            <Say k="fundsLow" values={[<Amount key="below" value={fundsAlert.below} />]} />
          </strong>
          <p>{t('fundsLowText')}</p>
        </Note>
      )}
      {refused.map(({ id, name }) => (
        <Note key={id} tone="needs">
          <Say k="refusedOftenNamed" values={[<bdi key="name">{cleanText(name, 60)}</bdi>]} />
        </Note>
      ))}
    </>
  );
}

/** Tells whether there is anything to say. */
export const hasAlerts = ({ fundsAlert, agents }: OperatorSnapshot): boolean =>
  fundsAlert.isLow || agents.some(({ status, isOftenRefused }) => status === 'approved' && isOftenRefused);
