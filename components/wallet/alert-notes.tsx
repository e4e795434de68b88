import { cleanText } from '../../lib/ui/clean-text.ts';
import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { Domain } from '../primitives/domain.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note } from '../primitives/note.tsx';

/** That funds run low. */
export function FundsNote({ snapshot }: { snapshot: OperatorSnapshot }) {
  const { t } = useLanguage();
  const { isLow, below } = snapshot.fundsAlert;
  if (!isLow || !below) return null;
  return (
    <Note tone="needs">
      <strong>
        <Say k="fundsLow" values={[<Amount key="below" value={below} />]} />
      </strong>
      <p>{t('fundsLowText')}</p>
    </Note>
  );
}

/**
 * What the operator should know though nothing waits for them: a shop took more than was approved, funds run low, an
 * agent is refused again and again.
 */
export function AlertNotes({ snapshot }: { snapshot: OperatorSnapshot }) {
  const { t } = useLanguage();
  const refused = snapshot.agents.filter(
    ({ status, isOftenRefused }) => status === 'approved' && isOftenRefused,
  );
  return (
    <>
      {snapshot.checkouts
        .filter(({ isExcessBack }) => !isExcessBack)
        .map(({ id, merchant }) => (
          <Note key={id} tone="unknown">
            <Say k="excessNamed" values={[<Domain key="shop" host={merchant} registrable={merchant} />]} />{' '}
            <a href={`#/checkouts/${id}`}>{t('excessSee')}</a>
          </Note>
        ))}
      <FundsNote snapshot={snapshot} />
      {refused.map(({ id, name }) => (
        <Note key={id} tone="needs">
          <Say k="refusedOftenNamed" values={[<bdi key="name">{cleanText(name, 60)}</bdi>]} />
        </Note>
      ))}
    </>
  );
}
