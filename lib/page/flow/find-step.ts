import type { FrameReading } from '../../messaging/contracts/page-reading.ts';
import { capText, normaliseText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import { childrenOf, type PageTree } from '../dom/walk.ts';
import { queryAll } from '../evidence/signal.ts';

interface Step extends NonNullable<FrameReading['step']> {
  /** Whether no later step asks anything. */
  readonly isLast: boolean;
}

const MARKED = '[aria-current="step"], [aria-current="page"], [aria-current="true"]';
const TRAILS =
  '[class*="step" i], [class*="progress" i], [class*="breadcrumb" i], [role="tablist"], [aria-label*="step" i], [aria-label*="progress" i]';
const CURRENT = /(^|[\s_-])(active|current|is-active|is-current|selected|in-progress)($|[\s_-])/i;

/** "Step 2 of 4" in the languages of shops; on normalised text. */
const COUNTED =
  /(?:step|stage|schritt|etape|paso|passo|etapa|stap|krok|steg|trin|vaihe|adim|шаг|крок|βημα|lepes|pasul|langkah|buoc|ステップ|步骤|步驟|단계|الخطوة|שלב|ขั้นตอนที่)\s*:?\s*(\d{1,2})\s*(?:of|von|sur|de|di|van|z|av|af|\/|из|з|από|din|dari|tren|の|中|من|מתוך|จาก|-)\s*(\d{1,2})(?!\d)/;
/** A last step that only says that all is done. On normalised text. */
const DONE =
  /\bdone\b|complete|receipt|thank|success|fertig|termine|merci|gracias|grazie|klaar|gotowe|完了|完成|완료|готово/;
const LONGEST = 60;
const MOST_STEPS = 12;

/** Says at which step of a checkout a page stands, where it says so: by a marked trail, or in words. */
export function findStep(tree: PageTree): Step | null {
  return findMarked(tree) ?? findCounted(tree);
}

/** A list of steps of which one is marked as current. */
function findMarked(tree: PageTree): Step | null {
  const marked = queryAll(tree, MARKED).filter((element) => element.closest(TRAILS) ?? isStep(element));
  const byClass = queryAll(tree, TRAILS).flatMap((trail) =>
    [...trail.querySelectorAll('li, [class*="step" i], [role="tab"]')].filter((item) =>
      CURRENT.test(item.getAttribute('class') ?? ''),
    ),
  );
  for (const element of [...marked, ...byClass]) {
    const items = siblingsOf(element);
    if (!items || !isRendered(element)) continue;
    const current = items.findIndex((item) => item === element || item.contains(element));
    // Without words of its own it is no step among these.
    if (current < 0) continue;
    const label = capText(textOf(items[current]!, LONGEST), LONGEST);
    // The tabs of a payment's means are no steps, though one of them is chosen.
    const isLast =
      element.closest('[role="tablist"]') !== null || items.slice(current + 1).every(asksNothingLater);
    if (label) return { current: current + 1, of: items.length, label, isLast };
  }
  return null;
}

/** A later step that only says that all is done, or that shows its fields on this page already. */
function asksNothingLater(item: Element): boolean {
  const field = item.querySelector('input:not([type="hidden"]), select');
  return DONE.test(normaliseText(textOf(item, LONGEST))) || (field !== null && isRendered(field));
}

const isStep = (element: Element): boolean => element.getAttribute('aria-current') === 'step';

/** The steps beside one: elements of one kind under one parent. */
function siblingsOf(element: Element): Element[] | null {
  let current: Element | null = element;
  for (let depth = 0; current && depth < 3; depth += 1, current = current.parentElement) {
    const { parentElement, tagName } = current;
    const items = (parentElement ? childrenOf(parentElement) : []).filter(
      (item) => item.tagName === tagName && textOf(item, LONGEST) !== '',
    );
    if (items.length >= 2 && items.length <= MOST_STEPS) return items;
  }
  return null;
}

function findCounted(tree: PageTree): Step | null {
  for (const element of queryAll(
    tree,
    'h1, h2, h3, h4, p, span, div, li, legend, strong, [role="heading"]',
  )) {
    if (element.childElementCount > 3 || (element.textContent ?? '').length > 120) continue;
    const text = textOf(element, 120);
    const found = COUNTED.exec(normaliseText(text));
    const [current, of] = [Number(found?.[1]), Number(found?.[2])];
    if (found && current >= 1 && current <= of && of <= MOST_STEPS && isRendered(element))
      return { current, of, label: capText(text, LONGEST), isLast: current === of };
  }
  return null;
}
