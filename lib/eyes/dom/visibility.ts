import type { z } from 'zod';
import type { DecoyReason, Rect } from '../../messaging/contracts/page-reading.ts';

type Reason = z.infer<typeof DecoyReason>;

/** Opacity below which nobody sees a field. */
const UNSEEN_OPACITY = 0.1;

/** An element's place in its frame's viewport, in CSS pixels. */
export function rectOf(element: Element): Rect {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

function opacityOf(element: Element): number {
  let opacity = 1;
  for (let node: Element | null = element; node; node = node.parentElement)
    opacity *= Number(getComputedStyle(node).opacity || '1');
  return opacity;
}

/**
 * Says why a person could not see a control; `null` when they can. A control may lie below the fold, but not outside
 * of what scrolling reaches.
 */
export function hiddenReasonOf(element: HTMLElement): Reason | null {
  const view = element.ownerDocument.defaultView;
  if (!view) return 'invisible';
  const style = view.getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse')
    return 'invisible';
  if (element.closest('[hidden],[inert]')) return 'invisible';
  const { x, y, width, height } = rectOf(element);
  if (width < 3 || height < 3) return 'too_small';
  const root = element.ownerDocument.documentElement;
  const isAbove = y + view.scrollY + height <= 0;
  const isBeside =
    x + view.scrollX + width <= 0 || x + view.scrollX >= Math.max(root.scrollWidth, view.innerWidth);
  if (isAbove || isBeside) return 'off_screen';
  if (opacityOf(element) < UNSEEN_OPACITY) return 'invisible';
  if (/^(inset\((100|50)%|rect\(0)/.test(style.clipPath) || /^rect\(0(px)?,? 0/.test(style.clip))
    return 'invisible';
  return null;
}

/** Tells whether a person can see an element now. */
export function isVisible(element: Element): boolean {
  return hiddenReasonOf(element as HTMLElement) === null;
}
