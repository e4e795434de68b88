import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** The part of a screen that scrolls. While something is below the fold, a bar names it. */
export function ScrollBody({ below, children }: { below: string; children: ReactNode }) {
  const end = useRef<HTMLDivElement>(null);
  const [isEndSeen, setIsEndSeen] = useState(true);
  useEffect(() => {
    const mark = end.current;
    if (!mark) return undefined;
    const watch = new IntersectionObserver(([entry]) => setIsEndSeen(entry?.isIntersecting ?? true));
    watch.observe(mark);
    return () => watch.disconnect();
  }, []);
  return (
    <div className="body">
      {children}
      <div className="fold" ref={end} />
      {!isEndSeen && (
        <button type="button" className="below" onClick={() => end.current?.scrollIntoView({ block: 'end' })}>
          <Icon name="down" />
          {below}
        </button>
      )}
    </div>
  );
}
