import { formatDateTime } from '../../lib/ui/format-time.ts';
import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import { useLanguage } from '../primitives/language.tsx';
import { Note } from '../primitives/note.tsx';

/** What Stop all did, for as long as something is still paused by it. */
export function StoppedNote({ snapshot }: { snapshot: OperatorSnapshot }) {
  const { t, count, locale } = useLanguage();
  const { lastStop: stop } = snapshot;
  const isPaused = [...snapshot.agents, ...snapshot.mandates].some(({ status }) => status === 'paused');
  if (!stop || !isPaused) return null;
  const parts = [
    count('stoppedRuns', stop.runs),
    count('stoppedCards', stop.cards),
    count('stoppedMandates', stop.mandates),
    count('stoppedAgents', stop.agents),
  ];
  return (
    <Note tone="plain" icon="stop">
      <strong>{t('stoppedAt', formatDateTime(stop.at, locale))}</strong>
      <p>{new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)}</p>
      {stop.observed.length > 0 && <p>{count('stoppedObserved', stop.observed.length)}</p>}
      <p className="muted">{t('stoppedResume')}</p>
    </Note>
  );
}
