import type { ControlWords } from './control-words.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';

/** Controls of a document beside what is thought of each, in reading order. */
export interface CardGroup {
  readonly words: readonly ControlWords[];
  readonly opinions: readonly Opinion[];
}

/** How many controls around a sure card field still count as its company. */
const REACH = 5;

/** Changes what is thought of a control, and says why. */
export function setKind(
  opinion: Opinion,
  kind: FieldKind | null,
  signal: string,
  strength: Opinion['strength'] = 2,
): void {
  opinion.kind = kind;
  opinion.strength = strength;
  opinion.score = strength * 10 + 3;
  opinion.signals = [...opinion.signals.slice(0, 6), signal];
}

const isSure = ({ kind, strength }: Opinion): boolean =>
  isCardKind(kind) && kind !== 'cc-name' && strength >= 2;

/** Tells whether sure card fields stand near, in the same form. */
export function hasCardCompany({ words, opinions }: CardGroup, index: number): boolean {
  const form = words[index]!.control.form;
  for (let step = 1; step <= REACH; step += 1) {
    for (const other of [index - step, index + step]) {
      const opinion = opinions[other];
      if (opinion && isSure(opinion) && words[other]!.control.form === form) return true;
    }
  }
  return false;
}

/** Tells whether a kind already has its place near a control. */
export function isTakenNear({ words, opinions }: CardGroup, index: number, kind: FieldKind): boolean {
  const form = words[index]!.control.form;
  return opinions.some(
    (opinion, other) =>
      other !== index &&
      opinion.kind === kind &&
      Math.abs(other - index) <= 8 &&
      words[other]!.control.form === form,
  );
}
