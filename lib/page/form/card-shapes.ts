import { setKind, type CardGroup } from './card-group.ts';
import { isDay } from './expiry-pairs.ts';
import type { FieldKind } from './field-kind.ts';
import { maxLengthOf, readListStructure, readShape } from './structure.ts';

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
  const form = group.words[start - 1]?.control.form;
  for (let index = start; index < start + REACH; index += 1) {
    if (group.words[index]?.control.form !== form) return null;
    const shape = read(group, index);
    if (shape) return shape;
  }
  return null;
}

function readNumberShape(group: CardGroup, index: number): Shape | null {
  if (!isOpen(group, index)) return null;
  const { control } = group.words[index]!;
  if (readShape(control) === 'cc-number') return { at: index, kinds: ['cc-number'] };
  const isBox = (at: number): boolean =>
    isOpen(group, at) &&
    group.words[at]!.control.tagName === 'INPUT' &&
    group.words[at]!.control.form === control.form &&
    maxLengthOf(group.words[at]!.control) === 4;
  const isFour = [0, 1, 2, 3].every((step) => isBox(index + step));
  return isFour ? { at: index, kinds: ['cc-number', 'cc-number', 'cc-number', 'cc-number'] } : null;
}

function readDateShape(group: CardGroup, index: number): Shape | null {
  const { words } = group;
  if (!isOpen(group, index) || isDay(words[index - 1])) return null;
  const { control } = words[index]!;
  if (readShape(control) === 'cc-exp') return { at: index, kinds: ['cc-exp'] };
  const next = words[index + 1]?.control;
  if (!next || !isOpen(group, index + 1) || next.form !== control.form) return null;
  const lists = [readListStructure(control), readListStructure(next)];
  if (lists[0] === 'months' && lists[1] === 'years')
    return { at: index, kinds: ['cc-exp-month', 'cc-exp-year'] };
  const isPair = control.tagName === 'INPUT' && next.tagName === 'INPUT' && maxLengthOf(control) === 2;
  return isPair && (maxLengthOf(next) === 2 || maxLengthOf(next) === 4)
    ? { at: index, kinds: ['cc-exp-month', 'cc-exp-year'] }
    : null;
}

function readCodeShape(group: CardGroup, index: number): Shape | null {
  if (!isOpen(group, index)) return null;
  const { control } = group.words[index]!;
  const length = maxLengthOf(control);
  return control.tagName === 'INPUT' && (length === 3 || length === 4)
    ? { at: index, kinds: ['cc-csc'] }
    : null;
}
