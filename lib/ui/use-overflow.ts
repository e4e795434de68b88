import { useEffect, useState, type RefObject } from 'react';

/** Tells whether an element holds more than it is wide, so that it scrolls and must be reached by keyboard. */
export function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [isOverflowing, setIsOverflowing] = useState(false);
  // After every render too: what it holds may have grown while it stayed as wide as it was.
  useEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const look = () => setIsOverflowing(box.scrollWidth > box.clientWidth);
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => watch.disconnect();
  });
  return isOverflowing;
}
