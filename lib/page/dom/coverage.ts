import { closestOf, contains, queryIn, rootOf, viewOf } from './own-members.ts';
import { parentOf } from './walk.ts';
import { rectOf } from './visibility.ts';

const SAMPLES = [0.5, 0.12, 0.88] as const;

/**
 * Tells whether something else lies over an element. Looks at three points; labels, icons and wrappers of the same
 * field do not count, nor does what scrolls away by itself.
 */
export function isCovered(element: Element): boolean {
  const view = viewOf(element);
  const root = rootOf(element) as Document | ShadowRoot;
  if (!view || typeof root.elementFromPoint !== 'function') return false;
  const box = rectOf(element);
  let looked = 0;
  for (const share of SAMPLES) {
    const x = box.x + box.width * share;
    const y = box.y + box.height / 2;
    if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) continue;
    const hit = root.elementFromPoint(x, y);
    if (!hit) continue;
    looked += 1;
    if (belongsTo(hit, element) || isPassing(hit, view)) return false;
  }
  return looked > 0;
}

function belongsTo(hit: Element, element: Element): boolean {
  if (hit === element || contains(element, hit) || contains(hit, element)) return true;
  if (hit.shadowRoot && contains(hit.shadowRoot, element)) return true;
  const label = closestOf<HTMLLabelElement>(hit, 'label');
  if (label && (label.htmlFor === element.id || contains(label, element))) return true;
  const own = rectOf(element);
  const wrapper = parentOf(element);
  const outer = wrapper && parentOf(wrapper);
  return [wrapper, outer].some((around) => {
    if (!around || !contains(around, hit)) return false;
    const theirs = rectOf(around);
    return (
      theirs.width * theirs.height <= own.width * own.height * 3 && !queryIn(around, 'dialog, [role=dialog]')
    );
  });
}

/** A slim bar that sticks to the window covers what scrolling uncovers; a curtain over the page does not. */
function isPassing(hit: Element, view: Window): boolean {
  for (let current: Element | null = hit; current; current = parentOf(current)) {
    const { position } = view.getComputedStyle(current);
    if (position === 'fixed' || position === 'sticky') {
      const box = rectOf(current);
      return box.width * box.height < view.innerWidth * view.innerHeight * 0.4;
    }
  }
  return false;
}
