import { attributeOf } from '../dom/own-members.ts';
const originals = new WeakMap<Element, string | null>();

/**
 * Sets `autocomplete="off"` while a field holds card data: Chromium writes typed form values into its session files
 * otherwise, cross-site frames included, even before submit.
 */
export function silenceAutocomplete(element: Element): void {
  if (!originals.has(element)) originals.set(element, attributeOf(element, 'autocomplete'));
  element.setAttribute('autocomplete', 'off');
}

/** Puts back what the page had declared. */
export function restoreAutocomplete(element: Element): void {
  const original = originals.get(element);
  if (original === undefined) return;
  originals.delete(element);
  if (original === null) element.removeAttribute('autocomplete');
  else element.setAttribute('autocomplete', original);
}

/** Gives what the page declared, whether or not it is silenced now. */
export function declaredAutocompleteOf(element: Element): string | null {
  const original = originals.get(element);
  return original === undefined ? attributeOf(element, 'autocomplete') : original;
}
