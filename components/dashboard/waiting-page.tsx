import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { isSameItem, screenOfItem } from '../../lib/ui/screen.ts';
import { queueKey } from '../../lib/ui/message-keys.ts';
import type { QueueItem } from '../../lib/ui/snapshot-views.ts';
import { useLanguage } from '../primitives/language.tsx';
import { DecisionScreen } from '../surface/decision-screen.tsx';
import type { PageContext } from './context.ts';
import { PageFrame } from './page-frame.tsx';

/** One thing that waits, exactly as the popup shows it. Once it is answered, the way leads back to the overview. */
export function WaitingPage({ item, ...context }: PageContext & { item: QueueItem }) {
  const { t } = useLanguage();
  const [, go] = useLocation();
  const { snapshot } = context;
  const isWaiting = snapshot.queue.some((one) => isSameItem(one, item));
  const screen = screenOfItem(snapshot, item);
  // What was only just asked for may not be in the snapshot yet: only what was seen waiting can have been answered.
  const wasWaiting = useRef(false);
  useEffect(() => {
    if (!isWaiting && wasWaiting.current) go('/');
    wasWaiting.current = isWaiting;
  }, [isWaiting, go]);
  if (!isWaiting || !screen) return <PageFrame title={t('errorOther')}>{null}</PageFrame>;
  return (
    <section className="sheetbox" aria-label={t(queueKey(item.kind))}>
      <DecisionScreen {...context} screen={screen} choose={() => undefined} />
    </section>
  );
}
