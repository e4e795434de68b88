/** Finds the shadow root of an element: the open one, or through the browser also a closed one. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

export const openShadowRootOf: ShadowRootOf = (element) => element.shadowRoot;

/** Elements that can host a shadow root (DOM Standard §4.9) and are likely to: custom elements and plain boxes. */
function mayHost(element: Element): boolean {
  return (
    element.localName.includes('-') || /^(div|span|section|main|article|form|body)$/.test(element.localName)
  );
}

/** Lists all elements that match a selector, shadow trees included, in document order. */
export function queryAll(
  root: Document | ShadowRoot,
  selector: string,
  shadowRootOf: ShadowRootOf,
): Element[] {
  const found: Element[] = [...root.querySelectorAll(selector)];
  for (const element of root.querySelectorAll('*')) {
    const shadow = mayHost(element) ? shadowRootOf(element) : null;
    if (shadow) found.push(...queryAll(shadow, selector, shadowRootOf));
  }
  return found;
}

const PAGE_TEXT_LIMIT = 400;

/** Text of a page, with white space folded and its length capped. */
export function foldText(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, PAGE_TEXT_LIMIT);
}
