import { lieTogether } from '../dom/nearby-text.ts';
import { whyNotRendered } from '../dom/visibility.ts';
import { setKind } from './card-group.ts';
import { allWordsOf, shownName, type ControlWords } from './control-words.ts';
import type { FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';

const HALVES: ReadonlyMap<FieldKind | null, readonly [FieldKind, FieldKind]> = new Map([
  ['name', ['given-name', 'family-name']],
  ['cc-name', ['cc-given-name', 'cc-family-name']],
]);

/** "Name" before two boxes, of which nothing is said of the second: the name is asked for in halves. */
export function judgeNamesInTwo(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  for (let index = 0; index + 1 < words.length; index += 1) {
    const [own, next] = [words[index]!, words[index + 1]!];
    const halves = HALVES.get(opinions[index]!.kind);
    if (!halves || opinions[index]!.isDeclared || opinions[index + 1]!.kind !== null) continue;
    const isBare = next.isInput && next.type === 'text' && next.hint === null && shownName(next) === '';
    if (!isBare || own.form !== next.form || !lieTogether(own.control, next.control)) continue;
    // A box that nobody sees beside one that is shown is there for robots.
    if (whyNotRendered(next.control) !== whyNotRendered(own.control)) continue;
    const [given, family] = halves;
    const order = putsFamilyFirst(own) ? [family, given] : [given, family];
    setKind(opinions[index]!, order[0]!, 'halves');
    setKind(opinions[index + 1]!, order[1]!, 'halves');
  }
}

/** Chinese, Japanese and Korean forms ask for the family's name first. */
export function putsFamilyFirst(words: ControlWords): boolean {
  return /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(allWordsOf(words));
}
