import { useState } from 'react';
import { askKey, reasonKey } from '../../lib/ui/message-keys.ts';
import { formatMoment } from '../../lib/ui/format-time.ts';
import { toMoneyJSON } from '../../lib/kernel/money.ts';
import { readAmount } from '../../lib/ui/read-amount.ts';
import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import type { RecordOf, Surface } from '../../lib/ui/surface-store.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { useNow } from '../../lib/ui/use-now.ts';
import { Amount } from '../primitives/amount.tsx';
import { Button } from '../primitives/button.tsx';
import { Domain } from '../primitives/domain.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import { Box } from './page-frame.tsx';

/** So many purchases are looked at: the last ones. */
const LAST = 100;

const LIMITS: readonly { term: 'budget' | 'perPayment' | 'askAbove'; label: MessageKey }[] = [
  { term: 'budget', label: 'termBudget' },
  { term: 'perPayment', label: 'perPaymentLabel' },
  { term: 'askAbove', label: 'askAboveLabel' },
];

type Replay = RecordOf<'records.replay'>;

function ReplayTable({ rows }: { rows: Replay['rows'] }) {
  const { t, locale } = useLanguage();
  const now = useNow();
  return (
    <table className="lines">
      <caption className="vh">{t('replayTitle')}</caption>
      <tbody>
        {rows.map(({ at, merchant, amount, verdict, reasons }, index) => (
          <tr key={index}>
            <td className="muted">{formatMoment(at, now, locale)}</td>
            <th scope="row">
              <Domain host={merchant} registrable={merchant} />
            </th>
            <td>
              {reasons.map((reason) => t(verdict === 'ask' ? askKey(reason) : reasonKey(reason))).join(' ') ||
                t('replayAllow')}
            </td>
            <td>
              <Amount value={amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the rules would have said of the last purchases under other limits. Nothing is drafted or signed. */
export function ReplayBox({ surface, mandate }: { surface: Surface; mandate: MandateView }) {
  const { t } = useLanguage();
  const [limits, setLimits] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState<Replay>();
  const [isWrong, setIsWrong] = useState(false);
  const { currency } = mandate.budget;
  const replay = async () => {
    const typed = LIMITS.filter(({ term }) => limits[term]?.trim());
    const edit = Object.fromEntries(
      typed.flatMap(({ term }) => {
        const limit = readAmount(limits[term]!, currency);
        return limit ? [[term, toMoneyJSON(limit)]] : [];
      }),
    );
    // A limit that cannot be read must not count as one that was left empty.
    const areRead = Object.keys(edit).length === typed.length;
    setIsWrong(!areRead);
    setSaid(undefined);
    if (!areRead) return;
    setSaid(await surface.produce('records.replay', { mandateId: mandate.id, edit, last: LAST }));
  };
  return (
    <Box title={t('replayTitle')}>
      <p className="muted gap">{t('replayText')}</p>
      <form
        className="fields two"
        onSubmit={(event) => {
          event.preventDefault();
          void replay();
        }}
      >
        {isWrong && <Refusal>{t('depositInvalid')}</Refusal>}
        {LIMITS.map(({ term, label }) => (
          <Field
            key={term}
            label={t(label)}
            value={limits[term] ?? ''}
            onChange={(value) => setLimits({ ...limits, [term]: value })}
            inputMode="decimal"
            direction="ltr"
            isOptional
          />
        ))}
        <p className="row">
          <Button isSubmit>{t('replay')}</Button>
        </p>
      </form>
      <div role="status">
        {said && (
          <>
            <p className="gap">
              <strong>{t('replayed', String(said.rows.length), String(said.changed))}</strong>
            </p>
            {said.rows.length > 0 && <ReplayTable rows={said.rows} />}
          </>
        )}
      </div>
    </Box>
  );
}
