import type { ShadowRootOf } from '../page-engine-options.ts';
import { isOwn } from './own-hosts.ts';
import { toEnd, type Steps } from './slices.ts';

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
  /** `label[for]` by the root it stands in, since ids are unique only within one, and by the id. */
  readonly labels: ReadonlyMap<Node, ReadonlyMap<string, readonly HTMLLabelElement[]>>;
}

const BUTTON_INPUTS: ReadonlySet<string> = new Set(['submit', 'button', 'image', 'reset']);

/** Elements that often carry a closed root and have no light children then; asking every element costs 2 µs each. */
const PLAIN_HOSTS: ReadonlySet<string> = new Set(['DIV', 'SPAN', 'SECTION', 'MAIN', 'ASIDE', 'ARTICLE', 'P']);

/**
 * All that a tree sorts or that may host a shadow root: what is common and does neither stays where it is, for an element
 * that is handed to a script costs more than one that is matched. No selector names custom elements. A longer list would
 * cost more than it saves: each page parses it anew.
 */
const TELLING =
  ':not(b, br, head, html, img, li, link, meta, option, script, style, td, title, tr, ul), [role]';

/** From here on picking out what tells something takes longer at once than a page may be held up. */
const MANY_ELEMENTS = 5_000;

/** How many elements are looked at between two pauses. */
const ELEMENTS_PER_STEP = 1_000;

/** Walks a document and its open and reachable closed shadow roots once. */
export function walkPage(document: Document, closedRootOf?: ShadowRootOf): PageTree {
  return toEnd(walkInSteps(document, closedRootOf));
}

/** Walks like `walkPage`, and may pause on the way. */
export function* walkInSteps(document: Document, closedRootOf?: ShadowRootOf): Steps<PageTree> {
  const roots: (Document | ShadowRoot)[] = [];
  const labels = new Map<Node, Map<string, HTMLLabelElement[]>>();
  const tree = {
    roots,
    labels,
    controls: [] as Control[],
    buttons: [] as HTMLElement[],
    listboxes: [] as HTMLElement[],
    toggles: [] as HTMLElement[],
    frames: [] as HTMLIFrameElement[],
  };

  let count = 0;
  const visit = function* (root: Document | ShadowRoot): Steps<void> {
    roots.push(root);
    const ofRoot = new Map<string, HTMLLabelElement[]>();
    labels.set(root, ofRoot);
    const all = root.querySelectorAll<HTMLElement>('*');
    const elements = all.length > MANY_ELEMENTS ? all : root.querySelectorAll<HTMLElement>(TELLING);
    for (const element of elements) {
      if ((count += 1) % ELEMENTS_PER_STEP === 0) yield;
      if (sortElement(element, tree)) continue;
      if (element.tagName === 'LABEL') addLabel(element as HTMLLabelElement, ofRoot);
      // Shadow roots are read where their hosts stand.
      const shadow = shadowOf(element, closedRootOf);
      if (shadow) yield* visit(shadow);
    }
  };
  yield* visit(document);
  return tree;
}

function shadowOf(element: Element, closedRootOf: ShadowRootOf | undefined): ShadowRoot | null {
  const shadow = element.shadowRoot ?? (closedRootOf && mayHost(element) ? closedRootOf(element) : null);
  return shadow && !isOwn(element) ? shadow : null;
}

function mayHost(element: Element): boolean {
  const { tagName } = element;
  return tagName.includes('-') || (PLAIN_HOSTS.has(tagName) && !element.firstElementChild && !isOwn(element));
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

function addLabel(label: HTMLLabelElement, labels: Map<string, HTMLLabelElement[]>): void {
  const id = label.getAttribute('for');
  if (!id) return;
  const known = labels.get(id);
  if (known) known.push(label);
  else labels.set(id, [label]);
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
