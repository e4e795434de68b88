import { isCovered } from '../dom/coverage.ts';
import { attributeOf, closestOf, contains, isMatch, parentElementOf, viewOf } from '../dom/own-members.ts';
import { normaliseText } from '../dom/text.ts';
import { isRendered, rectOf } from '../dom/visibility.ts';
import type { Control } from '../dom/walk.ts';
import { captionOf, formOf, isEnabled } from './control-finding.ts';
import { endsForm, leadsToPayment, senseOf, type CaptionSense } from './submit-words.ts';

export interface SubmitContext {
  readonly buttons: readonly HTMLElement[];
  /** Card fields of this document, and shown frames that may hold some. */
  readonly cardFields: readonly Element[];
  readonly cardFrames: readonly Element[];
  /** Fields of all kinds. */
  readonly controls: readonly Control[];
  /** Whether the page says that another step follows. */
  readonly hasLaterStep: boolean;
}

interface Heard {
  readonly button: HTMLElement;
  readonly caption: string;
  readonly sense: CaptionSense;
}

/** A control that may be Pay, and what speaks for it. */
interface Offer extends Heard {
  /** Whether it sends the form with the card, whose fields it follows. */
  readonly sends: boolean;
  /** How surely its caption is the checkout's own, not one of an offer, a choice or a help beside it. */
  readonly sureness: number;
  /** Whether it stands behind something of the card's. */
  readonly follows: boolean;
}

/**
 * Finds the control that pays, and one that leads on but cannot pay. Where two could be Pay and nothing tells them
 * apart, or another step follows and no caption says that it pays, there is none.
 */
export function findSubmit(context: SubmitContext): {
  submit: HTMLElement | null;
  proceed: HTMLElement | null;
} {
  const heard = context.buttons.map((button): Heard => {
    const caption = normaliseText(captionOf(button));
    return { button, caption, sense: caption.length > 90 ? 'neither' : senseOf(caption) };
  });
  const offers = heard.flatMap((each) => offerOf(each, context) ?? []);
  const shown = offers.filter(({ button }) => isRendered(button));
  const paying = shown.filter(saysPay);
  const submit = bestOf(paying.length > 0 ? paying : shown.filter((offer) => isLast(offer, offers, context)));
  const mayPay =
    paying.length > 0 || submit !== null || context.cardFields.length > 0 || context.cardFrames.length > 0;
  return { submit, proceed: mayPay ? null : findProceed(heard, context) };
}

/** Finds what leads on: best what sends the step's own fields, then a button, then a link; of equals the first. */
function findProceed(heard: readonly Heard[], { controls }: SubmitContext): HTMLElement | null {
  const fields = controls.filter(({ type }) => type !== 'checkbox' && type !== 'radio');
  let [best, most]: [HTMLElement | null, number] = [null, -Infinity];
  for (const { button, caption, sense } of heard) {
    if ((!/^leads/.test(sense) && caption !== 'ok') || caption.length >= 60 || closestOf(button, SITE))
      continue;
    // What leads to where all is done may be what orders.
    if (ALL_DONE.test(closestOf(button, 'a')?.getAttribute('href') ?? '')) continue;
    const form = formOf(button);
    const own = controls.filter((control) => form !== null && control.form === form && isRendered(control));
    // So few fields with a password are for those who have an account.
    const sendsStep = own.length > (own.some(({ type }) => type === 'password') ? 3 : 0);
    if (caption === 'ok' && !sendsStep) continue;
    const weight =
      (sendsStep ? 8 : 0) +
      (sense === 'leads_to' ? 2 : 0) +
      (isSubmit(button) ? 1 : 0) -
      (isEnabled(button) ? 0 : 3) -
      (button.tagName === 'A' || (!form && closestOf(button, 'footer')) ? 5 : 0) -
      (isChoice(button) || isAside(button, fields) ? 12 : 0);
    if (weight > most && isRendered(button)) [best, most] = [button, weight];
  }
  return best !== null && isEnabled(best) ? best : null;
}

const saysPay = ({ sense }: Offer): boolean => sense === 'pays' || sense === 'sells';

/** In the address of a page that comes after the order. */
const ALL_DONE = /success|thank|complete|placed|receipt|confirmation/i;

/** What belongs to the site, not to its checkout. */
const SITE = 'nav, header, [role="navigation"]';

/** Weighs a control as Pay; `undefined` for one that cannot be. */
function offerOf(
  { button, caption, sense }: Heard,
  { cardFields, cardFrames }: SubmitContext,
): Offer | undefined {
  if (caption.length < 2 || sense === 'neither' || isChoice(button)) return undefined;
  const isLink = button.tagName === 'A';
  const isCalledButton = /button|btn/i.test(`${button.className} ${attributeOf(button, 'role')}`);
  if (isLink && !isCalledButton && !(sense === 'pays' && isDrawnAsButton(button))) return undefined;
  const form = formOf(button);
  const card = [...cardFields, ...cardFrames];
  const site = closestOf(button, SITE);
  if (site && !card.some((place) => contains(site, place))) return undefined;
  const follows = card.some((place) => isBehind(button, place));
  const sends =
    follows &&
    isSubmit(button) &&
    (cardFields.some((field) => formOf(field) === form) ||
      cardFrames.some((frame) => closestOf(frame, 'form') === form));
  // A script may send what a form's own button does not.
  const ends = follows && !isLink && endsForm(caption) && cardFields.some((field) => formOf(field) === form);
  if (sense === 'leads_to' && !(sends && leadsToPayment(caption))) return undefined;
  // Offers and choices say such things, too: beside a card, they count behind it, and without one, at a form's end.
  if (sense === 'sells' && (!(card.length > 0 ? follows : isSubmit(button)) || isAside(button, card)))
    return undefined;
  if (sense !== 'pays' && sense !== 'sells' && !(sends && cardFields.length > 0) && !ends) return undefined;
  const isOwn = (sends && /^leads/.test(sense)) || (sense === 'pays' && !isLink);
  const isMade = sense === 'unknown' && attributeOf(button, 'type') === 'submit';
  return { button, caption, sense, sends, sureness: isOwn ? 2 : Number(isMade), follows };
}

const LEAST_BUTTON_PX = 28;

/** Tells whether a link is painted like a button: as high as one, on a ground of its own. */
function isDrawnAsButton(link: HTMLElement): boolean {
  const ground = viewOf(link)?.getComputedStyle(link).backgroundColor ?? '';
  return !/^(|transparent|rgba\(.*, ?0\))$/.test(ground) && rectOf(link).height >= LEAST_BUTTON_PX;
}

/** Tells whether a control that does not say so may be Pay: where nothing follows it, its step is the last. */
function isLast({ sense }: Offer, offers: readonly Offer[], { hasLaterStep }: SubmitContext): boolean {
  const waits = /^leads/.test(sense) && offers.some((offer) => offer.sense === 'pays' && offer.follows);
  return !hasLaterStep && !waits;
}

/** Chooses by what sends the card, then by words and place; `null` where these contradict or say nothing. */
function bestOf(offers: readonly Offer[]): HTMLElement | null {
  const weigh = ({ button, sends, sureness, follows }: Offer): number =>
    Number(sends) * 100 +
    sureness * 10 +
    Number(follows) * 5 +
    Number(isEnabled(button)) * 2 -
    Number(isCovered(button));
  const [best] = [...offers].sort((a, b) => weigh(b) - weigh(a));
  if (!best) return null;
  const isRival = (other: Offer): boolean =>
    other !== best &&
    !isTwin(other, best) &&
    other.sends === best.sends &&
    (other.follows === best.follows ? other.sureness === best.sureness : other.follows);
  return offers.some(isRival) ? null : best.button;
}

/** The same words of a checkout twice are one control in two places, if they do not send two forms. */
function isTwin(one: Offer, other: Offer): boolean {
  const letters = ({ caption }: Offer): string => caption.replace(/[^\p{L}]+/gu, '');
  return (
    letters(one) === letters(other) &&
    one.sense !== 'sells' &&
    !(one.sends && formOf(one.button) !== formOf(other.button))
  );
}

const isSubmit = (button: HTMLElement): boolean =>
  formOf(button) !== null && /^(submit|image)$/.test((button as HTMLButtonElement).type);

/** Only chooses or opens, by its role and state: a tab, a card in a list, an accordion's head. */
function isChoice(button: HTMLElement): boolean {
  return (
    /^(tab|radio|option|switch|menuitem)/.test(attributeOf(button, 'role') ?? '') ||
    isMatch(button, '[aria-expanded], [aria-selected], [aria-checked], [aria-pressed]') ||
    (button.hasAttribute('aria-controls') && (button as HTMLButtonElement).type !== 'submit')
  );
}

/** Whether it comes later in the document; what lies in different shadow roots has no order of its own. */
function isBehind(button: Element, place: Element): boolean {
  return (place.compareDocumentPosition(button) & 5) !== 0;
}

const ASIDE =
  /(^|[\s_-])(up-?sell|cross-?sell|recommend|related|charity|donat|carousel|slider|swiper|slick|cookie|breadcrumb)/i;

/** Tells whether a control stands in a box beside the checkout: one for offers, gifts or the site, without its fields. */
function isAside(control: Element, fields: readonly Element[]): boolean {
  for (let box = parentElementOf(control); box && box.tagName !== 'BODY'; box = parentElementOf(box)) {
    const names = `${attributeOf(box, 'class')} ${attributeOf(box, 'id')}`;
    if (ASIDE.test(names) && !fields.some((field) => contains(box, field))) return true;
  }
  return false;
}
