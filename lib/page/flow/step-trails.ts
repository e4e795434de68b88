import {
  attributeOf,
  closestOf,
  isMatch,
  parentElementOf,
  queryIn,
  tagNameOf,
  textContentOf,
} from '../dom/own-members.ts';
import { textOf } from '../dom/text.ts';
import { textsIn } from '../dom/text-nodes.ts';
import { childrenOf, type PageTree } from '../dom/walk.ts';
import { queryAll } from '../evidence/signal.ts';

/** Steps of one row, in their order. */
export type Trail = readonly Element[];

export const MARKED = '[aria-current="step"], [aria-current="page"], [aria-current="true"]';
/** What the step on show is called by the classes of shops and component libraries. */
export const CURRENT =
  /(?:^|[\s_-])(?:active|current|selected|in-progress|(?:is|item)-process|act)(?:$|[\s_-])/i;
const NAMED =
  '[class*="step" i], [class*="progress" i], [class*="process" i], [class*="stage" i], [class*="wizard" i], [class*="breadcrumb" i], [role="tablist"], [aria-label*="step" i], [aria-label*="progress" i]';
const STEP_IN_NAMED = 'li, [class*="step" i], [role="tab"]';
/** What is chosen from is numbered, too. */
const CHOICE = 'label, [role="radio"], [role="option"], [role="tab"]';
const TICK = 'svg, img, i, [class*="check" i], [class*="icon" i]';
const MOST_STEPS = 12;
const MOST_NUMBERED = 7;
const MOST_TRIED = 60;
const LONGEST_LABEL = 40;

/** How a step begins that says its number. */
const NUMBER = /^\s*(?:step\s*)?([1-9])(?![\d.,]*\d)\s*[.):–-]?\s*(?=$|\p{L})/iu;

/** Gives the rows of steps on a page, the surest first: with a marked step, called steps, or numbered. */
export function* stepTrails(tree: PageTree): Generator<Trail> {
  const rows = function* (steps: Iterable<Element>): Generator<Trail> {
    for (const step of steps) {
      const row = rowOf(step);
      if (row) yield row;
    }
  };
  yield* rows(
    queryAll(tree, MARKED).filter(
      (element) => attributeOf(element, 'aria-current') === 'step' || closestOf(element, NAMED),
    ),
  );
  yield* rows(
    queryAll(tree, `:is(${NAMED}) :is(${STEP_IN_NAMED})`).filter((item) =>
      CURRENT.test(attributeOf(item, 'class') ?? ''),
    ),
  );
  yield* numberedRows(tree);
}

/** The steps beside one: elements made alike under one parent. */
function rowOf(step: Element): Trail | null {
  let current: Element | null = step;
  for (let depth = 0; current && depth < 3; depth += 1, current = parentElementOf(current)) {
    const row = likeSiblings(current);
    // Without words of its own it is no step among these.
    if (row.length >= 2 && row.length <= MOST_STEPS) return row.includes(current) ? row : null;
  }
  return null;
}

/** Finds steps by their numbers: 1, 2, 3, of which those that are done may show a tick instead. */
function* numberedRows({ roots }: PageTree): Generator<Trail> {
  let tried = 0;
  for (const { text, box } of textsIn(roots)) {
    if (text.length > 2 * LONGEST_LABEL) continue;
    const number = Number(NUMBER.exec(text)?.[1]);
    if (!number) continue;
    tried += 1;
    if (tried > MOST_TRIED) return;
    let current: Element | null = box;
    for (let depth = 0; current && depth < 4; depth += 1, current = parentElementOf(current)) {
      const row = likeSiblings(current);
      if (row.length < 2 || row.length > MOST_NUMBERED) continue;
      if (row[number - 1] !== current || !saysNumber(current) || !areNumbered(row)) continue;
      yield row;
      break;
    }
  }
}

function likeSiblings(element: Element): Element[] {
  const parent = parentElementOf(element);
  return (parent ? childrenOf(parent) : []).filter(
    (item) => item === element || (isLike(item, element) && /\S/.test(textContentOf(item) ?? '')),
  );
}

const classesOf = (element: Element): string[] =>
  (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean);

/** Tells whether two elements are made alike: entries of one list, or of one class. */
function isLike(one: Element, other: Element): boolean {
  if (tagNameOf(one) !== tagNameOf(other)) return false;
  const [own, theirs] = [classesOf(one), classesOf(other)];
  return (
    tagNameOf(one) === 'LI' ||
    own.length === 0 ||
    theirs.length === 0 ||
    own.some((name) => theirs.includes(name))
  );
}

/** Gives what a step is called: all that it says, or the heading of the section that it opens. */
function nameOf(step: Element): string {
  const heading = queryIn(step, 'h1, h2, h3, h4, h5, h6, legend');
  return textOf(heading ?? step, 2 * LONGEST_LABEL);
}

/** Tells whether elements are steps by their numbers: each says its own or shows a tick, and a short name of its own. */
function areNumbered(row: Trail): boolean {
  const labels = row.map(nameOf);
  const isCounted = labels.every((label, index) => {
    const number = NUMBER.exec(label)?.[1];
    return number ? Number(number) === index + 1 : queryIn(row[index]!, TICK) !== null;
  });
  const names = labels.map((label) => label.replace(NUMBER, '').trim().toLowerCase());
  // Where they are called steps, numbers are enough.
  if (names.every((name) => name === '')) return isCounted && row.every((item) => isMatch(item, NAMED));
  return (
    isCounted &&
    names.every((name) => /\p{L}/u.test(name) && name.length <= LONGEST_LABEL && !/\d/.test(name)) &&
    new Set(names.map((name) => name.replace(/s$/, ''))).size === names.length &&
    !row.some((item) => isMatch(item, CHOICE))
  );
}

/** Tells which steps say a number of their own. */
export const saysNumber = (step: Element): boolean => NUMBER.test(nameOf(step));
