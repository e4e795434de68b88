import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { Domain } from '../primitives/domain.tsx';
import { useLanguage } from '../primitives/language.tsx';

interface AlwaysPaidProps {
  mandate: MandateView;
  isReadOnly: boolean;
  isBusy: boolean;
  onAskAgain: (merchant: string) => void;
}

/** Shops about which the operator said "always", each with the way to take that back. */
export function AlwaysPaid({ mandate, isReadOnly, isBusy, onAskAgain }: AlwaysPaidProps) {
  const { t } = useLanguage();
  return (
    <ul className="list tight">
      {mandate.allowedMerchants.map((merchant) => (
        <li key={merchant}>
          <span className="grow">
            <Domain host={merchant} registrable={merchant} />
          </span>
          {!isReadOnly && (
            <ConfirmButton
              isSmall
              isDisabled={isBusy}
              label={t('askAgainNamed', merchant)}
              confirm={t('sure')}
              onConfirm={() => onAskAgain(merchant)}
            >
              {t('askAgain')}
            </ConfirmButton>
          )}
        </li>
      ))}
    </ul>
  );
}
