import { labelTextOf, neighbourTextOf } from '../dom/nearby-text.ts';
import { attributeOf, closestOf } from '../dom/own-members.ts';
import { normaliseText } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import type { PageTree } from '../dom/walk.ts';
import { captionOf, isEnabled } from './control-finding.ts';
import { CARD, senseOf, WALLET } from './submit-words.ts';

/** A card that the shop or somebody else already knows, and cards that are no payment cards. */
const NOT_A_NEW_CARD =
  /gift|voucher|store card|loyalty|geschenk|gutschein|cadeau|regalo|presente|saved|gespeichert|ending (in|with)|endet auf|•{2,}|\*{2,}|x{4}|\d{4}|ギフト|礼品|remove|delete|\bedit\b/;

/**
 * Finds what shows the card's own fields: a radio button, tab or accordion head that says "card". Such a control only
 * chooses; anything that could send the form is left alone.
 */
export function findCardMethod(tree: PageTree): HTMLElement | null {
  const radios = tree.controls.filter(
    (control): control is HTMLInputElement =>
      control.tagName === 'INPUT' && (control as HTMLInputElement).type === 'radio',
  );
  for (const radio of radios) {
    const words = normaliseText(labelTextOf(radio, tree) || neighbourTextOf(radio));
    if (radio.checked || !saysCard(words) || !isEnabled(radio)) continue;
    const shown = [radio, ...(radio.labels ?? [])].find(isRendered);
    if (shown) return shown;
  }
  return (
    tree.buttons.find(
      (button) =>
        opensSomething(button) &&
        saysCard(normaliseText(captionOf(button))) &&
        isEnabled(button) &&
        isRendered(button),
    ) ?? null
  );
}

const saysCard = (words: string): boolean =>
  words.length < 80 && CARD.test(words) && !NOT_A_NEW_CARD.test(words) && !WALLET.test(words);

/** A tab, a closed accordion head or a button of a choice: by its role and state, never by its words alone. */
function opensSomething(button: HTMLElement): boolean {
  if ((button as HTMLButtonElement).type === 'submit' && closestOf(button, 'form')) return false;
  const state = (name: string) => attributeOf(button, name);
  if (
    state('aria-expanded') === 'true' ||
    state('aria-selected') === 'true' ||
    state('aria-checked') === 'true'
  )
    return false;
  return (
    state('aria-expanded') === 'false' ||
    /^(tab|radio|option)$/.test(state('role') ?? '') ||
    (state('aria-controls') !== null && !/^(pays|sells)$/.test(senseOf(normaliseText(captionOf(button)))))
  );
}
