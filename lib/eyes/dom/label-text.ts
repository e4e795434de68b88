import { foldText } from './walk.ts';

/** The words by which a control names itself, nearest first. */
export interface ControlWords {
  readonly attributes: string;
  readonly label: string;
  readonly placeholder: string;
  readonly neighbour: string;
}

/** A map from ids to `label` texts, built once: `element.labels` is slow on large pages. */
export function labelsOf(root: ParentNode): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const label of root.querySelectorAll('label[for]'))
    labels.set(label.getAttribute('for') ?? '', foldText(label.textContent));
  return labels;
}

function referencedText(control: Element): string {
  const root = control.getRootNode() as Document | ShadowRoot;
  const ids = (control.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  return foldText(ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' '));
}

/** The text right before a control, where pages have no labels. */
function neighbourText(control: Element): string {
  for (
    let node: Element | null = control, depth = 0;
    node && depth < 4;
    node = node.parentElement, depth += 1
  ) {
    let before = node.previousSibling;
    while (before) {
      const isOther = before instanceof Element && before.querySelector('input,select,textarea') !== null;
      const text = isOther ? '' : foldText(before.textContent);
      if (text !== '') return text.slice(-80);
      if (isOther) return '';
      before = before.previousSibling;
    }
  }
  return '';
}

/** Gathers a control's words: attributes, label, placeholder and what stands before it. */
export function wordsOf(control: Element, labels: ReadonlyMap<string, string>): ControlWords {
  const attributes = ['name', 'id', 'data-testid', 'data-field', 'class']
    .map((name) => control.getAttribute(name) ?? '')
    .join(' ');
  const ownLabel = control.getAttribute('aria-label') ?? '';
  const wrapping = control.closest('label');
  const label =
    foldText(ownLabel) ||
    referencedText(control) ||
    (control.id && labels.get(control.id)) ||
    foldText(wrapping?.textContent);
  return {
    attributes: splitWords(attributes),
    label,
    placeholder: foldText(control.getAttribute('placeholder')),
    neighbour: label ? '' : neighbourText(control),
  };
}

/** `cardNumber` and `card_number` read as `card number`. */
function splitWords(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-[\].:]+/g, ' ')
    .toLowerCase();
}
