/**
 * Members of elements that a form's own controls can hide: `<input name="parentElement">` makes `form.parentElement` that
 * input (HTML, HTMLFormElement, `LegacyOverrideBuiltIns`). What climbs or walks through forms asks for them here, so that
 * no name of a control ends a reading or leads it in a circle.
 */
function getterOf<T>(prototypeOf: () => object, name: string): (node: Node) => T {
  let read: ((node: Node) => T) | undefined;
  return (node) => {
    read ??= readerOf(prototypeOf(), name);
    return read(node);
  };
}

/** Takes the getter off the prototype once: to look it up each time costs ten times as much. */
function readerOf<T>(prototype: object, name: string): (node: Node) => T {
  const own = Object.getOwnPropertyDescriptor(prototype, name) as { get?: (this: Node) => T } | undefined;
  const getter = own?.get;
  // Not every DOM that unit tests run on keeps its getters where browsers do.
  return getter ? (node) => getter.call(node) : (node) => Reflect.get(prototype, name, node) as T;
}

export const parentElementOf = getterOf<Element | null>(() => Node.prototype, 'parentElement');
export const assignedSlotOf = getterOf<HTMLSlotElement | null>(() => Element.prototype, 'assignedSlot');
export const firstChildOf = getterOf<ChildNode | null>(() => Node.prototype, 'firstChild');
export const nextSiblingOf = getterOf<ChildNode | null>(() => Node.prototype, 'nextSibling');
export const firstElementOf = getterOf<Element | null>(() => Element.prototype, 'firstElementChild');
export const nextElementOf = getterOf<Element | null>(() => Element.prototype, 'nextElementSibling');

export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const isMatch = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export const queryIn = (element: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(element, selector);

export const queryAllIn = (element: Element, selector: string): NodeListOf<Element> =>
  Element.prototype.querySelectorAll.call(element, selector);

/** Tells whether an element is displayed, visible and not see-through. */
export const isPainted = (element: Element): boolean =>
  // Not in every DOM that unit tests run on.
  (Element.prototype.checkVisibility as Element['checkVisibility'] | undefined)?.call(element, {
    opacityProperty: true,
    visibilityProperty: true,
  }) !== false;
