import {
  attributeOf,
  closestOf,
  contains,
  isBehind,
  isMatch,
  nextElementOf,
  parentElementOf,
  previousElementOf,
  queryAllIn,
  queryIn,
  rootOf,
} from './own-members.ts';
import type { Control, PageTree } from './walk.ts';
import { holdsMany, parentOf } from './walk.ts';
import { textOf } from './text.ts';

const CONTROLS = 'input:not([type=hidden]), select, textarea';
const LONGEST_LABEL = 140;

/** Gives the text that the page ties to a control: `label`, `aria-labelledby`, `aria-label`. */
export function labelTextOf(
  control: Element,
  tree: PageTree,
  attributes: readonly string[] = control.getAttributeNames(),
): string {
  const root = tree.roots.length === 1 ? tree.roots[0]! : rootOf(control);
  const parts: string[] = [];
  const { id } = control;
  if (id) for (const label of labelsFor(control, tree.labelsOf(root, id))) parts.push(textOf(label, 200));
  const wrapping = parts.length === 0 ? closestOf(control, 'label') : null;
  if (wrapping) parts.push(textOf(wrapping, 200));
  if (parts.length === 0) {
    const beside = labelBefore(control) ?? labelBehind(control);
    if (beside) parts.push(textOf(beside, 200));
  }
  const ids = attributes.includes('aria-labelledby') && attributeOf(control, 'aria-labelledby');
  if (ids) {
    for (const own of ids.split(/\s+/).slice(0, 4)) {
      const element = 'getElementById' in root ? (root as Document | ShadowRoot).getElementById(own) : null;
      if (element) parts.push(textOf(element, 120));
    }
  }
  const aria = attributes.includes('aria-label') && attributeOf(control, 'aria-label');
  if (aria) parts.push(aria);
  if (parts.length < 2) return (parts[0] ?? '').trim().slice(0, 300);
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))].join(' · ').slice(0, 300);
}

function isAloneInItsBox(control: Element): boolean {
  const box = parentElementOf(control);
  return box !== null && queryAllIn(box, CONTROLS).length === 1;
}

/** A label that names no control, or one that is not there, and stands right before the only one of its box. */
function labelBefore(control: Element): Element | null {
  const before = previousElementOf(control);
  if (before?.tagName !== 'LABEL' || (before as HTMLLabelElement).control !== null) return null;
  return isAloneInItsBox(control) ? before : null;
}

/** A label that names no control and stands right behind the only one of its box: it floats over it. */
function labelBehind(control: Element): Element | null {
  const next = nextElementOf(control);
  if (next?.tagName !== 'LABEL' || next.hasAttribute('for')) return null;
  return isAloneInItsBox(control) ? next : null;
}

/**
 * Of several labels for one id the one in the same box counts, else the nearest, the one before first: pages that copy their
 * rows copy the ids too. A single label is that of the first control with the id (HTML, 4.10.4).
 */
function labelsFor(control: Element, labels: readonly HTMLLabelElement[]): readonly HTMLLabelElement[] {
  if (labels.length < 2) return (labels[0]?.control ?? control) === control ? labels : [];
  const next = placeAmong(labels, control);
  const nearest = labels.slice(Math.max(0, next - 1), next + 1);
  const inBox = nearest.filter((label) => label.parentElement === parentElementOf(control));
  return inBox.length === 1 ? inBox : nearest.slice(0, 1);
}

/** Gives how many of some labels, in reading order, stand before a control: a page may give one id to thousands. */
function placeAmong(labels: readonly HTMLLabelElement[], control: Element): number {
  let [before, behind] = [0, labels.length];
  while (before < behind) {
    const middle = (before + behind) >> 1;
    if (isBehind(control, labels[middle]!)) before = middle + 1;
    else behind = middle;
  }
  return before;
}

/** Gives the nearest text before (else after) a control that no other control claims. */
export function neighbourTextOf(control: Element): string {
  const inTable = columnTextOf(control);
  let current: Element | null = control;
  for (let depth = 0; current && depth < 5; depth += 1) {
    const before = textBeside(current, 'previousSibling');
    // Right after another control, what follows and is followed by a third is that one's.
    if (before === null && current === control && opensNext(control)) return inTable;
    if (before === null) break;
    if (before) return (headsSeveral(current) && textBeside(control, 'nextSibling')) || before;
    const parent: Element | null = parentOf(current);
    if (!parent || parent.tagName === 'FORM' || parent.tagName === 'BODY') break;
    if (parent.tagName === 'TD' && inTable && !previousElementOf(parent)) return inTable;
    current = parent;
  }
  if (inTable) return inTable;
  const after = textBeside(control, 'nextSibling');
  return after ?? '';
}

/** A heading right before one of several boxes is the heading of all: what names one of them may stand behind its control. */
function headsSeveral(box: Element): boolean {
  const next = nextElementOf(box);
  return (
    /^H[1-6]$/.test(previousElementOf(box)?.tagName ?? '') &&
    !isMatch(box, CONTROLS) &&
    next !== null &&
    queryIn(next, CONTROLS) !== null
  );
}

/** Gives the text on one side of an element; `null` when another control stands there first. */
function textBeside(element: Element, direction: 'previousSibling' | 'nextSibling'): string | null {
  let text = '';
  for (let node: Node | null = element[direction]; node; node = node[direction]) {
    if (node.nodeType === 3)
      text = direction === 'previousSibling' ? `${node.nodeValue} ${text}` : `${text} ${node.nodeValue}`;
    if (node.nodeType !== 1) continue;
    const sibling = node as Element;
    if (isMatch(sibling, CONTROLS) || queryIn(sibling, CONTROLS)) return text.trim() ? clean(text) : null;
    if (/^(SCRIPT|STYLE|TEMPLATE)$/.test(sibling.tagName)) continue;
    // What follows and names another control by its id opens that one.
    if (direction === 'nextSibling' && isLabelOfOther(sibling, element)) return clean(text);
    const words = textOf(sibling, LONGEST_LABEL + 1);
    if (!words) continue;
    text = direction === 'previousSibling' ? `${words} ${text}` : `${text} ${words}`;
    // A star or a colon on its own belongs to the words before it.
    if (/[\p{L}\p{N}]/u.test(words)) return clean(text);
  }
  return clean(text);
}

/** Tells whether the text after a control stands before another one that has no text of its own in between. */
function opensNext(control: Element): boolean {
  for (let sibling = nextElementOf(control); sibling; sibling = nextElementOf(sibling)) {
    if (isMatch(sibling, CONTROLS)) return true;
    if (queryIn(sibling, CONTROLS)) return false;
  }
  return false;
}

function isLabelOfOther(sibling: Element, control: Element): boolean {
  const id = sibling.tagName === 'LABEL' ? attributeOf(sibling, 'for') : null;
  if (!id || id === control.id) return false;
  const root = rootOf(sibling);
  return 'getElementById' in root && (root as Document | ShadowRoot).getElementById(id) !== null;
}

function clean(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= LONGEST_LABEL ? plain : plain.slice(-LONGEST_LABEL);
}

/** In a table of fields the words stand in the cell above. */
function columnTextOf(control: Element): string {
  const cell = closestOf(control, 'td');
  const row = cell?.parentElement;
  if (!cell || !row) return '';
  const left = cell.previousElementSibling;
  if (left && !queryIn(left, CONTROLS)) return textOf(left, LONGEST_LABEL);
  const above = previousElementOf(row);
  const index = [...row.children].indexOf(cell);
  const header = above?.children[index];
  return header && !queryIn(header, CONTROLS) ? textOf(header, LONGEST_LABEL) : '';
}

/** Gives the words over the smallest box that holds a control and others beside it: what a split field is called. */
export function groupTextOf(control: Control): string {
  let current: Element | null = parentOf(control);
  for (let depth = 0; current && depth < 6; depth += 1, current = parentOf(current)) {
    if (current.tagName === 'FORM' || current.tagName === 'BODY') return '';
    if (holdsMany(current)) return '';
    const inside = queryAllIn(current, CONTROLS);
    if (inside.length > 8) return '';
    if (inside.length < 2) continue;
    const heading = queryIn(
      current,
      ':scope > legend, :scope > label, :scope > h2, :scope > h3, :scope > h4',
    );
    if (heading && !queryIn(heading, CONTROLS)) return textOf(heading, LONGEST_LABEL);
    const first = textBefore(current, inside[0]!);
    if (first) return first;
    const beside = textBeside(current, 'previousSibling');
    if (beside) return beside;
    if (current.tagName === 'TD') return columnTextOf(control);
  }
  return '';
}

function textBefore(box: Element, control: Element): string {
  let text = '';
  for (const node of box.childNodes) {
    if (node === control || (node.nodeType === 1 && contains(node, control))) {
      if (text.trim() || node === control) break;
      return textBefore(node as Element, control);
    }
    text += ` ${node.nodeType === 1 ? textOf(node, LONGEST_LABEL) : node.nodeType === 3 ? node.nodeValue : ''}`;
  }
  return clean(text);
}

/** Tells whether some box holds two controls and no other. */
export function lieTogether(a: Control, b: Control): boolean {
  let box = parentOf(a);
  while (box && !contains(box, b)) box = parentOf(box);
  return box !== null && queryAllIn(box, CONTROLS).length === 2;
}
