import { RegExpParser, type AST } from '@eslint-community/regexpp';
import type { Matcher } from '../../lib/page/form/matchers/matcher.ts';

/** Longest piece of a word that is looked up. */
const LONGEST = 4;
/** More letters than this in a class say nothing. */
const WIDEST_CLASS = 6;

/** Pieces of which a text holds at least one wherever a pattern matches; `null` when nothing is sure. */
type Keys = ReadonlySet<string> | null;

const parser = new RegExpParser();

/**
 * Derives from each pattern the pieces of words without which it cannot match, so that a text is tested only against the
 * patterns that may know it. `*` stands for a pattern that every text must be tested against.
 */
export function deriveMatcherKeys(
  lists: Readonly<Record<string, readonly Matcher[]>>,
): Record<string, string[]> {
  const sources = Object.values(lists).flatMap((list) => list.map(({ pattern }) => pattern.source));
  const frequency = frequencyIn(sources);
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [
      name,
      list.map(({ pattern, and }) => {
        const keys = better(
          keysOfPattern(pattern, frequency),
          and ? keysOfPattern(and, frequency) : null,
          frequency,
        );
        return keys ? [...keys].sort().join('|') : '*';
      }),
    ]),
  );
}

/** How often a piece stands in all patterns, which tells well enough how often it stands in forms. */
type Frequency = (piece: string) => number;

function frequencyIn(sources: readonly string[]): Frequency {
  const all = sources.join('\n');
  const counts = new Map<string, number>();
  return (piece) => {
    const count = counts.get(piece) ?? all.split(piece).length - 1;
    counts.set(piece, count);
    return count;
  };
}

function keysOfPattern({ source, flags }: RegExp, frequency: Frequency): Keys {
  const pattern = parser.parsePattern(source, undefined, undefined, { unicode: flags.includes('u') });
  return keysOfAny(pattern.alternatives, frequency);
}

/** One of several: every one of them needs keys of its own. */
function keysOfAny(alternatives: readonly AST.Alternative[], frequency: Frequency): Keys {
  const all = new Set<string>();
  for (const alternative of alternatives) {
    const keys = keysOfSequence(alternative.elements, frequency);
    if (!keys) return null;
    for (const key of keys) all.add(key);
  }
  return all;
}

/** All in a row: the part that says most is enough. */
function keysOfSequence(elements: readonly AST.Element[], frequency: Frequency): Keys {
  let best: Keys = null;
  let run = '';
  const take = (keys: Keys): void => {
    best = better(best, keys, frequency);
  };
  const endRun = (): void => {
    if (run !== '') take(new Set([rarestPiece(run, frequency)]));
    run = '';
  };
  for (const element of elements) {
    if (element.type === 'Assertion') continue;
    if (element.type === 'Character') {
      run += String.fromCodePoint(element.value);
      continue;
    }
    endRun();
    take(keysOfElement(element, frequency));
  }
  endRun();
  return best;
}

function keysOfElement(element: AST.Element, frequency: Frequency): Keys {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return keysOfAny(element.alternatives, frequency);
    case 'Quantifier':
      return element.min > 0 ? keysOfElement(element.element, frequency) : null;
    case 'Character':
      return new Set([String.fromCodePoint(element.value)]);
    case 'CharacterClass':
      return keysOfClass(element);
    case 'CharacterSet':
      return element.kind === 'digit' && !element.negate ? new Set('0123456789') : null;
    default:
      return null;
  }
}

function keysOfClass({ negate, elements }: AST.CharacterClass): Keys {
  if (negate || elements.length > WIDEST_CLASS) return null;
  const letters = elements.flatMap((own) =>
    own.type === 'Character' ? [String.fromCodePoint(own.value)] : [],
  );
  return letters.length === elements.length ? new Set(letters) : null;
}

function rarestPiece(run: string, frequency: Frequency): string {
  const length = Math.min(LONGEST, run.length);
  const pieces = Array.from({ length: run.length - length + 1 }, (_, start) =>
    run.slice(start, start + length),
  );
  return pieces.reduce((best, piece) => (frequency(piece) < frequency(best) ? piece : best));
}

/** The pieces that fewer texts hold. */
function better(a: Keys, b: Keys, frequency: Frequency): Keys {
  if (!a || !b) return a ?? b;
  const heldBy = (keys: ReadonlySet<string>): number =>
    [...keys].reduce((sum, key) => sum + frequency(key), 0);
  return heldBy(a) <= heldBy(b) ? a : b;
}
