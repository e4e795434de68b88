import { subtractMoney, type Money } from '../../lib/kernel/money.ts';
import { askKey, changeKey, warningKey } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { Amount } from '../primitives/amount.tsx';
import { Icon } from '../primitives/icon.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note } from '../primitives/note.tsx';

function TotalChange({ from, to }: { from: Money; to: Money }) {
  const { t } = useLanguage();
  const isSameCurrency = from.currency === to.currency;
  const difference = isSameCurrency ? subtractMoney(to, from) : undefined;
  const isMore = difference === undefined || difference.minor > 0n;
  return (
    <>
      <strong>{t(isMore ? 'totalRose' : 'totalFell')}</strong>
      <p className="diff">
        <span className="vh">{t('was')}</span>
        <s>
          <Amount value={from} className="was" currency={isSameCurrency ? 'none' : 'shown'} />
        </s>
        <Icon name="arrow" small />
        <span className="vh">{t('now')}</span>
        <Amount value={to} className="now" />
      </p>
      {difference && (
        <p className="muted">
          <Say
            k={isMore ? 'more' : 'less'}
            values={[
              <Amount
                key="difference"
                value={isMore ? difference : { ...difference, minor: -difference.minor }}
                currency="none"
              />,
            ]}
          />
        </p>
      )}
    </>
  );
}

const unique = (keys: readonly (MessageKey | undefined)[]) =>
  [...new Set(keys)].filter((key): key is MessageKey => key !== undefined);

/** Bad news first: what moved since it was shown, then why it is asked, then what the page has ticked. */
export function Changes({ checkout }: { checkout: CheckoutView }) {
  const { t } = useLanguage();
  const moved = unique(checkout.changed.map(changeKey));
  const asks = unique(checkout.asks.filter((code) => code !== 'changed').map(askKey));
  const warnings = unique(checkout.warnings.map(warningKey));
  const { total, looksLike } = checkout;
  const previousTotal = total && checkout.previousTotal;
  if (moved.length + asks.length + warnings.length === 0 && !previousTotal && !looksLike) return null;
  return (
    <section className="sec">
      {looksLike && (
        <Note tone="unknown">
          <strong>
            <Say
              k="warnLooksLike"
              values={[
                <bdi key="this" className="dom wrap" dir="ltr">
                  {checkout.merchant}
                </bdi>,
                <bdi key="other" className="dom wrap" dir="ltr">
                  {looksLike}
                </bdi>,
              ]}
            />
          </strong>
        </Note>
      )}
      {(moved.length > 0 || previousTotal) && (
        <Note tone="unknown">
          {previousTotal && <TotalChange from={previousTotal} to={total} />}
          {moved.map((key) => (
            <p key={key}>
              <strong>{t(key)}</strong>
            </p>
          ))}
        </Note>
      )}
      {asks.length + warnings.length > 0 && (
        <Note tone="needs">
          {[...asks, ...warnings].map((key) => (
            <p key={key}>
              <strong>{t(key)}</strong>
            </p>
          ))}
        </Note>
      )}
    </section>
  );
}
