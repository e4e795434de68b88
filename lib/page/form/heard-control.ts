import { wordsOfIdentifier } from '../dom/text.ts';
import type { ControlWords } from './control-words.ts';
import { hearWords, mayMean, type HeardWords } from './matchers/match-words.ts';

/** The words of one control as the matchers hear them. */
export interface HeardControl {
  readonly label: HeardWords;
  readonly placeholder: HeardWords;
  readonly title: HeardWords;
  readonly neighbour: HeardWords;
  readonly className: HeardWords;
  readonly identifiers: readonly HeardWords[];
}

/** What a class has to hold that could name a card's field; most are those of a framework, and long. */
const MAY_SAY_CARD = /car|kart|tarj|kort|\bc[bc]|cc|cv|csc|exp|secur|valid|venc|holder|pan/i;

/** Reads the words of a control once for all matchers. */
export function hearControl(words: ControlWords): HeardControl {
  return {
    label: hearWords(words.label),
    placeholder: hearWords(words.placeholder),
    title: hearWords(words.title),
    neighbour: hearWords(words.neighbour),
    className: hearWords(MAY_SAY_CARD.test(words.className) ? wordsOfIdentifier(words.className) : ''),
    identifiers: words.identifiers.map(hearWords),
  };
}

/** Most controls of large pages name nothing that anybody asks about. */
export function isSilent({
  label,
  placeholder,
  title,
  neighbour,
  className,
  identifiers,
}: HeardControl): boolean {
  if (mayMean(label) || mayMean(placeholder) || mayMean(neighbour) || mayMean(title)) return false;
  return className.candidates.card === 0 && !identifiers.some(mayMean);
}
