import { attributeOf } from './dom/own-members.ts';
/** Names elements for the background and finds them again. Knows what each was, so that a swap is noticed. */
export interface ElementRefs {
  refOf(element: Element): string;
  find(ref: string): Element | undefined;
  /** What an element was when it was named. */
  identityOf(ref: string): string | undefined;
}

/** Creates the names of one document; they die with it. */
export function createElementRefs(): ElementRefs {
  const refs = new WeakMap<Element, string>();
  const elements = new Map<string, WeakRef<Element>>();
  const identities = new Map<string, string>();
  let count = 0;
  return {
    refOf(element) {
      let ref = refs.get(element);
      if (!ref) {
        count += 1;
        ref = `e${count}`;
        refs.set(element, ref);
        elements.set(ref, new WeakRef(element));
      }
      identities.set(ref, describeElement(element));
      return ref;
    },
    find: (ref) => elements.get(ref)?.deref(),
    identityOf: (ref) => identities.get(ref),
  };
}

/**
 * Describes what an element is, without anything that typing changes: a card field may rename its hint from CVC to CVV
 * once the number says whose card it is.
 */
export function describeElement(element: Element): string {
  return ['id', 'name', 'type', 'autocomplete', 'aria-label', 'role']
    .map((name) => (name === 'autocomplete' ? '' : (attributeOf(element, name) ?? '')))
    .concat(element.tagName)
    .join('|');
}
