import type { ControlWords } from './control-words.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';

/** Controls of a document beside what is thought of each, in reading order. */
export interface CardGroup {
  readonly words: readonly ControlWords[];
  readonly opinions: readonly Opinion[];
}

/** Digits of the shortest card number (ISO/IEC 7812-1). */
export const SHORTEST_NUMBER = 12;

/** How many controls around a sure card field still count as its company. */
const REACH = 5;
/** Within how many controls one card form lies. */
const NEAR = 8;

/** Tells whether text stands before a box: it begins something new, and is no further box of what came before. */
export function beginsAnew({ neighbour }: ControlWords): boolean {
  return /\p{L}/u.test(neighbour);
}

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

/** Takes back what words said of a control. */
export function forget(opinion: Opinion): Opinion {
  return Object.assign(opinion, { kind: null, strength: 0, score: 0, signals: [] });
}

const isSure = ({ kind, strength }: Opinion): boolean =>
  isCardKind(kind) && kind !== 'cc-name' && strength >= 2;

/** Tells whether sure card fields stand near, in the same form. */
export function hasCardCompany({ words, opinions }: CardGroup, index: number): boolean {
  for (let step = 1; step <= REACH; step += 1) {
    for (const other of [index - step, index + step]) {
      const opinion = opinions[other];
      if (opinion && isSure(opinion) && words[other]!.form === words[index]!.form) return true;
    }
  }
  return false;
}

/** Tells whether a kind already has its place near a control. */
export function isTakenNear({ words, opinions }: CardGroup, index: number, kind: FieldKind): boolean {
  const last = Math.min(opinions.length - 1, index + NEAR);
  for (let other = Math.max(0, index - NEAR); other <= last; other += 1) {
    const isSame = other !== index && opinions[other]!.kind === kind;
    if (isSame && words[other]!.form === words[index]!.form) return true;
  }
  return false;
}
