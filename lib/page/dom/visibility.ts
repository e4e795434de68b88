import type { Rect } from '../../messaging/contracts/page-reading.ts';
import {
  boundsOf,
  documentElementOf,
  documentOf,
  isPainted,
  scrollingElementOf,
  viewOf,
} from './own-members.ts';
import { parentOf } from './walk.ts';

type Hidden = 'invisible' | 'off_screen' | 'too_small';

const FAINT = 0.15;
const SMALLEST_PX = 4;

/** Gives an element's rectangle in the viewport of its own frame. */
export function rectOf(element: Element): Rect {
  const { x, y, width, height } = boundsOf(element);
  return { x, y, width, height };
}

/** Tells whether an element is painted at all: displayed, not faded out, of some size, not parked away. */
export function isRendered(element: Element): boolean {
  return whyNotRendered(element) === null;
}

/** Gives why a human cannot see an element, wherever on the page it stands; `null` when it can be seen. */
export function whyNotRendered(element: Element): Hidden | null {
  const view = viewOf(element);
  if (!view || !element.isConnected) return 'invisible';
  if (!isPainted(element)) return 'invisible';
  let box = rectOf(element);
  if (box.width < SMALLEST_PX || box.height < SMALLEST_PX) return 'too_small';
  let opacity = 1;
  let isFixed = false;
  let isScrolled = false;
  for (let current: Element | null = element; current; current = parentOf(current)) {
    const style = view.getComputedStyle(current);
    if (style.display === 'none' || (current === element && style.visibility === 'hidden'))
      return 'invisible';
    opacity *= style.opacity === '' ? 1 : Number(style.opacity);
    if (opacity < FAINT) return 'invisible';
    if (isClippedAway(style)) return 'too_small';
    if (current !== element && !isFixed) {
      isScrolled ||= scrolls(style);
      if (!isScrolled && clips(style) && !isPageRoot(current)) {
        box = intersect(box, rectOf(current));
        if (box.width < 1 || box.height < 1) return 'off_screen';
      }
    }
    isFixed ||= style.position === 'fixed';
  }
  return isParked(element, view, isFixed) ? 'off_screen' : null;
}

const isPageRoot = (element: Element): boolean => element.tagName === 'HTML' || element.tagName === 'BODY';

/** What a scroller hides can be scrolled to; what a clipping box hides cannot. */
const scrolls = (style: CSSStyleDeclaration): boolean =>
  /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`);

const clips = (style: CSSStyleDeclaration): boolean =>
  /hidden|clip/.test(`${style.overflow} ${style.overflowX} ${style.overflowY}`);

/** Tells whether a style cuts all of its element away, as pages do with what only screen readers read. */
export function isClippedAway(style: CSSStyleDeclaration): boolean {
  if (/^rect\((0px|1px)[, ]+(0px|1px)[, ]+(0px|1px)[, ]+(0px|1px)\)$/.test(style.clip ?? '')) return true;
  const path = style.clipPath ?? '';
  return /^inset\((100%|50%)/.test(path) || /^circle\(0(px|%)?\b/.test(path);
}

/** Tells whether an element is parked where no scrolling leads. */
function isParked(element: Element, view: Window, isFixed: boolean): boolean {
  const { x, y, width, height } = rectOf(element);
  if (isFixed) return x + width <= 0 || y + height <= 0 || x >= view.innerWidth || y >= view.innerHeight;
  const left = x + view.scrollX;
  const top = y + view.scrollY;
  if (left + width <= 0 || top + height <= 0) return true;
  const page = scrollingElementOf(documentOf(element)) ?? documentElementOf(documentOf(element));
  const far = Math.max(page.scrollWidth, view.innerWidth);
  return far > 0 && left >= far;
}

function intersect(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}
