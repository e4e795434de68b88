import { isSameItem } from '../../lib/ui/screen.ts';
import type { QueueItem } from '../../lib/ui/snapshot-views.ts';
import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';

interface QueueStripProps {
  queue: readonly QueueItem[];
  front: QueueItem;
  onChoose: (item: QueueItem) => void;
}

/** Where this decision stands among those that wait, and the way to the next. */
export function QueueStrip({ queue, front, onChoose }: QueueStripProps) {
  const { t } = useLanguage();
  const index = queue.findIndex((item) => isSameItem(item, front));
  const next = queue[(index + 1) % queue.length];
  if (queue.length < 2 || !next) return null;
  return (
    <div className="strip">
      <span className="grow">{t('queuePosition', String(index + 1), String(queue.length))}</span>
      <Button isSmall look="quiet" onPress={() => onChoose(next)}>
        {t('queueNext')}
      </Button>
    </div>
  );
}
