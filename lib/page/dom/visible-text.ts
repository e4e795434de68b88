import { firstChildOf, isPainted, nextSiblingOf, nodeTypeOf, topOf } from './own-members.ts';
import { NOT_TEXT } from './text.ts';

/** Gives the words that documents, shadow roots or elements show, hidden parts left out; stops after `limit` characters. */
export function visibleTextOf(roots: readonly Node[], limit: number): string {
  let text = '';
  const visit = (node: Node): void => {
    if (text.length > limit) return;
    const type = nodeTypeOf(node);
    if (type === 3) {
      text += node.nodeValue ?? '';
      return;
    }
    if (type === 1) {
      const element = node as Element;
      if (NOT_TEXT.has(element.nodeName)) return;
      if (!isPainted(element)) return;
    }
    text += ' ';
    for (let child = firstChildOf(node); child && text.length <= limit; child = nextSiblingOf(child))
      visit(child);
    text += ' ';
  };
  for (const root of roots) visit(topOf(root) ?? root);
  return text.replace(/\s+/g, ' ').trim().slice(0, limit);
}
