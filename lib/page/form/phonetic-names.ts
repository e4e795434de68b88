import { setKind } from './card-group.ts';
import type { ControlWords } from './control-words.ts';
import type { FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';

/** How a name is read, asked for beside how it is written: in kana at Japanese shops. */
const READING = /フリガナ|ふりがな|カナ|かな|ヨミ|よみ|読み|ルビ|\bkana\b|furigana|\byomi|phonetic/;
const FAMILY = /姓|苗字|セイ|せい|^氏|\bsei\b|family|last|surname/;
const GIVEN = /メイ|めい|名(?![前義])|\bmei\b|given|first/;
/** Accounts, addresses and companies are read in kana too. */
const NO_PERSON = /口座|住所|番地|会社|法人|企業|銀行|支店|カード|address|company|bank|account|card/;
/** What words make of the name as it is written; of its reading they make the same, or nothing. */
const WRITTEN: ReadonlySet<FieldKind | null> = new Set(['name', 'given-name', 'family-name']);
/** How far from a name its reading may stand. */
const REACH = 4;

/** Tells the fields that ask how a name is read from those that ask for the name. */
export function judgePhoneticNames(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  const near = new Set<number>();
  opinions.forEach(({ kind }, index) => {
    if (!WRITTEN.has(kind)) return;
    for (let other = index - REACH; other <= index + REACH; other += 1) near.add(other);
  });
  for (const index of near) {
    const opinion = opinions[index];
    if (!opinion || opinion.isDeclared || !(opinion.kind === null || WRITTEN.has(opinion.kind))) continue;
    const { isInput, label, placeholder, title, neighbour, identifiers } = words[index]!;
    const said = [label, placeholder, title, neighbour, ...identifiers].join(' | ');
    if (isInput && READING.test(said) && !NO_PERSON.test(said)) setKind(opinion, kindOf(said), 'reading', 3);
  }
}

function kindOf(said: string): FieldKind {
  const isFamily = FAMILY.test(said);
  if (isFamily === GIVEN.test(said)) return 'phonetic-name';
  return isFamily ? 'phonetic-family-name' : 'phonetic-given-name';
}
