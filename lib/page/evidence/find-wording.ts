import { isMatch } from '../dom/own-members.ts';
import { capText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import type { PageTree } from '../dom/walk.ts';
import { queryAll } from './signal.ts';

const HEADLINES = 'h1, h2, h3, [role="heading"], legend';
const ALERTS =
  '[role="alert"], [role="alertdialog"], [role="status"], [aria-live="assertive"], [aria-live="polite"], [class*="error" i], [class*="alert" i], [class*="notice" i], [class*="warning" i], [class*="decline" i], [class*="message--" i], [class*="failure" i]';

/** Gives headings as shown, in reading order. */
export function findHeadlines(tree: PageTree): string[] {
  return textsOf(queryAll(tree, HEADLINES), 30);
}

/** Gives texts of alerts and live regions that are shown and say something. */
export function findAlerts(tree: PageTree): string[] {
  const boxes = queryAll(tree, ALERTS).filter(
    (box) => !isMatch(box, 'input, select, textarea, label, form, body, html, main'),
  );
  return textsOf(boxes, 20);
}

function textsOf(elements: readonly Element[], most: number): string[] {
  const texts: string[] = [];
  for (const element of elements.slice(0, 400)) {
    if (texts.length >= most) break;
    const text = capText(textOf(element, 400));
    if (text.length > 1 && !texts.includes(text) && isRendered(element)) texts.push(text);
  }
  return texts;
}
