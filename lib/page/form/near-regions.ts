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

/** Words for a country that also name the part of a federation, or of whatever else a country is called beside them. */
const ALSO_A_REGION =
  /\bsta(at|t|to)\b|\bkraj\b|\bdrzav|държав|држав|\bestat\b|\bnegara\b|\bshtet|\bvalsts\b|מדינה/;
/** How far apart one address asks for its country and its region: a street, a city and what is between them. */
const REACH = 8;

/** Nobody lives in two countries: the one called by a word that also means a state is the region. */
export function judgeTwoCountries(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  const countries = [...opinions.keys()].filter((index) => opinions[index]!.kind === 'country');
  for (const index of countries) {
    const [other, ...more] = countries.filter(
      (at) => isOfForm(words, at, index) && Math.abs(at - index) <= REACH,
    );
    const own = (at: number) => allWordsOf(words[at]!);
    // "Region/country" beside a country, where no word says it.
    const likeARegion = (at: number) => (ALSO_A_REGION.test(own(at)) ? 2 : own(at).includes('/') ? 1 : 0);
    if (other === undefined || more.length > 0 || opinions[index]!.isDeclared) continue;
    if (likeARegion(index) > likeARegion(other))
      setKind(opinions[index]!, 'address-level1', 'near:country', 2);
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
