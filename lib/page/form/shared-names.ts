import type { ControlWords } from './control-words.ts';

/** One identifier on fields of a form that are called different things was copied, and says nothing of any of them. */
export function forgetSharedNames(words: ControlWords[]): void {
  const bearers = new Map<HTMLFormElement | null, Map<string, number[]>>();
  words.forEach(({ form, identifiers }, index) => {
    let ofForm = bearers.get(form);
    if (!ofForm) bearers.set(form, (ofForm = new Map<string, number[]>()));
    for (const identifier of identifiers) {
      const known = ofForm.get(identifier);
      if (known) known.push(index);
      else ofForm.set(identifier, [index]);
    }
  });
  for (const ofForm of bearers.values())
    for (const [identifier, indexes] of ofForm) {
      if (indexes.length < 2) continue;
      const shown = new Set(indexes.map((index) => shownOf(words[index]!)));
      shown.delete('');
      if (shown.size < 2) continue;
      for (const index of indexes) {
        const own = words[index]!;
        if (shownOf(own) === '') continue;
        words[index] = { ...own, identifiers: own.identifiers.filter((other) => other !== identifier) };
      }
    }
}

function shownOf({ label, placeholder, neighbour }: ControlWords): string {
  return label || placeholder || neighbour;
}
