import type { Control, PageTree } from '../dom/walk.ts';
import type { Steps } from '../dom/slices.ts';
import { judgeAddressLines, judgeHouseNumbers } from './address-lines.ts';
import { placeAmongCards } from './card-context.ts';
import { judgeCopiedTokens, judgeMisplacedTokens } from './copied-tokens.ts';
import { readControlWords, type ControlWords } from './control-words.ts';
import type { FieldKind } from './field-kind.ts';
import { judgeLists } from './list-checks.ts';
import { judgeListedLabels } from './listed-labels.ts';
import { judgeNames, judgeWholeNames } from './name-company.ts';
import { judgeType } from './judge-type.ts';
import { judgeWords, type Opinion } from './judge-words.ts';
import { judgePinCodes, judgePlacesWithin, judgeTwoCountries } from './near-regions.ts';
import { judgeNamesInTwo } from './names-in-two.ts';
import { judgePhoneticNames } from './phonetic-names.ts';
import { judgePlaces } from './place-lists.ts';
import { forgetFormNames, forgetSharedNames } from './shared-names.ts';
import { judgeSignInNames } from './sign-in-names.ts';

/** What one control is, how sure that is, and what says so. */
export interface Classified {
  readonly control: Control;
  readonly words: ControlWords;
  readonly kind: FieldKind | null;
  readonly confidence: number;
  readonly signals: readonly string[];
}

const NO_FIELD: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'range',
  'color',
  'file',
  'reset',
  'image',
]);

/** Tells whether a control takes a value that could be typed or picked by who looks at the page. */
export function isField(control: Control): boolean {
  return (
    !control.hidden && !(control.tagName === 'INPUT' && NO_FIELD.has((control as HTMLInputElement).type))
  );
}

/** What is judged over all controls before cards are, in this order. */
const TOGETHER: readonly ((words: readonly ControlWords[], opinions: readonly Opinion[]) => void)[] = [
  judgeDigitBoxes,
  judgeLists,
  judgePlaces,
  judgeListedLabels,
  judgeNames,
  judgeNamesInTwo,
  judgeWholeNames,
  judgePhoneticNames,
  judgeAddressLines,
  judgeHouseNumbers,
  judgeCopiedTokens,
  judgeMisplacedTokens,
  judgeTwoCountries,
  judgePlacesWithin,
  judgePinCodes,
];

/** How many controls are read between two pauses. */
const CONTROLS_PER_STEP = 50;

/**
 * Classifies the controls of a document, first each by its own words, then card fields among each other; may pause on
 * the way.
 */
export function* classifyInSteps(tree: PageTree): Steps<Classified[]> {
  const words: ControlWords[] = [];
  const opinions: Opinion[] = [];
  for (const control of tree.controls) {
    if (!isField(control)) continue;
    words.push(readControlWords(control, tree));
    if (words.length % CONTROLS_PER_STEP === 0) yield;
  }
  yield;
  forgetSharedNames(words);
  yield;
  forgetFormNames(words);
  yield;
  for (const own of words) {
    opinions.push(judgeType(own, judgeWords(own)));
    if (opinions.length % CONTROLS_PER_STEP === 0) yield;
  }
  yield;
  for (const judge of TOGETHER) {
    judge(words, opinions);
    yield;
  }
  yield* placeAmongCards(words, opinions);
  yield;
  judgeSignInNames(words, opinions);
  yield;
  const classified: Classified[] = [];
  for (const [index, own] of words.entries()) {
    const { kind, signals } = opinions[index]!;
    const confidence = confidenceOf(opinions[index]!);
    classified.push({ control: own.control, words: own, kind, confidence, signals: signals.slice(0, 12) });
    if (classified.length % CONTROLS_PER_STEP === 0) yield;
  }
  return classified;
}

/** Boxes of one character in a row take a code that was sent, whatever the text before them speaks of. */
function judgeDigitBoxes(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  const isBox = (index: number): boolean => words[index]?.isInput === true && words[index].maxLength === 1;
  opinions.forEach((opinion, index) => {
    if (!isBox(index)) return;
    const run = [-3, -2, -1, 0].some((start) => [0, 1, 2, 3].every((step) => isBox(index + start + step)));
    if (run && !opinion.isDeclared)
      Object.assign(opinion, { kind: 'one-time-code', strength: 2, score: 25, signals: ['split'] });
  });
}

function confidenceOf({ kind, strength, score, isDeclared, signals }: Opinion): number {
  if (kind === null) return 0;
  if (signals.some((signal) => signal.startsWith('conflict'))) return 0.3;
  if (isDeclared) return score >= 60 ? 0.99 : 0.93;
  const base = strength >= 3 ? 0.85 : strength === 2 ? 0.7 : 0.55;
  return Math.min(0.98, base + Math.max(0, score - strength * 10 - 3) * 0.01);
}
