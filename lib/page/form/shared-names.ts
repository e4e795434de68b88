import type { ControlWords } from './control-words.ts';
import { hearWords, matchHeard } from './matchers/match-words.ts';

/** A name on more fields than this is a column of a table, and costs more to look through than a page may be held up. */
const MOST_COPIES = 40;

/** One identifier on fields of a form that are called different things was copied, and says nothing of any of them. */
export function forgetSharedNames(words: ControlWords[]): void {
  for (const [identifier, bearers] of bearersOfOneName(words)) {
    if (bearers.length > MOST_COPIES) continue;
    for (const form of new Set(bearers.map((index) => words[index]!.form))) {
      const inForm = bearers.filter((index) => words[index]!.form === form);
      const called = inForm.filter((index) => calledOf(words[index]!) !== '');
      if (new Set(called.map((index) => calledOf(words[index]!))).size < 2) continue;
      for (const index of called) {
        const own = words[index]!;
        words[index] = { ...own, identifiers: own.identifiers.filter((other) => other !== identifier) };
      }
    }
  }
}

/** Gives the places of each identifier that stands on several controls. */
function bearersOfOneName(words: readonly ControlWords[]): ReadonlyMap<string, readonly number[]> {
  const first = new Map<string, number>();
  const shared = new Map<string, number[]>();
  words.forEach(({ identifiers }, index) => {
    for (const identifier of identifiers) {
      const before = first.get(identifier);
      if (before === undefined) first.set(identifier, index);
      else if (shared.has(identifier)) shared.get(identifier)!.push(index);
      else shared.set(identifier, [before, index]);
    }
  });
  return shared;
}

function calledOf({ label, placeholder, neighbour }: ControlWords): string {
  return label || placeholder || neighbour;
}

/** So many fields in a row that are named alike stand in a form that is named so. */
const LEAST_IN_FORM = 4;
/** So many that what the name means by itself is of the whole page: a donation box on a page of members. */
const LEAST_IN_PAGE = 10;

/**
 * `shippingAddress[name]` among others of its kind is a name, and no address: what fields in a row have before their
 * own names is the form's, and says nothing of them. Whose address it is stays said.
 */
export function forgetFormNames(words: ControlWords[]): void {
  for (let start = 0; start < words.length; ) {
    const head = headOf(words[start]!);
    let end = start + 1;
    while (end < words.length && head !== '' && headOf(words[end]!) === head) end += 1;
    if (end - start >= LEAST_IN_FORM) {
      const prefix = commonPrefix(words.slice(start, end).map(({ identifiers }) => identifiers[0]!));
      if (isMisleading(prefix, end - start))
        for (let at = start; at < end; at += 1) words[at] = withoutPrefix(words[at]!, prefix);
    }
    start = end;
  }
}

/** The first word of a name of several. */
function headOf({ identifiers: [name = ''] }: ControlWords): string {
  return name.includes(' ') ? name.slice(0, name.indexOf(' ')) : '';
}

/** Gives the words with which names begin, all but the last of each. */
function commonPrefix(names: readonly string[]): string {
  const [first = [], ...others] = names.map((name) => name.split(' ').slice(0, -1));
  const common = first.findIndex((word, at) => others.some((other) => other[at] !== word));
  return (common < 0 ? first : first.slice(0, common)).join(' ');
}

/** Tells whether what a form is named would be taken for what each of its fields is. */
function isMisleading(prefix: string, count: number): boolean {
  const heard = hearWords(prefix);
  if (matchHeard(heard, 'identifier', 'address')?.kind === 'street-address') return true;
  return count >= LEAST_IN_PAGE && matchHeard(heard, 'identifier', 'other')?.kind === 'loyalty';
}

function withoutPrefix(words: ControlWords, prefix: string): ControlWords {
  // Whether it bills or ships is the form's, and the field's as well.
  const kept = prefix.split(' ').filter((word) => /^(bill|ship|deliver)/.test(word));
  const identifiers = words.identifiers.map((name) => {
    const own = name.startsWith(`${prefix} `) ? name.slice(prefix.length + 1) : '';
    return /[^\d\s]{2}/.test(own) ? [...kept, own].join(' ') : name;
  });
  return { ...words, identifiers };
}
