import type { SetupScreen as SetupStep } from '../../lib/ui/screen.ts';
import { AllowSites } from '../setup/allow-sites.tsx';
import type { OfferedIssuer } from '../../lib/ui/offered-issuers.ts';
import { ConnectIssuer } from '../setup/connect-issuer.tsx';
import { CreateWallet } from '../setup/create-wallet.tsx';
import { DepositMoney } from '../setup/deposit-money.tsx';
import { SaveDetails } from '../setup/save-details.tsx';
import { UnlockWallet } from '../setup/unlock-wallet.tsx';
import type { ScreenContext } from './use-surface.ts';

interface SetupScreenProps extends ScreenContext {
  kind: SetupStep['kind'];
  issuers: readonly OfferedIssuer[];
  /** Opens the dashboard, where a file can be chosen; absent in the dashboard itself. */
  onOpenDashboard?: (() => void) | undefined;
}

/** The first run, one step a screen, and the lock. */
export function SetupScreen(props: SetupScreenProps) {
  const { kind, issuers, surface, snapshot, refusal, isBusy, choose, onOpenDashboard } = props;
  // A build that already sees every site has one step less.
  const steps = snapshot.sites === 'every' ? 4 : 5;
  // What a stopped browser cut off goes on, or ends, once the wallet is unlocked.
  const cutOff = snapshot.checkouts.filter(({ status }) => status === 'interrupted');
  const setup = { isReadOnly: snapshot.isReadOnly, isBusy, refusal, steps };
  switch (kind) {
    case 'create':
      return (
        <CreateWallet
          {...setup}
          onCreate={(password) => void surface.ask((call) => call('vault.create', { password }))}
          onHaveBackup={onOpenDashboard}
        />
      );
    case 'unlock':
      return (
        <UnlockWallet
          {...setup}
          waiting={snapshot.queue.length + cutOff.length}
          onUnlock={(password) => void surface.ask((call) => call('vault.unlock', { password }))}
        />
      );
    case 'issuer':
      return (
        <ConnectIssuer
          {...setup}
          offered={issuers}
          onConnect={(issuer) => void surface.ask((call) => call('issuer.connect', issuer))}
        />
      );
    case 'deposit':
      return (
        <DepositMoney
          {...setup}
          currency={snapshot.wallet.available.currency}
          onDeposit={(amount, reference) =>
            surface.ask((call) => call('wallet.deposit', { amount, reference }))
          }
          onSkip={() => choose({ isDepositSkipped: true })}
        />
      );
    case 'sites':
      return (
        <AllowSites
          {...setup}
          onEvery={() => void surface.requestSites(['<all_urls>'])}
          onShops={() => void surface.ask((call) => call('sites.choose-shops', {}))}
        />
      );
    default:
      return (
        <SaveDetails
          {...setup}
          onSave={(profile) => surface.ask((call) => call('profile.save', profile))}
          onSkip={() => choose({ isProfileSkipped: true })}
        />
      );
  }
}
