import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { Button, IconButton } from '../primitives/button.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Seal } from '../primitives/seal.tsx';

interface HeaderProps {
  snapshot: OperatorSnapshot;
  onStopAll: () => void;
  onLock: () => void;
}

/** The same on popup and panel: seal, available, your words, reserved, Stop all, lock. Locked, it tells no amounts. In a tab it stops too. */
export function Header({ snapshot, onStopAll, onLock }: HeaderProps) {
  const { t } = useLanguage();
  const { wallet, vault, seal } = snapshot;
  const isOpen = vault === 'unlocked';
  return (
    <header className="head">
      <Seal words={seal} />
      <div className="grow">
        <p className="bal">
          {!isOpen ? (
            t('extName')
          ) : (
            <Say k="available" values={[<Amount key="available" value={wallet.available} />]} />
          )}
        </p>
        <p className="sub">
          <bdi>{seal}</bdi>
          {isOpen && wallet.reserved.minor > 0n && (
            <span>
              {'· '}
              <Say
                k="reserved"
                values={[<Amount key="reserved" value={wallet.reserved} currency="none" />]}
              />
            </span>
          )}
        </p>
      </div>
      {vault !== 'missing' && (
        <Button isSmall icon="stop" onPress={onStopAll}>
          {t('stopAll')}
        </Button>
      )}
      {isOpen && <IconButton icon="lock" label={t('lock')} onPress={onLock} />}
    </header>
  );
}
