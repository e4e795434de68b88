import type { ControlWords } from './control-words.ts';
import type { FieldKind } from './field-kind.ts';
import type { HeardControl } from './heard-control.ts';
import { matchHeard, partOf, type HeardWords } from './matchers/match-words.ts';
import type { WordSource } from './matchers/matcher.ts';

/** What stands before `code`, `number`, `date` or `name` makes it something else than a card's. */
const QUALIFIED =
  /zip|post|area|country|state|region|access|house|street|order|\bpo\b|tax|phone|mobile|deliver|birth|company|city|referr|sales|customer|account|depart|start|issue|licen|document|item|product|invoice|group|member|policy|serial|model|part|batch|ticket|flight|room|seat|plate|vehicle|track|booking|reserv|contract|employ|regist|student|patient|claim|job|refer/;

/** A date with its day, as placeholders and labels write it. No card expires on a day. */
const WHOLE_DATE =
  /(?<!\p{L})((d|t|j|g|р|д|dd|tt|jj|gg|дд)\W{1,3}(m|mm|мм)|(m|mm|мм)\W{1,3}(d|t|j|g|dd|tt|jj|gg|дд))\W{1,3}(y|j|a|g|r|р|г){2,4}(?!\p{L})|(y{4}|j{4}|a{4})\W{1,3}mm\W{1,3}(dd|tt|jj)|\b\d{1,2}[./-]\d{1,2}[./-](19|20)\d\d\b/u;

/** Tells whether a box wants a day, which no card has. */
function wantsDay({ label, placeholder, type }: ControlWords): boolean {
  return type === 'date' || WHOLE_DATE.test(placeholder) || WHOLE_DATE.test(label);
}

const isOfDate = (kind: FieldKind): boolean => kind.startsWith('cc-exp');

/** Gives the kinds that words mean among card fields alone, best first; no date's where a day is wanted. */
export function readWeakWords(words: ControlWords, heard: HeardControl): FieldKind[] {
  const readings = weakReadings(heard);
  return readings.some(isOfDate) && wantsDay(words) ? readings.filter((kind) => !isOfDate(kind)) : readings;
}

function weakReadings({ label, placeholder, title, neighbour, identifiers }: HeardControl): FieldKind[] {
  const found: FieldKind[] = [];
  const add = (heard: HeardWords, source: WordSource): void => {
    const kind = matchHeard(heard, source, 'weakCard')?.kind;
    if (kind && !found.includes(kind)) found.push(kind);
  };
  add(label, 'text');
  add(placeholder, 'text');
  add(title, 'text');
  add(neighbour, 'text');
  for (const identifier of identifiers) add(identifier, 'identifier');
  for (const identifier of identifiers) {
    if (identifier.candidates.weakCard === 0) continue;
    const { words } = identifier;
    const last = words.slice(words.lastIndexOf(' ') + 1);
    if (last === words) continue;
    const tail = matchHeard(partOf(identifier, last), 'identifier', 'weakCard')?.kind;
    // Asked last: most names that end in a number are of no card, and the long list is slow.
    if (tail && !found.includes(tail) && !QUALIFIED.test(`${words} ${label.words}`)) found.push(tail);
  }
  return found;
}
