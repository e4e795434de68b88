import { attributeOf, closestOf, isMatch, queryAllIn, queryIn } from '../dom/own-members.ts';
import { textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import { CURRENT, MARKED, saysNumber, type Trail } from './step-trails.ts';

/** Of an element, what may tell a step from others. */
const MOST_PARTS = 12;
const LONGEST_NAME = 60;

/**
 * Gives the index of the step that a page shows, by what marks it: its state, its class, the fields that it alone
 * holds, the number that it still says where those before it show ticks, or looks that are its own; `null` where nothing
 * tells.
 */
export function currentStep(row: Trail): number | null {
  const marked = row.findIndex((step) => isMatch(step, MARKED) || queryIn(step, MARKED) !== null);
  if (marked >= 0) return marked;
  const called = lastOfFirst(row.map(isCalledCurrent));
  if (called !== null) return called;
  const open = row.findIndex((step) => holds(step, FIELDS));
  if (open >= 0) return row.some((step, index) => index > open && holds(step, ACTS)) ? null : open;
  // What says more than a name is no step of a bar: there its looks are its contents'.
  if (row.some((step) => textOf(step, LONGEST_NAME + 1).length > LONGEST_NAME)) return null;
  return afterTicks(row) ?? byLooks(row.map(looksOf));
}

const FIELDS = 'input:not([type="hidden"]), select, textarea';

/** What nothing holds that is folded away until the step before it is done. */
const ACTS = `${FIELDS}, button, iframe`;

const holds = (step: Element, what: string): boolean => [...queryAllIn(step, what)].some(isRendered);

const partsOf = (step: Element): Element[] => [step, ...queryAllIn(step, '*')].slice(0, MOST_PARTS);

const classOf = (part: Element): string => attributeOf(part, 'class') ?? '';

const isCalledCurrent = (step: Element): boolean =>
  (queryIn(step, FIELDS) ? [step] : partsOf(step)).some((part) => CURRENT.test(classOf(part)));

/** One that is called so, or the last of those that are, where a bar fills up. */
function lastOfFirst(called: readonly boolean[]): number | null {
  const [first, last] = [called.indexOf(true), called.lastIndexOf(true)];
  if (first < 0) return null;
  return first === last || (first === 0 && called.slice(0, last).every(Boolean)) ? last : null;
}

/** The first that still says its number, where all before it do not and all after it do. */
function afterTicks(row: Trail): number | null {
  const says = row.map(saysNumber);
  const first = says.indexOf(true);
  return first > 0 && says.slice(first).every(Boolean) ? first : null;
}

/** All classes and styles of a step, its pictures left out: a tick, a number and a name differ in any row. */
const looksOf = (step: Element): string =>
  partsOf(step)
    .filter((part) => !closestOf(part, 'svg'))
    .map((part) => `${part.tagName}.${classOf(part)}/${attributeOf(part, 'style') ?? ''}`)
    .join();

/** One that looks unlike all others, or the one between those that are done and those to come. */
function byLooks(looks: readonly string[]): number | null {
  if (looks.length < 3) return null;
  const alone = looks.flatMap((look, index) =>
    looks.filter((own) => own === look).length === 1 ? [index] : [],
  );
  const groups = looks.filter((look, index) => look !== looks[index - 1]).length;
  if (alone.length !== 1 || groups > 3) return null;
  const [index] = alone as [number];
  // The last alone may as well be the only one that is still to come.
  return index === looks.length - 1 ? null : index;
}
