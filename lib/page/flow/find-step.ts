import type { FrameReading } from '../../messaging/contracts/page-reading.ts';
import { closestOf, queryIn, textContentOf } from '../dom/own-members.ts';
import { capText, normaliseText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import type { PageTree } from '../dom/walk.ts';
import { queryAll } from '../evidence/signal.ts';
import { currentStep } from './current-step.ts';
import { stepTrails } from './step-trails.ts';

interface Step extends NonNullable<FrameReading['step']> {
  /** Whether no later step asks anything. */
  readonly isLast: boolean;
}

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

/** A row of steps of which one is the current. */
function findMarked(tree: PageTree): Step | null {
  for (const row of stepTrails(tree)) {
    const current = currentStep(row);
    if (current === null || !isRendered(row[current]!)) continue;
    const label = capText(textOf(row[current]!, LONGEST), LONGEST);
    // The tabs of a payment's means are no steps, though one of them is chosen.
    const isLast =
      closestOf(row[current]!, '[role="tablist"]') !== null || row.slice(current + 1).every(asksNothingLater);
    if (label) return { current: current + 1, of: row.length, label, isLast };
  }
  return null;
}

/** A later step that only says that all is done, or that shows its fields on this page already. */
function asksNothingLater(item: Element): boolean {
  const field = queryIn(item, 'input:not([type="hidden"]), select');
  return DONE.test(normaliseText(textOf(item, LONGEST))) || (field !== null && isRendered(field));
}

/** One place in words. A page that counts several of its own sections stands at none of them. */
function findCounted(tree: PageTree): Step | null {
  let step: Step | null = null;
  for (const element of queryAll(
    tree,
    'h1, h2, h3, h4, p, span, div, li, legend, strong, [role="heading"]',
  )) {
    if (element.childElementCount > 3 || (textContentOf(element) ?? '').length > 120) continue;
    const text = textOf(element, 120);
    const found = COUNTED.exec(normaliseText(text));
    const [current, of] = [Number(found?.[1]), Number(found?.[2])];
    if (!found || current < 1 || current > of || of > MOST_STEPS || !isRendered(element)) continue;
    if (step && step.current !== current) return null;
    step ??= { current, of, label: capText(text, LONGEST), isLast: current === of };
  }
  return step;
}
