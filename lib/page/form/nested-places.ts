import { setKind } from './card-group.ts';
import { allWordsOf, type ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';

/**
 * A county beside a province is no second one: it lies within, beside the city where one is asked for. Beside a state
 * it may be what the state is called elsewhere.
 */
export function judgeCounties(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  const regions = [...opinions.keys()].filter((index) => opinions[index]!.kind === 'address-level1');
  for (const index of regions) {
    const opinion = opinions[index]!;
    const { form } = words[index]!;
    const own = allWordsOf(words[index]!);
    if (opinion.isDeclared || !/\bcounty\b/.test(own) || /provinc|\bstate\b/.test(own)) continue;
    const isInProvince = regions.some(
      (at) => at !== index && words[at]!.form === form && /provinc/.test(allWordsOf(words[at]!)),
    );
    if (!isInProvince) continue;
    const isCityAsked = opinions.some(
      ({ kind }, at) => kind === 'address-level2' && words[at]!.form === form,
    );
    setKind(opinion, isCityAsked ? 'address-level3' : 'address-level2', 'near:province', 3);
  }
}
