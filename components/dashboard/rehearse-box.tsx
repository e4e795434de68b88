import { useState } from 'react';
import { askKey, reasonKey } from '../../lib/ui/message-keys.ts';
import { readAmount } from '../../lib/ui/read-amount.ts';
import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import type { RecordOf, Surface } from '../../lib/ui/surface-store.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import { Box } from './page-frame.tsx';

const VERDICTS: Readonly<Record<RecordOf<'records.rehearse'>['verdict'], MessageKey>> = {
  allow: 'verdictAllow',
  ask: 'verdictAsk',
  deny: 'verdictDeny',
};

/** Would this have been allowed? Asks policy about one purchase; nothing is held, drafted or paid. */
export function RehearseBox({ surface, mandate }: { surface: Surface; mandate: MandateView }) {
  const { t } = useLanguage();
  const [url, setUrl] = useState('');
  const [amount, setAmount] = useState('');
  const [said, setSaid] = useState<RecordOf<'records.rehearse'>>();
  const [isWrong, setIsWrong] = useState(false);
  const { currency } = mandate.budget;
  const rehearse = async () => {
    setSaid(undefined);
    const asked = readAmount(amount, currency);
    setIsWrong(!asked);
    if (!asked) return;
    const purchase = { url: url.trim(), amount: asked, isRecurring: false, lines: [] };
    setSaid(await surface.produce('records.rehearse', { mandateId: mandate.id, edit: {}, purchase }));
  };
  return (
    <Box title={t('rehearseTitle')}>
      <p className="muted gap">{t('rehearseText')}</p>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void rehearse();
        }}
      >
        {isWrong && <Refusal>{t('depositInvalid')}</Refusal>}
        <Field label={t('shopAddress')} type="url" value={url} onChange={setUrl} direction="ltr" />
        <Field
          label={t('amountIn', currency)}
          value={amount}
          onChange={setAmount}
          inputMode="decimal"
          direction="ltr"
        />
        <p className="row">
          <Button isSubmit>{t('rehearse')}</Button>
        </p>
      </form>
      <div role="status">
        {said && (
          <>
            <strong>{t(VERDICTS[said.verdict])}</strong>
            <ul className="list">
              {said.reasons.map((reason) => (
                <li key={reason}>{t(said.verdict === 'ask' ? askKey(reason) : reasonKey(reason))}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Box>
  );
}
