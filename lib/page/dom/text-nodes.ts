import { parentElementOf, textWalkerOf, topOf } from './own-members.ts';

/** A text of a page and the element that it stands right in. */
export interface PlacedText {
  readonly text: string;
  readonly box: Element;
}

/** Tells whether what stands right in an element is no text of the page: a script, or what a control holds. */
export const holdsNoText = ({ nodeName }: Element): boolean =>
  /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|TEXTAREA|TITLE)$/.test(nodeName);

/** Gives the texts of a page one by one, as they are written and in reading order, those of scripts and the like included. */
export function* textsIn(roots: readonly Node[]): Generator<PlacedText> {
  for (const root of roots) {
    const top = topOf(root);
    if (!top) continue;
    const walker = textWalkerOf(top);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const box = parentElementOf(node) ?? ('host' in root ? (root as ShadowRoot).host : null);
      if (box) yield { text: node.nodeValue ?? '', box };
    }
  }
}
