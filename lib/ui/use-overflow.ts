import { useEffect, useState, type RefObject } from 'react';

/** Tells whether an element holds more than it is wide, so that it scrolls and must be reached by keyboard. */
export function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [isOverflowing, setIsOverflowing] = useState(false);
  useEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const look = () => setIsOverflowing(box.scrollWidth > box.clientWidth);
    look();
    const size = new ResizeObserver(look);
    size.observe(box);
    // What it holds may grow by itself, while the box stays as wide as it was.
    const content = new MutationObserver(look);
    content.observe(box, { childList: true, subtree: true, characterData: true });
    return () => {
      size.disconnect();
      content.disconnect();
    };
  }, [element]);
  return isOverflowing;
}
