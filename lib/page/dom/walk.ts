import { isOwn } from './own-hosts.ts';
import {
  assignedSlotOf,
  elementsIn,
  firstElementOf,
  isMatch,
  nextElementOf,
  parentElementOf,
  queryAllIn,
  queryIn,
  rootOf,
  tagNameOf,
} from './own-members.ts';
import { toEnd, type Steps } from './slices.ts';

/** Gives an element's shadow root, closed ones included where the browser lets an extension look. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

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
  /** The `label[for]` of an id, in the root that it stands in: ids are unique only within one. */
  labelsOf(root: Node, id: string): readonly HTMLLabelElement[];
}

const CONTROLS = 'input, select, textarea';
const TOGGLES = ':is([role="checkbox"], [role="switch"]):not(input, select, textarea)';
const LISTBOXES =
  ':is([role="combobox"], :is(a, button, [role])[aria-haspopup="listbox"]):not(input, select, textarea)';
const BUTTONS =
  ':is(a, button, input:is([type="submit" i], [type="button" i], [type="image" i], [type="reset" i]), [role="button"]):not(select, textarea)';
const NO_CONTROLS: ReadonlySet<string> = new Set(['hidden', 'submit', 'button', 'image', 'reset']);

/** Elements that often carry a closed root and have no light children then; asking every element costs 2 µs each. */
const PLAIN_HOSTS: ReadonlySet<string> = new Set(['DIV', 'SPAN', 'SECTION', 'MAIN', 'ASIDE', 'ARTICLE', 'P']);

/**
 * All that may host a shadow root: what is common and may not stays where it is, for an element that is handed to a script
 * costs more than one that is matched. No selector names custom elements. A longer list would cost more than it saves:
 * each page parses it anew.
 */
const MAY_HOST =
  ':not(a, b, br, button, form, head, html, img, input, label, li, link, meta, option, script, select, style, td, title, tr, ul)';

/** From here on matching takes longer at once than a page may be held up. */
const MANY_ELEMENTS = 20_000;

/** How many elements are looked at between two pauses. */
const ELEMENTS_PER_STEP = 1_000;

/** A shadow root and where it stands. */
interface Hosted {
  readonly host: Element;
  readonly shadow: ShadowRoot;
}

/** The shadow roots that stand right in each root, in order. */
type Hosts = ReadonlyMap<Document | ShadowRoot, readonly Hosted[]>;

/** Walks a document and its open and reachable closed shadow roots once. */
export function walkPage(document: Document, closedRootOf?: ShadowRootOf): PageTree {
  return toEnd(walkInSteps(document, closedRootOf));
}

/** Walks like `walkPage`, and may pause on the way. */
export function* walkInSteps(document: Document, closedRootOf?: ShadowRootOf): Steps<PageTree> {
  const hosts = new Map<Document | ShadowRoot, Hosted[]>();
  let count = 0;
  const visit = function* (root: Document | ShadowRoot): Steps<void> {
    const hosted: Hosted[] = [];
    hosts.set(root, hosted);
    const all = queryAllIn(root, '*');
    for (const host of all.length > MANY_ELEMENTS ? all : queryAllIn(root, MAY_HOST)) {
      if ((count += 1) % ELEMENTS_PER_STEP === 0) yield;
      const shadow = shadowOf(host, closedRootOf);
      if (!shadow) continue;
      hosted.push({ host, shadow });
      yield* visit(shadow);
    }
  };
  yield* visit(document);
  const controls: Control[] = [];
  for (const control of selectAcross<Control>(document, CONTROLS, hosts)) {
    if ((count += 1) % ELEMENTS_PER_STEP === 0) yield;
    if (!NO_CONTROLS.has(control.type)) controls.push(control);
  }
  yield;
  return treeOf(document, hosts, controls);
}

function shadowOf(element: Element, closedRootOf: ShadowRootOf | undefined): ShadowRoot | null {
  const shadow = element.shadowRoot ?? (closedRootOf && mayHost(element) ? closedRootOf(element) : null);
  return shadow && !isOwn(element) ? shadow : null;
}

function mayHost(element: Element): boolean {
  const tagName = tagNameOf(element);
  return tagName.includes('-') || (PLAIN_HOSTS.has(tagName) && !firstElementOf(element) && !isOwn(element));
}

/** All but controls is looked for when it is first asked for: most looks end before anybody asks for buttons. */
function treeOf(document: Document, hosts: Hosts, controls: readonly Control[]): PageTree {
  const all = <Kind extends Element>(selector: string): Kind[] => selectAcross(document, selector, hosts);
  const listboxes = once(() => all<HTMLElement>(LISTBOXES).filter(holdsNoControl));
  const toggles = once(() => all<HTMLElement>(TOGGLES).filter(holdsNoControl));
  const buttons = once(() => {
    const others = new Set([...listboxes(), ...toggles()]);
    return all<HTMLElement>(BUTTONS).filter((button) => !others.has(button));
  });
  const frames = once(() => all<HTMLIFrameElement>('iframe'));
  const labels = new Map<Node, Map<string, HTMLLabelElement[]>>();
  return {
    roots: [...hosts.keys()],
    controls,
    get buttons() {
      return buttons();
    },
    get listboxes() {
      return listboxes();
    },
    get toggles() {
      return toggles();
    },
    get frames() {
      return frames();
    },
    labelsOf(root, id) {
      let own = labels.get(root);
      if (!own) labels.set(root, (own = labelsById(root as Document | ShadowRoot)));
      return own.get(id) ?? [];
    },
  };
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}

/** Selects in reading order: a shadow root's elements where its host stands. */
function selectAcross<Kind extends Element>(
  root: Document | ShadowRoot,
  selector: string,
  hosts: Hosts,
): Kind[] {
  const own = [...queryAllIn<Kind>(root, selector)];
  const hosted = hosts.get(root) ?? [];
  if (hosted.length === 0) return own;
  const selected: Kind[] = [];
  let next = 0;
  for (const { host, shadow } of hosted) {
    while (
      next < own.length &&
      !(host.compareDocumentPosition(own[next]!) & Node.DOCUMENT_POSITION_FOLLOWING)
    )
      selected.push(own[next++]!);
    selected.push(...selectAcross<Kind>(shadow, selector, hosts));
  }
  return [...selected, ...own.slice(next)];
}

function labelsById(root: Document | ShadowRoot): Map<string, HTMLLabelElement[]> {
  const byId = new Map<string, HTMLLabelElement[]>();
  for (const label of queryAllIn<HTMLLabelElement>(root, 'label[for]')) {
    const id = label.htmlFor;
    const known = byId.get(id);
    if (known) known.push(label);
    else byId.set(id, [label]);
  }
  return byId;
}

function holdsNoControl(element: Element): boolean {
  return !queryIn(element, CONTROLS);
}

/** Gives an element's children. */
export function childrenOf(element: Element): Element[] {
  const children: Element[] = [];
  for (let child = firstElementOf(element); child; child = nextElementOf(child)) children.push(child);
  return children;
}

const MANY = 100;

/** Tells of a box that surely holds many controls, without looking through it again for each of them. */
export const holdsMany = (box: Element): boolean =>
  ['input', 'select'].some((tag) => elementsIn(box, tag).length > MANY);

/** Climbs one step, out of a shadow root too. */
export function parentOf(element: Element): Element | null {
  const parent = assignedSlotOf(element) ?? parentElementOf(element);
  if (parent) return parent;
  const root = rootOf(element);
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot).host : null;
}

/** Finds the nearest box that matches, out of shadow roots too. */
export function closestAcross(element: Element, selector: string): Element | null {
  for (let current: Element | null = element; current; current = parentOf(current))
    if (isMatch(current, selector)) return current;
  return null;
}
