import type { ControlWords } from './control-words.ts';

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
