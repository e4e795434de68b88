import { Link } from 'wouter';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatTimeLeft } from '../../lib/ui/format-time.ts';
import { queueKey } from '../../lib/ui/message-keys.ts';
import type { OperatorSnapshot, QueueItem } from '../../lib/ui/snapshot-views.ts';
import { useNow } from '../../lib/ui/use-now.ts';
import { Amount } from '../primitives/amount.tsx';
import { Icon } from '../primitives/icon.tsx';
import type { IconName } from '../primitives/icon-shapes.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';

const ICONS: Readonly<Record<string, IconName>> = {
  unknown: 'unknown',
  handoff: 'hand',
  agent: 'agent',
  stopped_agent: 'stop',
};

/** What an item is about, out of the snapshot: who, how much, and until when. */
function subjectOf(snapshot: OperatorSnapshot, { kind, id }: QueueItem) {
  if (kind === 'agent') {
    const agent = snapshot.agents.find((one) => one.id === id);
    return { words: agent?.name ?? '', amount: null, until: agent?.expiresAt ?? null };
  }
  if (kind === 'stopped_agent') {
    const agent = snapshot.agents.find((one) => one.id === id);
    return { words: agent?.name ?? '', amount: null, until: null };
  }
  if (kind === 'mandate') {
    const mandate = snapshot.mandates.find((one) => one.id === id);
    const words = mandate ? [mandate.workflow || mandate.purpose, mandate.agentName] : [];
    return { words: words.join(' · '), amount: mandate?.budget ?? null, until: null };
  }
  if (kind === 'choice') {
    const choice = snapshot.choices.find((one) => one.id === id);
    const words = [choice?.workflow, choice?.agentName].filter(Boolean);
    return { words: words.join(' · '), amount: null, until: choice?.expiresAt ?? null };
  }
  const checkout = snapshot.checkouts.find((one) => one.id === id);
  return {
    words: [checkout?.merchant, checkout?.agentName].filter(Boolean).join(' · '),
    amount: checkout?.total ?? null,
    until: checkout?.handoff?.expiresAt ?? (kind === 'preview' ? (checkout?.answerBy ?? null) : null),
  };
}

/** What waits for the operator, most urgent first, each with the way to it. */
export function WaitingList({ snapshot }: { snapshot: OperatorSnapshot }) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const { queue } = snapshot;
  if (queue.length === 0) return <p className="muted">{t('nothingNeedsYou')}</p>;
  return (
    <ul className="list">
      {queue.map((item) => {
        const { words, amount, until } = subjectOf(snapshot, item);
        const left = until === null ? 0 : until - now;
        return (
          <li key={`${item.kind}${item.id}`}>
            <Icon
              name={ICONS[item.kind] ?? 'pen'}
              className={item.kind === 'unknown' ? 'fg-unknown' : 'fg-needs'}
            />
            <span className="grow">
              <strong>{t(queueKey(item.kind))}</strong>
              <br />
              <bdi className="small muted">{cleanText(words, 120)}</bdi>
            </span>
            {amount && <Amount value={amount} />}
            {left > 0 && (
              <span className="small muted nowrap">
                <Say
                  k="minutesLeft"
                  values={[
                    <span key="left" className="t">
                      {formatTimeLeft(left, locale)}
                    </span>,
                  ]}
                />
              </span>
            )}
            <Link className="btn sm" href={`/waiting/${item.kind}/${item.id}`}>
              {t('review')}
              <span className="vh">
                {t(queueKey(item.kind))}: <bdi>{cleanText(words, 120)}</bdi>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
