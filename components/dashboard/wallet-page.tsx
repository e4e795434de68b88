import { useState } from 'react';
import { Amount } from '../primitives/amount.tsx';
import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Note } from '../primitives/note.tsx';
import { ISSUER_WORDS, type OfferedIssuer } from '../../lib/ui/offered-issuers.ts';
import { ConnectIssuer } from '../setup/connect-issuer.tsx';
import { DepositMoney } from '../setup/deposit-money.tsx';
import type { PageContext } from './context.ts';
import { FundsAlertBox } from './funds-alert-box.tsx';
import { Box, PageFrame } from './page-frame.tsx';

type Task = 'deposit' | 'issuer';

/** The issuer that makes the cards, what the wallet holds, and the ways to change either. */
export function WalletPage({ issuers, ...context }: PageContext & { issuers: readonly OfferedIssuer[] }) {
  const { surface, snapshot, refusal, isBusy } = context;
  const { t } = useLanguage();
  const [task, setTask] = useState<Task>();
  const { issuer, wallet, isReadOnly } = snapshot;
  // Steps of the first run; here there are none to count.
  const setup = { isReadOnly, isBusy, refusal, steps: 0 };
  const begin = (next: Task | undefined) => {
    surface.dismiss();
    setTask(next);
  };
  const close = () => begin(undefined);
  return (
    <PageFrame title={t('wallet')} refusal={task ? undefined : refusal}>
      <Box title={t('walletAvailable')}>
        <p className="row">
          <span className="grow">
            <Amount value={wallet.available} look="fig" />
          </span>
          {!isReadOnly && <Button onPress={() => begin('deposit')}>{t('deposit')}</Button>}
        </p>
      </Box>
      {!isReadOnly && <FundsAlertBox surface={surface} snapshot={snapshot} isBusy={isBusy} />}
      <Box title={t('issuers')}>
        <p className="row">
          <span className="grow">
            <strong>{issuer && t(ISSUER_WORDS[issuer.kind].name)}</strong>
            <br />
            <span className="ref muted wrap">{issuer?.baseUrl}</span>
          </span>
          {!isReadOnly && <Button onPress={() => begin('issuer')}>{t('changeIssuer')}</Button>}
        </p>
        {isReadOnly && (
          <Note tone="plain" icon="lock">
            {t('onlyOwnWindow')}
          </Note>
        )}
      </Box>
      {task === 'deposit' && (
        <section className="sheetbox">
          <DepositMoney
            {...setup}
            currency={wallet.available.currency}
            onDeposit={(amount, reference) =>
              surface
                .ask((call) => call('wallet.deposit', { amount, reference }))
                .then((isDone) => {
                  if (isDone) close();
                  return isDone;
                })
            }
            onSkip={close}
          />
        </section>
      )}
      {task === 'issuer' && (
        <section className="sheetbox">
          <ConnectIssuer
            {...setup}
            offered={issuers}
            onConnect={(chosen) =>
              void surface.ask((call) => call('issuer.connect', chosen)).then((isDone) => isDone && close())
            }
          />
        </section>
      )}
    </PageFrame>
  );
}
