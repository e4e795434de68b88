/** A text of a page and the element that it stands right in. */
export interface PlacedText {
  readonly text: string;
  readonly box: Element;
}

/** Gives the texts of a page one by one, as they are written and in reading order, those of scripts and the like included. */
export function* textsIn(roots: readonly Node[]): Generator<PlacedText> {
  for (const root of roots) {
    const top = root.nodeType === 9 ? (root as Document).body : root;
    if (!top) continue;
    const walker = top.ownerDocument!.createTreeWalker(top, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const box = node.parentElement;
      if (box) yield { text: node.nodeValue ?? '', box };
    }
  }
}
