import type { ShadowRootOf } from '../page-engine-options.ts';
import { isOwn } from './own-hosts.ts';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What one document holds, shadow roots included, in reading order. */
export interface PageTree {
  readonly roots: readonly (Document | ShadowRoot)[];
  readonly controls: readonly Control[];
  /** Buttons, links and whatever is made to act like one. */
  readonly buttons: readonly HTMLElement[];
  /** Custom drop-downs that are no `select`. */
  readonly listboxes: readonly HTMLElement[];
  /** Tick boxes and switches that are no `input`. */
  readonly toggles: readonly HTMLElement[];
  readonly frames: readonly HTMLIFrameElement[];
  readonly labels: ReadonlyMap<string, readonly HTMLLabelElement[]>;
}

const BUTTON_INPUTS: ReadonlySet<string> = new Set(['submit', 'button', 'image', 'reset']);

/** Elements that often carry a closed root and have no light children then; asking every element costs 2 µs each. */
const PLAIN_HOSTS: ReadonlySet<string> = new Set(['DIV', 'SPAN', 'SECTION', 'MAIN', 'ASIDE', 'ARTICLE', 'P']);

/** Keys `label[for]` by root, since ids are unique only within one. */
export function labelKey(root: Node, id: string, roots: readonly Node[]): string {
  return `${roots.indexOf(root)}#${id}`;
}

/** Walks a document and its open and reachable closed shadow roots once. */
export function walkPage(document: Document, shadowRootOf: ShadowRootOf): PageTree {
  const roots: (Document | ShadowRoot)[] = [];
  const labels = new Map<string, HTMLLabelElement[]>();
  const tree = {
    roots,
    labels,
    controls: [] as Control[],
    buttons: [] as HTMLElement[],
    listboxes: [] as HTMLElement[],
    toggles: [] as HTMLElement[],
    frames: [] as HTMLIFrameElement[],
  };

  const visit = (root: Document | ShadowRoot): void => {
    roots.push(root);
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (sortElement(element, tree)) continue;
      if (element.tagName === 'LABEL') addLabel(element as HTMLLabelElement, root, tree.roots, labels);
      const shadow = shadowOf(element, shadowRootOf);
      if (shadow) visit(shadow);
    }
  };
  visit(document);
  return tree;
}

interface Buckets {
  readonly controls: Control[];
  readonly buttons: HTMLElement[];
  readonly listboxes: HTMLElement[];
  readonly toggles: HTMLElement[];
  readonly frames: HTMLIFrameElement[];
}

/** Puts an element where it belongs; `true` when nothing can be inside it. */
function sortElement(element: HTMLElement, tree: Buckets): boolean {
  switch (element.tagName) {
    case 'INPUT': {
      const input = element as HTMLInputElement;
      if (BUTTON_INPUTS.has(input.type)) tree.buttons.push(input);
      else if (input.type !== 'hidden') tree.controls.push(input);
      return true;
    }
    case 'SELECT':
    case 'TEXTAREA':
      tree.controls.push(element as HTMLSelectElement | HTMLTextAreaElement);
      return true;
    case 'IFRAME':
      tree.frames.push(element as HTMLIFrameElement);
      return true;
    case 'BUTTON':
    case 'A':
      if (isToggle(element)) tree.toggles.push(element);
      else (isListbox(element) ? tree.listboxes : tree.buttons).push(element);
      return false;
    default:
      if (!element.hasAttribute('role')) return false;
      if (isListbox(element)) tree.listboxes.push(element);
      else if (isToggle(element)) tree.toggles.push(element);
      else if (element.getAttribute('role') === 'button') tree.buttons.push(element);
      return false;
  }
}

function addLabel(
  label: HTMLLabelElement,
  root: Document | ShadowRoot,
  roots: readonly Node[],
  labels: Map<string, HTMLLabelElement[]>,
): void {
  const id = label.getAttribute('for');
  if (!id) return;
  const key = labelKey(root, id, roots);
  const known = labels.get(key);
  if (known) known.push(label);
  else labels.set(key, [label]);
}

function isListbox(element: Element): boolean {
  const isOne =
    element.getAttribute('role') === 'combobox' || element.getAttribute('aria-haspopup') === 'listbox';
  return isOne && !element.querySelector('input, select, textarea');
}

function isToggle(element: Element): boolean {
  return (
    /^(checkbox|switch)$/.test(element.getAttribute('role') ?? '') &&
    !element.querySelector('input, select, textarea')
  );
}

function shadowOf(element: HTMLElement, shadowRootOf: ShadowRootOf): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  const mayHost =
    element.tagName.includes('-') || (PLAIN_HOSTS.has(element.tagName) && !element.firstElementChild);
  return mayHost && !isOwn(element) ? shadowRootOf(element) : null;
}

/** Climbs one step, out of a shadow root too. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot).host : null;
}

/** Finds the nearest box that matches, out of shadow roots too. */
export function closestAcross(element: Element, selector: string): Element | null {
  for (let current: Element | null = element; current; current = parentOf(current))
    if (current.matches(selector)) return current;
  return null;
}
