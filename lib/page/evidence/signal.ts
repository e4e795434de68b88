import type { PageEvidence } from '../../messaging/contracts/page-reading.ts';
import { queryAllIn } from '../dom/own-members.ts';
import type { PageTree } from '../dom/walk.ts';

/** A named sign of a wall; `isVisible` says that it shows now and is not yet passed. */
export type Signal = PageEvidence['signals'][number];

/** What sign finders look at. */
export interface Scene {
  readonly document: Document;
  readonly tree: PageTree;
  /** Visible text of the page, normalised and capped. */
  readonly words: string;
  /** Kinds of the visible fields, by control. */
  readonly kindOf: (control: Element) => string | null;
  /** The control that pays or leads on; `null` when the page shows none. */
  readonly nextAction: Element | null;
  readonly hasSubmit: boolean;
  /** Whether frames that may hold card fields are shown. */
  readonly hasPaymentFrames: boolean;
}

/** What lies over a page and wants something. */
export const DIALOGS = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** Finds elements in the document and all of its shadow roots. */
export function queryAll(tree: PageTree, selector: string): Element[] {
  return tree.roots.flatMap((root) => [...queryAllIn(root, selector)]);
}
