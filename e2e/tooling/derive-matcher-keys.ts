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
  const rarity = countPieces(sources);
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [
      name,
      list.map(({ pattern, and }) => {
        const keys = better(keysOfPattern(pattern, rarity), and ? keysOfPattern(and, rarity) : null);
        return keys ? [...keys].sort().join('|') : '*';
      }),
    ]),
  );
}

type Rarity = ReadonlyMap<string, number>;

function countPieces(sources: readonly string[]): Rarity {
  const counts = new Map<string, number>();
  for (const source of sources)
    for (let start = 0; start + LONGEST <= source.length; start += 1) {
      const piece = source.slice(start, start + LONGEST);
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
  return counts;
}

function keysOfPattern({ source, flags }: RegExp, rarity: Rarity): Keys {
  const pattern = parser.parsePattern(source, undefined, undefined, { unicode: flags.includes('u') });
  return keysOfAny(pattern.alternatives, rarity);
}

/** One of several: every one of them needs keys of its own. */
function keysOfAny(alternatives: readonly AST.Alternative[], rarity: Rarity): Keys {
  const all = new Set<string>();
  for (const alternative of alternatives) {
    const keys = keysOfSequence(alternative.elements, rarity);
    if (!keys) return null;
    for (const key of keys) all.add(key);
  }
  return all;
}

/** All in a row: the part that says most is enough. */
function keysOfSequence(elements: readonly AST.Element[], rarity: Rarity): Keys {
  let best: Keys = null;
  let run = '';
  const take = (keys: Keys): void => {
    best = better(best, keys);
  };
  const endRun = (): void => {
    if (run !== '') take(new Set([rarestPiece(run, rarity)]));
    run = '';
  };
  for (const element of elements) {
    if (element.type === 'Assertion') continue;
    if (element.type === 'Character') {
      run += String.fromCodePoint(element.value);
      continue;
    }
    endRun();
    take(keysOfElement(element, rarity));
  }
  endRun();
  return best;
}

function keysOfElement(element: AST.Element, rarity: Rarity): Keys {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return keysOfAny(element.alternatives, rarity);
    case 'Quantifier':
      return element.min > 0 ? keysOfElement(element.element, rarity) : null;
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

function rarestPiece(run: string, rarity: Rarity): string {
  const length = Math.min(LONGEST, run.length);
  const pieces = Array.from({ length: run.length - length + 1 }, (_, start) =>
    run.slice(start, start + length),
  );
  return pieces.reduce((best, piece) => ((rarity.get(piece) ?? 0) < (rarity.get(best) ?? 0) ? piece : best));
}

/** Long pieces over short ones, few over many. */
function better(a: Keys, b: Keys): Keys {
  if (!a || !b) return a ?? b;
  const shortest = (keys: ReadonlySet<string>): number => Math.min(...[...keys].map(({ length }) => length));
  const [ofA, ofB] = [shortest(a), shortest(b)];
  if (ofA !== ofB) return ofA > ofB ? a : b;
  return a.size <= b.size ? a : b;
}
