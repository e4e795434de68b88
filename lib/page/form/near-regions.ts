import { setKind } from './card-group.ts';
import { allWordsOf, type ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';

/** What lies within a region, and beside which word for one it is known to: `null` for any. */
const WITHIN: readonly { readonly place: RegExp; readonly region: RegExp | null }[] = [
  // Beside a state a county may be what the state is called elsewhere.
  { place: /\bcounty\b/, region: /provinc/ },
  { place: /\bdistrict\b|อำเภอ|\bwilaya\b/, region: null },
];
const REGION = /provinc|\bstates?\b/;

/** A county or district beside its region is no second region: it lies within, beside the city where one is asked for. */
export function judgePlacesWithin(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  const own = (index: number) => allWordsOf(words[index]!);
  const regions = [...opinions.keys()].filter((index) => opinions[index]!.kind === 'address-level1');
  const within = WITHIN.flatMap(({ place, region }) =>
    regions.filter(
      (index) =>
        !opinions[index]!.isDeclared &&
        place.test(own(index)) &&
        !REGION.test(own(index)) &&
        regions.some(
          (at) => isOfForm(words, at, index) && !place.test(own(at)) && (!region || region.test(own(at))),
        ),
    ),
  );
  for (const index of within) {
    const isCityAsked = opinions.some(
      ({ kind }, at) => kind === 'address-level2' && isOfForm(words, at, index),
    );
    setKind(opinions[index]!, isCityAsked ? 'address-level3' : 'address-level2', 'near:region', 3);
  }
}

/** A PIN code beside a region is India's postal code; a secret one is asked for without an address. */
export function judgePinCodes(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  opinions.forEach((opinion, index) => {
    if (opinion.kind !== 'other' || opinion.isDeclared || !/\bpin ?code\b/.test(allWordsOf(words[index]!)))
      return;
    const isAddress = opinions.some(
      ({ kind }, at) => kind === 'address-level1' && isOfForm(words, at, index),
    );
    if (isAddress) setKind(opinion, 'postal-code', 'near:region', 3);
  });
}

const isOfForm = (words: readonly ControlWords[], at: number, index: number): boolean =>
  at !== index && words[at]!.form === words[index]!.form;
