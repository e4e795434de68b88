import type { FieldKind } from '../field-kind.ts';

/** 3: says it outright. 2: usual for it. 1: only among card fields does it mean this. */
export type Strength = 1 | 2 | 3;

/** Where words were read. Identifiers are developers' words, texts are what the shopper sees. */
export type WordSource = 'identifier' | 'text';

export interface Matcher {
  readonly kind: FieldKind;
  readonly strength: Strength;
  /** Tested against normalised words; the first match of a list wins. */
  readonly pattern: RegExp;
  /** Must be there too: concepts that stand in any order. */
  readonly and?: RegExp;
  readonly not?: RegExp;
  readonly only?: WordSource;
  /** How many letters words have at least that match, where their pieces (a digit) are everywhere. */
  readonly shortest?: number;
}
