import { useEffect, useRef, type ReactNode } from 'react';

/** The heading of a screen. It takes the focus when its screen opens, so that a stray Enter decides nothing. */
export function Heading({ children, look = 'title' }: { children: ReactNode; look?: 'title' | 'bare' }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 className={look === 'title' ? 'title' : undefined} tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
