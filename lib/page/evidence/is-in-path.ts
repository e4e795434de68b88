import { closestOf, queryAllIn } from '../dom/own-members.ts';
import { formOf } from '../form/control-finding.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import { closestAcross } from '../dom/walk.ts';
import type { Scene } from './signal.ts';

const ASIDE =
  'footer, [class*="newsletter" i], [id*="newsletter" i], [class*="subscribe" i], [class*="mailing" i], [id*="comment" i], [class*="comment" i], [class*="review-form" i], [role="search"], [class*="contact-form" i]';
const ASIDE_WORDS =
  /newsletter|subscribe|mailing list|abonnier|inscri(s|v|re).{0,20}(newsletter|lettre)|suscrib|iscriviti|nieuwsbrief|biuletyn|メルマガ|订阅|뉴스레터|рассылк|bulten|write a review|leave a (comment|reply)|kommentar|ask a question/;

/**
 * Tells whether a box stands where the next action leads through: in its form, in a form of the buyer's own, or in no
 * form at all. The newsletter's box in the footer is nobody's wall.
 */
export function isInPath(box: Element, scene: Scene): boolean {
  const form = closestAcross(box, 'form') as HTMLFormElement | null;
  if (!form) return closestAcross(box, ASIDE) === null;
  const next = scene.nextAction;
  if (next && formOf(next) === form) return true;
  const visibleIn = (other: HTMLFormElement): number =>
    scene.tree.controls.filter((control) => control.form === other && isRendered(control)).length;
  const own = visibleIn(form);
  const isAside =
    own <= 2 && (closestOf(form, ASIDE) !== null || ASIDE_WORDS.test(normaliseText(textOf(form, 600))));
  if (isAside || closestAcross(box, ASIDE)) return false;
  if (next && formOf(next)) return false;
  return [...queryAllIn<HTMLFormElement>(scene.document, 'form')].every(
    (other) => visibleIn(other) <= Math.max(own, 1),
  );
}
