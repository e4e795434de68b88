import { normaliseText } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import { isCovered } from '../dom/coverage.ts';
import { captionOf, formOf, isEnabled } from './control-finding.ts';
import { senseOf } from './submit-words.ts';

export interface SubmitContext {
  readonly buttons: readonly HTMLElement[];
  /** Card fields of this document, the first visible one first. */
  readonly cardFields: readonly Element[];
  /** Whether frames that may hold card fields are shown. */
  readonly hasPaymentFrames: boolean;
}

const ENOUGH = 30;

/** Finds the control that most likely pays, and one that leads on but cannot pay. */
export function findSubmit(context: SubmitContext): {
  submit: HTMLElement | null;
  proceed: HTMLElement | null;
} {
  const ranked = context.buttons
    .map((button) => ({ button, score: scoreOf(button, context) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score);
  const submit = ranked.find(({ button }) => isRendered(button))?.button ?? null;
  const mayPay = submit !== null || context.cardFields.length > 0 || context.hasPaymentFrames;
  const proceed = mayPay
    ? undefined
    : context.buttons.find(
        (button) => isProceed(normaliseText(captionOf(button))) && isRendered(button) && isEnabled(button),
      );
  return { submit, proceed: proceed ?? null };
}

const isProceed = (caption: string): boolean => caption.length < 60 && /^leads/.test(senseOf(caption));

function scoreOf(button: HTMLElement, { cardFields, hasPaymentFrames }: SubmitContext): number {
  const caption = normaliseText(captionOf(button));
  if (caption.length === 0 || caption.length > 90) return 0;
  const sense = senseOf(caption);
  if (sense === 'neither') return 0;
  const isLink = button.tagName === 'A';
  if (isLink && !/button|btn/i.test(`${button.className} ${button.getAttribute('role')}`)) return 0;
  if (button.closest('nav, header, [role="navigation"]')) return 0;
  const says = sense === 'pays' || sense === 'sells';
  const form = formOf(button);
  const sharesForm = form !== null && cardFields.some((field) => formOf(field) === form);
  const isSubmit =
    (button as HTMLButtonElement).type === 'submit' || (button as HTMLInputElement).type === 'image';
  const follows = cardFields.some((field) => (field.compareDocumentPosition(button) & 4) !== 0);
  let score = says ? 40 : 0;
  if (isSubmit && sharesForm) score += 25;
  else if (sharesForm) score += 8;
  if (follows) score += 6;
  if (says && /\d/.test(caption)) score += 12;
  if (isLink) score -= 8;
  if (!says && !sharesForm && !(hasPaymentFrames && isSubmit && /^leads/.test(sense))) return 0;
  if (!says && cardFields.length > 0 && follows && near(button, cardFields)) score += 10;
  if (!isEnabled(button)) score -= 3;
  if (score >= ENOUGH && isCovered(button)) score -= 5;
  return score;
}

function near(button: Element, fields: readonly Element[]): boolean {
  let current: Element | null = button.parentElement;
  for (let depth = 0; current && depth < 5; depth += 1, current = current.parentElement) {
    if (fields.some((field) => current!.contains(field))) return true;
  }
  return false;
}
