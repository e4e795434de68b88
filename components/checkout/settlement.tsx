import { excessKey } from '../../lib/ui/message-keys.ts';
import { hasTaken } from '../../lib/ui/screen.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note } from '../primitives/note.tsx';

/** Where the money of a payment went: locked, taken, returned, paid back; and who tried for more. */
export function Settlement({ checkout }: { checkout: CheckoutView }) {
  const { t } = useLanguage();
  const { card, took, returned, refunded, receipt } = checkout;
  if (!receipt && !hasTaken(checkout)) return <p>{t('noMoneyMoved')}</p>;
  if (!card || !took || !returned) return <p className="small muted">{t('notSettled')}</p>;
  return (
    <table className="lines">
      <caption className="vh">{t('returned')}</caption>
      <tbody>
        <tr>
          <th scope="row">{t('cardLocked')}</th>
          <td>
            <Amount value={card.limit} currency="ghost" />
          </td>
        </tr>
        <tr>
          <th scope="row">{t('shopTook')}</th>
          <td>
            <Amount value={took} currency="ghost" />
          </td>
        </tr>
        <tr className="total">
          <th scope="row">{t('returned')}</th>
          <td>
            <Amount value={returned} />
          </td>
        </tr>
        {refunded && (
          <tr>
            <th scope="row">{t('paidBack')}</th>
            <td>
              <Amount value={refunded} currency="ghost" />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** What the shop took beyond the approval: how much, why, and what can be done, or that it came back. */
export function ExcessNotes({ checkout }: { checkout: CheckoutView }) {
  const { t } = useLanguage();
  const { excess, isExcessBack } = checkout;
  return excess.map(({ why, amount }, index) => (
    <Note key={index} tone={isExcessBack ? 'plain' : 'unknown'}>
      <strong>
        <Say k="excessTaken" values={[<Amount key="amount" value={amount} />]} />
      </strong>
      <p>
        {t(excessKey(why))} {t(isExcessBack ? 'excessBack' : 'excessAdvice')}
      </p>
    </Note>
  ));
}

/** Attempts to charge the card that came to nothing. */
export function DeclinedAttempts({ checkout }: { checkout: CheckoutView }) {
  const { count } = useLanguage();
  if (checkout.declinedAttempts === 0) return null;
  return <Note tone="plain">{count('declinedAttempts', checkout.declinedAttempts)}</Note>;
}
