/**
 * Members of nodes that the page's own names can hide: `<input name="parentElement">` makes `form.parentElement` that input,
 * `<img name="title">` makes `document.title` that picture (HTML, HTMLFormElement and Document, `LegacyOverrideBuiltIns`).
 * What reads documents, or boxes that may be forms, asks for them here, so that no name ends a reading or leads it in a circle.
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
  let holder: object | null = prototype;
  while (holder && !Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder) as object | null;
  const own = holder && (Object.getOwnPropertyDescriptor(holder, name) as { get?: (this: Node) => T });
  const getter = own?.get;
  // Not every DOM that unit tests run on has getters where browsers do.
  return getter ? (node) => getter.call(node) : (node) => Reflect.get(prototype, name, node) as T;
}

export const nodeTypeOf = getterOf<number>(() => Node.prototype, 'nodeType');
const ownerDocumentOf = getterOf<Document | null>(() => Node.prototype, 'ownerDocument');
const defaultViewOf = getterOf<(Window & typeof globalThis) | null>(() => Document.prototype, 'defaultView');

export const parentElementOf = getterOf<Element | null>(() => Node.prototype, 'parentElement');
export const assignedSlotOf = getterOf<HTMLSlotElement | null>(() => Element.prototype, 'assignedSlot');
export const firstChildOf = getterOf<ChildNode | null>(() => Node.prototype, 'firstChild');
export const nextSiblingOf = getterOf<ChildNode | null>(() => Node.prototype, 'nextSibling');
export const firstElementOf = getterOf<Element | null>(() => Element.prototype, 'firstElementChild');
export const previousElementOf = getterOf<Element | null>(() => Element.prototype, 'previousElementSibling');
export const nextElementOf = getterOf<Element | null>(() => Element.prototype, 'nextElementSibling');
export const tagNameOf = getterOf<string>(() => Element.prototype, 'tagName');
export const textContentOf = getterOf<string | null>(() => Element.prototype, 'textContent');
export const baseUriOf = getterOf<string>(() => Node.prototype, 'baseURI');
export const bodyOf = getterOf<HTMLElement | null>(() => Document.prototype, 'body');
export const titleOf = getterOf<string>(() => Document.prototype, 'title');
export const documentElementOf = getterOf<HTMLElement>(() => Document.prototype, 'documentElement');
export const scrollingElementOf = getterOf<Element | null>(() => Document.prototype, 'scrollingElement');
export const referrerOf = getterOf<string>(() => Document.prototype, 'referrer');
export const readyStateOf = getterOf<DocumentReadyState>(() => Document.prototype, 'readyState');

export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

/** Gives the document that a node stands in; a document's own is itself. */
export const documentOf = (node: Node): Document => ownerDocumentOf(node) ?? (node as Document);

/** Gives the window that a node is shown in. */
export const viewOf = (node: Node): (Window & typeof globalThis) | null => defaultViewOf(documentOf(node));

/** Gives the node to walk from: of a document its body, without which there is nothing to read. */
export const topOf = (root: Node): Node | null => (nodeTypeOf(root) === 9 ? bodyOf(root) : root);

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const isMatch = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export const closestOf = <Kind extends Element = Element>(element: Element, selector: string): Kind | null =>
  Element.prototype.closest.call(element, selector) as Kind | null;

export const contains = (box: Node, node: Node | null): boolean => Node.prototype.contains.call(box, node);

/** Tells whether a node stands behind another one, or inside it. */
export const isBehind = (node: Node, other: Node): boolean =>
  (Node.prototype.compareDocumentPosition.call(other, node) & 4) !== 0;

/** Gives an element's rectangle in the viewport of its own frame, in CSS px. */
export const boundsOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

export const queryIn = <Kind extends Element>(root: ParentNode, selector: string): Kind | null =>
  parentNodeOf(root).querySelector.call(root, selector) as Kind | null;

export const queryAllIn = <Kind extends Element>(root: ParentNode, selector: string): NodeListOf<Kind> =>
  parentNodeOf(root).querySelectorAll.call(root, selector) as NodeListOf<Kind>;

/** Gives the elements of one tag in a box, live: browsers remember how many there are until something changes. */
export const elementsIn = (box: Element, tag: string): HTMLCollectionOf<Element> =>
  Element.prototype.getElementsByTagName.call(box, tag);

function parentNodeOf(root: ParentNode): ParentNode {
  const type = nodeTypeOf(root);
  return type === 1 ? Element.prototype : type === 9 ? Document.prototype : DocumentFragment.prototype;
}

export const createElementIn = <Tag extends keyof HTMLElementTagNameMap>(document: Document, tag: Tag) =>
  Document.prototype.createElement.call(document, tag) as HTMLElementTagNameMap[Tag];

export const createSvgIn = <Tag extends keyof SVGElementTagNameMap>(document: Document, tag: Tag) =>
  Document.prototype.createElementNS.call(
    document,
    'http://www.w3.org/2000/svg',
    tag,
  ) as SVGElementTagNameMap[Tag];

/** Walks the texts under a node in reading order. */
export const textWalkerOf = (top: Node): TreeWalker =>
  Document.prototype.createTreeWalker.call(documentOf(top), top, NodeFilter.SHOW_TEXT);

/** Tells whether an element is displayed, visible and not see-through. */
export const isPainted = (element: Element): boolean =>
  // Not in every DOM that unit tests run on.
  (Element.prototype.checkVisibility as Element['checkVisibility'] | undefined)?.call(element, {
    opacityProperty: true,
    visibilityProperty: true,
  }) !== false;
