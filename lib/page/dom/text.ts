import { foldText } from '../../kernel/fold-text.ts';
import { firstChildOf, firstElementOf, nextSiblingOf, nodeTypeOf, textContentOf } from './own-members.ts';

/** Elements whose text is not part of what a page says, by node name. */
export const NOT_TEXT: ReadonlySet<string> = new Set([
  'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'OPTION', 'SELECT', 'TEXTAREA', 'SVG', 'svg', 'IFRAME',
]); // prettier-ignore

const PLAIN = /^[\x20-\x7e]*$/;

/** Folds text so that matchers see one spelling. */
export function normaliseText(text: string): string {
  if (text === '') return '';
  // Most words of most pages, at a tenth of the cost.
  if (PLAIN.test(text)) {
    const plain = text.toLowerCase().trim();
    return /`| {2}/.test(plain) ? plain.replaceAll('`', "'").replace(/ {2,}/g, ' ') : plain;
  }
  return foldText(text);
}

/** A word of an identifier: `XML` and `Http` of `XMLHttp`, `card` and `2` of `card2`; digits keep what they begin (`3ds`). */
const WORDS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+[a-z]*/g;

/** Splits an identifier such as `billing[cardNumber]` into normalised words: `billing card number`. */
export function wordsOfIdentifier(identifier: string): string {
  if (identifier === '') return '';
  // Most identifiers: `\p` costs a table of all scripts.
  if (PLAIN.test(identifier)) return (identifier.match(WORDS) ?? []).join(' ').toLowerCase();
  const parted = identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2');
  return normaliseText(parted.replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/** Gives the text inside a node without scripts, options and nested frames; stops after `limit` characters. */
export function textOf(node: Node, limit = 400): string {
  // Most labels hold text and nothing else: their nodes need not be handed over.
  if (firstElementOf(node) === null && nodeTypeOf(node) === 1 && !NOT_TEXT.has(node.nodeName))
    return joinLines(textContentOf(node) ?? '').slice(0, limit);
  let text = '';
  const visit = (current: Node): void => {
    if (text.length > limit) return;
    const type = nodeTypeOf(current);
    if (type === 3) {
      text += current.nodeValue ?? '';
    } else if (type === 1 || type === 11) {
      if (NOT_TEXT.has(current.nodeName)) return;
      text += ' ';
      for (let child = firstChildOf(current); child && text.length <= limit; child = nextSiblingOf(child))
        visit(child);
      text += ' ';
    }
  };
  visit(node);
  return joinLines(text).slice(0, limit);
}

/** Design systems keep empty captions open with a space of no width. */
function joinLines(text: string): string {
  const trimmed = text.replaceAll('\u200b', '').trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** Cuts a claim of the page to what a reading may carry. */
export function capText(text: string, limit = 400): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= limit ? plain : plain.slice(0, limit);
}
