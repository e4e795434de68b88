import { beginsAnew, setKind, type CardGroup } from './card-group.ts';
import { isDay, kindsOfPair } from './expiry-pairs.ts';
import type { FieldKind } from './field-kind.ts';

/** How many controls after the number its date and code may stand. */
const REACH = 7;

/** Something about a control that its own shape says, and how many controls it takes. */
interface Shape {
  readonly at: number;
  readonly kinds: readonly FieldKind[];
}

/**
 * Reads a card form by its shapes alone, in whatever language: a box (or four) for a long number, then a date in months
 * and years, then a short code. All three must be there, and no word may say otherwise.
 */
export function readCardShapes(group: CardGroup): void {
  for (let index = 0; index < group.words.length; index += 1) {
    const number = readNumberShape(group, index);
    if (!number) continue;
    const after = index + number.kinds.length;
    const date = firstWithin(group, after, readDateShape);
    if (!date) continue;
    const isDate = (at: number): boolean => at >= date.at && at < date.at + date.kinds.length;
    const code = firstWithin(group, after, (own, at) => (isDate(at) ? null : readCodeShape(own, at)));
    if (!code) continue;
    for (const { at, kinds } of [number, date, code]) {
      kinds.forEach((kind, step) =>
        setKind(
          group.opinions[at + step]!,
          kind,
          number.kinds.length > 1 && kind === 'cc-number' ? 'split' : 'shape',
        ),
      );
    }
    index = after;
  }
}

/** Nothing that is said outright stands against a shape. */
function isOpen({ words, opinions }: CardGroup, index: number): boolean {
  const own = words[index];
  const opinion = opinions[index];
  if (!own || !opinion || opinion.isDeclared || own.control.tagName === 'TEXTAREA') return false;
  const { kind, strength } = opinion;
  return kind === null || strength <= 1 || kind === 'current-password' || kind.startsWith('cc-');
}

function firstWithin(
  group: CardGroup,
  start: number,
  read: (group: CardGroup, index: number) => Shape | null,
): Shape | null {
  const form = group.words[start - 1]?.form;
  for (let index = start; index < start + REACH; index += 1) {
    if (group.words[index]?.form !== form) return null;
    const shape = read(group, index);
    if (shape) return shape;
  }
  return null;
}

function readNumberShape(group: CardGroup, index: number): Shape | null {
  if (!isOpen(group, index)) return null;
  const { form, shape } = group.words[index]!;
  if (shape === 'cc-number') return { at: index, kinds: ['cc-number'] };
  if (group.words[index]!.maxLength !== 4) return null;
  const isBox = (at: number): boolean =>
    isOpen(group, at) &&
    group.words[at]!.isInput &&
    group.words[at]!.form === form &&
    group.words[at]!.maxLength === 4;
  const isFour = [0, 1, 2, 3].every(
    (step) => isBox(index + step) && (step === 0 || !beginsAnew(group.words[index + step]!)),
  );
  return isFour ? { at: index, kinds: ['cc-number', 'cc-number', 'cc-number', 'cc-number'] } : null;
}

function readDateShape(group: CardGroup, index: number): Shape | null {
  const { words } = group;
  if (!isOpen(group, index) || isDay(words[index - 1])) return null;
  const own = words[index]!;
  if (own.shape === 'cc-exp') return { at: index, kinds: ['cc-exp'] };
  const next = words[index + 1];
  if (!next || !isOpen(group, index + 1) || next.form !== own.form) return null;
  if (own.list === 'months' && next.list === 'years')
    return { at: index, kinds: ['cc-exp-month', 'cc-exp-year'] };
  const isPair = own.isInput && next.isInput && own.maxLength === 2;
  return isPair && (next.maxLength === 2 || next.maxLength === 4)
    ? { at: index, kinds: kindsOfPair(own, next) }
    : null;
}

function readCodeShape(group: CardGroup, index: number): Shape | null {
  if (!isOpen(group, index)) return null;
  const { isInput, maxLength } = group.words[index]!;
  return isInput && (maxLength === 3 || maxLength === 4) ? { at: index, kinds: ['cc-csc'] } : null;
}
