import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatDate } from '../../lib/ui/format-time.ts';
import { cardStatusKey } from '../../lib/ui/message-keys.ts';
import type { CardRow } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { Domain } from '../primitives/domain.tsx';
import { useLanguage } from '../primitives/language.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';
import { useReading } from './use-reading.ts';

interface CardLineProps {
  card: CardRow;
  onClose: (() => void) | undefined;
}

function CardLine({ card, onClose }: CardLineProps) {
  const { t, locale } = useLanguage();
  return (
    <tr>
      <td>
        <bdi dir="ltr" className="nowrap">
          •••• {card.last4}
        </bdi>
      </td>
      <td>
        <Domain host={card.merchant} registrable={card.merchant} />
      </td>
      <td className="small muted">
        <bdi>{cleanText(card.workflow || card.agentName, 60)}</bdi>
      </td>
      <td>
        {t(cardStatusKey(card.status))}
        {card.canClose && (
          <>
            <br />
            <span className="small muted">{t('until', formatDate(card.expiresAt, locale))}</span>
          </>
        )}
      </td>
      <td className="num">
        <Amount value={card.limit} />
      </td>
      <td className="num">
        {onClose && (
          <ConfirmButton
            isSmall
            label={t('closeCardNamed', card.last4)}
            confirm={t('sure')}
            onConfirm={onClose}
          >
            {t('closeCard')}
          </ConfirmButton>
        )}
      </td>
    </tr>
  );
}

/** The single-use cards: last four digits, limit, state. One that nothing uses can be closed alone. */
export function CardsPage({ surface, snapshot, refusal }: PageContext) {
  const { t } = useLanguage();
  const cards = useReading(surface, snapshot.revision, 'records.cards', {})?.cards;
  return (
    <PageFrame title={t('cards')} refusal={refusal}>
      <Box>
        {cards?.length === 0 && <p className="muted">{t('noCards')}</p>}
        {cards && cards.length > 0 && (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('card')}</th>
                <th scope="col">{t('shop')}</th>
                <th scope="col">{t('mandateStatus')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col" className="num">
                  {t('limit')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {cards.map((card) => (
                <CardLine
                  key={card.id}
                  card={card}
                  onClose={
                    card.canClose && !snapshot.isReadOnly
                      ? () => void surface.ask((call) => call('card.close', { cardId: card.id }))
                      : undefined
                  }
                />
              ))}
            </tbody>
          </table>
        )}
      </Box>
    </PageFrame>
  );
}
